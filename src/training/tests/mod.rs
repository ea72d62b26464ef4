//! Tests of what every engine agrees on, one file per formula, and the small plans they share.

mod best;
mod doses;
mod eligibility;
mod loads;
mod results;
mod skills;
mod time;
mod volume;

use crate::domain::{Bilingual, Item, Prescription, Section, SectionKind, Unit};

/// An item of a library exercise.
fn item(number: usize, exercise: &str, prescription: Prescription) -> Item {
    let mut item = Item::new(
        format!("i{number}").as_str().into(),
        Some(exercise.into()),
        Bilingual::default(),
    );
    item.prescription = prescription;
    item
}

/// A section with items.
fn section(number: usize, kind: SectionKind, items: Vec<Item>) -> Section {
    let mut section = Section::new(format!("s{number}").as_str().into(), kind);
    section.items = items;
    section
}

/// A unit of sections.
fn unit(sections: Vec<Section>) -> Unit {
    let mut unit = Unit::new("u".into(), "Unit", crate::domain::Owner::Nobody);
    unit.sections = sections;
    unit
}
