//! A prescription as the flat fields a line is read into: what the JSON of `import` prints, and
//! what is turned into a [`Prescription`] when a coach accepts the row.

use serde::{Deserialize, Serialize};

use crate::domain::{Basis, Beat, Load, Prescription, Quantity, Scheme, Span, Tempo, Work};

/// What was read about the amount, load and effort of one exercise. `None` and empty: not said.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Fields {
    /// Number of sets.
    pub sets: Option<Span<u16>>,
    /// Repetitions of each set.
    pub reps: Option<Span<u16>>,
    /// Repetitions set by set, where they differ.
    pub reps_list: Vec<Span<u16>>,
    /// As many as possible, in the last set at least.
    pub amrap: bool,
    /// Load of every set.
    pub load: Option<LoadField>,
    /// Load set by set, where it differs.
    pub loads_list: Vec<LoadField>,
    /// Perceived exertion, 1–10.
    pub rpe: Option<Span<f64>>,
    /// Repetitions in reserve.
    pub rir: Option<Span<f64>>,
    /// Seconds of each set.
    pub duration_s: Option<Span<u32>>,
    /// Metres of each set.
    pub distance_m: Option<f64>,
    /// Kilocalories of each set; the second value of a pair follows.
    pub calories: Option<(f64, Option<f64>)>,
    /// Seconds between sets.
    pub rest_s: Option<Span<u32>>,
    /// Four beats.
    pub tempo: Option<Tempo>,
    /// Meant for each side.
    pub per_side: bool,
}

/// A load as written.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LoadField {
    /// The value; the first of a pair, the lower end of a range.
    pub value: f64,
    /// The second value of a pair or the upper end of a range.
    pub second: Option<f64>,
    /// What it is counted in.
    pub unit: LoadUnit,
    /// Two values for two groups of people (`24/16`), not a range.
    pub pair: bool,
    /// The unit was not written but taken from the rest of the text.
    pub assumed: bool,
}

/// What a load is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoadUnit {
    /// Kilograms.
    #[serde(rename = "kg")]
    Kg,
    /// Pounds.
    #[serde(rename = "lb")]
    Lb,
    /// Percent of the best single.
    #[serde(rename = "%1rm")]
    Pct1Rm,
    /// Percent of the training maximum.
    #[serde(rename = "%tm")]
    PctTm,
    /// Multiples of body weight.
    #[serde(rename = "bw")]
    Bodyweight,
    /// A repetition maximum.
    #[serde(rename = "rm")]
    Rm,
}

impl LoadUnit {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Kg => "kg",
            Self::Lb => "lb",
            Self::Pct1Rm => "%1rm",
            Self::PctTm => "%tm",
            Self::Bodyweight => "bw",
            Self::Rm => "rm",
        }
    }
}

impl Fields {
    /// Whether nothing was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an amount of work was read: repetitions, time, distance, calories, or sets.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.has_content() || self.sets.is_some()
    }

    /// Whether it says what one set holds.
    #[must_use]
    pub fn has_content(&self) -> bool {
        self.reps.is_some()
            || !self.reps_list.is_empty()
            || self.duration_s.is_some()
            || self.distance_m.is_some()
            || self.calories.is_some()
            || self.amrap
    }

    /// Takes from `other` what is not said here.
    pub fn fill(&mut self, other: &Self) {
        let work = self.has_content();
        self.sets = self.sets.or(other.sets);
        if !work {
            self.reps = other.reps;
            self.reps_list.clone_from(&other.reps_list);
            self.amrap = other.amrap;
            self.duration_s = other.duration_s;
            self.distance_m = other.distance_m;
            self.calories = other.calories;
        }
        if self.load.is_none() && self.loads_list.is_empty() {
            self.load = other.load;
            self.loads_list.clone_from(&other.loads_list);
        }
        self.rpe = self.rpe.or(other.rpe);
        self.rir = self.rir.or(other.rir);
        self.rest_s = self.rest_s.or(other.rest_s);
        self.tempo = self.tempo.or(other.tempo);
        self.per_side |= other.per_side;
    }

    /// The prescription these fields say.
    #[must_use]
    pub fn prescription(&self) -> Prescription {
        let mut prescription = Prescription {
            scheme: self.scheme(),
            load: self.load(),
            rpe: self.rpe,
            rir: self.rir,
            tempo: self.tempo,
            rest: self.rest_s,
            per_side: self.per_side,
            ..Prescription::default()
        };
        if let (Scheme::Open, Some(Load::Of { basis: Basis::Rm, amount })) =
            (&prescription.scheme, &prescription.load)
        {
            // a repetition maximum says how many by itself
            let reps = Span::exactly(amount.value() as u16);
            prescription.scheme =
                Scheme::Sets { sets: None, work: Work::Reps { count: reps, amrap: false } };
        }
        prescription
    }

    fn scheme(&self) -> Scheme {
        if self.reps_list.len() > 1 {
            let last = self.reps_list.len() - 1;
            let entries = self
                .reps_list
                .iter()
                .enumerate()
                .map(|(at, count)| Work::Reps { count: *count, amrap: self.amrap && at == last });
            return Scheme::List(entries.collect());
        }
        let work = self.work();
        if work == Work::Unsaid && self.sets.is_none() {
            return Scheme::Open;
        }
        Scheme::Sets { sets: self.sets, work }
    }

    fn work(&self) -> Work {
        if let Some(count) = self.reps.or(self.reps_list.first().copied()) {
            Work::Reps { count, amrap: self.amrap }
        } else if let Some(metres) = self.distance_m {
            Work::Metres(Quantity::Exactly(metres))
        } else if let Some(seconds) = self.duration_s {
            Work::Seconds(seconds)
        } else if let Some((first, second)) = self.calories {
            Work::Calories(second.map_or(Quantity::Exactly(first), |s| Quantity::Pair(first, s)))
        } else if self.amrap {
            Work::Max
        } else {
            Work::Unsaid
        }
    }

    fn load(&self) -> Option<Load> {
        if let [first, _, ..] = self.loads_list.as_slice() {
            let amounts = self.loads_list.iter().map(|load| load.value).collect();
            return Some(Load::PerSet { basis: first.basis(), amounts });
        }
        let load = self.load.or(self.loads_list.first().copied())?;
        if load.unit == LoadUnit::Bodyweight {
            return Some(if load.value == 1.0 {
                Load::Bodyweight
            } else {
                let amount = Quantity::Exactly(load.value * 100.0);
                Load::Of { basis: Basis::PctBodyweight, amount }
            });
        }
        let amount = match load.second {
            Some(second) if load.pair => Quantity::Pair(load.value, second),
            Some(second) => Quantity::Between(load.value, second),
            None => Quantity::Exactly(load.value),
        };
        Some(Load::Of { basis: load.basis(), amount })
    }
}

impl LoadField {
    /// One value with a written unit.
    #[must_use]
    pub const fn of(value: f64, unit: LoadUnit) -> Self {
        Self { value, second: None, unit, pair: false, assumed: false }
    }

    const fn basis(self) -> Basis {
        match self.unit {
            LoadUnit::Kg => Basis::Kg,
            LoadUnit::Lb => Basis::Lb,
            LoadUnit::Pct1Rm => Basis::Pct1Rm,
            LoadUnit::PctTm => Basis::PctTm,
            LoadUnit::Bodyweight => Basis::PctBodyweight,
            LoadUnit::Rm => Basis::Rm,
        }
    }
}

/// The tempo as coaches write it: `31X1`.
pub(super) fn written(tempo: Tempo) -> String {
    let beat = |beat: &Beat| match beat {
        Beat::Seconds(seconds) => seconds.to_string(),
        Beat::Explosive => "X".to_owned(),
    };
    tempo.0.iter().map(beat).collect()
}
