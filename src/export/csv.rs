//! Rows of comma-separated values that spreadsheets open without calculating anything.

/// Appends a row. A cell a spreadsheet would calculate is kept from it by an apostrophe, which
/// our own reading takes off again.
pub(super) fn row(cells: impl Iterator<Item = String>, text: &mut String) {
    let cells: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    if guard.is_empty() && !cell.contains([',', '"', '\n', '\r', ';']) {
        return cell.to_owned();
    }
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}
