//! The dated units of a plan as a calendar (iCalendar, RFC 5545): one all-day entry each, under an
//! id that stays the same, so that reading the file again replaces entries instead of doubling
//! them.

use icalendar::{Calendar, Component, Event, Property};
use jiff::Timestamp;
use jiff::civil::Date;

use super::SheetWriter;
use super::plan_json::Exported;
use super::sheet::{SheetRow, SheetSection, SheetUnit};

/// The calendar, worded by `writer`; `now` is the moment it is written. `None` when no unit of
/// the plan has a date.
#[must_use]
pub fn calendar(writer: SheetWriter<'_>, plan: Exported<'_>, now: Timestamp) -> Option<String> {
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//planwright//planwright//EN")] {
        calendar.append_property(Property::new(key, value));
    }
    let stamp = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut dated = false;
    for unit in plan.units() {
        let Some(date) = unit.date else { continue };
        // the last day there is has no day after it
        let Ok(next) = date.tomorrow() else { continue };
        dated = true;
        let worded = writer.unit(unit);
        let mut event = Event::with_uid(&format!("{}@planwright", unit.id));
        event.add_property("DTSTAMP", &stamp);
        event.append_property(day("DTSTART", date));
        event.append_property(day("DTEND", next));
        event.summary(&worded.title);
        event.description(&described(&worded));
        calendar.push(event.done());
    }
    dated.then(|| calendar.to_string())
}

fn day(key: &str, date: Date) -> Property {
    let mut property = Property::new(key, date.strftime("%Y%m%d").to_string());
    property.add_parameter("VALUE", "DATE");
    property.done()
}

fn described(unit: &SheetUnit) -> String {
    let mut lines = unit.notes.clone();
    for section in &unit.sections {
        lines.push(heading(section));
        lines.extend(section.rows.iter().map(line));
    }
    lines.join("\n")
}

fn heading(section: &SheetSection) -> String {
    let parts = [&section.title, &section.stream].into_iter().chain(&section.facts);
    let parts: Vec<&str> = parts.map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn line(row: &SheetRow) -> String {
    let parts = [row.group.as_str(), row.name.as_str(), row.dose.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("- {}", parts.join(" "))
}
