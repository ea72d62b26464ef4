//! What a group did before a program, read from its dated units.

use jiff::civil::Date;

use crate::domain::{PastUnit, Unit};

/// Days after which a group is taken to have forgotten.
const WINDOW: i64 = 56;

/// The dated units before `start` as a profile's history, the newest first: see [`past`].
#[must_use]
pub fn past_units<'a>(
    units: impl IntoIterator<Item = &'a Unit>,
    start: Option<Date>,
    units_per_week: u8,
) -> Vec<PastUnit> {
    past(units, start, units_per_week)
        .into_iter()
        .map(|(days_ago, unit)| PastUnit {
            days_ago,
            exercises: unit.exercises().cloned().collect(),
        })
        .collect()
}

/// The dated units before `start`, the newest first, with the days that lie between. Without a
/// start the program is taken to go on after the newest unit, at the usual pace, so that no clock
/// is asked.
#[must_use]
pub fn past<'a>(
    units: impl IntoIterator<Item = &'a Unit>,
    start: Option<Date>,
    units_per_week: u8,
) -> Vec<(u16, &'a Unit)> {
    let mut dated: Vec<(Date, &Unit)> = units
        .into_iter()
        .filter_map(|unit| Some((unit.date?, unit)))
        .filter(|(date, _)| start.is_none_or(|start| *date < start))
        .collect();
    dated.sort_by(|one, other| {
        other.0.cmp(&one.0).then_with(|| one.1.id.as_str().cmp(other.1.id.as_str()))
    });
    let Some((newest, _)) = dated.first().copied() else { return Vec::new() };
    let gap = i64::from(7_u8.div_ceil(units_per_week.clamp(1, 7)));
    let ago = |date: Date| {
        let days = i64::from((start.unwrap_or(newest) - date).get_days());
        if start.is_some() { days } else { days + gap }
    };
    dated
        .into_iter()
        .map(|(date, unit)| (ago(date), unit))
        .filter(|(days, unit)| (1..=WINDOW).contains(days) && unit.exercises().next().is_some())
        .filter_map(|(days, unit)| Some((u16::try_from(days).ok()?, unit)))
        .collect()
}
