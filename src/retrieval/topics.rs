//! How much an exercise is about the topics of a request, prepared for one library.

use crate::domain::{CatalogueKind, Muscle, Pattern, SectionKind};

use super::index::{RetrievalIndex, Row, Slice};
use super::section::SectionFit;
use super::topic::{Meaning, Topic};

/// Topics prepared for one library.
#[derive(Debug, Default)]
pub(super) struct Topics(Vec<Vec<Test>>);

/// How one meaning is looked for in a row.
#[derive(Debug)]
enum Test {
    Skill(u16),
    Focus(u16),
    Method(u16),
    Style(u16),
    Group(u16),
    Muscle(u32),
    Pattern(u32),
    /// Which combinations of equipment hold the thing, by number.
    Gear(Vec<bool>),
    Section(SectionFit),
}

impl Topics {
    pub(super) fn new(topics: &[Topic], youngest: Option<u8>, index: &RetrievalIndex) -> Self {
        let test = |meaning: &Meaning| Test::new(meaning, youngest, index);
        let tests = |topic: &Topic| topic.meanings.iter().filter_map(test).collect();
        Self(topics.iter().map(tests).collect())
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How much an exercise is about all of it, 0–1: the mean over the topics.
    pub(super) fn coverage(&self, row: &Row, index: &RetrievalIndex) -> f32 {
        let strongest = |tests: &Vec<Test>| {
            tests.iter().map(|test| test.strength(row, index)).fold(0.0, f32::max)
        };
        let sum: f32 = self.0.iter().map(strongest).sum();
        sum / self.0.len().max(1) as f32
    }
}

impl Test {
    /// `None` where no exercise of the library can meet it.
    fn new(meaning: &Meaning, youngest: Option<u8>, index: &RetrievalIndex) -> Option<Self> {
        let id = meaning.id.as_str();
        Some(match meaning.kind {
            CatalogueKind::Skills => Self::Skill(index.skills.of(&id.into())?),
            CatalogueKind::FocusAreas => Self::Focus(index.focus.of(&id.into())?),
            CatalogueKind::TrainingTypes => Self::Method(index.training_types.of(&id.into())?),
            CatalogueKind::StyleDirections => Self::Style(index.styles.of(&id.into())?),
            CatalogueKind::TargetGroups => Self::Group(index.target_groups.of(&id.into())?),
            CatalogueKind::Muscles => Self::Muscle(1 << Muscle::from_id(id)? as u32),
            CatalogueKind::Patterns => Self::Pattern(1 << Pattern::from_id(id)? as u32),
            CatalogueKind::SectionKinds => {
                Self::Section(SectionFit::new(SectionKind::from_id(id)?, youngest, index))
            }
            CatalogueKind::Equipment => {
                let holds = |gear: &Vec<Vec<crate::domain::EquipmentId>>| {
                    gear.iter().flatten().any(|thing| thing.as_str() == id)
                };
                Self::Gear(index.gear.iter().map(holds).collect())
            }
            _ => return None,
        })
    }

    /// 0–1.
    fn strength(&self, row: &Row, index: &RetrievalIndex) -> f32 {
        /// What a muscle that only helps is worth.
        const HELPS: f32 = 0.4;
        let weight = |slice: Slice, number: u16| {
            let found = index.weighted(slice).iter().find(|(at, _)| *at == number);
            found.map_or(0.0, |(_, weight)| *weight)
        };
        match self {
            Self::Skill(number) => weight(row.skills, *number),
            Self::Focus(number) => weight(row.focus, *number),
            Self::Method(number) => weight(row.training_types, *number),
            Self::Style(number) => weight(row.styles, *number),
            Self::Group(number) => weight(row.target_groups, *number),
            Self::Muscle(bit) if row.muscles & bit != 0 => 1.0,
            Self::Muscle(bit) if row.helpers & bit != 0 => HELPS,
            Self::Pattern(bit) if row.patterns & bit != 0 => 1.0,
            Self::Gear(holds) if holds.get(row.gear as usize).copied().unwrap_or(false) => 1.0,
            Self::Section(fit) => fit.of(row, index),
            _ => 0.0,
        }
    }
}
