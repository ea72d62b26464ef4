//! Exercises as a table for spreadsheets.

use crate::domain::Exercise;
use crate::export::csv::row;
use crate::library::Record;

/// The exercises as CSV, one row each.
#[must_use]
pub fn write_library_csv(exercises: &[&Exercise]) -> String {
    let mut text = String::new();
    row(Record::columns(), &mut text);
    for exercise in exercises {
        row(Record::from(*exercise).to_cells().into_iter(), &mut text);
    }
    text
}
