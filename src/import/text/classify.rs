//! What part each line plays: heading, scope of a block, item, sets of the item above, rest, or
//! nothing. Decided from the line alone; what needs its neighbours is left to `assemble`.

use super::aliens::is_alien;
use super::cells::cells;
use super::defaults::is_default;
use super::dictated::dictated;
use super::enumerated::{Enumerated, enumerated, labelled};
use super::facts::{Organisation, Role};
use super::lines::Line;
use super::measures::is_moving;
use super::names::Names;
use super::parts::parts;
use super::prose::is_further;
use super::reading::Reading;
use super::session_names::{is_no_exercise, is_plan_name, is_station, is_training};
use super::titles::{is_day, is_section_title, title, titled};
use super::token::Token;
use crate::domain::Span;
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
    /// An amount for everything that follows.
    Default(Box<Reading>),
    /// A row of cells.
    Cells(Vec<String>),
    /// Prose, remarks, and everything else that is no part of the plan.
    Silent,
}

impl Part {
    fn settle(&mut self) {
        match self {
            Self::Items(readings) => readings.iter_mut().for_each(Reading::settle),
            Self::Scope(one)
            | Self::Name(one)
            | Self::Sets(one)
            | Self::Rest(one)
            | Self::Default(one) => one.settle(),
            Self::Blank | Self::Heading { .. } | Self::Cells(_) | Self::Silent => {}
        }
    }
}

/// A line with the part it plays.
#[derive(Debug, Clone, Default)]
pub(super) struct Classified {
    pub(super) line: Line,
    /// A title in front of the content: `strength: back squat`.
    pub(super) prefix: Option<(bool, String)>,
    pub(super) part: Part,
    /// It speaks of something else than training.
    pub(super) alien: bool,
}

/// Decides the part of a line; a timetable says how many seconds it lasts.
pub(super) fn classify(line: Line, lasts: Option<u32>, names: &mut Names<'_>) -> Classified {
    let mut prefix = None;
    let alien = is_alien(&line.content());
    let part = if line.is_blank() {
        Part::Blank
    } else if let Some(cells) = cells(&line).filter(|_| !line.set_mark) {
        Part::Cells(cells)
    } else {
        let mut start = line.start;
        if let Some((day, title, behind)) = titled(&line, names) {
            prefix = Some((day, title));
            start = behind;
        }
        let mut part = part(&line, start, prefix.is_some(), names);
        // a list makes more of the title of a part than a name to show
        let day = prefix.as_ref().is_some_and(|(day, _)| *day);
        let from = if day { start } else { line.start };
        if let Some(listed) = list(&line, from, &part, names) {
            prefix = prefix.or(listed.title.map(|title| (false, title)));
            part = Part::Items(listed.readings);
        }
        if let Some(reading) = station(&line, start, prefix.as_ref(), &part) {
            part = Part::Items(vec![reading]);
        }
        if let Some(seconds) = lasts {
            part = lasting(part, &line, seconds);
        }
        part.settle();
        part
    };
    Classified { line, prefix, part, alien }
}

/// `Station 2: …`: whatever it names is done there, though nobody may know it.
fn station(
    line: &Line,
    start: usize,
    prefix: Option<&(bool, String)>,
    part: &Part,
) -> Option<Reading> {
    let (_, title) = prefix?;
    let numbered = is_station(title) && matches!(part, Part::Name(_) | Part::Silent);
    let content: Vec<char> = line.letters.iter().take(line.end).skip(start).copied().collect();
    let reading = numbered.then(|| Reading::of(&content, start))?;
    (reading.name.is_some() && !reading.resting && reading.name_words() <= 10).then_some(reading)
}

/// A line of a timetable: whatever it names is done for so long.
fn lasting(part: Part, line: &Line, seconds: u32) -> Part {
    let mut readings = match part {
        Part::Items(readings) => readings,
        Part::Name(reading) => vec![*reading],
        Part::Blank | Part::Rest(_) | Part::Cells(_) => return part,
        Part::Heading { .. } | Part::Scope(_) | Part::Sets(_) | Part::Default(_) | Part::Silent => {
            let letters = line.letters.iter().take(line.end).skip(line.start);
            let reading = Reading::of(&letters.copied().collect::<Vec<_>>(), line.start);
            if reading.name.is_none() || reading.resting {
                return part;
            }
            vec![reading]
        }
    };
    if let Some(first) = readings.first_mut()
        && !first.scan.fields.has_content()
        && first.scan.fields.sets.is_none()
        && first.scan.rounds.is_none()
    {
        first.scan.fields.duration_s = Some(Span::exactly(seconds));
    }
    Part::Items(readings)
}

/// What a line lists, unless it says more than a list does.
fn list(line: &Line, start: usize, part: &Part, names: &mut Names<'_>) -> Option<Enumerated> {
    let parted = match part {
        Part::Items(readings) => readings.len() > 1,
        Part::Name(_) | Part::Silent | Part::Scope(_) | Part::Heading { day: false, .. } => false,
        _ => return None,
    };
    if is_alien(&line.content()) {
        return None;
    }
    let content: Vec<char> = line.letters.iter().take(line.end).skip(start).copied().collect();
    let listed = labelled(&content, start, names);
    if parted {
        // `15 min throws: hip throw, shoulder throw (5x10 each)`: the label is no part of it
        return listed.filter(|listed| listed.sure == listed.readings.len());
    }
    listed.or_else(|| enumerated(&content, start, names))
}

fn part(line: &Line, start: usize, titled: bool, names: &mut Names<'_>) -> Part {
    let end = line.end;
    let content: Vec<char> = line.letters.iter().take(end).skip(start).copied().collect();
    let mut reading = Reading::of(&content, start);
    reading.take_count(&content, names);
    if line.set_mark {
        reading.take_clock();
    }
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
    if is_alien(&text) {
        return Part::Silent;
    }
    if is_default(&text, &reading) {
        return Part::Default(Box::new(reading));
    }
    if reading.resting {
        return Part::Rest(Box::new(reading));
    }
    if let Some(mut readings) = parts(&content, start, names) {
        return match readings.as_mut_slice() {
            [one] if one.name.is_none() => Part::Sets(Box::new(std::mem::take(one))),
            _ => Part::Items(readings),
        };
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
    if scan.cap_s.is_some() && colon && !scan.fields.has_content() {
        return Part::Scope(Box::new(reading));
    }
    if organised && !scan.fields.reps_list.is_empty() && nameless {
        return Part::Scope(Box::new(reading));
    }
    // `Tabata x4:` counts rounds
    let rounds = scan.organisation == Some(Organisation::Tabata) && colon && nameless;
    let held = scan.fields.sets.is_some() && !rounds || scan.fields.reps.is_some();
    if organised && !held && (nameless || colon || band < Band::Medium) && !reading.is_prose() {
        return Part::Scope(Box::new(reading));
    }
    if scan.scheme && nameless && ends_open(&text) {
        return Part::Scope(Box::new(reading));
    }
    if is_up_to(&reading) && (work || reading.name.is_none()) {
        return Part::Sets(Box::new(reading));
    }
    if work
        && band < Band::High
        && let Some(readings) = dictated(&content, start, names)
    {
        return Part::Items(readings);
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
    let mut told = reading.scan.tokens.iter().zip(&reading.scan.roles);
    let starts_with_amount = told
        .find(|(token, role)| role.is_some() || !is_further(token.word()))
        .is_some_and(|(_, role)| role.is_some_and(|role| role != Role::Format));
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
    if !work && !reading.sentence && is_section_title(&reading.called) && reading.name_words() <= 4
    {
        return Part::Heading { day: false, title: title(&text) };
    }
    let metres = fields.reps.is_some_and(|reps| reps.min >= 100 && reps.min % 25 == 0);
    if is_no_exercise(&reading.called) && !(metres && is_moving(&reading.called)) {
        // `Tue: 2 miles easy`: a day needs no name for what is done on it
        if titled && (fields.distance_m.is_some() || fields.duration_s.is_some()) {
            reading.name = None;
            reading.called.clear();
            return Part::Sets(Box::new(reading));
        }
        return Part::Silent;
    }
    // `in at 8`: a number that may be a load, of nothing that is known
    if !fields.has_work() && fields.load.is_some_and(|load| load.assumed) && band < Band::High {
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

/// `@units: lbs`, links, marks of tools.
fn is_meta(text: &str) -> bool {
    text.starts_with('@') || text.contains("://") || text.starts_with("www.")
}

/// The same words twice, as link text is often pasted.
fn doubled(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let half = words.len() / 2;
    words.len() >= 2
        && words.len().is_multiple_of(2)
        && words.iter().take(half).eq(words.iter().skip(half))
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
