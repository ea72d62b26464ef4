//! From figures to amounts of work, and from what a line said to its scheme.

use super::error::Expected;
use super::figure::{Atom, Entry, Figure, Glue, Unit, Value};
use crate::domain::{Load, Prescription, Quantity, Scheme, SetType, Span, Tempo, Work};

/// Metres of a mile.
const MILE: f64 = 1609.344;
/// Most sets or rounds a line may ask for.
const SETS: u16 = 999;
/// Most repetitions.
const REPS: u16 = 9999;
/// Longest time: a hundred hours.
const SECONDS: u32 = 360_000;
/// Intervals of a Tabata, with seconds of work and rest.
const TABATA: (u16, u32, u32) = (8, 20, 10);

/// What a line has said so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub sets: Option<Span<u16>>,
    pub works: Vec<Work>,
    pub plan: Option<Plan>,
    pub cap_s: Option<u32>,
    pub per_side: bool,
    pub to_failure: bool,
    pub load: Option<Load>,
    pub rpe: Option<Span<f64>>,
    pub rir: Option<Span<f64>>,
    pub tempo: Option<Tempo>,
    pub rest: Option<Span<u32>>,
    pub set_type: Option<SetType>,
    pub note: String,
}

/// An organisation of the sets other than one after the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Plan {
    Emom { every_s: u32, total_s: Option<u32> },
    Amrap { total_s: Option<u32> },
    ForTime,
    Intervals { work_s: u32, rest_s: u32 },
    Tabata,
    Rounds(Span<u16>),
}

/// A whole number within bounds.
pub(super) fn count(atom: &Atom<'_>, most: u16) -> Result<u16, Expected> {
    match atom.value {
        Value::Number(value) if value.fract() == 0.0 && value <= f64::from(most) => {
            Ok(value as u16)
        }
        _ => Err(Expected::Count),
    }
}

/// A number of sets or rounds.
pub(super) fn sets(figure: &Figure<'_>) -> Result<Span<u16>, Expected> {
    let at_least_one = |atom: &Atom<'_>| {
        count(atom, SETS).and_then(|sets| if sets > 0 { Ok(sets) } else { Err(Expected::Count) })
    };
    match figure.entries.as_slice() {
        [Entry::One(atom)] => at_least_one(atom).map(Span::exactly),
        [Entry::Range(from, to)] => Ok(Span::between(at_least_one(from)?, at_least_one(to)?)),
        _ => Err(Expected::Count),
    }
}

/// Seconds of a time; a bare number counts in `bare`.
pub(super) fn seconds(atom: &Atom<'_>, bare: Unit) -> Result<u32, Expected> {
    let seconds = match (atom.value, atom.unit.unwrap_or(bare)) {
        (Value::Clock(seconds), _) => f64::from(seconds),
        (Value::Number(value), Unit::Seconds) => value,
        (Value::Number(value), Unit::Minutes) => value * 60.0,
        (Value::Number(value), Unit::Hours) => value * 3600.0,
        _ => return Err(Expected::Time),
    };
    let seconds = seconds.round();
    if seconds <= f64::from(SECONDS) { Ok(seconds as u32) } else { Err(Expected::Time) }
}

/// A time or a range of times.
pub(super) fn time_span(figure: &Figure<'_>, bare: Unit) -> Result<Span<u32>, Expected> {
    match figure.entries.as_slice() {
        [Entry::One(atom)] => seconds(atom, bare).map(Span::exactly),
        [Entry::Range(from, to)] => Ok(Span::between(seconds(from, bare)?, seconds(to, bare)?)),
        _ => Err(Expected::Time),
    }
}

/// The amounts a figure stands for: one, or one per set.
pub(super) fn works(figure: &Figure<'_>) -> Result<Vec<Work>, Expected> {
    if let (Glue::Slashes, [Entry::One(one), Entry::One(other)]) =
        (figure.glue, figure.entries.as_slice())
        && one.unit == other.unit
        && matches!(
            other.unit,
            Some(Unit::Metres | Unit::Kilometres | Unit::Miles | Unit::Calories)
        )
    {
        return work(&Entry::Pair(*one, *other)).map(|work| vec![work]);
    }
    figure.entries.iter().map(work).collect()
}

fn work(entry: &Entry<'_>) -> Result<Work, Expected> {
    match entry.unit() {
        _ if entry.first().value == Value::Max => Ok(Work::Max),
        None | Some(Unit::Reps) => repetitions(entry),
        Some(unit) if unit.is_time() => match entry {
            Entry::One(atom) => seconds(atom, unit).map(Span::exactly).map(Work::Seconds),
            Entry::Range(from, to) => {
                Ok(Work::Seconds(Span::between(seconds(from, unit)?, seconds(to, unit)?)))
            }
            Entry::Pair(..) => Err(Expected::Work),
        },
        Some(Unit::Calories) => quantity(entry, 1.0).map(Work::Calories),
        Some(Unit::Metres) => quantity(entry, 1.0).map(Work::Metres),
        Some(Unit::Kilometres) => quantity(entry, 1000.0).map(Work::Metres),
        Some(Unit::Miles) => quantity(entry, MILE).map(Work::Metres),
        Some(_) => Err(Expected::Work),
    }
}

fn repetitions(entry: &Entry<'_>) -> Result<Work, Expected> {
    let reps = |atom: &Atom<'_>| count(atom, REPS);
    match entry {
        Entry::One(atom) => Ok(Work::Reps { count: Span::exactly(reps(atom)?), amrap: atom.plus }),
        Entry::Range(from, to) => {
            let count = Span::between(reps(from)?, reps(to)?);
            Ok(Work::Reps { count, amrap: from.plus || to.plus })
        }
        Entry::Pair(..) => Err(Expected::Work),
    }
}

/// The number, range or pair of an entry, in units of `factor`.
pub(super) fn quantity(entry: &Entry<'_>, factor: f64) -> Result<Quantity, Expected> {
    let number = |atom: &Atom<'_>| match atom.value {
        Value::Number(value) if !atom.plus => Ok(value * factor),
        _ => Err(Expected::Number),
    };
    Ok(match entry {
        Entry::One(atom) => Quantity::Exactly(number(atom)?),
        Entry::Pair(one, other) => Quantity::Pair(number(one)?, number(other)?),
        Entry::Range(from, to) => between(number(from)?, number(to)?),
    })
}

/// A range in order; one number where both ends are the same.
pub(super) fn between(from: f64, to: f64) -> Quantity {
    if from == to { Quantity::Exactly(from) } else { Quantity::Between(from.min(to), from.max(to)) }
}

impl Draft {
    /// The prescription the line amounts to.
    pub(super) fn finish(mut self) -> Result<Prescription, Expected> {
        if self.to_failure {
            if self.works.is_empty() {
                self.works.push(Work::Max);
            } else if self.rir.is_none() {
                self.rir = Some(Span::exactly(0.0));
            }
        }
        Ok(Prescription {
            scheme: self.scheme()?,
            load: self.load,
            rpe: self.rpe,
            rir: self.rir,
            tempo: self.tempo,
            rest: self.rest,
            per_side: self.per_side,
            set_type: self.set_type.unwrap_or_default(),
            note: self.note,
        })
    }

    fn scheme(&mut self) -> Result<Scheme, Expected> {
        let sets = self.sets;
        let works = std::mem::take(&mut self.works);
        let plan = match self.plan {
            None if self.cap_s.is_some() => Some(Plan::ForTime),
            plan => plan,
        };
        if self.cap_s.is_some() && plan != Some(Plan::ForTime) {
            return Err(Expected::OneScheme);
        }
        match plan {
            None => plain(sets, works),
            Some(Plan::Amrap { total_s }) => amrap(sets, works, total_s),
            Some(Plan::Emom { every_s, total_s }) => {
                let rounds = sets.filter(Span::is_single).map(|sets| u32::from(sets.min));
                let total_s = match (total_s, rounds) {
                    (Some(total_s), None) => total_s,
                    (None, Some(rounds)) => rounds.saturating_mul(every_s),
                    (Some(_), Some(_)) => return Err(Expected::OneScheme),
                    (None, None) => return Err(Expected::Time),
                };
                Ok(Scheme::Emom { total_s, every_s, work: single(works)? })
            }
            Some(Plan::ForTime | Plan::Rounds(_)) if sets.is_some() => Err(Expected::OneScheme),
            Some(Plan::ForTime) => Ok(Scheme::ForTime { work: works, cap_s: self.cap_s }),
            Some(Plan::Intervals { work_s, rest_s }) => {
                let rounds = sets.filter(Span::is_single).ok_or(Expected::Count)?.min;
                Ok(Scheme::Intervals { rounds, work_s, rest_s })
            }
            Some(Plan::Tabata) => {
                let (rounds, work_s, rest_s) = TABATA;
                let rounds = sets.map_or(rounds, |sets| sets.min);
                Ok(Scheme::Intervals { rounds, work_s, rest_s })
            }
            Some(Plan::Rounds(rounds)) => Ok(Scheme::Rounds { rounds, work: single(works)? }),
        }
    }
}

/// The only amount, or none.
fn single(mut works: Vec<Work>) -> Result<Work, Expected> {
    let work = works.pop().unwrap_or_default();
    if works.is_empty() { Ok(work) } else { Err(Expected::OneScheme) }
}

fn plain(sets: Option<Span<u16>>, works: Vec<Work>) -> Result<Scheme, Expected> {
    match (sets, works.len()) {
        (None, 0) => Ok(Scheme::Open),
        (sets, 0 | 1) => Ok(Scheme::Sets { sets, work: single(works)? }),
        (None, _) => Ok(Scheme::List(works)),
        (Some(sets), entries) if sets.is_single() && usize::from(sets.min) == entries => {
            Ok(Scheme::List(works))
        }
        (Some(_), _) => Err(Expected::EntryPerSet),
    }
}

/// `AMRAP 12'`, `12 min AMRAP`; without a time the last word on repetitions: `3x AMRAP`, `5 AMRAP`.
fn amrap(
    sets: Option<Span<u16>>,
    works: Vec<Work>,
    total_s: Option<u32>,
) -> Result<Scheme, Expected> {
    match (total_s, sets) {
        (Some(total_s), None) => Ok(Scheme::Amrap { total_s, work: single(works)? }),
        (Some(_), Some(_)) => Err(Expected::OneScheme),
        (None, sets) => match (single(works)?, sets) {
            (Work::Unsaid | Work::Max, sets) => Ok(Scheme::Sets { sets, work: Work::Max }),
            (Work::Reps { count, .. }, sets) => {
                Ok(Scheme::Sets { sets, work: Work::Reps { count, amrap: true } })
            }
            (Work::Seconds(time), None) => {
                Ok(Scheme::Amrap { total_s: time.min, work: Work::Unsaid })
            }
            _ => Err(Expected::OneScheme),
        },
    }
}
