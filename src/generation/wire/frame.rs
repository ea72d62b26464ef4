//! The outline a program's weeks are written against: blocks of weeks, each with its days, each
//! day with its slots. Read from an answer, or taken from a plan that is there.

use serde::{Deserialize, Serialize};

use crate::domain::{
    Exercise, ExerciseId, Item, Lang, Prescription, Program, Scheme, Section, SectionKind,
    SupersetTag, Unit, WeekPhase,
};
use crate::language::Catalogue;
use crate::library::Library;

/// An outline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Title of the program.
    pub title: String,
    /// Blocks of weeks, in order, without gaps.
    pub blocks: Vec<FrameBlock>,
    /// What each week does, the first one first.
    pub phases: Vec<WeekPhase>,
}

/// Some weeks with one emphasis and the same days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrameBlock {
    /// What it is about.
    pub title: String,
    /// First week, from 1.
    pub first: u16,
    /// Last week, inclusive.
    pub last: u16,
    /// Its days, in order.
    pub days: Vec<Day>,
}

/// A training day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// What stands in lists.
    pub title: String,
    /// What is done, in order.
    pub slots: Vec<Slot>,
}

/// An exercise in its place with the dose weeks change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// The part of the unit.
    pub part: SectionKind,
    /// The sub-group, from 0.
    pub stream: u16,
    /// Place in a superset.
    pub superset: Option<SupersetTag>,
    /// The exercise.
    pub exercise: ExerciseId,
    /// What is done of it in the first week of the block.
    pub dose: Prescription,
}

impl Frame {
    /// The block a week belongs to.
    #[must_use]
    pub fn block(&self, week: u16) -> Option<&FrameBlock> {
        self.blocks.iter().find(|block| (block.first..=block.last).contains(&week))
    }

    /// What a week does.
    #[must_use]
    pub fn phase(&self, week: u16) -> WeekPhase {
        let at = usize::from(week.saturating_sub(1));
        self.phases.get(at).copied().unwrap_or_default()
    }

    /// The outline a plan was, or could have been, written from: the first week of each block is
    /// its template.
    #[must_use]
    pub fn of(program: &Program, library: &Library) -> Self {
        let english = Catalogue::load(Lang::En);
        let start = program.weeks.first().map_or(1, |week| week.index);
        let end = program.weeks.last().map_or(0, |week| week.index);
        let mut blocks: Vec<FrameBlock> = program
            .mesocycles
            .iter()
            .map(|block| FrameBlock {
                title: english.text(&block.title),
                first: block.first,
                last: block.last,
                days: Vec::new(),
            })
            .collect();
        if blocks.is_empty() {
            let title = program.title.clone();
            blocks.push(FrameBlock { title, first: start, last: end, days: Vec::new() });
        }
        for block in &mut blocks {
            let template =
                program.weeks.iter().find(|week| (block.first..=block.last).contains(&week.index));
            let units = template.map_or(&[][..], |week| &week.units);
            block.days = units.iter().map(|unit| Day::of(unit, library)).collect();
        }
        Self {
            title: program.title.clone(),
            blocks,
            phases: program.weeks.iter().map(|week| week.phase).collect(),
        }
    }
}

impl Day {
    fn of(unit: &Unit, library: &Library) -> Self {
        let slots =
            unit.items().filter_map(|(section, item)| Slot::of(section, item, library)).collect();
        Self { title: unit.title.clone(), slots }
    }
}

impl Slot {
    /// The slot an item stands in; `None` for a line without an exercise.
    pub(super) fn of(section: &Section, item: &Item, library: &Library) -> Option<Self> {
        let exercise = item.exercise.clone()?;
        let mut dose = item.prescription.clone();
        let said = library.get(&exercise).is_some_and(|known| goes_without_saying(known, &dose));
        dose.per_side &= !said;
        Some(Self {
            part: section.kind,
            stream: section.stream,
            superset: item.superset,
            exercise,
            dose,
        })
    }
}

/// Whether sets of an exercise are meant for each side without a word.
pub(super) fn goes_without_saying(exercise: &Exercise, dose: &Prescription) -> bool {
    exercise.unilateral && matches!(dose.scheme, Scheme::Sets { sets: Some(_), .. })
}
