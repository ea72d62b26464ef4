//! What part each line plays: heading, scope of a block, item, sets of the item above, rest, or
//! nothing. Decided from the line alone; what needs its neighbours is left to `assemble`.

use super::lexer::Token;
use super::lines::Line;
use super::names::Names;
use super::reading::Reading;
use super::scan::{Organisation, Role};
use crate::matching::Band;

/// The part a line plays.
#[derive(Debug, Clone, Default)]
pub(super) enum Part {
    /// Nothing stands there.
    #[default]
    Blank,
    /// A title: of a day or of a block.
    Heading {
        /// It counts as a day.
        day: bool,
        /// What it says.
        title: String,
    },
    /// How the items around it are organised.
    Scope(Box<Reading>),
    /// One or more exercises with what is to be done.
    Items(Vec<Reading>),
    /// A name and nothing else; whether it is an exercise depends on its neighbours.
    Name(Box<Reading>),
    /// Amounts without a name: sets of the item above.
    Sets(Box<Reading>),
    /// Rest of the item above.
    Rest(Box<Reading>),
    /// A row of cells.
    Cells(Vec<String>),
    /// Prose, remarks, and everything else that is no part of the plan.
    Silent,
}

/// A line with the part it plays.
#[derive(Debug, Clone, Default)]
pub(super) struct Classified {
    pub(super) line: Line,
    /// A title in front of the content: `strength: back squat`.
    pub(super) prefix: Option<(bool, String)>,
    pub(super) part: Part,
}

/// Decides the part of a line.
pub(super) fn classify(line: Line, names: &mut Names<'_>) -> Classified {
    let mut prefix = None;
    let part = if line.is_blank() {
        Part::Blank
    } else if let Some(cells) = cells(&line) {
        Part::Cells(cells)
    } else {
        let mut start = line.start;
        if let Some((day, title, behind)) = titled(&line, names) {
            prefix = Some((day, title));
            start = behind;
        }
        part(&line, start, prefix.is_some(), names)
    };
    Classified { line, prefix, part }
}

fn part(line: &Line, start: usize, titled: bool, names: &mut Names<'_>) -> Part {
    let end = line.end;
    let content: Vec<char> = line.letters.iter().take(end).skip(start).copied().collect();
    let reading = Reading::of(&content, start);
    let text: String = content.iter().collect();
    if is_meta(&text) || doubled(&text) {
        return Part::Silent;
    }
    let fields = &reading.scan.fields;
    let colon = line.last() == Some(':');
    let band = names.band(&reading.called);
    let work = fields.has_work() || fields.load.is_some() || !fields.loads_list.is_empty();
    if !titled && is_day(&text, &reading) && band < Band::High {
        return Part::Heading { day: true, title: title(&text) };
    }
    if reading.resting {
        return Part::Rest(Box::new(reading));
    }
    if let Some(readings) = parts(&content, start, names) {
        return Part::Items(readings);
    }
    let scan = &reading.scan;
    let organised = scan.rounds.is_some()
        || matches!(
            scan.organisation,
            Some(
                Organisation::Rounds
                    | Organisation::ForTime
                    | Organisation::Amrap
                    | Organisation::Emom
                    | Organisation::Tabata
                    | Organisation::Circuit
                    | Organisation::Superset
            )
        );
    let nameless = reading.name.is_none() || is_plan_name(&reading.called);
    if organised && !scan.fields.reps_list.is_empty() && nameless {
        return Part::Scope(Box::new(reading));
    }
    let held = scan.fields.sets.is_some() || scan.fields.reps.is_some();
    if organised && !held && (nameless || colon || band < Band::Medium) && !reading.is_prose() {
        return Part::Scope(Box::new(reading));
    }
    if scan.scheme && nameless && ends_open(&text) {
        return Part::Scope(Box::new(reading));
    }
    if is_up_to(&reading) && (work || reading.name.is_none()) {
        return Part::Sets(Box::new(reading));
    }
    if reading.is_prose() && band < Band::High && !timed(&reading) {
        return Part::Silent;
    }
    if colon && !work {
        if band >= Band::Medium && reading.name_words() <= 4 {
            return Part::Name(Box::new(reading));
        }
        return Part::Heading { day: is_training(&text), title: title(&text) };
    }
    if line.heading > 0 && !work {
        if band >= Band::Medium && line.heading > 1 {
            return Part::Name(Box::new(reading));
        }
        return Part::Heading { day: line.heading <= 2 || line.heading == 7, title: title(&text) };
    }
    let starts_with_amount = reading
        .scan
        .roles
        .first()
        .is_some_and(|role| role.is_some_and(|role| role != Role::Format));
    if reading.name.is_none() {
        let amounts = work || !reading.scan.inner.is_empty();
        return if amounts && (starts_with_amount || line.set_mark || line.bullet) {
            Part::Sets(Box::new(reading))
        } else {
            Part::Silent
        };
    }
    if line.set_mark {
        return Part::Sets(Box::new(reading));
    }
    if is_training(&text) && band < Band::Medium && !starts_with_amount {
        return Part::Heading { day: true, title: title(&text) };
    }
    if is_no_exercise(&reading.called) {
        return Part::Silent;
    }
    if work || !reading.scan.inner.is_empty() {
        let leading = starts_with_amount && reading.scan.product.is_none();
        // a lone number in front of words that name nothing is no amount
        if leading && band == Band::Unmatched && reading.name_words() > 6 && !timed(&reading) {
            return Part::Silent;
        }
        return Part::Items(vec![reading]);
    }
    if reading.sentence && band < Band::High || reading.name_words() > 8 {
        return Part::Silent;
    }
    Part::Name(Box::new(reading))
}

/// Minutes stand first or last: a line of a class plan may be long.
fn timed(reading: &Reading) -> bool {
    let roles = &reading.scan.roles;
    let time = |role: Option<&Option<Role>>| role == Some(&Some(Role::Duration));
    let last = roles.iter().rev().find(|role| role.is_some());
    time(roles.first()) || (time(last) && reading.function_words <= 2)
}

/// Several exercises on one line, parted by commas, semicolons, slashes or plus signs.
fn parts(content: &[char], start: usize, names: &mut Names<'_>) -> Option<Vec<Reading>> {
    let mut cuts = vec![0];
    let mut depth = 0_i32;
    for (at, letter) in content.iter().enumerate() {
        let at_space = |at: usize| content.get(at).is_none_or(|c| c.is_whitespace());
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' | ';' if depth == 0 && at_space(at + 1) => cuts.push(at + 1),
            '/' | '+' | '&' if depth == 0 && at_space(at + 1) && at > 0 && at_space(at - 1) => {
                cuts.push(at + 1);
            }
            _ => {}
        }
    }
    if cuts.len() < 2 {
        return None;
    }
    cuts.push(content.len() + 1);
    let mut readings: Vec<Reading> = Vec::new();
    let mut whole = 0;
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let part: Vec<char> =
            content.iter().take(to.saturating_sub(1)).skip(*from).copied().collect();
        let reading = Reading::of(&part, start + from);
        let amount = reading.scan.fields.has_content() || reading.scan.fields.sets.is_some();
        let named = reading.name.is_some() && reading.name_words() <= 6;
        let known = named && names.band(&reading.called) >= Band::Low;
        if named && amount && (known || starts_with_count(&reading)) {
            whole += 1;
        } else if !known && !(named && !amount && !is_no_exercise(&reading.called)) {
            return None;
        }
        readings.push(reading);
    }
    (whole >= 2 && 2 * whole > readings.len()).then_some(readings)
}

fn starts_with_count(reading: &Reading) -> bool {
    matches!(
        reading.scan.roles.first(),
        Some(Some(Role::Reps | Role::Distance | Role::Calories | Role::Sets | Role::Format))
    )
}

/// `strength: …`, `Woche 2: …`, `Part 1: …` in front of content: (day, title, where it ends).
fn titled(line: &Line, names: &mut Names<'_>) -> Option<(bool, String, usize)> {
    let colon = (line.start..line.end).find(|at| {
        let digit = |at: Option<usize>| {
            at.and_then(|at| line.letters.get(at)).is_some_and(char::is_ascii_digit)
        };
        line.letters.get(*at) == Some(&':') && !(digit(at.checked_sub(1)) && digit(Some(at + 1)))
    })?;
    if colon + 1 >= line.end {
        return None;
    }
    let before: String = line.letters.iter().take(colon).skip(line.start).collect();
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
    let mut behind = colon + 1;
    while line.letters.get(behind).is_some_and(|letter| letter.is_whitespace() || *letter == '*') {
        behind += 1;
    }
    // a day with words only is a heading as a whole: `Monday: Bench & Press`
    let rest: Vec<char> = line.letters.iter().take(line.end).skip(behind).copied().collect();
    let reading = Reading::of(&rest, behind);
    if day && !reading.scan.fields.has_work() {
        return None;
    }
    Some((day, title, behind))
}

/// The cells of a row of a table.
fn cells(line: &Line) -> Option<Vec<String>> {
    let text = line.text();
    let mark = if text.matches('|').count() >= 2 {
        '|'
    } else if text.matches('\t').count() >= 2 {
        '\t'
    } else {
        return None;
    };
    let inner = text.trim_matches(mark);
    Some(inner.split(mark).map(|cell| cell.trim().to_owned()).collect())
}

fn title(text: &str) -> String {
    text.trim().trim_end_matches([':', '*', '-']).trim_matches('*').trim().to_owned()
}

/// `@units: lbs`, links, marks of tools.
fn is_meta(text: &str) -> bool {
    text.starts_with('@') || text.contains("://") || text.starts_with("www.")
}

/// The same words twice, as link text is often pasted.
fn doubled(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let half = words.len() / 2;
    words.len() >= 2 && words.len() % 2 == 0 && words.iter().take(half).eq(words.iter().skip(half))
}

/// The scheme is followed by what it is for: `21-15-9 of`, `5-5-5:`.
fn ends_open(text: &str) -> bool {
    let folded = crate::language::fold(text);
    let head = folded.split('[').next().unwrap_or_default().trim();
    let last = head.trim_end_matches([':', '.']).trim().rsplit(' ').next().unwrap_or_default();
    matches!(last, "of" | "von" | "reps" | "time" | "wdh" | "zeit")
        || last.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// `Up to 145 lb`, `work up to a heavy single`, `climb to a 2RM`: where the item above leads.
pub(super) fn is_up_to(reading: &Reading) -> bool {
    let words: Vec<&str> = reading.scan.tokens.iter().map(Token::word).take(3).collect();
    matches!(
        words.as_slice(),
        ["up", "to", ..]
            | ["work" | "build" | "climb" | "ramp", "up" | "to", ..]
            | ["bis" | "steigern", "zu" | "bis", ..]
    )
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
fn is_day(text: &str, reading: &Reading) -> bool {
    let folded = crate::language::fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let count = words.count() + 1;
    if is_date(reading) && count <= 8 {
        return true;
    }
    let digits = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let fields = &reading.scan.fields;
    let work = fields.sets.is_some() || !fields.reps_list.is_empty() || fields.load.is_some();
    let rest = folded.contains("rest") || folded.contains("pause") || folded.contains("frei");
    is_day_word(digits)
        && count <= 8
        && !work
        && reading.function_words <= 1
        && !(rest && count > 3)
}

fn is_day_word(word: &str) -> bool {
    matches!(
        word,
        "day"
            | "tag"
            | "week"
            | "weeks"
            | "woche"
            | "wochen"
            | "workout"
            | "session"
            | "einheit"
            | "trainingstag"
            | "trainingseinheit"
            | "wod"
            | "te"
            | "phase"
            | "block"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
            | "montag"
            | "dienstag"
            | "mittwoch"
            | "donnerstag"
            | "freitag"
            | "samstag"
            | "sonntag"
            | "mo"
            | "di"
            | "mi"
            | "do"
            | "fr"
            | "sa"
            | "so"
    )
}

/// Words that name parts of a session.
fn is_section_word(word: &str) -> bool {
    matches!(
        word,
        "strength"
            | "metcon"
            | "conditioning"
            | "skill"
            | "warm"
            | "up"
            | "warmup"
            | "cool"
            | "down"
            | "cooldown"
            | "accessory"
            | "accessories"
            | "finisher"
            | "core"
            | "cardio"
            | "wod"
            | "part"
            | "teil"
            | "main"
            | "power"
            | "gymnastics"
            | "kraft"
            | "kraftteil"
            | "ausdauer"
            | "hauptteil"
            | "aufwarmen"
            | "erwarmung"
            | "cashout"
            | "cash"
            | "out"
            | "in"
            | "buy"
            | "everyone"
            | "alle"
            | "stretching"
            | "mobility"
            | "beweglichkeit"
            | "block"
            | "section"
            | "superset"
            | "supersatz"
            | "circuit"
            | "zirkel"
            | "option"
            | "level"
            | "rx"
            | "scaled"
            | "station"
            | "minute"
            | "min"
            | "odd"
            | "even"
            | "ungerade"
            | "gerade"
            | "then"
            | "dann"
            | "exercise"
            | "ubung"
            | "round"
            | "runde"
            | "work"
            | "work-up"
            | "warm-up"
            | "cool-down"
            | "weightlifting"
            | "lift"
            | "primary"
            | "secondary"
            | "optional"
            | "bonus"
    )
}

/// `Kindertraining`, `Upper Day`, `Push Workout`: titles of a whole session.
fn is_training(text: &str) -> bool {
    let folded = crate::language::fold(text);
    let head = folded.split(['(', ':']).next().unwrap_or_default().trim();
    let words: Vec<&str> = head.split_whitespace().collect();
    words.len() <= 4
        && words.last().is_some_and(|word| {
            word.ends_with("training")
                || word.ends_with("tag")
                || matches!(*word, "day" | "workout" | "session" | "plan" | "einheit" | "programm")
        })
}

/// The name is nothing but words of plans: `AMRAP of`, `Block`, `Then`.
pub(super) fn is_plan_name(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| {
        is_section_word(word)
            || is_day_word(word)
            || is_filler(word)
            || word.chars().all(|c| c.is_ascii_digit())
    })
}

/// Words that stand beside amounts and are no exercise.
fn is_no_exercise(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(is_filler) || {
        let first = folded.split_whitespace().next().unwrap_or_default();
        matches!(
            first,
            "note" | "notes" | "notiz" | "hinweis" | "tip" | "tipp" | "rest" | "logged" | "pausen"
        )
    }
}

fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "ubung"
            | "ubungen"
            | "satz"
            | "satze"
            | "wiederholung"
            | "wiederholungen"
            | "pause"
            | "pausen"
            | "set"
            | "sets"
            | "rep"
            | "reps"
            | "note"
            | "notes"
            | "dauer"
            | "duration"
            | "gruppe"
            | "group"
            | "total"
            | "time"
            | "woche"
            | "wochen"
            | "tag"
            | "tage"
            | "days"
            | "weeks"
            | "week"
            | "wochenende"
            | "weekend"
            | "am"
            | "pm"
            | "start"
            | "ende"
            | "end"
            | "of"
            | "the"
            | "and"
            | "und"
            | "then"
            | "dann"
            | "each"
            | "per"
            | "pro"
            | "hour"
            | "less"
            | "or"
            | "oder"
            | "minutes"
            | "scheme"
            | "format"
            | "rounds"
            | "for"
            | "in"
            | "a"
            | "min"
            | "max"
            | "work"
            | "volume"
            | "kcal"
            | "calories"
            | "kg"
            | "lbs"
            | "split"
            | "er"
            | "date"
            | "datum"
            | "domain"
            | "cap"
            | "zeit"
            | "runden"
            | "failure"
            | "tempo"
            | "easy"
            | "hard"
            | "halten"
            | "hold"
            | "exercises"
            | "alternating"
            | "between"
            | "zwischen"
            | "all"
            | "alle"
    )
}
