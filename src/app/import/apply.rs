//! Carries a step of a review out and hands back what takes it back. Counts follow row by row;
//! the lines are laid out again only when rows come or go.

use super::change::{Change, Splice};
use super::review::ReviewPane;
use crate::import::{Counts, DraftSection, Row};
use crate::matching::Band;

impl ReviewPane {
    /// Carries a step out; it can be taken back.
    pub fn apply(&mut self, change: Change) {
        let inverse = self.carry_out(change);
        self.undo.push(inverse);
    }

    /// Takes the last step back; whether there was one.
    pub fn take_back(&mut self) -> bool {
        let Some(inverse) = self.undo.pop() else { return false };
        let cursor = inverse.cursor;
        self.carry_out(inverse);
        if let Some(line) = cursor {
            self.go_to_line(line);
        }
        true
    }

    /// Forgets what could be taken back: some of it is in a plan by now.
    pub fn forget_steps(&mut self) {
        self.undo.clear();
    }

    fn carry_out(&mut self, change: Change) -> Change {
        let mut inverse = Change { cursor: self.line(), ..Change::default() };
        let mut reshaped = !change.ignored.is_empty();
        for splice in change.splices {
            if self.draft.sections.len() == splice.section {
                self.draft.sections.push(DraftSection::default());
            }
            let Some(section) = self.draft.sections.get_mut(splice.section) else { continue };
            let end = (splice.at + splice.cut).min(section.rows.len());
            let put = splice.put.len();
            reshaped |= put != splice.cut;
            self.touched.extend(splice.put.iter().map(|row| row.line));
            for row in &splice.put {
                count(&mut self.counts, row, Count::In);
            }
            let cut: Vec<Row> = section.rows.splice(splice.at.min(end)..end, splice.put).collect();
            self.touched.extend(cut.iter().map(|row| row.line));
            for row in &cut {
                count(&mut self.counts, row, Count::Out);
            }
            inverse.splices.insert(0, Splice { cut: put, put: cut, ..splice });
        }
        for (line, ignored) in change.ignored {
            self.touched.insert(line);
            match self.draft.ignored.binary_search(&line) {
                Ok(at) if !ignored => {
                    self.draft.ignored.remove(at);
                    self.counts.ignored = self.counts.ignored.saturating_sub(1);
                    inverse.ignored.push((line, true));
                }
                Err(at) if ignored => {
                    self.draft.ignored.insert(at, line);
                    self.counts.ignored += 1;
                    inverse.ignored.push((line, false));
                }
                _ => {}
            }
        }
        for (at, to) in change.places {
            if let Some(place) = self.places.get_mut(at) {
                inverse.places.push((at, std::mem::replace(&mut place.to, to)));
            }
        }
        for (key, teach) in change.teach {
            let before = match teach {
                Some(teach) => self.teach.insert(key.clone(), teach),
                None => self.teach.remove(&key),
            };
            inverse.teach.push((key, before));
        }
        if reshaped {
            let line = self.line();
            self.outline_anew();
            if let Some(line) = line {
                self.go_to_line(line);
            }
        }
        if let Some(line) = change.cursor {
            self.go_to_line(line);
        }
        inverse
    }
}

#[derive(Clone, Copy)]
enum Count {
    In,
    Out,
}

fn count(counts: &mut Counts, row: &Row, way: Count) {
    let place = match row.standing() {
        Some(Band::High) => &mut counts.high,
        Some(Band::Medium) => &mut counts.medium,
        Some(Band::Low) => &mut counts.low,
        Some(Band::Unmatched) => &mut counts.unmatched,
        None => &mut counts.ignored,
    };
    match way {
        Count::In => *place += 1,
        Count::Out => *place = place.saturating_sub(1),
    }
}
