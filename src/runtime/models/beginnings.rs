//! Where the day, the month and the hour began, on the wall clock here.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

/// The beginnings that limits count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beginnings {
    pub(super) day: Timestamp,
    pub(super) month: Timestamp,
    /// An hour ago.
    pub(super) hour: Timestamp,
}

impl Beginnings {
    /// Those at a moment in a time zone. Where the calendar has no such moment, the moment itself
    /// stands in, less a day or a month.
    pub(super) fn at(now: Timestamp, zone: TimeZone) -> Self {
        let here = now.to_zoned(zone);
        let day = here.start_of_day().map(|day| day.timestamp());
        let month = here.first_of_month().and_then(|first| first.start_of_day());
        Self {
            day: day.unwrap_or(now - SignedDuration::from_hours(24)),
            month: month
                .map_or(now - SignedDuration::from_hours(24 * 31), |month| month.timestamp()),
            hour: now - SignedDuration::from_hours(1),
        }
    }
}
