//! Which words are titles: of days, of parts of a session, and which are no exercise at all.

use super::lines::Line;
use super::names::Names;
use super::reading::Reading;
use super::session_names::is_slot;
use super::title_words::{is_day_word, is_filler, is_section_word, is_weekday};
use super::token::{Token, TokenKind};
use crate::matching::Band;

/// `strength: …`, `Woche 2: …`, `Part 1: …` in front of content: (day, title, where it ends).
pub(super) fn titled(line: &Line, names: &mut Names<'_>) -> Option<(bool, String, usize)> {
    let (end, mut behind) = parted(line)?;
    if behind >= line.end {
        return None;
    }
    let before: String = line.letters.iter().take(end).skip(line.start).collect();
    let title = before.trim().trim_matches('*').to_owned();
    let folded = crate::language::fold(&title);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() || words.len() > 4 {
        return None;
    }
    let day = is_day_word(words.first()?) && words.len() <= 3;
    let part = words.iter().all(|word| {
        is_section_word(word)
            || is_day_word(word)
            || word.chars().all(|c| c.is_ascii_digit())
            || word.chars().count() == 1
    });
    if !part && !day {
        return None;
    }
    if names.band(&title) >= Band::High {
        return None;
    }
    while line.letters.get(behind).is_some_and(|letter| letter.is_whitespace() || *letter == '*') {
        behind += 1;
    }
    // a day with words only is a heading as a whole: `Monday: Bench & Press`
    // and so is one whose only amount is the length of the day: `Tue - tempo (75 min)`
    let rest = line.letters.iter().take(line.end).skip(behind).copied();
    let rest: Vec<char> = rest.take_while(|letter| *letter != '(').collect();
    let reading = Reading::of(&rest, behind);
    if day && !reading.scan.fields.has_work() {
        return None;
    }
    Some((day, title, behind))
}

/// Where a title in front ends and what follows begins: at a colon, or behind a weekday that stands
/// apart: `Mon  3 x 2000 m`, `Di - 5 km`, `Tue 60 min steady`.
fn parted(line: &Line) -> Option<(usize, usize)> {
    let letter = |at: usize| line.letters.get(at).copied().filter(|_| at < line.end);
    let word = (line.start..line.end).take_while(|at| letter(*at).is_some_and(char::is_alphabetic));
    let end = line.start + word.count();
    let first: String = line.letters.iter().take(end).skip(line.start).collect();
    if is_weekday(&crate::language::fold(&first)) || is_short_weekday(&first) {
        let dotted = end + usize::from(letter(end) == Some('.'));
        let gap = (dotted..line.end).take_while(|at| letter(*at).is_some_and(char::is_whitespace));
        let mut behind = dotted + gap.count();
        let dash = matches!(letter(behind), Some('-' | '–' | '—'));
        let wide = behind >= dotted + 2 || letter(dotted) == Some('\t');
        let digit = letter(behind).is_some_and(|letter| letter.is_ascii_digit());
        if behind > dotted && (dash || wide || digit && first != "Do" && first != "So") {
            behind += usize::from(dash);
            return Some((end, behind));
        }
    }
    let digit = |at: Option<usize>| at.and_then(letter).is_some_and(|c| c.is_ascii_digit());
    let colon = (line.start..line.end).find(|at| {
        letter(*at) == Some(':') && !(digit(at.checked_sub(1)) && digit(Some(at + 1)))
    })?;
    Some((colon, colon + 1))
}

/// A weekday in two or three letters, as a title writes it.
fn is_short_weekday(word: &str) -> bool {
    matches!(
        word,
        "Mo" | "Di"
            | "Mi"
            | "Do"
            | "Fr"
            | "Sa"
            | "So"
            | "Mon"
            | "Tue"
            | "Tues"
            | "Wed"
            | "Thu"
            | "Thur"
            | "Thurs"
            | "Fri"
            | "Sat"
            | "Sun"
            | "MON"
            | "TUE"
            | "WED"
            | "THU"
            | "FRI"
            | "SAT"
            | "SUN"
            | "MO"
            | "DI"
            | "MI"
            | "DO"
            | "FR"
            | "SA"
            | "SO"
    )
}

/// `Morgenroutine`, `Mobility flow`, `Zirkeltraining`: a name of a whole session.
pub(super) fn is_session(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        ["routine", "programm", "training", "einheit", "stunde", "ablauf"]
            .iter()
            .any(|end| word.ends_with(end))
            || matches!(
                word,
                "workout"
                    | "session"
                    | "class"
                    | "practice"
                    | "circuit"
                    | "flow"
                    | "zirkel"
                    | "plan"
            )
    })
}

pub(super) fn title(text: &str) -> String {
    text.trim().trim_end_matches([':', '*', '-']).trim_matches('*').trim().to_owned()
}

/// `01/22/03`, `2018-12-11`, `3.5.2024` in front.
fn is_date(reading: &Reading) -> bool {
    let tokens = &reading.scan.tokens;
    let number = |at: usize| tokens.get(at).and_then(Token::number);
    let sign = |at: usize| {
        tokens.get(at).is_some_and(|t| t.is_sign('/') || t.is_sign('.') || t.is_sign('-'))
    };
    let (Some(a), Some(b), Some(c)) = (number(0), number(2), number(4)) else { return false };
    let width = |at: usize| tokens.get(at).map_or(0, |token| token.to - token.from);
    let day = |n: f64| (1.0..=31.0).contains(&n);
    let year = |at: usize, n: f64| n >= 1900.0 || (width(at) == 2 && width(0) == 2);
    sign(1) && sign(3) && day(b) && ((day(a) && year(4, c)) || (a >= 1900.0 && day(c)))
}

/// A line that names a day, a week or a session.
pub(super) fn is_day(text: &str, reading: &Reading) -> bool {
    let folded = crate::language::fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let count = words.count() + 1;
    if is_date(reading) && count <= 8 {
        return true;
    }
    // `Judo U13, Mittwoch 17:00-18:30`: a group with its hours
    let named_day = || folded.split(|c: char| !c.is_alphanumeric()).any(is_weekday);
    let hours = reading.scan.tokens.iter().any(|token| matches!(token.kind, TokenKind::Clock(_)));
    if count <= 8 && hours && named_day() && !reading.scan.fields.has_work() {
        return true;
    }
    let digits = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let fields = &reading.scan.fields;
    let bracketed = text.contains('(') && !text.trim_start().starts_with('(');
    let listed = !fields.reps_list.is_empty() && !bracketed;
    let work = fields.sets.is_some() || listed || fields.load.is_some();
    let rest = folded.contains("rest") || folded.contains("pause") || folded.contains("frei");
    is_day_word(digits)
        && count <= 8
        && !work
        && reading.function_words <= 1
        && !(rest && count > 3)
}

/// Nothing but words for parts of a session, and at least one that stands for itself.
pub(super) fn is_section_title(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let own = |word: &str| {
        is_section_word(word)
            && !is_slot(word)
            && !matches!(
                word,
                "up" | "in"
                    | "out"
                    | "down"
                    | "lift"
                    | "round"
                    | "runde"
                    | "work"
                    | "rx"
                    | "level"
                    | "option"
                    | "main"
                    | "power"
                    | "core"
                    | "cardio"
                    | "scaled"
                    | "optional"
                    | "bonus"
                    | "superset"
                    | "supersatz"
                    | "circuit"
                    | "zirkel"
                    | "stretching"
            )
    };
    words.clone().any(own) && words.all(|word| is_section_word(word) || is_filler(word))
}
