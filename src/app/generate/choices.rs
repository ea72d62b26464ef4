//! What a line of the form chooses from.

use super::super::direction::Direction;
use crate::domain::EquipmentId;
use crate::llm::{LlmSettings, ModelName, Role};

/// Whether the last units are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// They are.
    Told,
    /// They are left out.
    Left,
}

/// What is at hand, as a coach would say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kit {
    /// As in the profile.
    Own,
    /// Everything.
    Full,
    /// Dumbbells and a bench.
    Dumbbells,
    /// Kettlebells.
    Kettlebells,
    /// Bands and a bar to hang from.
    Bands,
    /// Nothing.
    Nothing,
}

impl Kit {
    pub(super) const ALL: [Self; 6] =
        [Self::Own, Self::Full, Self::Dumbbells, Self::Kettlebells, Self::Bands, Self::Nothing];

    /// The things in it; `None` is a full gym.
    pub(super) fn things(self, own: Option<&Vec<EquipmentId>>) -> Option<Vec<EquipmentId>> {
        let list = |ids: &[&str]| Some(ids.iter().map(|id| EquipmentId::from(*id)).collect());
        match self {
            Self::Own => own.cloned(),
            Self::Full => None,
            Self::Dumbbells => list(&["dumbbell", "bench_flat", "bench_incline", "mat"]),
            Self::Kettlebells => list(&["kettlebell", "mat"]),
            Self::Bands => list(&["band", "mini_band", "pullup_bar", "mat"]),
            Self::Nothing => list(&["none"]),
        }
    }

    /// Key of its name in the message catalogue.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Own => "form-kit-own",
            Self::Full => "form-kit-full",
            Self::Dumbbells => "form-kit-dumbbells",
            Self::Kettlebells => "form-kit-kettlebells",
            Self::Bands => "form-kit-bands",
            Self::Nothing => "form-kit-nothing",
        }
    }
}

/// The models of a configuration, the one for plans first.
#[must_use]
pub fn models(settings: &LlmSettings) -> Vec<ModelName> {
    let mut models: Vec<ModelName> = Vec::new();
    let roles = settings.roles.get(&Role::Generate).into_iter().chain(settings.roles.values());
    for role in roles {
        let name = ModelName::from(role);
        if !models.contains(&name) {
            models.push(name);
        }
    }
    models
}

/// The value beside another one, around the ends.
pub(super) fn cycled<T: Copy + PartialEq>(all: &[T], value: T, way: Direction) -> T {
    let at = all.iter().position(|known| *known == value).unwrap_or(0);
    let step = match way {
        Direction::More => 1,
        Direction::Less => all.len().saturating_sub(1),
    };
    all.iter().copied().cycle().nth(at + step).unwrap_or(value)
}
