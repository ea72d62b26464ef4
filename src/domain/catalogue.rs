//! The named lists that exercises, groups and plans refer to: skills, focus areas, styles,
//! training types, target groups, equipment, and the names of the closed vocabularies.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Bilingual, TargetGroupId};

/// Which list an entry belongs to. The ids are the table names of the taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CatalogueKind {
    /// Muscles volume is counted for.
    Muscles,
    /// Devices, mats, balls, clothing.
    Equipment,
    /// Movement patterns.
    Patterns,
    /// Levels of people and exercises.
    Levels,
    /// Content domains.
    FocusAreas,
    /// Trainable abilities.
    Skills,
    /// Method classes.
    TrainingTypes,
    /// Age and level classes.
    TargetGroups,
    /// Sports and schools.
    StyleDirections,
    /// What a set is for.
    SetTypes,
    /// What a load refers to.
    LoadBases,
    /// Parts of a unit.
    SectionKinds,
    /// Organisation in time.
    Formats,
    /// Progression rules.
    Progressions,
    /// Reasons to avoid an exercise.
    Contraindications,
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueEntry {
    /// Stable id, unique within its list.
    pub id: String,
    /// Name in both languages.
    #[serde(flatten)]
    pub name: Bilingual,
    /// What else the taxonomy says: `rank`, `place`, `age_min`, `avoid` …
    #[serde(flatten)]
    pub facts: BTreeMap<String, String>,
}

/// All lists together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Catalogues {
    lists: BTreeMap<CatalogueKind, Vec<CatalogueEntry>>,
}

impl Catalogues {
    /// Catalogues from their lists.
    #[must_use]
    pub const fn new(lists: BTreeMap<CatalogueKind, Vec<CatalogueEntry>>) -> Self {
        Self { lists }
    }

    /// The entries of one list, in the taxonomy's order.
    #[must_use]
    pub fn list(&self, kind: CatalogueKind) -> &[CatalogueEntry] {
        self.lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The entry with this id.
    #[must_use]
    pub fn entry(&self, kind: CatalogueKind, id: &str) -> Option<&CatalogueEntry> {
        self.list(kind).iter().find(|entry| entry.id == id)
    }

    /// The name of an entry; the id itself stands in for one that is missing.
    #[must_use]
    pub fn name(&self, kind: CatalogueKind, id: &str) -> Bilingual {
        self.entry(kind, id).map_or_else(|| Bilingual::same(id), |entry| entry.name.clone())
    }

    /// Youngest and oldest age of a target group, in years, where the group is bound by age.
    #[must_use]
    pub fn ages(&self, group: &TargetGroupId) -> Option<(u8, u8)> {
        let facts = &self.entry(CatalogueKind::TargetGroups, group.as_str())?.facts;
        let year = |key: &str| facts.get(key)?.parse().ok();
        Some((year("age_min")?, year("age_max")?))
    }

    /// Adds an entry, or replaces the one with the same id: how a club extends a list.
    pub fn put(&mut self, kind: CatalogueKind, entry: CatalogueEntry) {
        let list = self.lists.entry(kind).or_default();
        match list.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => *known = entry,
            None => list.push(entry),
        }
    }
}
