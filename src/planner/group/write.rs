//! Writes drafted group units out as units of the plan.

use std::collections::BTreeMap;

use super::draft::{GroupDraft, PartDraft, UnitDraft};
use super::history::is_technique;
use crate::domain::{
    CatalogueKind, FocusId, GroupProfile, IdSource, Item, Lang, Message, Owner, Place,
    Prescription, Progression, ProgressionKind, Section, SectionKind, Stream, Unit,
};
use crate::language::Catalogue;
use crate::library::Library;
use crate::lint::{ODD_REASON, WEIGHT_REASON};
use crate::planner::{Outline, WeekPlan, identity};

/// The units of one week.
pub(crate) fn units(
    outline: &Outline,
    profile: &GroupProfile,
    draft: &GroupDraft,
    plan: &WeekPlan,
    library: &Library,
) -> Vec<Unit> {
    let mut ids =
        identity::ids(&outline.profile_hash, &outline.library_hash, outline.seed, plan.index);
    let per_week = draft.weekdays.len();
    let first = usize::from(plan.index.saturating_sub(1)) * per_week;
    draft
        .units
        .iter()
        .skip(first)
        .take(per_week)
        .zip(&draft.weekdays)
        .map(|(unit, weekday)| {
            let writer = Writer { outline, profile, library, week: plan.index };
            writer.unit(unit, *weekday, &mut ids)
        })
        .collect()
}

struct Writer<'a> {
    outline: &'a Outline,
    profile: &'a GroupProfile,
    library: &'a Library,
    week: u16,
}

impl Writer<'_> {
    fn unit(&self, draft: &UnitDraft, weekday: u8, ids: &mut IdSource) -> Unit {
        let mut unit = Unit::new(ids.unit(), self.title(draft), Owner::Nobody);
        unit.minutes = Some(self.profile.minutes);
        unit.people = Some(self.profile.size);
        unit.place =
            Some(Place { program: self.outline.id.clone(), week: self.week, day: weekday });
        unit.date = self.outline.date_of(self.week, weekday);
        let mut phase = 0;
        let mut told = Vec::new();
        for (at, part) in draft.parts.iter().enumerate() {
            let splits_on = part.stream.is_some_and(|stream| stream.number > 0);
            if at > 0 && !splits_on {
                phase += 1;
            }
            if let Some(stream) = part.stream {
                unit.streams.push(Stream {
                    phase,
                    stream: stream.number,
                    title: self.level_name(stream.level.id()),
                    level: Some(stream.level),
                    size: Some(stream.size),
                });
            }
            unit.sections.push(self.section(part, phase, &mut told, ids));
        }
        unit
    }

    /// `told` holds what stands in the notes of the unit already: once is enough.
    fn section(
        &self,
        part: &PartDraft,
        phase: u16,
        told: &mut Vec<String>,
        ids: &mut IdSource,
    ) -> Section {
        let catalogue = self.catalogue();
        let mut section = Section::new(ids.section(), part.kind);
        section.phase = phase;
        section.stream = part.stream.map_or(0, |stream| stream.number);
        section.minutes = Some(part.minutes);
        for drill in &part.drills {
            let exercise = &drill.exercise;
            let mut item = Item::new(ids.item(), Some(exercise.id.clone()), exercise.name.clone());
            item.minutes = Some(drill.minutes);
            item.prescription = Prescription::minutes(drill.minutes);
            item.prescription.per_side = exercise.unilateral;
            item.reasons.clone_from(&drill.reasons);
            if part.kind == SectionKind::Skill && is_technique(exercise) {
                // the same again, then one new condition at a time (NEU)
                item.progression = Some(Progression {
                    kind: ProgressionKind::Complexity,
                    step: 1.0,
                    reps: None,
                    misses: Some(2),
                    back_off_pct: 0.0,
                });
            }
            // what must be seen on the floor stands in the notes, in words
            let notes: Vec<String> = drill
                .reasons
                .iter()
                .filter(|reason| reason.id == ODD_REASON || reason.id == WEIGHT_REASON)
                .map(|reason| catalogue.text(reason))
                .collect();
            let new: Vec<String> = notes.into_iter().filter(|note| !told.contains(note)).collect();
            item.notes = new.join(" ");
            told.extend(new);
            section.items.push(item);
        }
        section
    }

    /// The two content domains most minutes of skill and main part go to.
    fn title(&self, draft: &UnitDraft) -> String {
        let mut minutes: BTreeMap<&FocusId, u16> = BTreeMap::new();
        let taught =
            |part: &&PartDraft| matches!(part.kind, SectionKind::Skill | SectionKind::Main);
        for drill in draft.parts.iter().filter(taught).flat_map(|part| &part.drills) {
            if let Some(focus) = drill.exercise.focus.first() {
                *minutes.entry(focus).or_default() += drill.minutes;
            }
        }
        let mut themes: Vec<(&FocusId, u16)> = minutes.into_iter().collect();
        themes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let catalogues = self.library.catalogues();
        let name = |focus: &FocusId| catalogues.name(CatalogueKind::FocusAreas, focus.as_str());
        let message = match themes.as_slice() {
            [] => Message::new("unit-title-free"),
            [(one, _)] => Message::new("unit-title-one").with("focus", name(one)),
            [(one, _), (two, _), ..] => {
                Message::new("unit-title-two").with("focus", name(one)).with("other", name(two))
            }
        };
        self.catalogue().text(&message)
    }

    fn level_name(&self, level: &str) -> String {
        let name = self.library.catalogues().name(CatalogueKind::Levels, level);
        name.get(self.lang()).to_owned()
    }

    fn lang(&self) -> Lang {
        self.profile.language.unwrap_or_default()
    }

    fn catalogue(&self) -> &'static Catalogue {
        Catalogue::load(self.lang())
    }
}
