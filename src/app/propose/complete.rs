//! A section filled to its minutes: the best that fits behind the last item, again and again.

use super::super::plan::Line;
use super::dose::last;
use super::draft::{Draft, LOOKED_AT, TOLERANCE};
use super::{Step, item_for};
use crate::domain::{Exercise, IdSource, Item, Message, SectionId};
use crate::lint::longest_drill;
use crate::retrieval::{self, ContextPack, Request};
use crate::training::{filled_section_minutes, item_seconds};

/// Less than this is not filled any more.
const LEAST: f32 = 2.0;
/// Most items one wish puts into a section.
const MOST: usize = 8;

impl Draft<'_> {
    /// Puts the best that fits behind the last item, until the minutes are used.
    pub(super) fn complete(&mut self, id: &SectionId) {
        let mut ids = IdSource::new(0);
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
                .find_map(|hit| self.fitting(&hit.exercise, left, &pack, &mut ids));
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
