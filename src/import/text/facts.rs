//! What is read in a line: fields, organisation, and what became of each token.

use super::amount::Amount;
use super::token::Token;
use crate::domain::Span;
use crate::import::fields::Fields;

/// What a stretch of a line was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Role {
    /// Name of the exercise.
    Name,
    /// Number of sets or rounds.
    Sets,
    /// Repetitions.
    Reps,
    /// Load.
    Load,
    /// Rest.
    Rest,
    /// Perceived exertion.
    Rpe,
    /// Repetitions in reserve.
    Rir,
    /// Tempo.
    Tempo,
    /// Time.
    Duration,
    /// Distance.
    Distance,
    /// Calories.
    Calories,
    /// Each side.
    Side,
    /// Organisation in time.
    Format,
}

impl Role {
    /// The word used in JSON.
    #[must_use]
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Sets => "sets",
            Self::Reps => "reps",
            Self::Load => "load",
            Self::Rest => "rest",
            Self::Rpe => "rpe",
            Self::Rir => "rir",
            Self::Tempo => "tempo",
            Self::Duration => "duration",
            Self::Distance => "distance",
            Self::Calories => "calories",
            Self::Side => "side",
            Self::Format => "format",
        }
    }
}

/// How the items of a block follow each other in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Organisation {
    Rounds,
    ForTime,
    Amrap,
    Emom,
    Tabata,
    Ladder,
    Circuit,
    Superset,
}

/// What a line says.
#[derive(Debug, Clone, Default)]
pub(super) struct Scan {
    pub(super) tokens: Vec<Token>,
    /// Token by token: what it was read as.
    pub(super) roles: Vec<Option<Role>>,
    pub(super) fields: Fields,
    pub(super) organisation: Option<Organisation>,
    /// Rounds over everything that follows.
    pub(super) rounds: Option<u16>,
    /// Whole length of an AMRAP or EMOM, in seconds.
    pub(super) total_s: Option<u32>,
    /// Interval of an EMOM, in seconds.
    pub(super) every_s: Option<u32>,
    /// Time limit, in seconds.
    pub(super) cap_s: Option<u32>,
    /// `2 x (400, 200, 200)`: amounts that are items of their own.
    pub(super) inner: Vec<f64>,
    /// Two numbers joined by a times sign, either sets × repetitions or load × repetitions.
    pub(super) product: Option<(f64, f64)>,
    /// A list of repetitions that stands alone: `21-15-9`.
    pub(super) scheme: bool,
    /// Depth of brackets while reading.
    pub(super) depth: usize,
}

impl Scan {
    /// Marks tokens as read.
    pub(super) fn mark(&mut self, from: usize, to: usize, role: Role) {
        for slot in self.roles.iter_mut().take(to).skip(from) {
            *slot = Some(role);
        }
    }

    /// Sets repetitions from an amount, unless they are known.
    pub(super) fn reps(&mut self, amount: &Amount) {
        if self.fields.reps.is_some() || !self.fields.reps_list.is_empty() {
            return;
        }
        let whole = |span: &Span<f64>| Span { min: count(span.min), max: count(span.max) };
        if amount.is_list() {
            self.fields.reps_list = amount.items.iter().map(whole).collect();
        } else {
            self.fields.reps = Some(whole(&amount.span()));
        }
        self.fields.amrap |= amount.plus;
    }

    /// Sets the number of sets, unless it is known.
    pub(super) fn sets(&mut self, amount: &Amount) {
        if self.fields.sets.is_none() {
            let span = amount.span();
            self.fields.sets = Some(Span { min: count(span.min), max: count(span.max) });
        }
    }
}

/// A number as a count.
pub(super) fn count(value: f64) -> u16 {
    value.round().clamp(0.0, 9_999.0) as u16
}
