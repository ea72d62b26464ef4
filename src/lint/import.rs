//! IMP: what a pasted plan leaves open. IMP003 (ambiguous notation) is settled in the review,
//! where the text is still there.

use super::context::{LintContext, Source};
use super::facts::{ProgramFacts, UnitFacts};
use super::{Code, Finding};
use crate::domain::{Basis, Load};

/// IMP001, IMP002.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    const SURE: f32 = 0.90;
    const LIKELY: f32 = 0.70;
    let Source::Import { confidence } = context.source() else { return };
    for item in &facts.items {
        let Some(confidence) = confidence.get(&item.item.id).copied() else { continue };
        if confidence < LIKELY {
            out.push(facts.item_finding(item, Code::Imp002));
        } else if confidence < SURE {
            out.push(facts.item_finding(item, Code::Imp001));
        }
    }
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
