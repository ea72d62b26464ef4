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

impl CatalogueKind {
    /// The lists a club may add to.
    pub const OPEN: [Self; 6] = [
        Self::Skills,
        Self::FocusAreas,
        Self::StyleDirections,
        Self::TargetGroups,
        Self::TrainingTypes,
        Self::Equipment,
    ];

    /// The id in data and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Muscles => "muscles",
            Self::Equipment => "equipment",
            Self::Patterns => "patterns",
            Self::Levels => "levels",
            Self::FocusAreas => "focus_areas",
            Self::Skills => "skills",
            Self::TrainingTypes => "training_types",
            Self::TargetGroups => "target_groups",
            Self::StyleDirections => "style_directions",
            Self::SetTypes => "set_types",
            Self::LoadBases => "load_bases",
            Self::SectionKinds => "section_kinds",
            Self::Formats => "formats",
            Self::Progressions => "progressions",
            Self::Contraindications => "contraindications",
        }
    }

    /// The list a club may add to that has this id.
    #[must_use]
    pub fn open_from_id(id: &str) -> Option<Self> {
        Self::OPEN.into_iter().find(|kind| kind.id() == id)
    }
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

/// Fact that marks an entry as the club's own.
const OWN: &str = "own";
/// Fact that marks an entry as no longer offered.
const ARCHIVED: &str = "archived";
/// Longest id of an entry, in letters.
const LONGEST_ID: usize = 40;

impl CatalogueEntry {
    /// An entry of a club.
    #[must_use]
    pub fn own(id: impl Into<String>, name: Bilingual) -> Self {
        let facts = BTreeMap::from([(OWN.to_owned(), "yes".to_owned())]);
        Self { id: id.into(), name, facts }
    }

    /// Whether a club added it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.facts.contains_key(OWN)
    }

    /// Whether it is no longer offered; what refers to it still does.
    #[must_use]
    pub fn is_archived(&self) -> bool {
        self.facts.contains_key(ARCHIVED)
    }

    /// The same, offered or not.
    #[must_use]
    pub fn archived(mut self, archived: bool) -> Self {
        if archived {
            self.facts.insert(ARCHIVED.to_owned(), "yes".to_owned());
        } else {
            self.facts.remove(ARCHIVED);
        }
        self
    }

    /// An id from a folded name, where it holds enough letters for one.
    #[must_use]
    pub fn id_for(folded: &str) -> Option<String> {
        let letter = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { ' ' };
        let words: String = folded.chars().take(LONGEST_ID).map(letter).collect();
        let id = words.split_whitespace().collect::<Vec<_>>().join("_");
        Self::is_id(&id).then_some(id)
    }

    /// Whether a text can be an id: `snake_case` in ASCII, beginning with a letter.
    #[must_use]
    pub fn is_id(text: &str) -> bool {
        let letter = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_';
        text.len() <= LONGEST_ID
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.chars().all(letter)
    }
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
