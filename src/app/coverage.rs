//! What the last units of the people trained, skill by skill: the numbers behind the heat map, and
//! the skills they have never met.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::trainee::{Trainee, Who};
use crate::domain::{CatalogueKind, SkillId, Unit};
use crate::library::Library;
use crate::retrieval::TargetProfile;
use crate::training::{normalised, unit_skills};

/// The skills of the last units.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// The day of each unit, oldest first; the open one last.
    pub days: Vec<Option<Date>>,
    /// One row per skill that is wanted or was trained, the most wanted first.
    pub rows: Vec<Row>,
    /// Skills that no unit trained and that are not wanted either: to be discovered.
    pub never: Vec<SkillId>,
}

/// One skill over the units.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The skill.
    pub skill: SkillId,
    /// How much it is wanted, 0–1.
    pub wanted: f32,
    /// How strong each unit is in it, 0–1, against the unit's strongest skill.
    pub units: Vec<f32>,
}

/// Units a heat map holds beside the open one.
const UNITS: usize = 12;

impl Coverage {
    /// Reckons the map from the units of the people and the open one.
    #[must_use]
    pub fn new(
        library: &Library,
        unit: &Unit,
        trainee: Option<&Trainee>,
        target: Option<&TargetProfile>,
    ) -> Self {
        let mut units: Vec<&Unit> = trainee
            .iter()
            .flat_map(|trainee| &trainee.recent)
            .filter(|other| other.id != unit.id && other.date <= unit.date)
            .take(UNITS)
            .collect();
        units.reverse();
        units.push(unit);
        let trained: Vec<_> =
            units.iter().map(|unit| normalised(&unit_skills(unit, library))).collect();
        let own = match trainee.map(|trainee| &trainee.who) {
            Some(Who::Group(group)) => group.skills.clone(),
            _ => std::collections::BTreeMap::new(),
        };
        let wanted = |skill: &SkillId| {
            let asked = target.and_then(|target| target.skills.get(skill)).copied();
            own.get(skill).copied().unwrap_or_default().max(asked.unwrap_or_default())
        };
        let met: BTreeSet<&SkillId> = trained.iter().flat_map(|unit| unit.keys()).collect();
        let shown: BTreeSet<&SkillId> = met.iter().copied().chain(own.keys()).collect();
        let mut rows: Vec<Row> = shown
            .into_iter()
            .map(|skill| Row {
                skill: skill.clone(),
                wanted: wanted(skill),
                units: trained
                    .iter()
                    .map(|unit| unit.get(skill).copied().unwrap_or_default())
                    .collect(),
            })
            .collect();
        let total = |row: &Row| row.units.iter().sum::<f32>();
        rows.sort_by(|a, b| {
            b.wanted
                .total_cmp(&a.wanted)
                .then(total(b).total_cmp(&total(a)))
                .then_with(|| a.skill.cmp(&b.skill))
        });
        let offered: BTreeSet<&SkillId> =
            library.exercises().iter().flat_map(|exercise| exercise.skills.keys()).collect();
        let never = library
            .catalogues()
            .list(CatalogueKind::Skills)
            .iter()
            .map(|entry| SkillId::from(entry.id.as_str()))
            .filter(|skill| offered.contains(skill) && !met.contains(skill))
            .collect();
        Self { days: units.iter().map(|unit| unit.date).collect(), rows, never }
    }
}
