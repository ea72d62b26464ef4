//! Times as training logs write them, as calendar days.

use jiff::civil::Date;

/// A time of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The day, where it can be read.
    pub(super) date: Option<Date>,
    written: String,
}

impl Stamp {
    /// Reads `2019-01-11 12:31:54`, `2024/05/01`, `13 Mar 2026, 15:22`, `2024-03-01T18:00:00Z`,
    /// `03.05.2024`; times of day may stand behind a narrow space.
    pub(super) fn of(text: &str) -> Self {
        let day = day_part(text);
        let numbers: Vec<&str> =
            day.split(['-', '/', '.', ' ']).filter(|it| !it.is_empty()).collect();
        let date = match numbers.as_slice() {
            [year, month, day, ..] if year.len() == 4 => date(year, month, day),
            [day, month, year, ..] if year.len() == 4 => date(year, month, day),
            _ => None,
        };
        Self { date, written: day.to_owned() }
    }

    /// The day in figures, or as it was written.
    pub(super) fn day(&self) -> String {
        self.date.map_or_else(|| self.written.clone(), |date| date.to_string())
    }
}

/// What stands before the time of day.
fn day_part(text: &str) -> &str {
    let text = text.trim();
    if let Some((day, _)) = text.split_once(',') {
        return day.trim();
    }
    let clock = text.find(':').unwrap_or(text.len());
    let before = text.get(..clock).unwrap_or(text);
    match before.rfind([' ', 'T', '\u{a0}']) {
        Some(at) if clock < text.len() => text.get(..at).unwrap_or(text).trim(),
        _ => text,
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let month = month.parse().ok().or_else(|| month_named(month))?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// Months as English and German programs shorten them.
fn month_named(name: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["jan"],
        &["feb"],
        &["mar", "mär", "mrz"],
        &["apr"],
        &["may", "mai"],
        &["jun"],
        &["jul"],
        &["aug"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez"],
    ];
    let name = name.to_lowercase();
    let place = MONTHS.iter().position(|starts| starts.iter().any(|it| name.starts_with(it)))?;
    i8::try_from(place + 1).ok()
}
