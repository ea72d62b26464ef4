//! Lines that list exercises without an amount for each: `Duck walk, bear crawl, frog jumps – one
//! lane each`, `Groundwork: side hold 20 s, bridge escape, then 4 x 2 min randori`.

use super::facts::Scan;
use super::names::Names;
use super::parts::{is_manner, parts, rests_first};
use super::prose::is_recovery;
use super::reading::Reading;
use super::session_names::is_no_exercise;
use super::titles::is_session;
use crate::matching::Band;

/// Words a listed name may have.
const NAME_WORDS: usize = 6;

/// Words in front of the colon.
const LABEL_WORDS: usize = 4;

/// What a line lists.
#[derive(Debug)]
pub(super) struct Enumerated {
    /// What stands before the colon.
    pub(super) title: Option<String>,
    /// The exercises.
    pub(super) readings: Vec<Reading>,
    /// How many of them are known for sure.
    pub(super) sure: usize,
}

/// Exercises behind a label and a colon. The label helps where a part alone says too little:
/// `Falling school: backwards, sideways`.
pub(super) fn labelled(
    content: &[char],
    start: usize,
    names: &mut Names<'_>,
) -> Option<Enumerated> {
    let colon = content.iter().position(|letter| *letter == ':')?;
    let behind = (colon + 1..content.len()).find(|at| !is_blank(content, *at))?;
    if behind == colon + 1 {
        return None;
    }
    let label: Vec<char> = content.iter().take(colon).copied().collect();
    let title: String = label.iter().collect::<String>().trim().to_owned();
    let quoted = title.starts_with(['"', '„', '“', '»']);
    let label = Reading::of(&label, start);
    if label.name_words() > LABEL_WORDS || label.resting || label.scan.scheme {
        return None;
    }
    let rest: Vec<char> = content.iter().skip(behind).copied().collect();
    let (mut readings, mut sure) = known(&rest, start + behind, &label, names)
        .or_else(|| dosed(&rest, start + behind, &label, quoted, names))?;
    if label.name.is_some() && label.scan.fields.duration_s.is_some() {
        // `20 min basics: …`: the minutes are the whole part's, so it is a row of its own
        readings.insert(0, label);
        sure += 1;
        return Some(Enumerated { title: None, readings, sure });
    }
    Some(Enumerated { title: Some(title), readings, sure })
}

/// `plan: 5 rounds - 15 cal bike, 9 pull-ups`: amounts tell what the label does not.
fn dosed(
    rest: &[char],
    start: usize,
    label: &Reading,
    quoted: bool,
    names: &mut Names<'_>,
) -> Option<(Vec<Reading>, usize)> {
    let bare = !label.scan.fields.has_work() && label.scan.organisation.is_none();
    // `"Grinder": 50-40-30 …` is called something
    let mut known = || names.band(&label.called) >= Band::Low;
    let free = bare && (quoted || is_session(&label.called) || !known());
    let readings = if free { parts(rest, start, names)? } else { return None };
    let sure = readings.len();
    (sure > 1).then_some((readings, sure))
}

/// Exercises without a label.
pub(super) fn enumerated(
    content: &[char],
    start: usize,
    names: &mut Names<'_>,
) -> Option<Enumerated> {
    let (readings, sure) = known(content, start, &Reading::default(), names)?;
    Some(Enumerated { title: None, readings, sure })
}

/// Exercises parted by commas, semicolons or plus signs, of which most are known for sure.
fn known(
    content: &[char],
    start: usize,
    label: &Reading,
    names: &mut Names<'_>,
) -> Option<(Vec<Reading>, usize)> {
    let cuts = cuts(content);
    if cuts.len() < 2 {
        return None;
    }
    let whole: String = content.iter().collect();
    if names.band(whole.trim()) >= Band::High {
        // `roll, handstand and cartwheel` is one exercise
        return None;
    }
    let mut readings: Vec<Reading> = Vec::new();
    let mut said: Vec<Reading> = Vec::new();
    let mut sure = 0;
    for (from, to) in cuts {
        let part: Vec<char> = content.iter().take(to).skip(from).copied().collect();
        let mut reading = Reading::of(&part, start + from);
        let remark = rests_first(&reading) || is_manner(&reading);
        if is_recovery(&reading.called) || reading.name.is_some() && remark {
            // what lies between, or a remark
            return None;
        }
        if reading.name.is_none() || reading.resting {
            said.push(reading);
            continue;
        }
        if reading.name_words() > NAME_WORDS || !said.is_empty() {
            return None;
        }
        if !label.called.is_empty() && names.band(&reading.called) < Band::High {
            let both = format!("{} {}", label.called, reading.called);
            if names.band(&both) >= Band::High {
                reading.called = both;
            }
        }
        let band = names.band(&reading.called);
        if band < Band::High && is_no_exercise(&reading.called) {
            return None;
        }
        sure += usize::from(band >= Band::High);
        readings.push(reading);
    }
    if sure < 2 || 3 * sure < 2 * readings.len() {
        return None;
    }
    if label.called.is_empty() && explains(content, &readings) {
        return None;
    }
    share(&mut readings, label, &said);
    Some((readings, sure))
}

/// `Free play, small-sided game, two goals (30 min)`: the time in brackets is the whole line's, so
/// the commas explain its first part.
fn explains(content: &[char], readings: &[Reading]) -> bool {
    let closed = content.iter().rev().find(|letter| !letter.is_whitespace()) == Some(&')');
    let commas = content.contains(&',');
    let timed = readings.split_last().is_some_and(|(last, before)| {
        last.scan.fields.duration_s.is_some()
            && !last.scan.tokens.iter().any(|token| is_each(token.word()))
            && before.iter().all(|reading| !reading.scan.fields.has_content())
    });
    closed && commas && timed
}

/// Gives everyone what is said for all: `– 40 s each`, `, 20 s rest, 3 rounds` at the end, or the
/// amount behind the last one where the label organises them: `Superset: curls, dips 3x12`.
fn share(readings: &mut [Reading], label: &Reading, said: &[Reading]) {
    let organised = label.scan.organisation.is_some() || label.scan.rounds.is_some();
    if let Some((last, before)) = readings.split_last_mut() {
        let bare = |scan: &Scan| !scan.fields.has_content() && scan.fields.sets.is_none();
        let each = last.scan.tokens.iter().any(|token| is_each(token.word()));
        if each && !last.scan.tokens.iter().any(|token| is_side(token.word())) {
            // of each exercise, not of each side
            last.scan.fields.per_side = false;
        }
        let everyone = each || organised || !said.is_empty();
        if everyone && !bare(&last.scan) && before.iter().all(|reading| bare(&reading.scan)) {
            for reading in before {
                reading.scan.fields = last.scan.fields.clone();
            }
        }
    }
    for reading in readings.iter_mut() {
        for said in said {
            reading.scan.fields.fill(&said.scan.fields);
        }
    }
    if let Some(first) = readings.first_mut() {
        let rounds = said.iter().find_map(|said| said.scan.rounds);
        first.scan.rounds = label.scan.rounds.or(rounds).or(first.scan.rounds);
        first.scan.organisation = label.scan.organisation.or(first.scan.organisation);
        first.scan.total_s = label.scan.total_s.or(first.scan.total_s);
        first.scan.every_s = label.scan.every_s.or(first.scan.every_s);
    }
}

fn is_each(word: &str) -> bool {
    matches!(word, "je" | "jeweils" | "each" | "jede" | "jeder" | "jedes" | "apiece" | "alle")
}

fn is_side(word: &str) -> bool {
    matches!(
        word,
        "side" | "sides" | "leg" | "legs" | "arm" | "arms" | "seite" | "bein" | "richtung" | "way"
    )
}

/// Where each part begins and ends.
fn cuts(content: &[char]) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let (mut depth, mut from) = (0_i32, 0);
    for (at, letter) in content.iter().enumerate() {
        let spaced = is_blank(content, at + 1);
        let apart = match letter {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth -= 1;
                false
            }
            ',' | ';' => depth == 0 && spaced,
            '+' | '&' => depth == 0 && spaced && at > 0 && is_blank(content, at - 1),
            _ => false,
        };
        if apart {
            parts.push((from, at));
            from = at + 1;
        }
    }
    parts.push((from, content.len()));
    parts
}

fn is_blank(content: &[char], at: usize) -> bool {
    content.get(at).is_none_or(|letter| letter.is_whitespace())
}
