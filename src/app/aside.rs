//! A template on the desk: the plan of a unit of a framework, or the parts of a combination. It is
//! edited like any unit, with the suggestions, while what lay there before waits aside.

use super::effect::Reply;
use super::frameworks::FrameworksPane;
use super::open::OpenUnit;
use super::plan::PlanPane;
use super::trainee::Trainee;
use super::{Model, Overlay};
use crate::domain::{
    Bilingual, Category, Exercise, ExerciseId, Framework, FrameworkId, IdSource, Item, Lang, Owner,
    Part, Section, SectionKind, Slot, SlotId, Unit,
};
use crate::notation;

/// Where a template belongs, and so where its changes go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// To a unit of a framework, as the plan to copy; kept with every change.
    Slot(SlotId),
    /// To the form for an exercise, as the parts of a combination; taken over in the end.
    Form,
}

/// What waits while a template lies on the desk.
#[derive(Debug)]
pub struct Aside {
    /// Where the template belongs.
    pub home: Home,
    /// What lay over the panes.
    pub overlays: Vec<Overlay>,
    /// The unit on the desk.
    pub open: Option<OpenUnit>,
    /// Where the reader was in it.
    pub plan: PlanPane,
    /// Whoever it is for.
    pub trainee: Option<Trainee>,
    /// What came back about it meanwhile, to be heard afterwards.
    pub late: Vec<Reply>,
}

impl Model {
    /// The screen of the frameworks: on top, or waiting behind a template.
    #[must_use]
    pub fn frameworks(&self) -> Option<&FrameworksPane> {
        let aside = self.aside.iter().flat_map(|aside| &aside.overlays);
        self.overlays.iter().chain(aside).rev().find_map(|overlay| match overlay {
            Overlay::Frameworks(pane) => Some(&**pane),
            _ => None,
        })
    }

    /// The same, to be changed.
    pub fn frameworks_mut(&mut self) -> Option<&mut FrameworksPane> {
        let aside = self.aside.iter_mut().flat_map(|aside| &mut aside.overlays);
        self.overlays.iter_mut().chain(aside).rev().find_map(|overlay| match overlay {
            Overlay::Frameworks(pane) => Some(&mut **pane),
            _ => None,
        })
    }
}

/// The plan of a slot as a unit to be edited: its blueprint, or an empty one.
#[must_use]
pub fn plan_of(framework: &FrameworkId, slot: &Slot, ids: &mut IdSource) -> Unit {
    let mut unit = match &slot.blueprint {
        Some(blueprint) => (**blueprint).clone(),
        None => Unit::new(ids.unit(), "", Owner::Nobody),
    };
    unit.title.clone_from(&slot.title);
    unit.owner = Owner::Nobody;
    unit.minutes = unit.minutes.or(slot.minutes);
    unit.slot = Some((framework.clone(), slot.id.clone()));
    unit
}

/// The unit as it is kept in its slot; an empty one is none.
#[must_use]
pub fn blueprint(unit: &Unit) -> Option<Box<Unit>> {
    let kept = Unit { slot: None, date: None, place: None, done: false, ..unit.clone() };
    (!kept.sections.is_empty()).then(|| Box::new(kept))
}

/// The framework as the search is to see it while a slot's plan is written: a slot that names no
/// skills asks for those of the framework, not for what its own plan holds already.
#[must_use]
pub fn asking(framework: &Framework, slot: &SlotId) -> Framework {
    let mut framework = framework.clone();
    for known in framework.slots.iter_mut().filter(|known| known.id == *slot) {
        known.blueprint = None;
    }
    framework
}

/// A unit of a slot for whoever trains: a copy of its plan with ids of its own.
#[must_use]
pub fn unit_by(framework: &FrameworkId, slot: &Slot, owner: Owner, ids: &mut IdSource) -> Unit {
    let mut unit = Unit { owner, ..plan_of(framework, slot, ids) };
    unit.id = ids.unit();
    unit.notes.clone_from(&slot.notes);
    for section in &mut unit.sections {
        section.id = ids.section();
        for item in &mut section.items {
            item.id = ids.item();
            item.log = None;
        }
    }
    unit
}

/// The parts of a combination as a unit of one section, of the kind such an exercise belongs to.
#[must_use]
pub fn unit_of_parts(
    whole: &Exercise,
    parts: &[Part],
    name: impl Fn(&ExerciseId) -> Bilingual,
    ids: &mut IdSource,
) -> Unit {
    let mut unit = Unit::new(ids.unit(), "", Owner::Nobody);
    let kind = match whole.category {
        Category::Strength | Category::Power => SectionKind::Main,
        Category::Conditioning => SectionKind::Conditioning,
        Category::Mobility => SectionKind::Warmup,
        Category::Game => SectionKind::Game,
        _ => SectionKind::Skill,
    };
    let mut section = Section::new(ids.section(), kind);
    for part in parts {
        let id = part.exercise.clone();
        let label = name(&id);
        let mut item = Item::new(ids.item(), Some(id), label);
        match notation::parse(&part.dose) {
            Ok(dose) => item.prescription = dose,
            // what cannot be read comes back as it was written
            Err(_) => item.notes.clone_from(&part.dose),
        }
        section.items.push(item);
    }
    unit.sections.push(section);
    unit
}

/// The parts that a unit holds, in order.
#[must_use]
pub fn parts_of(unit: &Unit) -> Vec<Part> {
    let part = |item: &Item| {
        let dose = notation::print(&item.prescription, Lang::En);
        let dose = if dose.is_empty() { item.notes.clone() } else { dose };
        Some(Part { exercise: item.exercise.clone()?, dose })
    };
    unit.items().filter_map(|(_, item)| part(item)).collect()
}
