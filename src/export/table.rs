//! A plan as a table for spreadsheets: one row per exercise.

use crate::domain::Unit;

use super::SheetWriter;
use super::csv::row;
use super::plan_json::Exported;

/// The columns; programs read them, so they are the same in every language.
const COLUMNS: [&str; 11] = [
    "date",
    "week",
    "day",
    "unit",
    "section",
    "stream",
    "group",
    "exercise_id",
    "exercise",
    "prescription",
    "remarks",
];

/// The plan as CSV, worded by `writer`.
#[must_use]
pub fn table(writer: SheetWriter<'_>, plan: Exported<'_>) -> String {
    let mut text = String::new();
    row(COLUMNS.iter().map(|column| (*column).to_owned()), &mut text);
    for unit in plan.units() {
        rows(writer, unit, &mut text);
    }
    text
}

fn rows(writer: SheetWriter<'_>, unit: &Unit, text: &mut String) {
    let number = |number: Option<u16>| number.map(|it| it.to_string()).unwrap_or_default();
    let worded = writer.unit(unit);
    let place = unit.place.as_ref();
    for (section, shown) in unit.sections.iter().zip(&worded.sections) {
        for (item, line) in section.items.iter().zip(&shown.rows) {
            let id = item.exercise.as_ref().map(ToString::to_string);
            let cells = [
                unit.date.map(|date| date.to_string()).unwrap_or_default(),
                number(place.map(|place| place.week)),
                number(place.map(|place| u16::from(place.day))),
                worded.title.clone(),
                shown.title.clone(),
                shown.stream.clone(),
                line.group.clone(),
                id.unwrap_or_default(),
                line.name.clone(),
                line.dose.clone(),
                line.notes.clone(),
            ];
            row(cells.into_iter(), text);
        }
    }
}
