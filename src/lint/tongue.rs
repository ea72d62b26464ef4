//! LLM005: whether titles and remarks are written in the language that was asked for, told by the
//! small words only one of the two languages has.

use super::facts::ProgramFacts;
use super::{Code, Finding, LintContext};
use crate::domain::{ItemField, Lang, PlanEdit};
use crate::language::fold;

/// Small words as `language::fold` leaves them.
const ENGLISH: &[&str] = &[
    "the", "and", "with", "of", "for", "day", "body", "upper", "lower", "full", "each", "rest",
    "keep", "week", "your", "slow", "strength", "back", "legs",
];
const GERMAN: &[&str] = &[
    "der",
    "die",
    "das",
    "und",
    "mit",
    "von",
    "fur",
    "tag",
    "korper",
    "oberkorper",
    "unterkorper",
    "ganzkorper",
    "jede",
    "pause",
    "halten",
    "woche",
    "langsam",
    "kraft",
    "rucken",
    "beine",
];

/// The rule over a program.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    const ENOUGH: usize = 3;
    let Some(wanted) = context.subject().lang else { return };
    let mut counts = (0, 0);
    for unit in facts.units() {
        for text in unit.unit.sections.iter().flat_map(|section| [&section.title, &section.notes]) {
            count(text, &mut counts);
        }
        count(&unit.unit.title, &mut counts);
        count(&unit.unit.notes, &mut counts);
        unit.items.iter().for_each(|item| count(&item.item.notes, &mut counts));
    }
    let (own, other) = match wanted {
        Lang::En => counts,
        Lang::De => (counts.1, counts.0),
    };
    if other >= ENOUGH && other > 2 * own {
        out.push(Finding::new(Code::Llm005));
    }
    foreign_labels(facts, context, out);
}

/// A name that is neither of the library's: the library's stands in.
fn foreign_labels(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    for unit in facts.units() {
        for item in &unit.items {
            let Some(exercise) = item.exercise else { continue };
            let label = &item.item.label;
            let own = context.subject().lang.is_some_and(|lang| {
                exercise.names().any(|name| name == label.get(lang)) || label.get(lang).is_empty()
            });
            if !own {
                let field = ItemField::Exercise(item.item.exercise.clone(), exercise.name.clone());
                let edit = PlanEdit::SetItem { item: item.item.id.clone(), field };
                out.push(unit.item_finding(item, Code::Llm005).mend([edit]));
            }
        }
    }
}

/// Adds the English and the German small words of a text.
fn count(text: &str, counts: &mut (usize, usize)) {
    for word in fold(text).split_whitespace() {
        counts.0 += usize::from(ENGLISH.contains(&word));
        counts.1 += usize::from(GERMAN.contains(&word));
    }
}
