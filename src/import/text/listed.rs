//! Which bare names are exercises because they stand in a list of exercises.

use super::classify::{Classified, Part};
use super::names::Names;
use crate::matching::Band;

/// Which lines that are only names stand in a list of which most are exercises.
pub(super) fn listed(lines: &[Classified], names: &mut Names<'_>) -> Vec<bool> {
    let mut listed = vec![false; lines.len()];
    let mut block: Vec<(usize, Band)> = Vec::new();
    let mut work = false;
    for at in 0..=lines.len() {
        let part = lines.get(at).map(|classified| &classified.part);
        match part {
            Some(Part::Name(reading)) => {
                let same = block.last().is_none_or(|(last, _)| {
                    indent(lines, *last) == indent(lines, at)
                        && is_bullet(lines, *last) == is_bullet(lines, at)
                });
                if !same {
                    accept(lines, &block, work, &mut listed);
                    block.clear();
                }
                let band = names.band(&reading.called);
                block.push((at, band));
                continue;
            }
            Some(Part::Items(_) | Part::Sets(_)) => work = true,
            Some(Part::Blank) if is_bullet(lines, at + 1) => continue,
            _ => {}
        }
        accept(lines, &block, work, &mut listed);
        block.clear();
    }
    listed
}

/// Marks the names of a list that counts as one.
fn accept(lines: &[Classified], block: &[(usize, Band)], work: bool, listed: &mut [bool]) {
    let known = block.iter().filter(|(_, band)| *band >= Band::Low).count();
    let sure = block.iter().filter(|(_, band)| *band >= Band::Medium).count();
    let bullets = block.iter().any(|(at, _)| is_bullet(lines, *at));
    let list = block.len() >= 3 && 2 * known >= block.len();
    let pair = block.len() == 2 && sure == 2;
    for (at, band) in block {
        let bulleted = bullets && (list || pair);
        let plain = list && *band >= Band::Medium;
        let beside = work && *band >= Band::High;
        if let Some(slot) = listed.get_mut(*at) {
            *slot = bulleted || plain || beside;
        }
    }
}

fn indent(lines: &[Classified], at: usize) -> usize {
    lines.get(at).map_or(0, |classified| classified.line.indent)
}

fn is_bullet(lines: &[Classified], at: usize) -> bool {
    lines.get(at).is_some_and(|classified| classified.line.bullet)
}
