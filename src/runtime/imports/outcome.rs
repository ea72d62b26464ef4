//! A report of the import module as the store's log keeps it.

use crate::import::{Report, Verdict};
use crate::matching::Band;
use crate::store::{BandCounts, Correction, ImportItem, ImportOutcome};

/// The outcome of an import, for the log.
pub(super) fn outcome(report: Report, plans: Vec<String>, read_ms: u32) -> ImportOutcome {
    let mut bands = BandCounts { ignored: to_u32(report.ignored), ..BandCounts::default() };
    let mut corrections = 0;
    let items = report.items.into_iter().map(|item| {
        match item.band {
            Band::High => bands.high += 1,
            Band::Medium => bands.medium += 1,
            Band::Low => bands.low += 1,
            Band::Unmatched => bands.unmatched += 1,
        }
        let corrected = item.corrected.and_then(|verdict| match verdict {
            Verdict::Is(exercise, _) => Some(Correction::Exercise(exercise)),
            Verdict::FreeLine => Some(Correction::FreeLine),
            Verdict::Ignored => Some(Correction::Ignored),
            Verdict::Open => None,
        });
        corrections += u32::from(matches!(corrected, Some(Correction::Exercise(_))));
        ImportItem {
            line: to_u32(item.line),
            name: item.name,
            exercise: item.exercise,
            confidence: item.confidence,
            band: item.band.id().to_owned(),
            prescription: item.prescription,
            corrected,
        }
    });
    let items = items.collect();
    ImportOutcome {
        format: report.format.to_owned(),
        items,
        bands,
        corrections,
        read_ms,
        review_ms: 0,
        plans,
        taught: report.taught,
    }
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
