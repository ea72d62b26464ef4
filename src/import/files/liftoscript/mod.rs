//! Programs in Liftoscript: weeks, days, exercises with sets, reuse and repetition over weeks.
//! How loads progress (`progress:`, `update:`) is a script and stays out.

mod line;
mod sets;

use std::collections::HashMap;

use crate::domain::SetType;
use crate::import::draft::{Day, Draft, DraftSection, Row, Verdict};
use crate::import::fields::Fields;
use crate::import::refused::{MOST_ROWS, Refusal, Refused};
use crate::import::sets::gathered;
use crate::matching::{Matched, Matcher};

use line::{Exercise, Reuse, exercise};

/// A day of a week of the program.
#[derive(Debug, Default)]
struct PlannedDay {
    title: String,
    exercises: Vec<Exercise>,
}

/// A week of the program.
#[derive(Debug, Default)]
struct Week {
    title: String,
    days: Vec<PlannedDay>,
}

/// Most exercises that take their sets from each other in a row.
const DEEPEST: usize = 8;

/// Whether a text is a program in Liftoscript: most of its lines are `Name / 3x8 …`.
pub(in crate::import) fn is_liftoscript(text: &str) -> bool {
    let (mut lines, mut exercises, mut scripted) = (0, 0, false);
    for line in text.lines().take(400).map(str::trim) {
        if line.is_empty() || line.starts_with(['#', '/']) {
            continue;
        }
        lines += 1;
        let dosed = line.split(" / ").skip(1).any(|part| {
            part.contains("progress:")
                || part.trim_start().starts_with("...")
                || sets::is_sets(part)
        });
        exercises += usize::from(dosed);
        scripted |= ["progress:", "warmup:", "update:", "used: none", "{~"]
            .iter()
            .any(|word| line.contains(word));
    }
    exercises > 0
        && (scripted || text.starts_with("# ") || text.starts_with("## ") || text.contains("\n## "))
        && 2 * exercises >= lines
}

/// Reads a program; what repeats over weeks stands in each of them.
pub(super) fn read_program(text: &str, matcher: &Matcher) -> Draft {
    let mut weeks: Vec<Week> = Vec::new();
    for (line, content) in logical_lines(text) {
        let content = content.trim();
        if content.is_empty() || content.starts_with("//") {
            continue;
        }
        if let Some(title) = content.strip_prefix("##") {
            let day = PlannedDay { title: title.trim().to_owned(), ..PlannedDay::default() };
            open_week(&mut weeks, |week| week.days.push(day));
        } else if let Some(title) = content.strip_prefix('#') {
            weeks.push(Week { title: title.trim().to_owned(), ..Week::default() });
        } else if let Some(exercise) = exercise(line, content) {
            open_week(&mut weeks, |week| {
                let mut day = week.days.pop().unwrap_or_default();
                day.exercises.push(exercise);
                week.days.push(day);
            });
        }
    }
    repeat(&mut weeks);
    assemble(text, &weeks, matcher)
}

/// Changes the week that is open; the first where none is.
fn open_week(weeks: &mut Vec<Week>, change: impl FnOnce(&mut Week)) {
    let mut week = weeks.pop().unwrap_or_default();
    change(&mut week);
    weeks.push(week);
}

/// The lines of a text with scripts cut out and lines that end in `\` joined, by the number of
/// the first.
fn logical_lines(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let (mut scripted, mut open) = (false, false);
    for (at, line) in text.lines().enumerate() {
        let mut kept = String::new();
        let mut rest = line;
        while !rest.is_empty() {
            let mark = if scripted { "~}" } else { "{~" };
            let (before, after) = rest.split_once(mark).map_or((rest, None), |(a, b)| (a, Some(b)));
            if !scripted {
                kept.push_str(before);
            }
            scripted ^= after.is_some();
            rest = after.unwrap_or_default();
        }
        let continues = kept.trim_end().ends_with('\\');
        let kept = kept.trim_end().trim_end_matches('\\');
        match lines.last_mut() {
            Some((_, last)) if open => {
                last.push(' ');
                last.push_str(kept.trim());
            }
            _ => lines.push((at + 1, kept.to_owned())),
        }
        open = continues;
    }
    lines
}

/// Puts exercises that are said once for several weeks into each of them.
fn repeat(weeks: &mut [Week]) {
    let mut repeated: Vec<(usize, usize, Exercise)> = Vec::new();
    for (at, week) in weeks.iter().enumerate() {
        for (place, day) in week.days.iter().enumerate() {
            for exercise in &day.exercises {
                let Some((_, to)) = exercise.weeks else { continue };
                for later in at + 1..usize::from(to).min(weeks.len()) {
                    repeated.push((later, place, exercise.clone()));
                }
            }
        }
    }
    for (week, day, exercise) in repeated.into_iter().take(MOST_ROWS) {
        let Some(day) = weeks.get_mut(week).and_then(|week| week.days.get_mut(day)) else {
            continue;
        };
        if !day.exercises.iter().any(|known| known.name == exercise.name) {
            day.exercises.push(exercise);
        }
    }
}

fn assemble(text: &str, weeks: &[Week], matcher: &Matcher) -> Draft {
    let mut draft = Draft { lines: text.lines().map(str::to_owned).collect(), ..Draft::default() };
    let mut known: HashMap<String, Matched> = HashMap::new();
    let mut rows = 0;
    for (at, week) in weeks.iter().enumerate() {
        for (place, day) in week.days.iter().enumerate() {
            let mut section = DraftSection { title: day.title.clone(), ..DraftSection::default() };
            for exercise in day.exercises.iter().filter(|exercise| exercise.used) {
                let sets = match resolved(weeks, (at, place), exercise, DEEPEST) {
                    Ok(sets) => sets,
                    Err(why) => {
                        draft.refused.push(Refused { line: exercise.line, why });
                        draft.ignored.push(exercise.line);
                        continue;
                    }
                };
                let found = known
                    .entry(exercise.name.clone())
                    .or_insert_with(|| matcher.find(&exercise.name, 6));
                let row =
                    |sets: Vec<Fields>, set_type: SetType| row(exercise, sets, set_type, found);
                if !exercise.warm_up.is_empty() {
                    section.rows.push(row(exercise.warm_up.clone(), SetType::Warmup));
                }
                section.rows.push(row(sets, SetType::default()));
                rows += 2;
                if rows > MOST_ROWS {
                    return Draft::refused(text, exercise.line, Refusal::TooManyRows);
                }
            }
            if section.rows.is_empty() {
                continue;
            }
            draft.days = draft.days.saturating_add(1);
            let titles = [week.title.as_str(), day.title.as_str()];
            let titles: Vec<&str> = titles.into_iter().filter(|title| !title.is_empty()).collect();
            section.day = Some(Day { n: draft.days, title: titles.join(" · ") });
            draft.sections.push(section);
        }
    }
    draft
}

fn row(exercise: &Exercise, sets: Vec<Fields>, set_type: SetType, found: &Matched) -> Row {
    let fields = gathered(sets);
    let mut prescription = fields.prescription();
    prescription.set_type = set_type;
    Row {
        line: exercise.line,
        name: exercise.name.clone(),
        group: exercise.superset.clone(),
        format: None,
        prescription,
        fields,
        candidates: found.candidates.clone(),
        band: found.band,
        marks: Vec::new(),
        verdict: Verdict::Open,
    }
}

/// The sets of an exercise, its own or those of the one it reuses.
fn resolved(
    weeks: &[Week],
    place: (usize, usize),
    exercise: &Exercise,
    deep: usize,
) -> Result<Vec<Fields>, Refusal> {
    let Some(reuse) = &exercise.reuse else { return Ok(exercise.sets.clone()) };
    if !exercise.sets.is_empty() {
        return Ok(exercise.sets.clone());
    }
    let missing = || Refusal::NoSuchExercise { name: reuse.name.clone() };
    let other = reused(weeks, place, exercise, reuse).ok_or_else(missing)?;
    let deeper = deep.checked_sub(1).ok_or_else(missing)?;
    let mut sets = resolved(weeks, place, other, deeper)?;
    for set in &mut sets {
        // what the line says itself goes before what it reuses
        let mut own = exercise.all.clone();
        own.fill(set);
        *set = own;
    }
    Ok(sets)
}

/// The exercise that is reused: of the week and day that are named, else of the same day, the
/// same week, or anywhere.
fn reused<'a>(
    weeks: &'a [Week],
    (week, day): (usize, usize),
    exercise: &Exercise,
    reuse: &Reuse,
) -> Option<&'a Exercise> {
    let same = |known: &&Exercise| {
        known.name.to_lowercase() == reuse.name.to_lowercase() && known.line != exercise.line
    };
    let of_day =
        |week: usize, day: usize| weeks.get(week)?.days.get(day)?.exercises.iter().find(same);
    let of_week =
        |week: usize| weeks.get(week)?.days.iter().flat_map(|day| &day.exercises).find(same);
    let asked_week = reuse.week.map_or(week, |week| usize::from(week).saturating_sub(1));
    if let Some(asked) = reuse.day {
        return of_day(asked_week, usize::from(asked).saturating_sub(1));
    }
    of_day(asked_week, day).or_else(|| of_week(asked_week)).or_else(|| {
        weeks.iter().flat_map(|week| &week.days).flat_map(|day| &day.exercises).find(same)
    })
}
