//! Exercises as a table for spreadsheets.

use crate::domain::Exercise;
use crate::library::Record;

/// The exercises as CSV, one row each. A cell a spreadsheet would calculate is kept from it by an
/// apostrophe, which reading takes off again.
#[must_use]
pub fn write_library_csv(exercises: &[&Exercise]) -> String {
    let mut text = String::new();
    row(Record::columns(), &mut text);
    for exercise in exercises {
        row(Record::from(*exercise).to_cells().into_iter(), &mut text);
    }
    text
}

fn row(cells: impl Iterator<Item = String>, text: &mut String) {
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
