//! Lines that hold the cells of a table, parted by bars, tabs or wide gaps.

use super::lines::{Line, TAB};

/// The cells of a row of a table whose columns are parted by spaces.
#[derive(Debug)]
pub(super) struct Spaced {
    pub(super) cells: Vec<String>,
    /// Wide gaps part them, as tabs of a spreadsheet do; else every word is a cell.
    pub(super) wide: bool,
}

/// Cells parted by spaces; indented rows of wide gaps begin with an empty one.
pub(super) fn spaced(line: &Line) -> Option<Spaced> {
    let text = line.text();
    if text.contains('|') || line.is_blank() {
        return None;
    }
    let mut cells: Vec<String> = text
        .split("   ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .map(str::to_owned)
        .collect();
    if cells.len() >= 3 {
        if line.indent >= 3 {
            cells.insert(0, String::new());
        }
        return Some(Spaced { cells, wide: true });
    }
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let few = (3..=12).contains(&words.len()) && !line.bullet;
    few.then_some(Spaced { cells: words, wide: false })
}

/// The cells of a row of a spreadsheet, empty ones included: its tabs are gaps of [`TAB`] spaces by
/// now. `None` where another gap stands, so that spaces align the columns.
pub(super) fn tabbed(line: &Line) -> Option<Vec<String>> {
    let text = line.text();
    let mut gap = 0;
    for letter in text.chars().chain(std::iter::once('.')) {
        if letter == ' ' {
            gap += 1;
            continue;
        }
        if gap > 2 && gap % TAB != 0 {
            return None;
        }
        gap = 0;
    }
    let before = std::iter::repeat_n(String::new(), line.indent / TAB);
    let tab = " ".repeat(TAB);
    let cells = text.split(&tab).map(|cell| cell.trim().to_owned());
    Some(before.chain(cells).collect())
}

/// The cells of a row between bars.
pub(super) fn cells(line: &Line) -> Option<Vec<String>> {
    let text = line.text();
    let barred = text.matches('|').count() >= 2;
    let inner = text.trim_matches('|');
    barred.then(|| inner.split('|').map(|cell| cell.trim().to_owned()).collect())
}
