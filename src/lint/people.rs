//! Who does an item, and whether a remark with it has solved what a rule would ask.

use super::context::LintContext;
use super::facts::ItemFacts;
use crate::domain::Unit;
use crate::language::fold;

/// People who do this item: of its stream, else of the unit, else of the group.
pub(super) fn people(unit: &Unit, item: &ItemFacts<'_>, context: &LintContext<'_>) -> Option<u16> {
    let place = (item.section.phase, item.section.stream);
    unit.streams
        .iter()
        .find(|stream| (stream.phase, stream.stream) == place)
        .and_then(|stream| stream.size)
        .or(unit.people)
        .or(context.subject().people)
}

/// Whether the note of an item holds one of these words, or an engine gave this reason.
pub(super) fn solved(item: &ItemFacts<'_>, reason: &str, words: &[&str]) -> bool {
    if item.item.reasons.iter().any(|message| message.id == reason) {
        return true;
    }
    let notes = fold(&item.item.notes);
    let note = fold(&item.prescription().note);
    words.iter().any(|word| notes.contains(word) || note.contains(word))
}
