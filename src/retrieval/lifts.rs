//! How a lift stands to the lifts that are there: what it adds to those planned (another pattern,
//! other muscles, within the part of the body a split day is about), or how like it is to the one
//! that is to be deepened.

use crate::domain::{Category, Pattern};

use super::index::Row;

/// Parts of the body that splits are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    Lower,
    Upper,
    /// Trunk and whole body: fits any day.
    Any,
}

/// Half for the pattern, half for the muscles.
const PATTERN: f32 = 0.5;
/// For what is no lift, between a lift that adds and one that repeats.
const NO_LIFT: f32 = 0.5;

/// What lifts are compared with.
#[derive(Debug)]
pub(super) enum Lifts {
    /// What the plan holds; new things fit.
    Planned {
        patterns: Vec<Option<Pattern>>,
        /// One bit per muscle that works or helps in one of them.
        muscles: u32,
        /// The region all of them share.
        split: Option<Region>,
    },
    /// The lift to deepen; like ones fit.
    Anchor { pattern: Option<Pattern>, muscles: u32 },
    /// Nothing to compare with.
    None,
}

impl Lifts {
    /// The lifts of a plan.
    pub(super) fn planned<'a>(planned: impl Iterator<Item = &'a Row>) -> Self {
        let lifts: Vec<&Row> = planned.filter(|row| is_lift(row)).collect();
        if lifts.is_empty() {
            return Self::None;
        }
        let patterns: Vec<Option<Pattern>> = lifts.iter().map(|row| row.pattern).collect();
        Self::Planned {
            muscles: lifts.iter().fold(0, |bits, row| bits | row.muscles | row.helpers),
            split: split_of(&patterns),
            patterns,
        }
    }

    /// The lift to deepen.
    pub(super) fn anchor(row: &Row) -> Self {
        if is_lift(row) {
            Self::Anchor { pattern: row.pattern, muscles: row.muscles }
        } else {
            Self::None
        }
    }

    /// 0–1; `None` where there is nothing to compare with.
    pub(super) fn fit(&self, row: &Row) -> Option<f32> {
        const OTHER_REGION: f32 = 0.2;
        match self {
            Self::None => None,
            _ if !is_lift(row) => Some(NO_LIFT),
            Self::Anchor { pattern, muscles } => {
                let same = if row.pattern == *pattern { PATTERN } else { 0.0 };
                let shared = (row.muscles & muscles).count_ones() as f32;
                let all = (row.muscles | muscles).count_ones().max(1) as f32;
                Some(same + (1.0 - PATTERN) * shared / all)
            }
            Self::Planned { patterns, muscles, split } => {
                let new = if patterns.contains(&row.pattern) { 0.0 } else { PATTERN };
                let fresh = (row.muscles & !muscles).count_ones() as f32;
                let all = row.muscles.count_ones().max(1) as f32;
                let addition = new + (1.0 - PATTERN) * fresh / all;
                let region = region(row.pattern);
                let leaves = split.is_some_and(|split| region != split && region != Region::Any);
                Some(if leaves { addition * OTHER_REGION } else { addition })
            }
        }
    }
}

/// Whether a row is trained in sets against a load, so that one stands in for another.
pub(super) const fn is_lift(row: &Row) -> bool {
    matches!(row.category, Category::Strength | Category::Power)
}

/// The region of a day, once two lifts of one region and none of another stand there.
fn split_of(patterns: &[Option<Pattern>]) -> Option<Region> {
    let regions = patterns.iter().map(|pattern| region(*pattern));
    let mut regions = regions.filter(|region| *region != Region::Any);
    let first = regions.next()?;
    let mut others = regions.peekable();
    (others.peek().is_some() && others.all(|region| region == first)).then_some(first)
}

/// The region of a pattern, as the taxonomy has it.
const fn region(pattern: Option<Pattern>) -> Region {
    match pattern {
        Some(
            Pattern::Squat
            | Pattern::Hinge
            | Pattern::Lunge
            | Pattern::IsolationLeg
            | Pattern::Jump
            | Pattern::Sprint,
        ) => Region::Lower,
        Some(
            Pattern::HPush
            | Pattern::VPush
            | Pattern::HPull
            | Pattern::VPull
            | Pattern::IsolationArm
            | Pattern::IsolationShoulder,
        ) => Region::Upper,
        _ => Region::Any,
    }
}
