//! A row that still takes in what stands below it, and what the whole text says about units.

use super::classify::{Classified, Part};
use super::facts::{Organisation, Role};
use super::lines::Line;
use super::reading::Reading;
use crate::domain::Span;
use crate::import::fields::{Fields, LoadField, LoadUnit};
use crate::import::sets::gathered;

/// A row while its lines are read.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the line")]
pub(super) struct Open {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) group: Option<String>,
    /// What the row's own line says.
    pub(super) fields: Fields,
    /// Lines of sets below it, with the product each is ambiguous in.
    sets: Vec<(Fields, Option<(f64, f64)>)>,
    pub(super) organisation: Option<Organisation>,
    pub(super) bullet: bool,
    pub(super) indent: usize,
    pub(super) marks: Vec<(usize, usize, Role)>,
    /// A blank line stands before it.
    pub(super) after_blank: bool,
    /// One slot of an interval.
    pub(super) slot: bool,
    /// Nothing below belongs to it any more.
    pub(super) sealed: bool,
}

impl Open {
    pub(super) fn new(line: &Line, reading: &Reading, group: Option<String>) -> Self {
        let scan = &reading.scan;
        let mut fields = scan.fields.clone();
        if let Some(rounds) = scan.rounds
            && fields.sets.is_none()
        {
            fields.sets = Some(Span::exactly(rounds));
        }
        if scan.organisation == Some(Organisation::Amrap) {
            fields.duration_s = fields.duration_s.or(scan.total_s.map(Span::exactly));
        }
        if scan.organisation == Some(Organisation::Emom)
            && fields.sets.is_none()
            && let Some(total) = scan.total_s
        {
            let slots = total / scan.every_s.unwrap_or(60).max(1);
            fields.sets = Some(Span::exactly(slots.clamp(1, 999) as u16));
        }
        let name = if reading.called.is_empty() {
            nameless(line, reading)
        } else {
            reading.called.clone()
        };
        Self {
            line: line.number,
            name,
            group,
            fields,
            organisation: scan.organisation,
            bullet: line.bullet,
            indent: line.indent,
            marks: reading.spans.clone(),
            ..Self::default()
        }
    }

    /// Its own line says an amount of work.
    pub(super) fn has_own_work(&self) -> bool {
        self.fields.has_work()
    }

    /// Sets below it were read.
    pub(super) fn gathers(&self) -> bool {
        !self.sets.is_empty()
    }

    /// The reading says only what is not said yet.
    pub(super) fn lacks(&self, reading: &Reading) -> bool {
        let fields = &reading.scan.fields;
        let content = self.fields.has_content() && fields.has_content();
        let sets = self.fields.sets.is_some() && fields.sets.is_some();
        !content && !sets
    }

    /// Takes in a line of sets.
    pub(super) fn join(&mut self, reading: &Reading) {
        let fields = &reading.scan.fields;
        if self.has_own_work() {
            self.fields.fill(fields);
        } else {
            self.sets.push((fields.clone(), reading.scan.product));
        }
        if reading.scan.organisation.is_some() && self.organisation.is_none() {
            self.organisation = reading.scan.organisation;
        }
    }

    /// Takes in a remark such as `3 sets` or `30 s rest`.
    pub(super) fn attribute(&mut self, reading: &Reading) {
        self.fields.fill(&reading.scan.fields);
    }

    /// Takes rounds as sets, as for `12 rounds: 20 s work, 60 s rest` below a name.
    pub(super) fn rounds(&mut self, reading: &Reading) {
        if let Some(rounds) = reading.scan.rounds {
            self.fields.sets = Some(Span::exactly(rounds));
            self.fields.fill(&reading.scan.fields);
        }
    }

    /// Everything the row's lines say.
    pub(super) fn merged(&mut self) -> Fields {
        let mut fields = std::mem::take(&mut self.fields);
        if !self.sets.is_empty() {
            let sets = self.gathered();
            let own = fields.clone();
            fields = sets;
            fields.fill(&own);
        }
        fields
    }

    /// The lines of sets as one prescription.
    fn gathered(&self) -> Fields {
        let loaded = self.sets.iter().any(|(fields, product)| {
            product.is_none()
                && fields.load.is_some()
                && fields.reps.is_some()
                && fields.sets.is_none()
        });
        let several = self.sets.len() > 1;
        gathered(self.sets.iter().map(|(line, product)| {
            let mut line = line.clone();
            if let Some((first, second)) = product
                && loaded
                && several
                && line.load.is_none()
            {
                // among lines of load × repetitions this is another one
                line.load =
                    Some(LoadField { assumed: true, ..LoadField::of(*first, LoadUnit::Kg) });
                line.reps = Some(Span::exactly(*second as u16));
                line.sets = None;
            }
            line
        }))
    }
}

/// What a row without a name is called by: its amount.
fn nameless(line: &Line, reading: &Reading) -> String {
    let spans = &reading.spans;
    let wanted = |role: &Role| matches!(role, Role::Distance | Role::Reps | Role::Duration);
    let found = spans.iter().find(|(_, _, role)| wanted(role)).or(spans.first());
    let (from, to) = found.map_or((line.start, line.end), |(from, to, _)| (*from, *to));
    let called: String = line.letters.iter().take(to).skip(from).collect();
    called.trim_start_matches(['x', '×', '*', ' ']).trim().to_owned()
}

/// What loads are counted in where a row does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Units {
    /// A bare number.
    pub(super) weight: LoadUnit,
    /// A percentage.
    pub(super) percent: LoadUnit,
}

impl Units {
    /// Gives the loads whose unit was assumed the one the text is written in.
    pub(super) fn settle(self, fields: &mut Fields) {
        let lists = fields.loads_list.iter_mut();
        for load in lists.chain(fields.load.as_mut()).filter(|load| load.assumed) {
            if load.unit == LoadUnit::Pct1Rm {
                load.unit = self.percent;
                // percent is what stands there; only what it is taken of was open
                load.assumed = false;
            } else {
                load.unit = self.weight;
            }
        }
    }
}

/// The units of loads that are written without one, and whether bare numbers are metres.
pub(super) fn units(lines: &[Classified]) -> (Units, bool) {
    let (mut kilos, mut pounds, mut metres) = (0_u32, 0_u32, false);
    let mut percent = LoadUnit::Pct1Rm;
    for classified in lines {
        if !matches!(classified.part, Part::Items(_) | Part::Sets(_))
            && of_training_max(&classified.line)
        {
            percent = LoadUnit::PctTm;
        }
        let readings: &[Reading] = match &classified.part {
            Part::Items(readings) => readings,
            Part::Name(one) | Part::Sets(one) | Part::Rest(one) | Part::Scope(one) => {
                std::slice::from_ref(one.as_ref())
            }
            Part::Silent => {
                let text = classified.line.content().to_lowercase();
                if text.starts_with("@unit") {
                    pounds += if text.contains("lb") { 100 } else { 0 };
                    kilos += if text.contains("kg") { 100 } else { 0 };
                }
                continue;
            }
            _ => continue,
        };
        for reading in readings {
            let fields = &reading.scan.fields;
            for load in fields.loads_list.iter().chain(&fields.load).filter(|load| !load.assumed) {
                kilos += u32::from(load.unit == LoadUnit::Kg);
                pounds += u32::from(load.unit == LoadUnit::Lb);
            }
            metres |= reading.sends_off;
        }
    }
    let weight = if pounds > kilos { LoadUnit::Lb } else { LoadUnit::Kg };
    (Units { weight, percent }, metres)
}

/// `All percentages are of TM`, `Prozente vom Trainingsmaximum`.
fn of_training_max(line: &Line) -> bool {
    if line.letters.len() > LONGEST_REMARK {
        return false;
    }
    let folded = crate::language::fold(&line.content());
    let has = |start: &str| {
        folded.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(start))
    };
    (has("percent") || has("prozent"))
        && (folded.contains("training max") || has("trainingsmax") || has("tm"))
}

/// Longest line that says what percentages are taken of, in characters.
const LONGEST_REMARK: usize = 160;
