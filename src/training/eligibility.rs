//! Whether an exercise is possible for these people, here and now. Says every obstacle, so that a
//! coach reads why something is missing; ranking what is left is retrieval's and the planner's.

use std::collections::BTreeSet;

use crate::domain::{
    Bilingual, CatalogueKind, Catalogues, Contraindication, EquipmentId, Exercise, Level, Message,
    Partner,
};

/// What the situation allows. The default allows everything.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Constraints {
    /// Equipment at hand; `None`: whatever is needed.
    pub equipment: Option<BTreeSet<EquipmentId>>,
    /// People who train at the same time; `None`: not known.
    pub people: Option<u16>,
    /// Highest level that is suitable.
    pub level: Option<Level>,
    /// Age of the youngest, in years.
    pub youngest: Option<u8>,
    /// Regions or conditions to spare.
    pub injuries: Vec<Contraindication>,
    /// Minutes that are still free.
    pub minutes_left: Option<f32>,
}

/// One reason why an exercise is not possible.
#[derive(Debug, Clone, PartialEq)]
pub enum Obstacle {
    /// No alternative of equipment is complete; this is missing from the one that lacks least.
    Equipment {
        /// What would have to be there as well.
        missing: Vec<EquipmentId>,
    },
    /// Fewer people than one copy of the exercise needs.
    TooFew {
        /// People it needs.
        needed: u16,
        /// People there are.
        people: u16,
    },
    /// A drill for pairs, and the number of people is odd. Possible with a group of three that
    /// rotates, or with the coach as a partner: callers may treat it as a hint.
    Odd {
        /// People there are.
        people: u16,
    },
    /// Made for a higher level.
    Level {
        /// Level of the exercise.
        needed: Level,
    },
    /// Made for older people.
    Age {
        /// Youngest suitable age in years.
        needed: u8,
    },
    /// Should be avoided with an injury or condition named.
    Injury {
        /// Which ones.
        tags: Vec<Contraindication>,
    },
    /// Does not fit into the time that is left.
    Time {
        /// Shortest useful time in minutes.
        needed: f32,
        /// Minutes there are.
        left: f32,
    },
}

impl Obstacle {
    /// Whether there is an easy way around it, so that it need not exclude the exercise.
    #[must_use]
    pub const fn is_soft(&self) -> bool {
        matches!(self, Self::Odd { .. })
    }

    /// The sentence for people, with the names the catalogues give.
    #[must_use]
    pub fn message(&self, catalogues: &Catalogues) -> Message {
        match self {
            Self::Equipment { missing } => Message::new("obstacle-equipment")
                .with("things", names(catalogues, CatalogueKind::Equipment, missing.iter())),
            Self::TooFew { needed, people } => {
                Message::new("obstacle-too-few").with("needed", *needed).with("people", *people)
            }
            Self::Odd { people } => Message::new("obstacle-odd").with("people", *people),
            Self::Level { needed } => Message::new("obstacle-level")
                .with("level", catalogues.name(CatalogueKind::Levels, needed.id())),
            Self::Age { needed } => Message::new("obstacle-age").with("age", *needed),
            Self::Injury { tags } => Message::new("obstacle-injury")
                .with("regions", names(catalogues, CatalogueKind::Contraindications, tags.iter())),
            Self::Time { needed, left } => Message::new("obstacle-time")
                .with("needed", needed.ceil())
                .with("left", left.max(0.0).floor()),
        }
    }
}

/// Names of catalogue entries in a row: `Tatami, Gi`.
fn names<T: ToString>(
    catalogues: &Catalogues,
    kind: CatalogueKind,
    ids: impl Iterator<Item = T>,
) -> Bilingual {
    let names: Vec<Bilingual> = ids.map(|id| catalogues.name(kind, &id.to_string())).collect();
    let join = |text: fn(&Bilingual) -> &str| names.iter().map(text).collect::<Vec<_>>().join(", ");
    Bilingual::new(join(|name| &name.en), join(|name| &name.de))
}

/// Everything that stands against an exercise; empty: it is possible.
#[must_use]
pub fn obstacles(exercise: &Exercise, constraints: &Constraints) -> Vec<Obstacle> {
    let mut found = Vec::new();
    if let Some(available) = &constraints.equipment
        && !exercise.possible_with(|thing| available.contains(thing))
    {
        found.push(Obstacle::Equipment { missing: least_missing(exercise, available) });
    }
    if let Some(people) = constraints.people {
        let needed = people_needed(exercise.partner);
        if people < needed {
            found.push(Obstacle::TooFew { needed, people });
        } else if exercise.partner == Partner::Pair && !people.is_multiple_of(2) {
            found.push(Obstacle::Odd { people });
        }
    }
    if constraints.level.is_some_and(|level| exercise.level > level) {
        found.push(Obstacle::Level { needed: exercise.level });
    }
    if constraints.youngest.is_some_and(|age| age < exercise.min_age) {
        found.push(Obstacle::Age { needed: exercise.min_age });
    }
    let hurts = |tag: &&Contraindication| constraints.injuries.contains(tag);
    let tags: Vec<Contraindication> = exercise.contra.iter().filter(hurts).copied().collect();
    if !tags.is_empty() {
        found.push(Obstacle::Injury { tags });
    }
    if let Some(left) = constraints.minutes_left {
        let needed = shortest_minutes(exercise);
        if needed > left {
            found.push(Obstacle::Time { needed, left });
        }
    }
    found
}

/// People one copy of an exercise needs; a group exercise starts to work with four.
#[must_use]
pub const fn people_needed(partner: Partner) -> u16 {
    match partner {
        Partner::None => 1,
        Partner::Pair => 2,
        Partner::Triad => 3,
        Partner::Group => 4,
    }
}

/// Minutes below which it makes no sense to start: the shortest time of a drill, or two sets of a
/// lift with a minute between them and the way to it.
#[must_use]
pub fn shortest_minutes(exercise: &Exercise) -> f32 {
    const TWO_SETS: f32 = 4.0;
    exercise.minutes.map_or(TWO_SETS, |minutes| f32::from(minutes.min))
}

fn least_missing(exercise: &Exercise, available: &BTreeSet<EquipmentId>) -> Vec<EquipmentId> {
    let missing = |needed: &Vec<EquipmentId>| -> Vec<EquipmentId> {
        let lacks = |thing: &&EquipmentId| thing.as_str() != "none" && !available.contains(*thing);
        needed.iter().filter(lacks).cloned().collect()
    };
    exercise.equipment.iter().map(missing).min_by_key(Vec::len).unwrap_or_default()
}
