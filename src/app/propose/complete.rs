//! A section filled to its minutes: the best that fits behind the last item, again and again; a
//! greeting as it always is, and what is taught in an order that can be learned.

use super::super::plan::Line;
use super::super::trainee::Who;
use super::dose::last;
use super::draft::{Draft, LOOKED_AT, TOLERANCE};
use super::{Step, item_for};
use crate::domain::{Exercise, IdSource, Item, Message, SectionId, SectionKind, Unit};
use crate::lint::longest_drill;
use crate::planner::{is_fall, throws};
use crate::retrieval::{self, ContextPack, Request};
use crate::training::{filled_section_minutes, item_seconds};

/// Less than this is not filled any more.
const LEAST: f32 = 2.0;
/// Most items one wish puts into a section.
const MOST: usize = 8;

impl Draft<'_> {
    /// Fills a section: a greeting or an ending begins as it did last time, then comes the best
    /// that fits, and what is taught is put in order.
    pub(super) fn complete(&mut self, id: &SectionId) {
        let mut ids = IdSource::new(0);
        let first = self.steps.len();
        self.begin_as_before(id, &mut ids);
        self.fill(id, &mut ids);
        self.order(id, first);
    }

    /// Children know how a lesson begins and ends because it does so every time.
    fn begin_as_before(&mut self, id: &SectionId, ids: &mut IdSource) {
        let Some(section) = self.unit.section(id) else { return };
        let (kind, minutes) = (section.kind, section.minutes);
        let is_ritual = matches!(kind, SectionKind::Opening | SectionKind::Closing);
        if !is_ritual || !section.items.is_empty() {
            return;
        }
        let is_before = |unit: &&Unit| unit.id != self.unit.id && unit.date <= self.unit.date;
        let recent = self.ask.trainee.iter().flat_map(|trainee| &trainee.recent);
        let last = recent.into_iter().find(is_before).and_then(|unit| {
            let mut items = unit.items().filter(|(section, _)| section.kind == kind);
            items.find_map(|(_, item)| item.exercise.clone())
        });
        let Some(exercise) = last.and_then(|last| self.library().get(&last).cloned()) else {
            return;
        };
        let mut pack = self.pack(Some(&Line::Section(id.clone())));
        let left = minutes.map_or(10.0, f32::from);
        pack.constraints.minutes_left = Some(left + TOLERANCE);
        let request = Request { dismissed: self.ask.dismissed.clone(), ..Request::default() };
        let why = retrieval::explain(&self.shelf.index, &pack, &request, &exercise.id);
        let is_possible = why.is_some_and(|it| it.exclusions.is_empty() && it.parts.repeat >= 0.0);
        if let Some(item) = self.fitting(&exercise, left, &pack, ids).filter(|_| is_possible) {
            self.make(Step::Insert { section: id.clone(), at: 0, item: Box::new(item) });
        }
    }

    /// Puts what is new and taught to a group in order: falls first, throws last, and the easy
    /// before the hard.
    fn order(&mut self, id: &SectionId, first: usize) {
        let kind = self.unit.section(id).map(|section| section.kind);
        let is_group = matches!(self.ask.trainee.as_ref().map(|it| &it.who), Some(Who::Group(_)));
        if !is_group || !matches!(kind, Some(SectionKind::Skill | SectionKind::Main)) {
            return;
        }
        let library = self.library();
        let place = |step: &Step| {
            let Step::Insert { item, .. } = step else { return None };
            let exercise = item.exercise.as_ref().and_then(|id| library.get(id))?;
            Some((!is_fall(exercise), throws(exercise), exercise.level))
        };
        let Some(new) = self.steps.get(first..) else { return };
        let mut ordered = new.to_vec();
        ordered.sort_by_key(place);
        for (step, was) in ordered.iter_mut().zip(new) {
            if let (Step::Insert { at, .. }, Step::Insert { at: place, .. }) = (step, was) {
                *at = *place;
            }
        }
        self.steps.truncate(first);
        self.steps.extend(ordered);
    }

    /// Puts the best that fits behind the last item, until the minutes are used.
    fn fill(&mut self, id: &SectionId, ids: &mut IdSource) {
        for _ in 0..MOST {
            let Some(section) = self.unit.section(id) else { return };
            let filled = filled_section_minutes(section, self.library());
            let free = self.pack(None);
            let free = free.minutes_available.map(|all| f32::from(all) - free.minutes_planned);
            let budget = section.minutes.map_or(free, |minutes| Some(f32::from(minutes) - filled));
            let Some(left) = budget.or(Some(10.0)).filter(|left| *left >= LEAST) else { return };
            let at = section.items.len();
            let line = section.items.last().map_or_else(
                || Line::Section(id.clone()),
                |item| Line::Item(id.clone(), item.id.clone()),
            );
            let mut pack = self.pack(Some(&line));
            pack.constraints.minutes_left = Some(left + TOLERANCE);
            let request = Request {
                limit: LOOKED_AT,
                dismissed: self.ask.dismissed.clone(),
                ..Request::default()
            };
            let hits = retrieval::suggest(&self.shelf.index, &pack, &request).hits;
            let fitting = hits
                .iter()
                .filter(|hit| hit.parts.repeat >= 0.0)
                .find_map(|hit| self.fitting(&hit.exercise, left, &pack, ids));
            let Some(item) = fitting else {
                self.notes.push(Message::new("proposal-nothing-fits").with("left", left.floor()));
                return;
            };
            self.make(Step::Insert { section: id.clone(), at, item: Box::new(item) });
        }
    }

    /// The item, shortened to the minutes left; `None` where that makes no sense any more.
    fn fitting(
        &self,
        exercise: &Exercise,
        left: f32,
        pack: &ContextPack,
        ids: &mut IdSource,
    ) -> Option<Item> {
        let mut item = item_for(exercise, pack, self.ask.trainee.as_ref(), ids);
        if let (Some(range), Some(minutes)) = (exercise.minutes, item.minutes) {
            let room = left.floor().max(0.0) as u16;
            // what would be left over is too short for anything else
            let rest = left - f32::from(minutes);
            let stretched = if rest > 0.0 && rest < LEAST + 1.0 { room } else { minutes };
            let most = longest_drill(pack.constraints.youngest).min(u16::from(range.max));
            let minutes = stretched.min(room).min(most.max(minutes));
            if minutes < u16::from(range.min) {
                return None;
            }
            last(&mut item, minutes);
        }
        (item_seconds(&item, self.library()) / 60.0 <= left + TOLERANCE).then_some(item)
    }
}
