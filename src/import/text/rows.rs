//! Lines that hold exercises or belong to one: which become rows, and which join the row above.

use super::assemble::Assembler;
use super::block::Scope;
use super::classify::{Classified, Part};
use super::lines::Line;
use super::measures::{is_moving, is_only_moving};
use super::open::Open;
use super::reading::Reading;
use super::session_names::{is_plan_name, is_slot, is_split};
use super::titles::{is_session, title};
use crate::matching::Band;

/// Seconds from which on a first line with a time is the length of the whole class.
const WHOLE_CLASS: u32 = 40 * 60;

impl Assembler<'_, '_> {
    pub(super) fn items(&mut self, classified: &Classified, readings: &[Reading]) {
        if let [reading] = readings
            && self.is_whole_class(classified, reading)
        {
            self.heading(classified, false, &reading.called);
            return;
        }
        let several = readings.len() > 1;
        if several
            && let Some(first) = readings.first()
            && (first.scan.rounds.is_some()
                || first.scan.total_s.is_some()
                || first.scan.organisation.is_some())
        {
            // `2 rounds of - 10 pull-ups, 8 push-ups`: scope and items on one line
            self.scope = Some(Scope {
                organisation: first.scan.organisation,
                rounds: first.scan.rounds,
                total_s: first.scan.total_s,
                every_s: first.scan.every_s,
                group: classified
                    .line
                    .label
                    .clone()
                    .or_else(|| self.scope.as_ref().and_then(|scope| scope.group.clone())),
                ..Scope::default()
            });
            self.blocks.push(self.block());
        }
        for (place, reading) in readings.iter().enumerate() {
            let mut reading = reading.clone();
            if several && place == 0 {
                // now the block's, not the first item's
                reading.scan.rounds = None;
                reading.scan.organisation = None;
            }
            let reading = &reading;
            let band = self.names.band(&reading.called);
            // words behind sets of the exercise above are a remark
            let remark = reading.scan.product.is_some() || reading.has_at;
            let waits = self.blanks == 0 && self.open().is_some_and(|open| !open.has_own_work());
            if !several && waits && remark && band < Band::Medium && reading.starts_with_amount {
                if let Some(open) = self.open() {
                    open.join(reading);
                }
                continue;
            }
            if !several && self.belongs_to_parent(classified, reading, band) {
                continue;
            }
            if reading.scan.inner.is_empty() {
                self.push(classified, reading, several);
            } else {
                for metres in &reading.scan.inner {
                    let mut single = reading.clone();
                    single.scan.fields.distance_m = Some(*metres);
                    if single.name.is_none() {
                        single.called = metres.to_string();
                    }
                    self.push(classified, &single, several);
                }
            }
        }
        if several && self.scope.as_ref().is_some_and(|scope| scope.items > 0) {
            self.scope = None;
        }
    }

    /// `Judo children (90 min)` in front of everything: the class and its length, no part of it.
    fn is_whole_class(&mut self, classified: &Classified, reading: &Reading) -> bool {
        let fields = &reading.scan.fields;
        let at = classified.line.number.saturating_sub(1);
        let first = !self.lines.iter().take(at).any(|line| !matches!(line.part, Part::Blank));
        let hour = fields
            .duration_s
            .is_some_and(|time| time.min >= WHOLE_CLASS || is_session(&reading.called));
        let alone = fields.sets.is_none() && fields.distance_m.is_none() && !classified.line.bullet;
        let parts = self.lines.iter().skip(at + 1).filter(|line| {
            matches!(&line.part, Part::Items(readings)
                if readings.iter().any(|one| one.scan.fields.has_content()))
        });
        first
            && hour
            && alone
            && reading.name.is_some()
            && parts.take(2).count() == 2
            && self.names.band(&reading.called) < Band::Medium
    }

    /// A deeper bullet without an exercise of its own says something of the item above.
    fn belongs_to_parent(
        &mut self,
        classified: &Classified,
        reading: &Reading,
        band: Band,
    ) -> bool {
        let (indent, number) = (classified.line.indent, classified.line.number);
        let bullet = classified.line.bullet;
        let Some(open) = self.open() else { return false };
        if !bullet || !open.bullet || indent <= open.indent || band >= Band::Low {
            return false;
        }
        if reading.name.is_none() {
            open.attribute(reading);
        } else {
            self.ignored.push(number);
        }
        true
    }

    /// A line that is only a name.
    pub(super) fn named(
        &mut self,
        at: usize,
        classified: &Classified,
        reading: &Reading,
        listed: bool,
    ) {
        let scoped = self.scope.is_some() && reading.name_words() <= 8;
        let fed = self.sets_follow(at);
        let band = self.names.band(&reading.called);
        if !fed && self.is_heading(at, classified, reading) {
            let day = matches!(classified.line.heading, 1 | 2 | 7) || is_split(&reading.called);
            self.heading(classified, day, &title(&classified.line.content()));
            if let Some(rounds) = reading.scan.rounds {
                // `KB complex x 5 rounds`
                let organisation = reading.scan.organisation;
                self.scope = Some(Scope { organisation, rounds: Some(rounds), ..Scope::default() });
            }
            return;
        }
        if listed || scoped || fed {
            if self.belongs_to_parent(classified, reading, band) {
                return;
            }
            self.push(classified, reading, false);
            return;
        }
        let next = self.lines.get(at + 1).map(|line| &line.part);
        let heads =
            matches!(next, Some(Part::Items(_) | Part::Name(_) | Part::Cells(_) | Part::Scope(_)))
                || (matches!(next, Some(Part::Blank)) && self.item_follows(at));
        if heads && band < Band::High && (self.blanks > 0 || at == 0) && reading.name_words() <= 6 {
            self.heading(classified, false, &classified.line.content());
            return;
        }
        self.ignored.push(classified.line.number);
    }

    /// Whether a bare name is a title of what follows, though it may be an exercise elsewhere: a
    /// Markdown heading, `Sparring:`, a line in capitals, a bullet with deeper bullets below.
    fn is_heading(&mut self, at: usize, classified: &Classified, reading: &Reading) -> bool {
        let line = &classified.line;
        let next = self.lines.iter().skip(at + 1).find(|next| !matches!(next.part, Part::Blank));
        let Some(next) = next else { return false };
        let holds = matches!(
            next.part,
            Part::Items(_) | Part::Name(_) | Part::Cells(_) | Part::Scope(_) | Part::Heading { .. }
        );
        if !holds {
            return false;
        }
        // what stands first and says no amount is the title of what is dosed right below
        let opens = !self.lines.iter().take(at).any(|line| !matches!(line.part, Part::Blank));
        let dosed = matches!(next.part, Part::Items(_)) && !line.bullet && line.label.is_none();
        if opens && dosed && next.line.indent <= line.indent + 4 {
            return true;
        }
        if !line.bullet && self.scope.is_none() && line.label.is_none() {
            let titles = matches!(next.part, Part::Scope(_)) || is_split(&reading.called);
            if titles {
                return true;
            }
        }
        if line.heading > 0 || line.last() == Some(':') && self.scope.is_none() {
            return true;
        }
        if line.bullet {
            let deeper = next.line.bullet && next.line.indent > line.indent;
            return deeper && (is_plan_name(&reading.called) || is_part(&next.part));
        }
        is_loud(line) && !is_loud(&next.line) && line.label.is_none() && self.scope.is_none()
    }

    /// Whether amounts without a name follow, so that a bare name is what they belong to.
    fn sets_follow(&mut self, at: usize) -> bool {
        for next in self.lines.iter().skip(at + 1).take(4) {
            if next.prefix.is_some() {
                return false;
            }
            match &next.part {
                Part::Blank | Part::Silent => {}
                Part::Sets(_) => return true,
                Part::Scope(reading) => {
                    return reading.scan.fields.has_content() && !reading.scan.scheme;
                }
                Part::Items(readings) => {
                    // sets with a short remark behind them
                    let [reading] = readings.as_slice() else { return false };
                    return (reading.scan.product.is_some() || reading.has_at)
                        && reading.starts_with_amount
                        && next.line.number == self.number(at) + 1
                        && reading.name_words() <= 3
                        && self.names.band(&reading.called) < Band::Medium;
                }
                _ => return false,
            }
        }
        false
    }

    fn number(&self, at: usize) -> usize {
        self.lines.get(at).map_or(0, |line| line.line.number)
    }

    /// Amounts without a name.
    pub(super) fn sets(&mut self, classified: &Classified, reading: &Reading) {
        let apart = self.blanks > 0;
        let nested = self.open().is_some_and(|open| {
            open.bullet && classified.line.bullet && classified.line.indent > open.indent
        });
        let fields = &reading.scan.fields;
        let set = fields.load.is_some() && fields.reps.is_some();
        if nested
            && !classified.line.set_mark
            && !reading.has_at
            && !set
            && reading.scan.product.is_none()
        {
            if let Some(open) = self.open() {
                open.attribute(reading);
            }
            return;
        }
        let marked = classified.line.set_mark;
        let joins = self.open().is_some_and(|open| {
            !open.has_own_work()
                || open.gathers() && (!apart || marked)
                || (!apart && open.lacks(reading))
        });
        let measured = reading.scan.fields.distance_m.is_some()
            || self.is_metres(reading)
            || !reading.scan.inner.is_empty();
        // `Do: 12 km`: a day with what is done on it
        if (measured || fields.duration_s.is_some())
            && classified.prefix.as_ref().is_some_and(|(day, _)| *day)
        {
            self.items(classified, std::slice::from_ref(reading));
            return;
        }
        if joins
            && !(measured && self.metres && self.open().is_some_and(|open| open.has_own_work()))
        {
            if let Some(open) = self.open() {
                open.join(reading);
            }
            return;
        }
        let further = reading.further && reading.scan.fields.sets.is_some();
        if further && let Some(name) = self.open().map(|open| open.name.clone()) {
            // `then 5x10 @50%`: more of the exercise above
            let more = Reading { called: name, ..reading.clone() };
            self.push(classified, &more, false);
            return;
        }
        if measured && (reading.scan.fields.sets.is_some() || self.metres) {
            self.items(classified, std::slice::from_ref(reading));
            return;
        }
        self.ignored.push(classified.line.number);
    }

    /// Whether the repetitions of a reading are metres: `20 x 25 on 1:00`, `2×1600 @LT`.
    fn is_metres(&self, reading: &Reading) -> bool {
        let fields = &reading.scan.fields;
        let Some(reps) = fields.reps else { return false };
        let round = reps.min >= 25 && reps.min % 25 == 0 && reps.is_single();
        let nameless = reading.name.is_none();
        if self.metres {
            return round && (nameless || is_moving(&reading.called) || reps.min >= 100);
        }
        round && reps.min >= 100 && (nameless || is_only_moving(&reading.called))
    }

    pub(super) fn rest(&mut self, classified: &Classified, reading: &Reading) {
        let slot = classified.prefix.as_ref().is_some_and(|(_, title)| is_slot(title));
        if slot && let Some(block) = self.blocks.last_mut() {
            block.rests += 1;
        }
        if let Some(rest) = reading.scan.fields.rest_s
            && self.scope.is_none()
            && self.blanks == 0
            && let Some(open) = self.open()
        {
            open.fields.rest_s.get_or_insert(rest);
            return;
        }
        self.ignored.push(classified.line.number);
    }

    /// Adds a row to the block that is open.
    pub(super) fn push(&mut self, classified: &Classified, reading: &Reading, several: bool) {
        let fits = self.blocks.last().is_some_and(|block| {
            block.title == self.title
                && block.day == self.day
                && block.scope.is_some() == self.scope.is_some()
        });
        if !fits {
            self.blocks.push(self.block());
        }
        let mut reading = reading.clone();
        if self.is_metres(&reading) {
            let fields = &mut reading.scan.fields;
            fields.distance_m = fields.reps.take().map(|reps| f64::from(reps.min));
        }
        let slot = classified.prefix.as_ref().is_some_and(|(_, title)| is_slot(title));
        let group = classified.line.label.clone().or_else(|| {
            self.scope.as_ref().map_or(self.group.clone(), |scope| scope.group.clone())
        });
        let mut open = Open::new(&classified.line, &reading, group);
        open.after_blank = self.blanks > 0 && !several;
        open.slot = slot;
        if let Some(scope) = &mut self.scope {
            scope.items += 1;
        }
        let scope = self.scope.clone();
        if let Some(block) = self.blocks.last_mut() {
            block.scope = scope.or(block.scope.take());
            block.rows.push(open);
        }
    }
}

/// It names an exercise of its own.
fn is_part(part: &Part) -> bool {
    matches!(part, Part::Items(readings) if readings.iter().all(|one| one.name.is_some()))
        || matches!(part, Part::Name(_))
}

/// Written in capitals.
fn is_loud(line: &Line) -> bool {
    let text = line.content();
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 5 && letters.clone().all(char::is_uppercase)
}
