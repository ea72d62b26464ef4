//! The flat view of a prescription that the import's JSON shows: one field per thing said, the
//! lower bound of ranges, the first value of a pair.

use serde::Serialize;

use super::print::{beats, print};
use crate::domain::{Basis, Lang, Load, Prescription, Quantity, Scheme, SetType, Span, Work};

/// A prescription without its structure. What is not said is null.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Flat {
    /// The line itself, in the asked language.
    pub text: String,
    /// Sets, rounds or intervals.
    pub sets: Option<u16>,
    /// Fewest and most repetitions of every set.
    pub reps: Option<[u16; 2]>,
    /// Repetitions per set, where they differ; never together with `reps`.
    pub reps_list: Option<Vec<u16>>,
    /// Whether a set goes to the limit.
    pub amrap: bool,
    /// The load of every set.
    pub load: Option<FlatLoad>,
    /// Loads per set, where they differ; never together with `load`.
    pub loads_list: Option<Vec<FlatLoad>>,
    /// Perceived exertion.
    pub rpe: Option<f64>,
    /// Repetitions in reserve.
    pub rir: Option<f64>,
    /// Seconds of one set, or of the whole for `AMRAP` and `for time` with a limit.
    pub duration_s: Option<u32>,
    /// Metres of one set.
    pub distance_m: Option<f64>,
    /// Kilocalories of one set.
    pub calories: Option<f64>,
    /// Seconds between sets.
    pub rest_s: Option<u32>,
    /// The four signs.
    pub tempo: Option<String>,
    /// Whether the amount is for each side.
    pub per_side: bool,
}

/// A load with the unit it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FlatLoad {
    /// How much.
    pub value: FlatValue,
    /// `kg`, `lb`, `%1rm`, `%tm`, `bw` (multiples of the body) or `rm`.
    pub unit: &'static str,
}

/// A number, or both ends of a range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum FlatValue {
    /// One number.
    One(f64),
    /// Lower and upper end.
    Range([f64; 2]),
}

impl Flat {
    /// The flat view, its text in `lang`.
    #[must_use]
    pub fn of(prescription: &Prescription, lang: Lang) -> Self {
        let Prescription { scheme, load, rpe, rir, tempo, rest, per_side, set_type, .. } =
            prescription;
        let mut flat = Self {
            text: print(prescription, lang),
            sets: prescription.set_count(),
            rpe: rpe.map(|span| span.min),
            rir: rir.map(|span| span.min),
            rest_s: rest.map(|span| span.min),
            tempo: tempo.map(beats),
            per_side: *per_side,
            amrap: *set_type == SetType::Amrap,
            ..Self::default()
        };
        flat.take_scheme(scheme);
        if let Some(load) = load {
            flat.take_load(load);
        }
        flat
    }

    fn take_scheme(&mut self, scheme: &Scheme) {
        match scheme {
            Scheme::Open => {}
            Scheme::Sets { work, .. } | Scheme::Emom { work, .. } | Scheme::Rounds { work, .. } => {
                self.take_work(work);
            }
            Scheme::List(works) => self.take_works(works),
            Scheme::Amrap { total_s, work } => {
                self.take_work(work);
                self.duration_s = Some(*total_s);
                self.amrap = true;
            }
            Scheme::ForTime { work, cap_s } => {
                self.take_works(work);
                self.duration_s = self.duration_s.or(*cap_s);
            }
            Scheme::Intervals { work_s, rest_s, .. } => {
                self.duration_s = Some(*work_s);
                self.rest_s = self.rest_s.or(Some(*rest_s));
            }
        }
    }

    fn take_work(&mut self, work: &Work) {
        match work {
            Work::Unsaid => {}
            Work::Max => self.amrap = true,
            Work::Reps { count, amrap } => {
                self.reps = Some([count.min, count.max]);
                self.amrap |= *amrap;
            }
            Work::Seconds(span) => self.duration_s = Some(span.min),
            Work::Metres(metres) => self.distance_m = Some(metres.value()),
            Work::Calories(calories) => self.calories = Some(calories.value()),
        }
    }

    /// Entries of a list: repetitions one by one, of anything else the first.
    fn take_works(&mut self, works: &[Work]) {
        let counts: Vec<Span<u16>> = works
            .iter()
            .filter_map(|work| match work {
                Work::Reps { count, .. } => Some(*count),
                _ => None,
            })
            .collect();
        self.amrap |=
            works.iter().any(|work| matches!(work, Work::Max | Work::Reps { amrap: true, .. }));
        match (counts.as_slice(), works) {
            ([first, rest @ ..], _) if counts.len() == works.len() => {
                if rest.iter().all(|count| count == first) {
                    self.reps = Some([first.min, first.max]);
                } else {
                    self.reps_list = Some(counts.iter().map(|count| count.min).collect());
                }
            }
            (_, [first, ..]) => self.take_work(first),
            (_, []) => {}
        }
    }

    fn take_load(&mut self, load: &Load) {
        let flat = |value, basis| {
            unit(basis).map(|(unit, factor)| FlatLoad {
                value: match value {
                    FlatValue::One(one) => FlatValue::One(one * factor),
                    FlatValue::Range([from, to]) => FlatValue::Range([from * factor, to * factor]),
                },
                unit,
            })
        };
        match load {
            Load::Bodyweight => {
                self.load = Some(FlatLoad { value: FlatValue::One(1.0), unit: "bw" });
            }
            Load::Of { basis, amount } => {
                let value = match *amount {
                    Quantity::Exactly(value) | Quantity::Pair(value, _) => FlatValue::One(value),
                    Quantity::Between(from, to) => FlatValue::Range([from, to]),
                };
                self.load = flat(value, *basis);
            }
            Load::PerSet { basis, amounts } => {
                let loads = amounts.iter().map(|value| flat(FlatValue::One(*value), *basis));
                self.loads_list = loads.collect();
            }
            Load::Band(_) | Load::Intensity(_) => {}
        }
    }
}

/// The unit in JSON, and what to multiply by; bases that have none there are `None`.
const fn unit(basis: Basis) -> Option<(&'static str, f64)> {
    Some(match basis {
        Basis::Kg | Basis::BodyweightPlusKg => ("kg", 1.0),
        Basis::Lb | Basis::BodyweightPlusLb => ("lb", 1.0),
        Basis::BodyweightMinusKg => ("kg", -1.0),
        Basis::Pct1Rm => ("%1rm", 1.0),
        Basis::PctTm => ("%tm", 1.0),
        Basis::PctBodyweight => ("bw", 0.01),
        Basis::Rm => ("rm", 1.0),
        Basis::Velocity | Basis::HrZone | Basis::PacePerKm | Basis::Watts | Basis::Cr10 => {
            return None;
        }
    })
}
