//! What is left out before ranking, and why. Whether an exercise is possible is decided by
//! [`crate::training::obstacles`]; here the same question is answered for a whole library at the
//! price of a few comparisons each, and a test holds the two together.

use std::collections::BTreeSet;

use crate::domain::{
    Bilingual, Catalogues, EquipmentId, Exercise, ExerciseKind, Message, Partner, Visibility,
};
use crate::training::{Constraints, Obstacle, obstacles, people_needed};

use super::index::{RetrievalIndex, Row};

/// Simple exercises or combinations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindFilter {
    /// One movement.
    Simple,
    /// A complex, circuit or drill chain.
    Combination,
}

/// One reason why an exercise is not suggested.
#[derive(Debug, Clone, PartialEq)]
pub enum Exclusion {
    /// The situation does not allow it.
    Obstacle(Obstacle),
    /// The request asked for another number of people.
    Partner(Partner),
    /// The request asked for the other kind.
    Kind,
    /// It was put away.
    Archived,
    /// A step that leads to it was never trained.
    Prerequisite(Bilingual),
    /// The additional term is in none of its names and facts.
    Term(String),
    /// The coach does not want it in this unit.
    Dismissed,
}

impl Exclusion {
    /// The sentence for people.
    #[must_use]
    pub fn message(&self, catalogues: &Catalogues) -> Message {
        match self {
            Self::Obstacle(obstacle) => obstacle.message(catalogues),
            Self::Partner(Partner::None) => Message::new("suggest-excluded-alone"),
            Self::Partner(Partner::Group) => Message::new("suggest-excluded-group"),
            Self::Partner(Partner::Pair | Partner::Triad) => {
                Message::new("suggest-excluded-partner")
            }
            Self::Kind => Message::new("suggest-excluded-kind"),
            Self::Archived => Message::new("suggest-excluded-archived"),
            Self::Prerequisite(first) => {
                Message::new("suggest-excluded-prerequisite").with("exercise", first)
            }
            Self::Term(term) => Message::new("suggest-excluded-term").with("term", term.as_str()),
            Self::Dismissed => Message::new("suggest-excluded-dismissed"),
        }
    }
}

/// What a request and a situation allow together.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Allowed {
    pub(super) constraints: Constraints,
    pub(super) partner: Option<Partner>,
    /// Empty: both kinds.
    pub(super) kinds: Vec<KindFilter>,
}

impl Allowed {
    /// Everything that stands against an exercise, soft obstacles left out.
    pub(super) fn exclusions(&self, exercise: &Exercise) -> Vec<Exclusion> {
        let mut found = Vec::new();
        if exercise.visibility == Visibility::Archived {
            found.push(Exclusion::Archived);
        }
        let is_combination = matches!(exercise.kind, ExerciseKind::Combination(_));
        if !self.allows_kind(is_combination) {
            found.push(Exclusion::Kind);
        }
        if let Some(partner) = self.partner
            && !suits(exercise.partner, partner)
        {
            found.push(Exclusion::Partner(partner));
        }
        let hard = obstacles(exercise, &self.constraints).into_iter().filter(|o| !o.is_soft());
        found.extend(hard.map(Exclusion::Obstacle));
        found
    }

    fn allows_kind(&self, is_combination: bool) -> bool {
        let kind = if is_combination { KindFilter::Combination } else { KindFilter::Simple };
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// Prepares the question for a whole library.
    pub(super) fn compile(&self, index: &RetrievalIndex) -> Gate {
        let constraints = &self.constraints;
        let possible = |alternatives: &Vec<Vec<EquipmentId>>| match &constraints.equipment {
            None => true,
            Some(things) => possible_with(alternatives, things),
        };
        Gate {
            gear: index.gear.iter().map(possible).collect(),
            people: constraints.people.unwrap_or(u16::MAX),
            level: constraints.level.map_or(u8::MAX, crate::domain::Level::rank),
            youngest: constraints.youngest.unwrap_or(u8::MAX),
            injuries: constraints.injuries.iter().fold(0, |bits, tag| bits | 1 << *tag as u32),
            minutes_left: constraints.minutes_left.unwrap_or(f32::INFINITY),
            partner: self.partner,
            simple: self.allows_kind(false),
            combinations: self.allows_kind(true),
        }
    }
}

/// The same rule as [`Exercise::possible_with`], for a combination of equipment on its own.
fn possible_with(alternatives: &[Vec<EquipmentId>], things: &BTreeSet<EquipmentId>) -> bool {
    let at_hand = |thing: &EquipmentId| thing.as_str() == "none" || things.contains(thing);
    alternatives.is_empty() || alternatives.iter().any(|needed| needed.iter().all(at_hand))
}

/// Whether an exercise for so many people suits a request for so many.
const fn suits(offered: Partner, asked: Partner) -> bool {
    match asked {
        Partner::None => matches!(offered, Partner::None),
        Partner::Pair | Partner::Triad => !matches!(offered, Partner::None),
        Partner::Group => matches!(offered, Partner::Group | Partner::Triad),
    }
}

/// [`Allowed`], prepared for one library.
#[derive(Debug)]
pub(super) struct Gate {
    gear: Vec<bool>,
    people: u16,
    level: u8,
    youngest: u8,
    injuries: u32,
    minutes_left: f32,
    partner: Option<Partner>,
    simple: bool,
    combinations: bool,
}

impl Gate {
    /// Whether nothing hard stands against the exercise.
    pub(super) fn lets_pass(&self, row: &Row) -> bool {
        !row.is_archived
            && row.level.rank() <= self.level
            && row.min_age <= self.youngest
            && row.contra & self.injuries == 0
            && people_needed(row.partner) <= self.people
            && row.shortest_minutes <= self.minutes_left
            && self.gear.get(row.gear as usize).copied().unwrap_or(false)
            && self.partner.is_none_or(|asked| suits(row.partner, asked))
            && if row.is_combination { self.combinations } else { self.simple }
    }
}
