//! LLM: what to distrust in a plan a language model wrote. The raw answer is judged in `answer`, its
//! language in `tongue`.

use super::balance::is_trunk;
use super::context::{LintContext, Source};
use super::facts::{ItemFacts, ProgramFacts, UnitFacts, WeekFacts};
use super::structure::same;
use super::{Code, Finding};
use crate::domain::{ItemField, Pattern, PlanEdit, Program, SectionField, UnitField, WeekPhase};
use crate::language::{clean, fold};

/// LLM002, LLM004, LLM006, LLM010, LLM011.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let Source::Model { offered } = context.source() else { return };
    for item in &facts.items {
        let unknown = item.item.exercise.as_ref().is_some_and(|id| !offered.contains(id));
        if unknown && !offered.is_empty() {
            let edit = PlanEdit::RemoveItem { item: item.item.id.clone() };
            out.push(facts.item_finding(item, Code::Llm002).mend([edit]));
        }
        if let Some(safe) = unsafe_text(&item.item.notes) {
            let field = ItemField::Notes(safe);
            let edit = PlanEdit::SetItem { item: item.item.id.clone(), field };
            out.push(facts.item_finding(item, Code::Llm006).mend([edit]));
        }
        if claims(&item.item.notes) {
            let field = ItemField::Notes(String::new());
            let edit = PlanEdit::SetItem { item: item.item.id.clone(), field };
            out.push(facts.item_finding(item, Code::Llm010).mend([edit]));
        }
    }
    for (at, section) in facts.unit.sections.iter().enumerate() {
        if let Some(safe) = unsafe_text(&section.notes) {
            let field = SectionField::Notes(safe);
            let edit = PlanEdit::SetSection { section: section.id.clone(), field };
            out.push(facts.section_finding(at, Code::Llm006).mend([edit]));
        }
    }
    for (text, field) in [
        (&facts.unit.title, UnitField::Title as fn(String) -> UnitField),
        (&facts.unit.notes, UnitField::Notes),
    ] {
        if let Some(safe) = unsafe_text(text) {
            let edit = PlanEdit::SetUnit { field: field(safe) };
            out.push(facts.finding(Code::Llm006).mend([edit]));
        }
        if claims(text) {
            out.push(facts.finding(Code::Llm010));
        }
    }
    misnamed(facts, out);
    doubled(facts, out);
}

/// LLM011: one exercise under two names.
fn doubled(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    let working: Vec<&ItemFacts<'_>> = facts.working().collect();
    for (at, item) in working.iter().enumerate() {
        let twin = working.iter().take(at).any(|other| {
            other.item.exercise.is_some()
                && other.item.exercise == item.item.exercise
                && other.item.label != item.item.label
        });
        if twin {
            out.push(facts.item_finding(item, Code::Llm011));
        }
    }
}

/// The text without markup, links and control signs, where it held any or was too long.
fn unsafe_text(text: &str) -> Option<String> {
    const LONGEST: usize = 280;
    const ORDERS: [&str; 6] = [
        "ignore previous",
        "ignore all",
        "disregard",
        "system prompt",
        "ignoriere",
        "vergiss alle",
    ];
    let cleaned = clean(text);
    let folded = fold(text);
    let link = folded.contains("http") || folded.contains("www.");
    let markup = text.contains('<') && text.contains('>') || text.contains("](");
    let orders = ORDERS.iter().any(|order| folded.contains(order));
    if cleaned.removed == 0 && !link && !markup && !orders && text.chars().count() <= LONGEST {
        return None;
    }
    if orders {
        return Some(String::new());
    }
    let plain: Vec<&str> = cleaned
        .text
        .split_whitespace()
        .filter(|word| !word.contains("http") && !word.contains("www."))
        .collect();
    let plain = plain.join(" ").replace(['<', '>'], "").replace("](", " ");
    Some(plain.chars().take(LONGEST).collect())
}

/// Whether a text promises to heal: planwright gives no treatment advice.
fn claims(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "heals",
        "cures",
        "treats your",
        "diagnos",
        "therapy for",
        "heilt",
        "kuriert",
        "therapiert",
        "behandelt dein",
        "medikament",
    ];
    let folded = fold(text);
    WORDS.iter().any(|word| folded.contains(word))
}

/// LLM004.
fn misnamed(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    let title = fold(&facts.unit.title);
    let words: [(&[&str], &[Pattern]); 4] = [
        (&["lower", "legs", "beine", "unterkorper"], LOWER),
        (&["upper", "oberkorper"], UPPER),
        (&["push", "drucken"], PUSH),
        (&["pull", "ziehen"], PULL),
    ];
    let named: Vec<&[Pattern]> = words
        .iter()
        .filter(|(words, _)| words.iter().any(|word| title.contains(word)))
        .map(|(_, patterns)| *patterns)
        .collect();
    let (mut fitting, mut all) = (0_u32, 0_u32);
    for item in facts.working().filter(|item| item.is_strength()) {
        all += u32::from(item.sets);
        let fits = |patterns: &&&[Pattern]| item.pattern().is_some_and(|p| patterns.contains(&p));
        if named.iter().any(|patterns| fits(&patterns)) || item.pattern().is_some_and(is_trunk) {
            fitting += u32::from(item.sets);
        }
    }
    if !named.is_empty() && all > 0 && fitting * 10 < all * 6 {
        out.push(facts.finding(Code::Llm004));
    }
}

const LOWER: &[Pattern] =
    &[Pattern::Squat, Pattern::Hinge, Pattern::Lunge, Pattern::IsolationLeg, Pattern::Jump];
const UPPER: &[Pattern] = &[
    Pattern::HPush,
    Pattern::VPush,
    Pattern::HPull,
    Pattern::VPull,
    Pattern::IsolationArm,
    Pattern::IsolationShoulder,
];
const PUSH: &[Pattern] =
    &[Pattern::HPush, Pattern::VPush, Pattern::IsolationArm, Pattern::IsolationShoulder];
const PULL: &[Pattern] =
    &[Pattern::HPull, Pattern::VPull, Pattern::IsolationArm, Pattern::IsolationShoulder];

/// LLM003, LLM012.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    if !matches!(context.source(), Source::Model { .. }) {
        return;
    }
    for pair in facts.weeks.windows(2) {
        let [before, after] = pair else { continue };
        if after.week.phase == WeekPhase::Build && same(before, after) {
            out.push(after.finding(Code::Llm003));
        }
        let more = sets(after) > sets(before);
        let lighter = match (top(before), top(after)) {
            (Some(before), Some(after)) => after < before * 0.97,
            _ => false,
        };
        let contradicts = match after.week.phase {
            WeekPhase::Deload | WeekPhase::Taper => more,
            WeekPhase::Peak => lighter,
            WeekPhase::Build | WeekPhase::Test => false,
        };
        if contradicts {
            out.push(after.finding(Code::Llm012));
        }
    }
}

/// LLM007, LLM013: what the head of the program promises.
pub(super) fn head(program: &Program, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    if !matches!(context.source(), Source::Model { .. }) {
        return;
    }
    let missing = program.missing_weeks();
    if !missing.is_empty() {
        out.push(Finding::new(Code::Llm013).with("n", missing.len()));
    }
    let promised = usize::from(program.profile.days_per_week());
    let differs = program.weeks.iter().filter(|week| week.units.len() != promised).count();
    if program.weeks.len() > usize::from(program.profile.weeks())
        || differs * 2 > program.weeks.len()
    {
        out.push(Finding::new(Code::Llm007));
    }
}

fn sets(week: &WeekFacts<'_>) -> u32 {
    week.units.iter().flat_map(UnitFacts::working).map(|item| u32::from(item.sets)).sum()
}

fn top(week: &WeekFacts<'_>) -> Option<f64> {
    let loads =
        week.units.iter().flat_map(UnitFacts::working).filter_map(|item: &ItemFacts<'_>| item.pct);
    loads.reduce(f64::max)
}
