//! Where the weeks of an offer come from: what the weeks keep of it, and what the job said.

use std::collections::BTreeMap;

use super::super::said::{inner, message, week_of};
use super::Offer;
use crate::domain::Message;
use crate::generation::{EngineKind, WrittenBy, written_by};

/// Who wrote a week.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// The model, at its first answer.
    Model,
    /// The model, after it was told what was wrong.
    Repaired,
    /// The offline planner in the model's place, and why.
    Filled(Option<Message>),
    /// The offline planner, as it was asked to.
    Planner,
}

/// How a week came to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// Who wrote it.
    pub source: Source,
    /// Whether it was fitted to its neighbours afterwards.
    pub mended: bool,
}

/// The origin of every week that is there, by position.
pub(super) fn origins(offer: &Offer) -> BTreeMap<u16, Origin> {
    let mut origins: BTreeMap<u16, Origin> = offer
        .program
        .weeks
        .iter()
        .map(|week| {
            let source = match (written_by(week), offer.job.request.engine) {
                (WrittenBy::Filled, _) => Source::Filled(None),
                (WrittenBy::Repaired, _) => Source::Repaired,
                (WrittenBy::Model, _) | (_, EngineKind::Llm) => Source::Model,
                (WrittenBy::Planner, EngineKind::Builtin) => Source::Planner,
            };
            (week.index, Origin { source, mended: false })
        })
        .collect();
    for line in &offer.lines {
        let said = inner(line);
        let Some(origin) = week_of(said).and_then(|week| origins.get_mut(&week)) else { continue };
        match (said.id.as_ref(), &mut origin.source) {
            // made again: what was said of it before no longer counts
            ("job-week", Source::Filled(why)) => *why = None,
            ("job-week", _) => origin.mended = false,
            ("job-week-filled", Source::Filled(why)) => *why = message(said, "why").cloned(),
            ("job-week-mended", _) => origin.mended = true,
            _ => {}
        }
    }
    origins
}

/// What the job used, as it said last.
pub(super) fn cost(lines: &[Message]) -> Option<&Message> {
    lines.iter().rev().map(inner).find(|line| line.id == "job-cost")
}
