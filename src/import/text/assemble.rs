//! Classified lines into sections of rows: headings open sections, scopes organise what follows
//! or precedes, sets and rest join the item above.

use super::block::{Block, Scope, section};
use super::classify::{Classified, Part};
use super::listed::listed;
use super::measures::is_moving;
use super::names::Names;
use super::open::{Open, units};
use super::reading::Reading;
use super::table::Table;
use super::titles::{is_plan_name, is_slot};
use crate::import::draft::{Day, DraftSection};
use crate::import::fields::LoadUnit;
use crate::matching::Band;

/// What the assembled text holds.
#[derive(Debug, Default)]
pub(super) struct Assembled {
    pub(super) sections: Vec<DraftSection>,
    pub(super) ignored: Vec<usize>,
    pub(super) days: u16,
}

/// Builds the draft line by line.
pub(super) struct Assembler<'a, 'b> {
    lines: &'a [Classified],
    names: &'a mut Names<'b>,
    blocks: Vec<Block>,
    ignored: Vec<usize>,
    days: u16,
    day: Option<Day>,
    title: String,
    /// Title and group that wait for the first row.
    group: Option<String>,
    scope: Option<Scope>,
    /// Blank lines since the last other one.
    blanks: usize,
    table: Option<Table>,
    /// The text speaks of swimming or running: bare numbers are metres.
    metres: bool,
    unit: LoadUnit,
}

impl<'a, 'b> Assembler<'a, 'b> {
    pub(super) fn new(lines: &'a [Classified], names: &'a mut Names<'b>) -> Self {
        let (unit, metres) = units(lines);
        Self {
            lines,
            names,
            blocks: Vec::new(),
            ignored: Vec::new(),
            days: 0,
            day: None,
            title: String::new(),
            group: None,
            scope: None,
            blanks: 0,
            table: None,
            metres,
            unit,
        }
    }

    /// Reads every line.
    pub(super) fn run(mut self) -> Assembled {
        let listed = listed(self.lines, self.names);
        for at in 0..self.lines.len() {
            let Some(classified) = self.lines.get(at) else { break };
            self.dedent(classified);
            if let Some((day, title)) = &classified.prefix {
                self.prefix(*day, title);
            }
            if !matches!(classified.part, Part::Cells(_) | Part::Blank) {
                self.table = None;
            }
            match &classified.part {
                Part::Blank => {
                    self.blanks += 1;
                    if self.scope.as_ref().is_some_and(|scope| scope.items > 0) {
                        self.scope = None;
                    }
                    continue;
                }
                Part::Heading { day, title } => self.heading(classified, *day, title),
                Part::Scope(reading) => self.scoped(at, classified, reading),
                Part::Items(readings) => self.items(classified, readings),
                Part::Name(reading) => {
                    let wanted = listed.get(at).copied().unwrap_or(false);
                    self.named(at, classified, reading, wanted);
                }
                Part::Sets(reading) => self.sets(classified, reading),
                Part::Rest(reading) => self.rest(classified, reading),
                Part::Cells(cells) => self.cells(classified, cells),
                Part::Silent => {
                    self.seal(classified);
                    self.ignored.push(classified.line.number);
                }
            }
            self.blanks = 0;
        }
        self.finish()
    }

    /// A list that is indented ends where the indent ends.
    fn dedent(&mut self, classified: &Classified) {
        let ends = self.scope.as_ref().is_some_and(|scope| {
            scope.bullet
                && scope.items > 0
                && classified.line.indent <= scope.indent
                && !classified.line.is_blank()
        });
        if ends {
            self.scope = None;
        }
    }

    fn prefix(&mut self, day: bool, title: &str) {
        if is_slot(title) {
            return;
        }
        if day {
            self.next_day(title);
        }
        title.clone_into(&mut self.title);
        self.group = None;
        if !day {
            self.scope = None;
        }
    }

    fn next_day(&mut self, title: &str) {
        self.days += 1;
        self.day = Some(Day { n: self.days, title: title.to_owned() });
    }

    fn heading(&mut self, classified: &Classified, day: bool, title: &str) {
        if day {
            self.next_day(title);
        }
        title.clone_into(&mut self.title);
        self.scope = None;
        self.group.clone_from(&classified.line.label);
        self.blocks.push(self.block());
    }

    fn block(&self) -> Block {
        Block {
            title: self.title.clone(),
            day: self.day.clone(),
            scope: self.scope.clone(),
            rows: Vec::new(),
        }
    }

    /// A line that organises the items after it, or those right before it.
    fn scoped(&mut self, at: usize, classified: &Classified, reading: &Reading) {
        let scan = &reading.scan;
        let follows = self.item_follows(at);
        if scan.fields.has_content()
            && !scan.scheme
            && !follows
            && let Some(open) = self.open()
            && !open.has_own_work()
        {
            // amounts below a name, though they speak of rounds: `12 rounds: 20 s work, …`
            open.rounds(reading);
            open.join(reading);
            return;
        }
        let titled = reading.name.is_some() && !is_plan_name(&reading.called);
        if scan.fields.has_content() && !scan.scheme && !follows && titled {
            self.items(classified, std::slice::from_ref(reading));
            return;
        }
        let mut fields = scan.fields.clone();
        fields.load = None;
        let scope = Scope {
            organisation: scan.organisation,
            rounds: scan.rounds,
            total_s: scan.total_s,
            every_s: scan.every_s,
            cap_s: scan.cap_s,
            fields,
            group: classified.line.label.clone().or_else(|| self.group.clone()),
            indent: classified.line.indent,
            bullet: classified.line.bullet,
            items: 0,
        };
        if !follows && self.blanks == 0 && self.closes_block(&scope) {
            return;
        }
        // a line right below another one adds to it: `8 rounds`, then `20 s on, 10 s off`
        if let Some(known) = &mut self.scope
            && known.items == 0
            && self.blanks == 0
        {
            known.organisation = scope.organisation.or(known.organisation);
            known.rounds = scope.rounds.or(known.rounds);
            known.total_s = scope.total_s.or(known.total_s);
            known.every_s = scope.every_s.or(known.every_s);
            known.cap_s = scope.cap_s.or(known.cap_s);
            known.group = scope.group.or_else(|| known.group.clone());
            known.fields.fill(&scope.fields);
        } else {
            self.scope = Some(scope);
        }
        if titled {
            self.title = heading_of(classified);
        }
        self.blocks.push(self.block());
    }

    /// Gives the scope to the items right above that have none; false if there are none.
    fn closes_block(&mut self, scope: &Scope) -> bool {
        let Some(block) = self.blocks.last_mut() else { return false };
        if block.scope.is_some() || block.rows.is_empty() {
            return false;
        }
        let start = block.rows.iter().rposition(|row| row.after_blank).unwrap_or(0);
        let rows = block.rows.split_off(start);
        let (title, day) = (block.title.clone(), block.day.clone());
        let mut scope = scope.clone();
        scope.items = rows.len();
        self.blocks.push(Block { title, day, scope: Some(scope), rows });
        true
    }

    fn item_follows(&self, at: usize) -> bool {
        let mut next = self.lines.iter().skip(at + 1);
        matches!(
            next.find(|line| !matches!(line.part, Part::Blank)).map(|line| &line.part),
            Some(Part::Items(_) | Part::Name(_) | Part::Scope(_))
        )
    }

    fn items(&mut self, classified: &Classified, readings: &[Reading]) {
        let several = readings.len() > 1;
        if several
            && let Some(first) = readings.first()
            && (first.scan.rounds.is_some() || first.scan.total_s.is_some())
        {
            // `2 rounds of - 10 pull-ups, 8 push-ups`: scope and items on one line
            self.scope = Some(Scope {
                organisation: first.scan.organisation,
                rounds: first.scan.rounds,
                total_s: first.scan.total_s,
                every_s: first.scan.every_s,
                group: classified.line.label.clone(),
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
    fn named(&mut self, at: usize, classified: &Classified, reading: &Reading, listed: bool) {
        let scoped = self.scope.is_some() && reading.name_words() <= 8;
        let fed = self.sets_follow(at);
        let band = self.names.band(&reading.called);
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
    fn sets(&mut self, classified: &Classified, reading: &Reading) {
        let apart = self.blanks > 0;
        let nested = self.open().is_some_and(|open| {
            open.bullet && classified.line.bullet && classified.line.indent > open.indent
        });
        if nested && !classified.line.set_mark && !reading.has_at && reading.scan.product.is_none()
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
        if joins
            && !(measured && self.metres && self.open().is_some_and(|open| open.has_own_work()))
        {
            if let Some(open) = self.open() {
                open.join(reading);
            }
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
        let moving = reading.name.is_none() || is_moving(&reading.called);
        round && ((self.metres && (moving || reps.min >= 100)) || (reps.min >= 100 && moving))
    }

    fn rest(&mut self, classified: &Classified, reading: &Reading) {
        if let Some(rest) = reading.scan.fields.rest_s
            && self.scope.is_none()
            && let Some(open) = self.open()
        {
            open.fields.rest_s.get_or_insert(rest);
            return;
        }
        self.ignored.push(classified.line.number);
    }

    fn cells(&mut self, classified: &Classified, cells: &[String]) {
        if let Some(table) = &self.table {
            if let Some(reading) = table.read(cells) {
                self.push(classified, &reading, false);
                return;
            }
        } else if let Some(table) = Table::of(cells) {
            self.table = Some(table);
        }
        self.ignored.push(classified.line.number);
    }

    /// The row that still takes in what stands below it.
    fn open(&mut self) -> Option<&mut Open> {
        self.blocks.last_mut()?.rows.last_mut().filter(|open| !open.sealed)
    }

    /// A bullet beside a row ends what belongs to the row.
    fn seal(&mut self, classified: &Classified) {
        let (bullet, indent) = (classified.line.bullet, classified.line.indent);
        if let Some(open) = self.open()
            && bullet
            && indent <= open.indent
        {
            open.sealed = true;
        }
    }

    /// Adds a row to the block that is open.
    fn push(&mut self, classified: &Classified, reading: &Reading, several: bool) {
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

    fn finish(self) -> Assembled {
        let Self { blocks, names, ignored, days, unit, .. } = self;
        let mut sections = Vec::new();
        for block in blocks {
            if block.rows.is_empty() {
                continue;
            }
            sections.push(section(block, names, unit));
        }
        let days = if sections.is_empty() { 0 } else { days.max(1) };
        Assembled { sections, ignored, days }
    }
}

fn heading_of(classified: &Classified) -> String {
    let content = classified.line.content();
    content.split(':').next().unwrap_or_default().trim().to_owned()
}
