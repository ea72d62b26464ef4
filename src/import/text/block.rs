//! A block of rows with what it says of all of them, and how it becomes a section of the draft.

use super::facts::{Organisation, Role};
use super::names::Names;
use super::open::{Open, Units};
use super::water::swum;
use crate::domain::{Format, Span};
use crate::import::draft::{Day, DraftSection, Mark, Row, Verdict};
use crate::import::fields::Fields;

/// How the items of a block are organised, while it is read.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    pub(super) organisation: Option<Organisation>,
    pub(super) rounds: Option<u16>,
    pub(super) total_s: Option<u32>,
    pub(super) every_s: Option<u32>,
    pub(super) cap_s: Option<u32>,
    /// Fields every item takes that does not say otherwise.
    pub(super) fields: Fields,
    pub(super) group: Option<String>,
    pub(super) indent: usize,
    pub(super) bullet: bool,
    /// Items read so far.
    pub(super) items: usize,
}

/// A part of the text with rows that are still open for what follows.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    pub(super) title: String,
    pub(super) day: Option<Day>,
    pub(super) scope: Option<Scope>,
    pub(super) rows: Vec<Open>,
    /// Slots of an interval in which everybody rests.
    pub(super) rests: usize,
}

/// What the whole text says about each of its rows.
#[derive(Debug)]
pub(super) struct Said<'a> {
    /// The units of loads without one.
    pub(super) units: Units,
    /// Amounts for every row that says none.
    pub(super) defaults: &'a Fields,
    /// It is one of swimmers.
    pub(super) water: bool,
}

/// A finished block as a section.
pub(super) fn section(block: Block, names: &mut Names<'_>, said: &Said<'_>) -> DraftSection {
    let Said { defaults, .. } = *said;
    let scope = block.scope.unwrap_or_default();
    let count = block.rows.len().max(1);
    let format = scope.organisation.map(format_of).or(scope.rounds.map(|_| Format::Rounds));
    let mut section = DraftSection {
        title: block.title,
        day: block.day,
        kind: None,
        date: None,
        key: None,
        format,
        rounds: scope.rounds,
        cap_s: scope.cap_s.or(match scope.organisation {
            Some(Organisation::Amrap | Organisation::Emom) => scope.total_s,
            _ => None,
        }),
        rows: Vec::with_capacity(block.rows.len()),
    };
    let mut shared = scope.fields.clone();
    if scope.organisation == Some(Organisation::Emom)
        && let Some(total) = scope.total_s
    {
        let slots = total / scope.every_s.unwrap_or(60).max(1) / (count + block.rests) as u32;
        shared.sets = Some(Span::exactly(slots.clamp(1, 999) as u16));
    }
    if scope.organisation == Some(Organisation::Amrap) && count == 1 {
        let total = scope.total_s.map(Span::exactly);
        shared.duration_s = shared.duration_s.or(total);
    }
    if !shared.reps_list.is_empty() {
        shared.sets = Some(Span::exactly(shared.reps_list.len() as u16));
    }
    // what is organised as a whole says its amounts itself
    let plain = scope.organisation.is_none() && scope.rounds.is_none();
    for open in block.rows {
        let defaults = defaults_for(&open, plain).then_some(defaults);
        section.rows.push(row(open, &scope, (&shared, defaults), names, said));
    }
    section
}

fn defaults_for(open: &Open, plain: bool) -> bool {
    plain && open.organisation.is_none()
}

fn row(
    open: Open,
    scope: &Scope,
    (shared, defaults): (&Fields, Option<&Fields>),
    names: &mut Names<'_>,
    said: &Said<'_>,
) -> Row {
    let format = open.organisation.map(format_of);
    let mut open = open;
    let mut fields = open.merged();
    fields.fill(shared);
    if let Some(defaults) = defaults {
        super::defaults::apply(defaults, &mut fields);
    }
    said.units.settle(&mut fields);
    if let Some(rounds) = scope.rounds {
        let inner = fields.sets.map_or(1, |sets| sets.min);
        fields.sets = Some(Span::exactly(rounds.saturating_mul(inner)));
    }
    if !fields.reps_list.is_empty() && fields.sets.is_none() {
        fields.sets = Some(Span::exactly(fields.reps_list.len() as u16));
    }
    let far = fields.distance_m.is_some();
    let swum = if said.water && far { swum(&open.name) } else { None };
    let found = names.find(swum.as_deref().unwrap_or_else(|| moved(&open.name, &fields)));
    let marks = open.marks.drain(..).map(|(from, to, role)| mark(from, to, role)).collect();
    Row {
        line: open.line,
        name: open.name.clone(),
        group: open.group,
        format: format.filter(|format| {
            scope.organisation.is_none() || Some(*format) != scope.organisation.map(format_of)
        }),
        prescription: fields.prescription(),
        fields,
        candidates: found.candidates.clone(),
        band: found.band,
        marks,
        verdict: Verdict::Open,
    }
}

/// A row of so many metres or calories is done on the machine.
fn moved<'a>(name: &'a str, fields: &Fields) -> &'a str {
    let far = fields.distance_m.is_some() || fields.calories.is_some();
    let rows = matches!(crate::language::fold(name).as_str(), "row" | "rows" | "rowing" | "rudern");
    if far && rows { "rowing machine" } else { name }
}

fn mark(from: usize, to: usize, role: Role) -> Mark {
    Mark { from, to, role: role.id() }
}

const fn format_of(organisation: Organisation) -> Format {
    match organisation {
        Organisation::Rounds => Format::Rounds,
        Organisation::ForTime => Format::ForTime,
        Organisation::Amrap => Format::AmrapTime,
        Organisation::Emom => Format::Emom,
        Organisation::Tabata => Format::Tabata,
        Organisation::Ladder => Format::Ladder,
        Organisation::Circuit => Format::Circuit,
        Organisation::Superset => Format::Superset,
    }
}
