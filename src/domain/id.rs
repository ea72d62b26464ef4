//! Typed identifiers, and the source of new ones.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps an id that came from data, the store or an [`IdSource`].
            #[must_use]
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The id as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    )+};
}

ids! {
    /// An exercise: `snake_case`, ASCII, stable for ever for built-in ones.
    ExerciseId,
    /// A trainable ability.
    SkillId,
    /// A content domain.
    FocusId,
    /// A sport or school.
    StyleId,
    /// A method class.
    TrainingTypeId,
    /// An age and level class.
    TargetGroupId,
    /// A piece of equipment.
    EquipmentId,
    /// A progression graph.
    GraphId,
    /// A dated meeting, or a template for one.
    UnitId,
    /// A section within a unit.
    SectionId,
    /// An exercise placed in a section.
    ItemId,
    /// A whole program.
    ProgramId,
    /// A reusable program skeleton.
    FrameworkId,
    /// A place in a framework.
    SlotId,
    /// People who train together.
    GroupId,
    /// One person who trains.
    AthleteId,
    /// A user of planwright.
    CoachId,
    /// The tenant that coaches belong to.
    ClubId,
    /// A generation or import that runs in the background.
    JobId,
}

/// Where new ids come from: a seed that differs per session and a counter. Equal sources give
/// equal ids, so everything that creates things stays a pure function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdSource {
    seed: u64,
    next: u64,
}

impl IdSource {
    /// A source for one session or one generated plan. Two live sessions must not share a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, next: 0 }
    }

    /// The next id as text: a letter for the kind, the seed, the count, in base 32.
    pub fn next(&mut self, kind: char) -> String {
        self.next += 1;
        format!("{kind}{}{}", base32(self.seed, 13), base32(self.next, 4))
    }

    /// A new unit id.
    pub fn unit(&mut self) -> UnitId {
        UnitId::new(self.next('u'))
    }

    /// A new section id.
    pub fn section(&mut self) -> SectionId {
        SectionId::new(self.next('s'))
    }

    /// A new item id.
    pub fn item(&mut self) -> ItemId {
        ItemId::new(self.next('i'))
    }

    /// A new program id.
    pub fn program(&mut self) -> ProgramId {
        ProgramId::new(self.next('p'))
    }

    /// A new framework id.
    pub fn framework(&mut self) -> FrameworkId {
        FrameworkId::new(self.next('f'))
    }

    /// A new id of a place in a framework.
    pub fn slot(&mut self) -> SlotId {
        SlotId::new(self.next('l'))
    }

    /// A new job id.
    pub fn job(&mut self) -> JobId {
        JobId::new(self.next('j'))
    }
}

/// `value` in Crockford's base 32, at least `width` digits.
fn base32(mut value: u64, width: usize) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut digits = Vec::with_capacity(13);
    while value > 0 || digits.len() < width {
        digits.extend(DIGITS.get((value % 32) as usize).map(|digit| char::from(*digit)));
        value /= 32;
    }
    digits.iter().rev().collect()
}
