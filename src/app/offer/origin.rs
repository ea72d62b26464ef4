//! Where the weeks of an offer come from, read from what the job said and from the weeks.

use std::collections::BTreeMap;

use super::super::said::{inner, message, week_of};
use super::Offer;
use crate::domain::Message;
use crate::generation::EngineKind;

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
    let written = match offer.job.request.engine {
        EngineKind::Builtin => Source::Planner,
        EngineKind::Llm => Source::Model,
    };
    let plain = Origin { source: written, mended: false };
    let mut origins: BTreeMap<u16, Origin> =
        offer.program.weeks.iter().map(|week| (week.index, plain.clone())).collect();
    for line in &offer.lines {
        let said = inner(line);
        let Some(origin) = week_of(said).and_then(|week| origins.get_mut(&week)) else { continue };
        match said.id.as_ref() {
            // made again: what was said of it before no longer counts
            "job-week" => *origin = plain.clone(),
            "job-week-filled" => origin.source = Source::Filled(message(said, "why").cloned()),
            "job-week-mended" => origin.mended = true,
            "job-of-week"
                if message(said, "line").is_some_and(|line| line.id == "llm-step-repair") =>
            {
                origin.source = Source::Repaired;
            }
            _ => {}
        }
    }
    for week in &offer.program.weeks {
        let filled = week.intent.iter().any(|intent| intent.id == "intent-filled");
        if let Some(origin) = origins.get_mut(&week.index).filter(|_| filled)
            && !matches!(origin.source, Source::Filled(_))
        {
            origin.source = Source::Filled(None);
        }
    }
    origins
}

/// What the job used, as it said last.
pub(super) fn cost(lines: &[Message]) -> Option<&Message> {
    lines.iter().rev().map(inner).find(|line| line.id == "job-cost")
}
