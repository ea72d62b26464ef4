//! What was understood, for people.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::domain::Message;
use crate::import::Draft;
use crate::matching::Band;
use crate::notation;

/// Row by row, with how sure it is.
pub(super) fn rows(draft: &Draft, context: &mut Context<'_>) -> Result<(), CliError> {
    for section in &draft.sections {
        if !section.title.is_empty() {
            context.out.line(&section.title)?;
        }
        let rows: Vec<Vec<String>> = section
            .rows
            .iter()
            .map(|row| {
                let band = context.catalogue().say(match row.band {
                    Band::High => "cli-band-high",
                    Band::Medium => "cli-band-medium",
                    Band::Low => "cli-band-low",
                    Band::Unmatched => "cli-band-unmatched",
                });
                let best = row.candidates.first().filter(|_| row.band > Band::Unmatched);
                vec![
                    format!("{:>4}", row.line),
                    row.group.clone().unwrap_or_default(),
                    row.name.clone(),
                    notation::print(&row.prescription, context.lang()),
                    best.map_or("–", |candidate| &candidate.name).to_owned(),
                    band,
                ]
            })
            .collect();
        context.out.table(&rows)?;
    }
    let counts = counts(draft);
    context.note(&counts)
}

/// Rows per band, as a sentence.
pub(super) fn counts(draft: &Draft) -> Message {
    let counts = draft.counts();
    Message::new("cli-import-counts")
        .with("high", counts.high)
        .with("medium", counts.medium)
        .with("low", counts.low)
        .with("unmatched", counts.unmatched)
        .with("ignored", counts.ignored)
        .with("removed", draft.removed)
}
