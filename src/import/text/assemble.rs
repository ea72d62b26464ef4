//! Classified lines into sections of rows: headings open sections, scopes organise what follows
//! or precedes, sets and rest join the item above.

use super::block::{Block, Said, Scope, section};
use super::classify::{Classified, Part};
use super::facts::Organisation;
use super::listed::listed;
use super::names::Names;
use super::open::{Open, Units, units};
use super::reading::Reading;
use super::session_names::{is_plan_name, is_slot};
use super::table::Table;
use super::water::swims;
use crate::domain::Span;
use crate::import::draft::{Day, DraftSection};
use crate::import::fields::Fields;

/// What the assembled text holds.
#[derive(Debug, Default)]
pub(super) struct Assembled {
    pub(super) sections: Vec<DraftSection>,
    pub(super) ignored: Vec<usize>,
    pub(super) days: u16,
}

/// Builds the draft line by line.
pub(super) struct Assembler<'a, 'b> {
    pub(super) lines: &'a [Classified],
    pub(super) names: &'a mut Names<'b>,
    pub(super) blocks: Vec<Block>,
    pub(super) ignored: Vec<usize>,
    pub(super) days: u16,
    pub(super) day: Option<Day>,
    pub(super) title: String,
    /// Title and group that wait for the first row.
    pub(super) group: Option<String>,
    pub(super) scope: Option<Scope>,
    /// Blank lines since the last other one.
    pub(super) blanks: usize,
    pub(super) table: Option<Table>,
    /// The text speaks of swimming or running: bare numbers are metres.
    pub(super) metres: bool,
    units: Units,
    /// Said once for all that follows.
    defaults: Fields,
}

impl<'a, 'b> Assembler<'a, 'b> {
    pub(super) fn new(lines: &'a [Classified], names: &'a mut Names<'b>) -> Self {
        let (units, metres) = units(lines);
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
            units,
            defaults: Fields::default(),
        }
    }

    /// Reads every line.
    pub(super) fn run(mut self) -> Assembled {
        let listed = listed(self.lines, self.names);
        for at in 0..self.lines.len() {
            let Some(classified) = self.lines.get(at) else { break };
            self.dedent(classified);
            if self.spaced(classified) {
                self.blanks = 0;
                continue;
            }
            let before = self.title.clone();
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
                Part::Items(readings) => {
                    self.items(classified, readings);
                    if classified.prefix.as_ref().is_some_and(|(day, _)| !day) {
                        // `Warm-up: tag (10 min)` is a title of this line alone
                        self.title = before;
                    }
                }
                Part::Name(reading) => {
                    let wanted = listed.get(at).copied().unwrap_or(false);
                    self.named(at, classified, reading, wanted);
                }
                Part::Sets(reading) => self.sets(classified, reading),
                Part::Rest(reading) => self.rest(classified, reading),
                Part::Cells(cells) => self.cells(classified, cells),
                Part::Default(reading) => {
                    self.said_for_all(reading);
                }
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

    /// Amounts for everything that follows: of the block that just began, or of the whole text.
    fn said_for_all(&mut self, reading: &Reading) {
        let mut said = reading.scan.fields.clone();
        if let Some(scope) = self.scope.as_mut().filter(|scope| scope.items == 0) {
            said.fill(&scope.fields);
            scope.fields = said;
            scope.rounds = scope.rounds.or(reading.scan.rounds);
            return;
        }
        said.sets = said.sets.or(reading.scan.rounds.map(Span::exactly));
        said.fill(&self.defaults);
        self.defaults = said;
    }

    fn prefix(&mut self, day: bool, title: &str) {
        if is_slot(title) {
            return;
        }
        if let Some(group) = superset_letter(title) {
            self.scope = Some(Scope {
                organisation: Some(Organisation::Superset),
                group: Some(group),
                ..Scope::default()
            });
            title.clone_into(&mut self.title);
            self.blocks.push(self.block());
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

    pub(super) fn next_day(&mut self, title: &str) {
        self.days += 1;
        self.day = Some(Day { n: self.days, title: title.to_owned() });
    }

    pub(super) fn heading(&mut self, classified: &Classified, day: bool, title: &str) {
        if day {
            self.next_day(title);
        }
        title.clone_into(&mut self.title);
        self.scope = None;
        self.group.clone_from(&classified.line.label);
        self.blocks.push(self.block());
    }

    pub(super) fn block(&self) -> Block {
        Block {
            title: self.title.clone(),
            day: self.day.clone(),
            scope: self.scope.clone(),
            rows: Vec::new(),
            rests: 0,
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
        let grouped =
            matches!(scan.organisation, Some(Organisation::Superset | Organisation::Circuit));
        let titled = reading.name.is_some() && !is_plan_name(&reading.called)
            || grouped && classified.line.last() == Some(':');
        let alone = !follows || self.doses_follow(at);
        if scan.fields.has_content() && !scan.scheme && alone && titled {
            self.items(classified, std::slice::from_ref(reading));
            return;
        }
        let mut fields = scan.fields.clone();
        fields.load = None;
        let tabata = scan.organisation == Some(Organisation::Tabata);
        let tabatas = fields.sets.take_if(|_| tabata).map(|sets| sets.min);
        let scope = Scope {
            // who sets a limit works for time
            organisation: scan.organisation.or(scan.cap_s.map(|_| Organisation::ForTime)),
            rounds: scan.rounds.or(tabatas),
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
        self.blocks.push(Block { title, day, scope: Some(scope), rows, rests: 0 });
        true
    }

    pub(super) fn item_follows(&self, at: usize) -> bool {
        let mut next = self.lines.iter().skip(at + 1);
        matches!(
            next.find(|line| !matches!(line.part, Part::Blank)).map(|line| &line.part),
            Some(Part::Items(_) | Part::Name(_) | Part::Scope(_))
        )
    }

    /// Whether what stands below says its own amounts of sets or time, so that nothing has to be
    /// said for it here.
    fn doses_follow(&self, at: usize) -> bool {
        let mut next = self.lines.iter().skip(at + 1);
        let next = next.find(|line| !matches!(line.part, Part::Blank)).map(|line| &line.part);
        matches!(next, Some(Part::Items(readings)) if readings.iter().all(|reading| {
            let fields = &reading.scan.fields;
            fields.sets.is_some() || fields.duration_s.is_some() || reading.scan.rounds.is_some()
        }))
    }

    /// The row that still takes in what stands below it.
    pub(super) fn open(&mut self) -> Option<&mut Open> {
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

    fn finish(self) -> Assembled {
        let Self { blocks, names, ignored, days, units, defaults, metres, .. } = self;
        let mut called = blocks.iter().flat_map(|block| &block.rows).map(|row| row.name.as_str());
        let water = metres && swims(&mut called);
        let said = Said { units, defaults: &defaults, water };
        let mut sections = Vec::new();
        for block in blocks {
            if block.rows.is_empty() {
                continue;
            }
            sections.push(section(block, names, &said));
        }
        let days = if sections.is_empty() { 0 } else { days.max(1) };
        Assembled { sections, ignored, days }
    }
}

/// `Superset C`: the letter.
fn superset_letter(title: &str) -> Option<String> {
    let folded = crate::language::fold(title);
    let mut words = folded.split_whitespace();
    let names = matches!(words.next()?, "superset" | "supersatz" | "triset" | "block");
    let letter = words.next().filter(|word| word.len() == 1 && names && words.next().is_none())?;
    letter.chars().all(|c| c.is_ascii_alphabetic()).then(|| letter.to_ascii_uppercase())
}

fn heading_of(classified: &Classified) -> String {
    let content = classified.line.content();
    content.split(':').next().unwrap_or_default().trim().to_owned()
}
