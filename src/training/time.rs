//! How long it takes (`docs/planner.md` §2.9; calibrated on nine published programs, all within
//! 85–110 % of the minutes they declare). Strength work is reckoned set by set, drills take the
//! minutes given, streams of one phase the time of the longest.

use std::collections::BTreeMap;

use crate::domain::{
    Category, Exercise, Format, Item, Load, Mechanic, Pattern, Prescription, Scheme, Section,
    SectionKind, Span, SupersetTag, Unit, Work,
};
use crate::library::Library;

/// Seconds of general warm-up where strength work has no warm-up section.
pub const WARM_UP_S: f32 = 480.0;
/// Seconds of a ramp set with its rest; two stand before each of the first loaded compounds.
pub const RAMP_SET_S: f32 = 75.0;
/// Seconds to get into place for a set.
pub const SET_UP_S: f32 = 15.0;
/// Seconds of a repetition without a tempo.
pub const REP_S: f32 = 4.0;
/// Seconds to change to the next exercise.
pub const CHANGE_S: f32 = 90.0;

const RAMP_SETS: f32 = 2.0;
/// How many loaded compounds of a unit get ramp sets; the later ones come to a warm body.
const RAMPED_LIFTS: usize = 2;
/// One side after the other takes half as long again: the other side rests meanwhile.
const ONE_SIDED: f32 = 1.5;
/// Seconds between sets where nothing is said.
const USUAL_REST_S: f32 = 90.0;
/// Of the last rest at most this much is saved, because the change goes on meanwhile.
const LAST_REST_S: f32 = 60.0;
/// Repetitions of a set where nothing, or "max", is said.
const USUAL_REPS: f32 = 10.0;
/// Sets where nothing is said.
const USUAL_SETS: f32 = 3.0;
/// Seconds per kilocalorie on a machine: 15 a minute.
const CALORIE_S: f32 = 4.0;

/// Seconds of one item on its own, change included, ramp sets not. Minutes given count as they
/// stand; a free line without an amount takes no time.
#[must_use]
pub fn item_seconds(item: &Item, library: &Library) -> f32 {
    seconds_in_superset(item, library, 1)
}

/// Minutes of a section: its items one after the other or in rounds, at least the minutes that
/// were planned for it.
#[must_use]
pub fn section_minutes(section: &Section, library: &Library) -> f32 {
    section_seconds(section, library) / 60.0
}

/// Minutes of what stands in a section already, whatever was planned for it.
#[must_use]
pub fn filled_section_minutes(section: &Section, library: &Library) -> f32 {
    filled_seconds(section, library) / 60.0
}

/// Minutes of a unit: phases one after the other, each as long as its longest stream; ramp sets
/// and, where strength work has none, a general warm-up on top.
#[must_use]
pub fn unit_minutes(unit: &Unit, library: &Library) -> f32 {
    minutes_by(unit, library, section_seconds)
}

/// Minutes of what stands in a unit already: as [`unit_minutes`], but sections count what they
/// hold and not what was planned for them.
#[must_use]
pub fn filled_unit_minutes(unit: &Unit, library: &Library) -> f32 {
    minutes_by(unit, library, filled_seconds)
}

fn minutes_by(unit: &Unit, library: &Library, seconds_of: fn(&Section, &Library) -> f32) -> f32 {
    let mut streams: BTreeMap<(u16, u16), f32> = BTreeMap::new();
    for section in &unit.sections {
        *streams.entry((section.phase, section.stream)).or_default() +=
            seconds_of(section, library);
    }
    let mut phases: BTreeMap<u16, f32> = BTreeMap::new();
    for ((phase, _), seconds) in streams {
        let longest = phases.entry(phase).or_default();
        *longest = longest.max(seconds);
    }
    let ramps = ramped_lifts(unit, library) as f32 * RAMP_SETS * RAMP_SET_S;
    (phases.values().sum::<f32>() + ramps + general_warm_up(unit, library)) / 60.0
}

/// Seconds of one set's work, without set-up and rest.
#[must_use]
pub fn work_seconds(work: &Work, prescription: &Prescription, exercise: Option<&Exercise>) -> f32 {
    let per_rep = prescription.tempo.map_or(REP_S, |tempo| tempo.seconds() as f32);
    match work {
        Work::Unsaid | Work::Max => USUAL_REPS * per_rep,
        Work::Reps { count, .. } => middle(*count) * per_rep,
        Work::Seconds(seconds) => middle(*seconds),
        Work::Metres(metres) => metres.value() as f32 * seconds_per_metre(exercise),
        Work::Calories(calories) => calories.value() as f32 * CALORIE_S,
    }
}

fn seconds_in_superset(item: &Item, library: &Library, members: usize) -> f32 {
    if let Some(minutes) = item.minutes {
        return f32::from(minutes) * 60.0;
    }
    let exercise = item.exercise.as_ref().and_then(|id| library.get(id)).map(AsRef::as_ref);
    let prescription = &item.prescription;
    let rest = rest_seconds(prescription) / members.max(1) as f32;
    let set = |work: &Work| one_set(work, prescription, exercise);
    let in_sets =
        |count: f32, work_s: f32| work_s + count * rest - rest.min(LAST_REST_S) + CHANGE_S;
    match &prescription.scheme {
        Scheme::Open => exercise.map_or(0.0, |exercise| match exercise.minutes {
            Some(minutes) => f32::from(minutes.usual) * 60.0,
            None => in_sets(USUAL_SETS, USUAL_SETS * set(&Work::Unsaid)),
        }),
        Scheme::Sets { sets: None, work: Work::Seconds(seconds) } => middle(*seconds),
        Scheme::Sets { sets, work } => {
            let sets = sets.map_or(1.0, middle);
            in_sets(sets, sets * set(work))
        }
        Scheme::List(entries) => in_sets(entries.len() as f32, entries.iter().map(set).sum()),
        Scheme::Emom { total_s, .. } | Scheme::Amrap { total_s, .. } => *total_s as f32 + CHANGE_S,
        Scheme::ForTime { cap_s: Some(cap_s), .. } => *cap_s as f32 + CHANGE_S,
        Scheme::ForTime { work, cap_s: None } => {
            work.iter().map(|work| work_seconds(work, prescription, exercise)).sum::<f32>()
                + CHANGE_S
        }
        Scheme::Intervals { rounds, work_s, rest_s } => {
            f32::from(*rounds) * (*work_s + *rest_s) as f32 + CHANGE_S
        }
        Scheme::Rounds { rounds, work } => {
            let rounds = middle(*rounds);
            let pause = prescription.rest.map_or(0.0, |_| rest);
            rounds * (work_seconds(work, prescription, exercise) + pause) - pause + CHANGE_S
        }
    }
}

/// Set-up and work of one set, both sides included.
fn one_set(work: &Work, prescription: &Prescription, exercise: Option<&Exercise>) -> f32 {
    let one_sided = prescription.per_side || exercise.is_some_and(|e| e.unilateral);
    let seconds = SET_UP_S + work_seconds(work, prescription, exercise);
    if one_sided { seconds * ONE_SIDED } else { seconds }
}

fn rest_seconds(prescription: &Prescription) -> f32 {
    prescription.rest.map_or(USUAL_REST_S, middle)
}

fn section_seconds(section: &Section, library: &Library) -> f32 {
    let planned = section.minutes.map_or(0.0, |minutes| f32::from(minutes) * 60.0);
    filled_seconds(section, library).max(planned)
}

fn filled_seconds(section: &Section, library: &Library) -> f32 {
    // A sum over nothing is -0.0, which would be shown as such.
    0.0 + by_clock(section)
        .or_else(|| by_rounds(section, library))
        .unwrap_or_else(|| one_after_the_other(section, library))
}

/// A section that ends when its time is over.
fn by_clock(section: &Section) -> Option<f32> {
    let timed = matches!(
        section.format,
        Some(Format::Emom | Format::AmrapTime | Format::ForTime | Format::Tabata)
    );
    section.cap_s.filter(|_| timed).map(|cap_s| cap_s as f32 + CHANGE_S)
}

/// A section whose items are done once per round.
fn by_rounds(section: &Section, library: &Library) -> Option<f32> {
    let stations = section.format == Some(Format::Stations);
    let rounds = f32::from(section.rounds.filter(|rounds| stations || *rounds > 1)?);
    let round: f32 = section
        .items
        .iter()
        .map(|item| {
            let exercise = item.exercise.as_ref().and_then(|id| library.get(id));
            let exercise = exercise.map(AsRef::as_ref);
            let prescription = &item.prescription;
            let work = first_work(&prescription.scheme);
            let pause = prescription.rest.map_or(0.0, |_| rest_seconds(prescription));
            // from station to station people get into place while they change
            let placed = if stations { pause.min(SET_UP_S) } else { 0.0 };
            one_set(&work, prescription, exercise) + pause - placed
        })
        .sum();
    Some(rounds * round + CHANGE_S)
}

/// What one round holds of an item.
fn first_work(scheme: &Scheme) -> Work {
    match scheme {
        Scheme::Open => Work::Unsaid,
        Scheme::Sets { work, .. }
        | Scheme::Emom { work, .. }
        | Scheme::Amrap { work, .. }
        | Scheme::Rounds { work, .. } => work.clone(),
        Scheme::List(works) | Scheme::ForTime { work: works, .. } => {
            works.first().cloned().unwrap_or_default()
        }
        Scheme::Intervals { work_s, .. } => Work::Seconds(Span::exactly(*work_s)),
    }
}

fn one_after_the_other(section: &Section, library: &Library) -> f32 {
    let members = |tag: SupersetTag| {
        let shares = |item: &&Item| item.superset.is_some_and(|other| other.letter == tag.letter);
        section.items.iter().filter(shares).count()
    };
    section
        .items
        .iter()
        .map(|item| seconds_in_superset(item, library, item.superset.map_or(1, members)))
        .sum()
}

/// How many lifts of the unit get ramp sets.
fn ramped_lifts(unit: &Unit, library: &Library) -> usize {
    unit.items()
        .filter(|(section, _)| section.kind != SectionKind::Warmup)
        // nobody ramps up at a station
        .filter(|(section, _)| section.format != Some(Format::Stations))
        .filter(|(_, item)| {
            let exercise = item.exercise.as_ref().and_then(|id| library.get(id));
            exercise.is_some_and(|exercise| is_loaded_compound(exercise, &item.prescription))
        })
        .take(RAMPED_LIFTS)
        .count()
}

fn is_loaded_compound(exercise: &Exercise, prescription: &Prescription) -> bool {
    exercise.category == Category::Strength
        && exercise.mechanic == Some(Mechanic::Compound)
        && exercise.increment_kg.is_some()
        && !matches!(prescription.load, Some(Load::Bodyweight | Load::Band(_)))
}

fn general_warm_up(unit: &Unit, library: &Library) -> f32 {
    let warms_up = unit.sections.iter().any(|section| section.kind == SectionKind::Warmup);
    let lifts = unit
        .exercises()
        .filter_map(|id| library.get(id))
        .any(|exercise| matches!(exercise.category, Category::Strength | Category::Power));
    if lifts && !warms_up { WARM_UP_S } else { 0.0 }
}

/// Ordinary speeds: a carry at 1 m/s, a sprint at 5, running, rowing and riding at 3.3.
fn seconds_per_metre(exercise: Option<&Exercise>) -> f32 {
    match exercise.and_then(|exercise| exercise.patterns.first()) {
        Some(Pattern::Carry | Pattern::Locomotion | Pattern::Lunge) => 1.0,
        Some(Pattern::Sprint) => 0.2,
        _ => 0.3,
    }
}

fn middle<T: Into<f64>>(span: Span<T>) -> f32 {
    f64::midpoint(span.min.into(), span.max.into()) as f32
}
