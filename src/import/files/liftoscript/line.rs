//! One line of a program: `label: Name, Equipment [1,1-4] / 3x8 60kg / superset: A / warmup: …`.

use super::sets::{self, Sets};
use crate::import::fields::Fields;

/// An exercise of a day.
#[derive(Debug, Clone, Default)]
pub(super) struct Exercise {
    pub(super) line: usize,
    /// Name, with the equipment in brackets.
    pub(super) name: String,
    /// First and last week it stands in, from 1.
    pub(super) weeks: Option<(u16, u16)>,
    pub(super) sets: Vec<Fields>,
    /// What the line says of all its sets.
    pub(super) all: Fields,
    pub(super) warm_up: Vec<Fields>,
    pub(super) superset: Option<String>,
    pub(super) reuse: Option<Reuse>,
    /// `used: none` makes it a template.
    pub(super) used: bool,
}

/// `...Squat[2:1]`: the sets of another exercise.
#[derive(Debug, Clone, Default)]
pub(super) struct Reuse {
    pub(super) name: String,
    pub(super) week: Option<u16>,
    pub(super) day: Option<u16>,
}

/// Reads a line; `None` without a name.
pub(super) fn exercise(line: usize, text: &str) -> Option<Exercise> {
    let mut parts = parts(text).into_iter();
    let head = parts.next()?;
    let (name, weeks) = named(&head);
    if !name.chars().any(char::is_alphabetic) {
        return None;
    }
    let mut exercise = Exercise { line, name, weeks, used: true, ..Exercise::default() };
    let mut variations: Vec<(bool, Sets)> = Vec::new();
    for part in parts {
        let part = part.trim();
        if let Some(reused) = part.strip_prefix("...") {
            exercise.reuse = Some(reuse(reused));
            continue;
        }
        match part.split_once(':').map(|(key, value)| (key.trim(), value.trim())) {
            Some(("superset", group)) => exercise.superset = superset(group),
            Some(("warmup", "none") | ("progress" | "update" | "id", _)) => {}
            Some(("warmup", sets)) => exercise.warm_up = sets::read(sets).each,
            Some(("used", value)) => exercise.used = value != "none",
            _ => {
                let (current, sets) =
                    part.strip_prefix('!').map_or((false, part), |rest| (true, rest));
                let read = sets::read(sets);
                if read.each.is_empty() {
                    exercise.all.fill(&read.all);
                } else {
                    variations.push((current, read));
                }
            }
        }
    }
    let chosen = variations.iter().position(|(current, _)| *current).unwrap_or(0);
    if let Some((_, chosen)) = variations.into_iter().nth(chosen) {
        exercise.all.fill(&chosen.all);
        exercise.sets = chosen.each;
    }
    for set in &mut exercise.sets {
        set.fill(&exercise.all);
    }
    Some(exercise)
}

/// The parts between slashes, brackets left whole.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if letter == '/' && depth == 0 {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
    }
    parts
}

/// `main: Bench Press, Dumbbell[1-4]` → `Bench Press (Dumbbell)` and the weeks.
fn named(head: &str) -> (String, Option<(u16, u16)>) {
    let (head, bracket) = match head.split_once('[') {
        Some((name, rest)) => (name, rest.split(']').next()),
        None => (head, None),
    };
    let weeks = bracket.and_then(|bracket| {
        let (from, to) = bracket.rsplit(',').next()?.split_once('-')?;
        Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
    });
    // a variation behind a bar is the program's own matter
    let head = head.split('|').next().unwrap_or(head);
    let head = head.split_once(':').map_or(head, |(_, name)| name).trim();
    let name = match head.rsplit_once(',') {
        Some((name, equipment)) if !equipment.trim().is_empty() => {
            format!("{} ({})", name.trim(), equipment.trim())
        }
        _ => head.to_owned(),
    };
    (name, weeks)
}

fn reuse(text: &str) -> Reuse {
    let (head, place) = text.split_once('[').unwrap_or((text, ""));
    let place = place.trim().trim_end_matches(']');
    let number = |text: &str| text.trim().parse().ok();
    let (week, day) = match place.split_once(':') {
        Some((week, day)) => (number(week), number(day)),
        None => (None, number(place)),
    };
    Reuse { name: named(head).0, week, day }
}

/// A letter for the group: its own where it is one, else its first.
fn superset(group: &str) -> Option<String> {
    let letter = group.chars().find(char::is_ascii_alphabetic)?;
    Some(letter.to_ascii_uppercase().to_string())
}
