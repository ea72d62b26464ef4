//! Lines of tables: titles of columns begin one, rows of cells become rows of the draft.

use super::assemble::Assembler;
use super::cells::{Spaced, spaced, tabbed};
use super::classify::{Classified, Part};
use super::table::Table;

impl Assembler<'_, '_> {
    /// A row of a table whose columns are parted by spaces; false where no such table stands.
    pub(super) fn spaced(&mut self, classified: &Classified) -> bool {
        let line = &classified.line;
        if matches!(classified.part, Part::Blank | Part::Cells(_)) {
            return false;
        }
        let figures = line.letters.iter().any(char::is_ascii_digit);
        // most lines of a workout: no title of columns, and no table stands open
        if self.table.is_none() && figures && !line.is_wide() {
            return false;
        }
        let Some(Spaced { mut cells, wide }) = spaced(line) else { return false };
        let Some(table) = &self.table else {
            // titles hold no figures, rows do
            self.table = match (wide, figures) {
                (true, _) => {
                    // where tabs part the titles, two of them hold an empty cell
                    let tabs = tabbed(line).filter(|titles| *titles == cells);
                    let mut table = Table::of_wide(&cells);
                    if let Some(table) = &mut table {
                        table.tabs = tabs.is_some();
                    }
                    table
                }
                (false, false) => Table::of_spaced(&cells),
                (false, true) => None,
            };
            let heads = self.table.is_some();
            if heads {
                self.ignored.push(line.number);
            }
            return heads;
        };
        if !figures {
            return false;
        }
        if table.tabs
            && let Some(row) = tabbed(line)
        {
            cells = row;
        }
        let reading = if cells.len() == table.width() || wide && cells.len() < table.width() {
            table.read(&cells)
        } else {
            table.read_spaced(&cells)
        };
        let Some(reading) = reading else { return false };
        self.day_of(&cells);
        self.push(classified, &reading, false);
        true
    }

    /// A table may say in its first column which day begins.
    fn day_of(&mut self, cells: &[String]) {
        let day = self.table.as_ref().and_then(|table| table.day(cells)).map(str::to_owned);
        if let Some(title) = day
            && self.day.as_ref().is_none_or(|known| known.title != title)
        {
            self.next_day(&title);
        }
    }

    pub(super) fn cells(&mut self, classified: &Classified, cells: &[String]) {
        if let Some(table) = &self.table {
            if let Some(reading) = table.read(cells) {
                self.day_of(cells);
                self.push(classified, &reading, false);
                return;
            }
        } else if let Some(table) = Table::of(cells) {
            self.table = Some(table);
        }
        self.ignored.push(classified.line.number);
    }
}
