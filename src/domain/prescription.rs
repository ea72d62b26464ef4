//! What is to be done of an exercise: amount, load, effort, tempo, rest. `crate::notation` writes
//! and reads it as one line of text.

use serde::{Deserialize, Serialize};

use super::SetType;

/// The prescription of one item. The default prescribes nothing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Prescription {
    /// How much, organised how.
    pub scheme: Scheme,
    /// Against what.
    pub load: Option<Load>,
    /// Rating of perceived exertion, 1–10 in half steps.
    pub rpe: Option<Span<f64>>,
    /// Repetitions in reserve.
    pub rir: Option<Span<f64>>,
    /// Seconds of lowering, pause, lifting, pause.
    pub tempo: Option<Tempo>,
    /// Seconds between sets.
    pub rest: Option<Span<u32>>,
    /// The amount is meant for each side.
    pub per_side: bool,
    /// What the sets are for.
    pub set_type: SetType,
    /// A remark for the athlete, one line.
    pub note: String,
}

/// A number or a range of numbers, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span<T> {
    /// Lower end.
    pub min: T,
    /// Upper end; equal to the lower one for a single number.
    pub max: T,
}

impl<T: Copy + PartialOrd> Span<T> {
    /// A single number.
    pub const fn exactly(value: T) -> Self {
        Self { min: value, max: value }
    }

    /// A range; the ends are put in order.
    pub fn between(one: T, other: T) -> Self {
        if one <= other { Self { min: one, max: other } } else { Self { min: other, max: one } }
    }

    /// Whether both ends are the same.
    pub fn is_single(&self) -> bool {
        self.min == self.max
    }
}

/// How much is done, and how it is organised in time.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Nothing said about the amount.
    #[default]
    Open,
    /// `4x6`, `3x30s`, `3x`, or just `15 min` when no number of sets was given.
    Sets {
        /// Number of sets.
        sets: Option<Span<u16>>,
        /// What each set holds.
        work: Work,
    },
    /// `12,10,8,6` or `5/3/1+`: one entry per set, at least two.
    List(Vec<Work>),
    /// `EMOM 10: 5`, `E2MOM 20: 3`: on the start of every interval.
    Emom {
        /// Length of the whole, in seconds.
        total_s: u32,
        /// Length of one interval, in seconds; 60 for EMOM.
        every_s: u32,
        /// What each interval holds.
        work: Work,
    },
    /// `AMRAP 12'`: as many rounds or repetitions as possible in the time.
    Amrap {
        /// Time in seconds.
        total_s: u32,
        /// What one round holds.
        work: Work,
    },
    /// `for time 21-15-9`, `for time: 100 cap 12:00`.
    ForTime {
        /// The amounts in order.
        work: Vec<Work>,
        /// Time limit in seconds.
        cap_s: Option<u32>,
    },
    /// `8x 20s:10s`: work and rest by the clock.
    Intervals {
        /// Number of intervals.
        rounds: u16,
        /// Seconds of work.
        work_s: u32,
        /// Seconds of rest.
        rest_s: u32,
    },
    /// `3 rounds x 3:00`: rounds on the clock, as in combat sports, or of repetitions.
    Rounds {
        /// Number of rounds.
        rounds: Span<u16>,
        /// What each round holds.
        work: Work,
    },
}

/// What one set, interval or round holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Not said.
    #[default]
    Unsaid,
    /// Repetitions; with `amrap` the number is the minimum (`5+`).
    Reps {
        /// How many.
        count: Span<u16>,
        /// As many more as possible.
        amrap: bool,
    },
    /// As many repetitions, or as long, as possible (`max`).
    Max,
    /// Seconds under work or on the clock.
    Seconds(Span<u32>),
    /// Metres.
    Metres(Quantity),
    /// Kilocalories on a machine.
    Calories(Quantity),
}

/// A number, a range, or the pair of an Rx (`24/16`: men / women).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// One number.
    Exactly(f64),
    /// Both ends included, in order.
    Between(f64, f64),
    /// First and second value of an Rx pair.
    Pair(f64, f64),
}

impl Quantity {
    /// The number engines reckon with: the lower end of a range, the first value of a pair.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::Exactly(value) | Self::Between(value, _) | Self::Pair(value, _) => value,
        }
    }
}

/// What the work is done against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Load {
    /// The same for every set.
    Of {
        /// What the number refers to.
        basis: Basis,
        /// How much.
        amount: Quantity,
    },
    /// One number per set, at least two.
    PerSet {
        /// What the numbers refer to.
        basis: Basis,
        /// How much, per set.
        amounts: Vec<f64>,
    },
    /// The body as it is.
    Bodyweight,
    /// A resistance band.
    Band(BandLevel),
    /// An intensity in words.
    Intensity(IntensityBand),
}

/// What the number of a load refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Kilograms.
    Kg,
    /// Pounds.
    Lb,
    /// Percent of the best single.
    Pct1Rm,
    /// Percent of the training maximum.
    PctTm,
    /// A repetition maximum: `@10RM`.
    Rm,
    /// Kilograms added to the body.
    BodyweightPlusKg,
    /// Pounds added to the body.
    BodyweightPlusLb,
    /// Kilograms of help.
    BodyweightMinusKg,
    /// Percent of body weight.
    PctBodyweight,
    /// Bar speed in metres per second.
    Velocity,
    /// Heart-rate zone 1–5.
    HrZone,
    /// Seconds per kilometre.
    PacePerKm,
    /// Watts.
    Watts,
    /// Perceived load of the whole, 0–10.
    Cr10,
}

/// Strength of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BandLevel {
    /// The weakest.
    XLight,
    /// Weak.
    Light,
    /// In between.
    Medium,
    /// Strong.
    Heavy,
    /// The strongest.
    XHeavy,
}

/// An intensity in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntensityBand {
    /// Easy, conversational.
    Low,
    /// Steady.
    Mid,
    /// Hard.
    High,
}

/// Seconds of lowering, pause, lifting, pause; `X` is as fast as possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tempo(pub [Beat; 4]);

/// One phase of a tempo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beat {
    /// Whole seconds.
    Seconds(u8),
    /// As fast as possible.
    Explosive,
}

impl Tempo {
    /// Seconds of one repetition; an explosive phase counts as one.
    #[must_use]
    pub fn seconds(self) -> u32 {
        self.0
            .iter()
            .map(|beat| match beat {
                Beat::Seconds(seconds) => u32::from(*seconds),
                Beat::Explosive => 1,
            })
            .sum()
    }
}

impl Prescription {
    /// `sets` × `reps`, the plainest prescription.
    #[must_use]
    pub fn sets_of(sets: u16, reps: Span<u16>) -> Self {
        let work = Work::Reps { count: reps, amrap: false };
        Self { scheme: Scheme::Sets { sets: Some(Span::exactly(sets)), work }, ..Self::default() }
    }

    /// A stretch of time without sets, as for a drill.
    #[must_use]
    pub fn minutes(minutes: u16) -> Self {
        let work = Work::Seconds(Span::exactly(u32::from(minutes) * 60));
        Self { scheme: Scheme::Sets { sets: None, work }, ..Self::default() }
    }

    /// Number of sets, intervals or rounds, where it is known; the lower end of a range.
    #[must_use]
    pub fn set_count(&self) -> Option<u16> {
        match &self.scheme {
            Scheme::Sets { sets, .. } => sets.map(|sets| sets.min),
            Scheme::List(entries) => u16::try_from(entries.len()).ok(),
            Scheme::Emom { total_s, every_s, .. } => {
                u16::try_from(total_s / (*every_s).max(1)).ok()
            }
            Scheme::Intervals { rounds, .. } => Some(*rounds),
            Scheme::Rounds { rounds, .. } => Some(rounds.min),
            Scheme::ForTime { work, .. } if work.len() > 1 => u16::try_from(work.len()).ok(),
            Scheme::Open | Scheme::Amrap { .. } | Scheme::ForTime { .. } => None,
        }
    }

    /// Whether nothing at all is prescribed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
