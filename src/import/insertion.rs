//! From reviewed rows to a plan: the one edit that puts sections into a unit.

use super::draft::{Draft, DraftSection, Row, Verdict};
use crate::domain::{
    Bilingual, Format, IdSource, Item, PlanEdit, Section, SectionId, SectionKind, SupersetTag, Unit,
};
use crate::library::Library;

impl Draft {
    /// The one edit that puts every row that was not ignored into `unit`: sections with their
    /// items, behind `after` or at the end. `None` when no row goes in.
    #[must_use]
    pub fn edit(
        &self,
        unit: &Unit,
        after: Option<&SectionId>,
        library: &Library,
        ids: &mut IdSource,
    ) -> Option<PlanEdit> {
        insertion(&self.sections, unit, after, library, ids)
    }
}

/// As [`Draft::edit`], for some of the sections.
#[must_use]
pub fn insertion<'a>(
    sections: impl IntoIterator<Item = &'a DraftSection>,
    unit: &Unit,
    after: Option<&SectionId>,
    library: &Library,
    ids: &mut IdSource,
) -> Option<PlanEdit> {
    let mut at = after
        .and_then(|id| unit.sections.iter().position(|section| section.id == *id))
        .map_or(unit.sections.len(), |at| at + 1);
    let phase = unit.sections.iter().map(|section| section.phase).max().unwrap_or(0);
    let mut edits = Vec::new();
    for drafted in sections {
        let items: Vec<Item> = drafted
            .rows
            .iter()
            .filter(|row| row.verdict != Verdict::Ignored)
            .map(|row| item_of(row, library, ids))
            .collect();
        if items.is_empty() {
            continue;
        }
        let mut section = Section::new(ids.section(), drafted.kind.unwrap_or(SectionKind::Main));
        section.title.clone_from(&drafted.title);
        section.format = drafted.format.filter(|format| *format != Format::Straight);
        section.rounds = drafted.rounds;
        section.cap_s = drafted.cap_s;
        section.phase = if at < unit.sections.len() { phase_at(unit, at) } else { phase };
        section.items = items;
        edits.push(PlanEdit::InsertSection { at, section: Box::new(section) });
        at += 1;
    }
    (!edits.is_empty()).then_some(PlanEdit::Batch { edits })
}

fn phase_at(unit: &Unit, at: usize) -> u16 {
    at.checked_sub(1).and_then(|before| unit.sections.get(before)).map_or(0, |it| it.phase)
}

fn item_of(row: &Row, library: &Library, ids: &mut IdSource) -> Item {
    let exercise = row.exercise();
    let label = match (exercise.as_ref().and_then(|id| library.get(id)), &row.verdict) {
        (Some(known), _) => known.name.clone(),
        // an exercise that was made during the review is in no loaded library yet
        (None, Verdict::Is(_, name)) => name.clone(),
        (None, _) => Bilingual::same(row.name.as_str()),
    };
    let mut item = Item::new(ids.item(), exercise, label);
    item.prescription = row.prescription.clone();
    item.superset = row.group.as_deref().and_then(superset_of);
    item
}

/// `A1` and `1A` as a place in a superset; a single letter is a block, not a superset.
fn superset_of(group: &str) -> Option<SupersetTag> {
    let letter = group.chars().find(char::is_ascii_alphabetic)?.to_ascii_uppercase();
    let digits: String = group.chars().filter(char::is_ascii_digit).collect();
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    Some(SupersetTag { letter, number })
}
