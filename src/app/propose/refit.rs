//! A unit fitted to the evening: what is impossible is replaced, time is taken off, and what is
//! needed least goes.

use std::collections::BTreeSet;

use super::super::plan::Line;
use super::draft::{Draft, LOOKED_AT, TOLERANCE};
use super::{Evening, Step, adapted_dose, lasting};
use crate::domain::{CatalogueKind, EquipmentId, ItemId, SectionId, SectionKind};
use crate::library::Library;
use crate::retrieval::{self, ContextPack, Intent, Request};
use crate::training::{filled_unit_minutes, obstacles};

impl Draft<'_> {
    /// First what is impossible now is replaced, then time is taken off everywhere alike, and last
    /// whole items go, the least needed part of the unit first.
    pub(super) fn refit(&mut self, evening: &Evening) {
        self.unit.minutes = evening.minutes.or(self.unit.minutes);
        self.unit.people = evening.people.or(self.unit.people);
        self.replace_impossible(evening);
        self.shorten();
    }

    fn replace_impossible(&mut self, evening: &Evening) {
        let places: Vec<(SectionId, ItemId)> = self
            .unit
            .items()
            .map(|(section, item)| (section.id.clone(), item.id.clone()))
            .collect();
        for (section, id) in places {
            let mut pack = self.pack(Some(&Line::Item(section, id.clone())));
            without(&mut pack, &evening.missing, self.library());
            pack.constraints.minutes_left = None;
            let Some((_, item)) = self.unit.item(&id) else { continue };
            let Some(old) = item.exercise.as_ref().and_then(|id| self.library().get(id)) else {
                continue;
            };
            if !obstacles(old, &pack.constraints).iter().any(|obstacle| !obstacle.is_soft()) {
                continue;
            }
            pack.anchor = Some(old.id.clone());
            let request = Request {
                intent: Some(Intent::DeepenExercise),
                limit: LOOKED_AT,
                dismissed: self.ask.dismissed.clone(),
                ..Request::default()
            };
            let hits = retrieval::suggest(&self.shelf.index, &pack, &request).hits;
            let Some(hit) = hits.iter().find(|hit| hit.parts.repeat >= 0.0) else {
                self.remove(&id);
                continue;
            };
            let new = &hit.exercise;
            let trainee = self.ask.trainee.as_ref();
            let dose = adapted_dose(&item.prescription, Some(old), new, trainee);
            let minutes = item.minutes.or(new.minutes.map(|minutes| u16::from(minutes.usual)));
            let minutes = minutes.filter(|_| new.minutes.is_some());
            let dose = minutes.map_or_else(|| dose.clone(), |minutes| lasting(&dose, minutes));
            let step = Step::Replace {
                item: id.clone(),
                from: item.label.clone(),
                to: new.id.clone(),
                name: new.name.clone(),
                dose: Box::new(dose),
                minutes,
            };
            self.make(step);
        }
    }

    fn shorten(&mut self) {
        let pack = self.pack(None);
        let Some(available) = pack.minutes_available.map(f32::from) else { return };
        if pack.minutes_planned <= available + TOLERANCE {
            return;
        }
        let ratio = available / pack.minutes_planned;
        let less = |from: u16| (f32::from(from) * ratio).floor() as u16;
        let timed: Vec<Step> = self
            .unit
            .items()
            .filter_map(|(_, item)| {
                let from = item.minutes?;
                let exercise = item.exercise.as_ref().and_then(|id| self.library().get(id));
                let least =
                    exercise.and_then(|e| e.minutes).map_or(1, |range| u16::from(range.min));
                let to = less(from).max(least);
                let dose = Box::new(lasting(&item.prescription, to));
                let (item, name) = (item.id.clone(), item.label.clone());
                (to < from).then_some(Step::Minutes { item, name, from, to, dose })
            })
            .collect();
        let parts: Vec<Step> = self
            .unit
            .sections
            .iter()
            .filter_map(|section| {
                let from = section.minutes?;
                let to = less(from).max(1);
                (to < from).then(|| Step::Part { section: section.id.clone(), from, to })
            })
            .collect();
        for step in parts.into_iter().chain(timed) {
            self.make(step);
        }
        while filled_unit_minutes(&self.unit, self.library()) > available + TOLERANCE {
            let Some(item) = self.least_needed() else { return };
            self.remove(&item);
        }
    }

    /// The last item of the part that can be done without most easily; the only one of a part stays.
    fn least_needed(&self) -> Option<ItemId> {
        use SectionKind::{Accessory, Conditioning, Cooldown, Game, Main, Skill, Sparring, Warmup};
        const ORDER: [SectionKind; 8] =
            [Accessory, Conditioning, Sparring, Game, Warmup, Cooldown, Skill, Main];
        let spare = |kind: &SectionKind| {
            let of_kind = self.unit.sections.iter().rev().filter(|section| section.kind == *kind);
            of_kind
                .filter(|section| section.items.len() > 1)
                .find_map(|section| section.items.last())
        };
        let any = || self.unit.sections.iter().rev().find_map(|section| section.items.last());
        ORDER.iter().find_map(spare).or_else(any).map(|item| item.id.clone())
    }
}

/// Takes things out of what is at hand.
fn without(pack: &mut ContextPack, missing: &[EquipmentId], library: &Library) {
    if missing.is_empty() {
        return;
    }
    let everything = || -> BTreeSet<EquipmentId> {
        let list = library.catalogues().list(CatalogueKind::Equipment);
        list.iter().map(|entry| entry.id.as_str().into()).collect()
    };
    let things = pack.constraints.equipment.get_or_insert_with(everything);
    things.retain(|thing| !missing.contains(thing));
}
