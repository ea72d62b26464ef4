//! Where the days of a text go: into the unit on the desk, into a unit of its own on a date, into
//! another unit, or nowhere.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::UnitId;
use crate::import::{Draft, Verdict, date_in, weekday_in};

/// A day of the text and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The day's number; `None` for what stands outside of days.
    pub day: Option<u16>,
    /// Its heading; empty where it has none.
    pub title: String,
    /// Where it goes.
    pub to: To,
}

/// Where a day goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    /// Into the unit on the desk, behind the cursor.
    Desk,
    /// Into a unit of its own, on a date or without one.
    New(Option<Date>),
    /// Into another unit, at its end: id and title.
    Unit(UnitId, String),
    /// Nowhere.
    Out,
    /// It is in a plan already.
    Done,
}

impl To {
    /// Whether something is still to be inserted.
    #[must_use]
    pub const fn goes(&self) -> bool {
        matches!(self, Self::Desk | Self::New(_) | Self::Unit(..))
    }
}

/// Whether a unit lies on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    /// One does.
    Unit,
    /// None does.
    Empty,
}

/// Where the days go unless the coach says otherwise: a single one to the desk, several each into
/// a unit of its own, on the date or weekday its heading names, else spread from today on.
pub(super) fn usual(draft: &Draft, today: Date, desk: Desk) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for section in draft.sections.iter().filter(|section| !section.rows.is_empty()) {
        let day = section.day.as_ref();
        if known.insert(day.map(|day| day.n)) {
            places.push(Place {
                day: day.map(|day| day.n),
                title: day.map_or_else(String::new, |day| day.title.trim().to_owned()),
                to: To::Out,
            });
        }
    }
    let alone = places.len() == 1;
    let days: Vec<&mut Place> = places.iter_mut().collect();
    let gap = if days.len() > 3 { 1 } else { 2 };
    let mut last: Option<Date> = None;
    for place in days {
        let named = date_in(&place.title);
        if alone && named.is_none() && desk == Desk::Unit {
            place.to = To::Desk;
            continue;
        }
        let from = last.map_or(today, |last| later(last, 1));
        let usual = last.map_or(today, |last| later(last, gap));
        let weekday = weekday_in(&place.title).map(|weekday| next(from, weekday));
        let date = named.or(weekday).unwrap_or(usual);
        place.to = To::New(Some(date));
        last = Some(date);
    }
    places
}

/// A date some days later, or earlier.
pub(super) fn later(date: Date, days: i32) -> Date {
    date.saturating_add(jiff::Span::new().days(days))
}

/// The first such weekday from a date on.
fn next(from: Date, weekday: Weekday) -> Date {
    (0..7).map(|days| later(from, days)).find(|date| date.weekday() == weekday).unwrap_or(from)
}

/// Rows of a day that go in.
pub(super) fn going(draft: &Draft, day: Option<u16>) -> usize {
    draft
        .sections
        .iter()
        .filter(|section| section.day.as_ref().map(|day| day.n) == day)
        .flat_map(|section| &section.rows)
        .filter(|row| row.verdict != Verdict::Ignored)
        .count()
}
