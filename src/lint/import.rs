//! IMP: what a pasted plan leaves open.

use super::context::{LintContext, Source};
use super::facts::{ItemFacts, ProgramFacts, UnitFacts};
use super::{Code, Finding};
use crate::domain::{Basis, Load, Scheme, Work};

/// IMP001, IMP002, IMP003.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    const SURE: f32 = 0.90;
    const LIKELY: f32 = 0.70;
    let Source::Import { confidence } = context.source() else { return };
    for item in &facts.items {
        if let Some((sets, reps)) = ambiguous(item) {
            let finding = facts.item_finding(item, Code::Imp003);
            out.push(finding.with("sets", sets).with("reps", reps));
        }
        let Some(confidence) = confidence.get(&item.item.id).copied() else { continue };
        if confidence < LIKELY {
            out.push(facts.item_finding(item, Code::Imp002));
        } else if confidence < SURE {
            out.push(facts.item_finding(item, Code::Imp001));
        }
    }
}

/// More loaded sets than repetitions, as in `5x3 @80`: some write the repetitions first. Read as
/// sets × repetitions; the finding names both readings.
fn ambiguous(item: &ItemFacts<'_>) -> Option<(u16, u16)> {
    let Scheme::Sets { sets: Some(sets), work: Work::Reps { count, .. } } =
        &item.prescription().scheme
    else {
        return None;
    };
    let single = sets.is_single() && count.is_single();
    let loaded = matches!(&item.prescription().load, Some(Load::Of { .. }));
    (single && loaded && count.min >= 2 && sets.min > count.min).then_some((sets.min, count.min))
}

/// IMP004.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    if !matches!(context.source(), Source::Import { .. }) {
        return;
    }
    let open = facts.units().flat_map(|unit| &unit.items).any(|item| {
        let percent = matches!(
            &item.prescription().load,
            Some(Load::Of { basis: Basis::Pct1Rm | Basis::PctTm, .. })
        );
        percent && item.kg.is_none()
    });
    if open {
        out.push(Finding::new(Code::Imp004));
    }
}
