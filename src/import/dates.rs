//! Dates and weekdays in the headings of days: `Montag`, `Wed`, `2026-03-02`, `13 Mar 2026`,
//! `02.03.2026`.

use jiff::civil::{Date, Weekday};

use crate::language::fold;

/// The date a heading names.
#[must_use]
pub fn date_in(heading: &str) -> Option<Date> {
    let words: Vec<&str> =
        heading.split([' ', ',', '(', ')', 'T']).filter(|word| !word.is_empty()).collect();
    words.iter().find_map(|word| in_numbers(word)).or_else(|| {
        words.windows(3).find_map(|three| {
            let [one, two, three] = three else { return None };
            // `13 Mar 2026` and `Mar 13 2026`
            written(one, two, three).or_else(|| written(two, one, three))
        })
    })
}

/// The weekday a heading begins with, or names as a word of its own.
#[must_use]
pub fn weekday_in(heading: &str) -> Option<Weekday> {
    let folded = fold(heading);
    let words = folded.split(|sign: char| !sign.is_alphabetic());
    words.filter(|word| !word.is_empty()).find_map(|word| {
        WEEKDAYS.iter().find(|(names, _)| names.contains(&word)).map(|(_, weekday)| *weekday)
    })
}

const WEEKDAYS: [(&[&str], Weekday); 7] = [
    (&["monday", "mon", "montag", "mo"], Weekday::Monday),
    (&["tuesday", "tue", "tues", "dienstag", "di"], Weekday::Tuesday),
    (&["wednesday", "wed", "mittwoch", "mi"], Weekday::Wednesday),
    (&["thursday", "thu", "thurs", "donnerstag", "do"], Weekday::Thursday),
    (&["friday", "fri", "freitag", "fr"], Weekday::Friday),
    (&["saturday", "sat", "samstag", "sonnabend", "sa"], Weekday::Saturday),
    (&["sunday", "sun", "sonntag", "so"], Weekday::Sunday),
];

const MONTHS: [&[&str]; 12] = [
    &["jan", "januar"],
    &["feb", "februar"],
    &["mar", "mrz", "marz", "maerz"],
    &["apr"],
    &["may", "mai"],
    &["jun", "juni"],
    &["jul", "juli"],
    &["aug"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "dez"],
];

fn in_numbers(word: &str) -> Option<Date> {
    let word = word.trim_end_matches([':', '.']);
    for (separator, year_first) in [('-', true), ('/', true), ('.', false)] {
        let parts: Vec<i16> = word.split(separator).map_while(|part| part.parse().ok()).collect();
        let &[one, two, three] = parts.as_slice() else { continue };
        if word.split(separator).count() != 3 {
            continue;
        }
        let (year, day) = if year_first { (one, three) } else { (three, one) };
        return date(year, two, day);
    }
    None
}

fn written(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = fold(month);
    let month = MONTHS.iter().position(|names| names.iter().any(|name| month.starts_with(name)))?;
    let day: i16 = day.trim_end_matches(['.', ',']).parse().ok()?;
    date(year.trim_end_matches(':').parse().ok()?, i16::try_from(month + 1).ok()?, day)
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let within = (1900..=2200).contains(&year);
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok().filter(|_| within)
}
