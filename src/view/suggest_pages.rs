//! Pages about suggestions: why an exercise stands where it does, what the plan asks for, what the
//! last units trained, and changes to accept.

use super::pen::{Pen, Words, hundredths, named};
use super::theme::Meaning;
use crate::app::Model;
use crate::app::coverage::Coverage;
use crate::app::page::Reasoned;
use crate::app::propose::{Proposal, Step, lasting};
use crate::domain::{CatalogueKind, Message, Prescription, Scheme, Work};
use crate::language::columns;
use crate::library::Library;
use crate::notation;
use crate::retrieval::PartKind;

/// Why exercises stand where they do: one column of parts each, so that two can be compared.
pub(super) fn why(reasoned: &[Reasoned], library: &Library, pen: &Pen<'_>) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    for one in reasoned {
        let name = library.get(&one.exercise).map(|e| e.name.get(pen.lang()).to_owned());
        let rank = match one.explanation.rank {
            Some(rank) => Message::new("why-rank").with("rank", rank),
            None => Message::new("why-no-rank"),
        };
        let score = hundredths(f64::from(one.explanation.score), pen.lang());
        lines.push(vec![
            (name.unwrap_or_else(|| one.exercise.to_string()), Meaning::Title),
            (format!("  {}  {score}", pen.text(&rank)), Meaning::Value),
        ]);
        for exclusion in &one.explanation.exclusions {
            let text = pen.text(&exclusion.message(library.catalogues()));
            lines.push(vec![(format!("  ✗ {text}"), Meaning::Bad)]);
        }
        for reason in &one.explanation.reasons {
            lines.push(vec![(format!("  + {}", pen.text(reason)), Meaning::Plain)]);
        }
        lines.push(Vec::new());
    }
    lines.push(vec![(pen.say("suggest-why"), Meaning::Title)]);
    let parts: Vec<_> =
        reasoned.iter().map(|one| one.explanation.parts.lines(one.explanation.intent)).collect();
    let kinds: Vec<PartKind> = parts.first().into_iter().flatten().map(|part| part.kind).collect();
    for (row, kind) in kinds.into_iter().enumerate() {
        let points: Vec<f64> = parts
            .iter()
            .map(|lines| lines.get(row).map_or(0.0, |part| f64::from(part.points())))
            .collect();
        if points.iter().all(|points| *points == 0.0) {
            continue;
        }
        let label = pen.text(&named("part-", kind.id()));
        let mut words: Words = vec![(pad(&label, 20), Meaning::Plain)];
        for points in points {
            words.push((format!("{:>6} ", hundredths(points, pen.lang())), Meaning::Value));
            let meaning = if points < 0.0 { Meaning::Bad } else { Meaning::Good };
            words.push((pad(&bar(points), 16), meaning));
        }
        lines.push(words);
    }
    lines
}

/// A bar of half a cell per hundredth and a half; what is taken off is drawn thin.
fn bar(points: f64) -> String {
    let cells = ((points.abs() * 25.0).round() as usize).min(14);
    if points < 0.0 { "░".repeat(cells) } else { "█".repeat(cells) }
}

fn pad(text: &str, width: usize) -> String {
    let spaces = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(spaces))
}

/// What the plan asks for, with where it comes from.
pub(super) fn target(model: &Model, library: &Library, pen: &Pen<'_>) -> Vec<Words> {
    const SHOWN: usize = 8;
    let Some(answer) = &model.suggest.answer else { return Vec::new() };
    let target = &answer.target;
    let name = |kind, id: &str| library.catalogues().name(kind, id).get(pen.lang()).to_owned();
    let mut lines: Vec<Words> = Vec::new();
    let mut part = |title: &'static str, mut weights: Vec<(String, f32)>| {
        if weights.is_empty() {
            return;
        }
        weights.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        lines.push(vec![(pen.say(title), Meaning::Title)]);
        for (name, weight) in weights.into_iter().take(SHOWN) {
            let weight = f64::from(weight);
            lines.push(vec![
                (format!("  {}", pad(&name, 34)), Meaning::Plain),
                (format!("{} ", hundredths(weight, pen.lang())), Meaning::Value),
                ("█".repeat((weight * 20.0).round() as usize), Meaning::Good),
            ]);
        }
        lines.push(Vec::new());
    };
    let skills = |weights: &crate::domain::SkillWeights| {
        let named = |(id, weight): (&crate::domain::SkillId, &f32)| {
            (name(CatalogueKind::Skills, id.as_str()), *weight)
        };
        weights.iter().map(named).collect::<Vec<_>>()
    };
    let focus = target.focus.iter();
    let focus = focus.map(|(id, w)| (name(CatalogueKind::FocusAreas, id.as_str()), *w)).collect();
    part("target-focus", focus);
    part("target-skills", skills(&target.skills));
    part("target-gap", skills(&target.gap));
    let groups = target.target_groups.iter();
    let groups =
        groups.map(|(id, w)| (name(CatalogueKind::TargetGroups, id.as_str()), *w)).collect();
    part("target-groups", groups);
    lines.push(vec![(pen.say("target-sources"), Meaning::Title)]);
    for source in &target.sources {
        let text = pen.say(super::chips::source_name(*source));
        lines.push(vec![(format!("  {text}"), Meaning::Plain)]);
    }
    lines
}

/// The heat map: a row per skill, a column per unit, darker signs for more.
pub(super) fn coverage(map: &Coverage, library: &Library, pen: &Pen<'_>) -> Vec<Words> {
    const CELL: usize = 3;
    let name_width = if pen.width() < 60 { 16 } else { 26 };
    let name =
        |id: &str| library.catalogues().name(CatalogueKind::Skills, id).get(pen.lang()).to_owned();
    let units = map.days.len().min(pen.width().saturating_sub(name_width + 12) / CELL);
    let skip = map.days.len() - units;
    let mut lines: Vec<Words> = Vec::new();
    let last = map.days.len().saturating_sub(1);
    let number = |from: fn(jiff::civil::Date) -> i8| -> String {
        let days = map.days.iter().skip(skip).map(|day| match day {
            Some(day) => format!("{:>3}", from(*day)),
            None => "  ·".to_owned(),
        });
        days.collect()
    };
    let head = pad(&pen.say("coverage-day"), name_width);
    lines.push(vec![
        (head, Meaning::Dim),
        (number(jiff::civil::Date::day), Meaning::Dim),
        (format!("  {}", pen.say("coverage-wanted")), Meaning::Dim),
    ]);
    let head = pad(&pen.say("coverage-month"), name_width);
    lines.push(vec![(head, Meaning::Dim), (number(jiff::civil::Date::month), Meaning::Dim)]);
    for row in &map.rows {
        let mut words: Words = vec![(
            pad(&clipped(&name(row.skill.as_str()), name_width - 1), name_width),
            Meaning::Plain,
        )];
        for (at, value) in row.units.iter().enumerate().skip(skip) {
            let meaning = if at == last { Meaning::Focus } else { Meaning::Good };
            words.push((
                format!(" {}", shade(*value)),
                if *value > 0.0 { meaning } else { Meaning::Dim },
            ));
        }
        let wanted = f64::from(row.wanted);
        let never = row.units.iter().all(|value| *value == 0.0);
        let mark = if never { "  ! " } else { "    " };
        words.push((mark.to_owned(), Meaning::Warn));
        if wanted > 0.0 {
            words.push((hundredths(wanted, pen.lang()), Meaning::Value));
        }
        lines.push(words);
    }
    lines.push(Vec::new());
    lines.extend(sentence(&pen.say("coverage-key"), Meaning::Dim, pen));
    if !map.never.is_empty() {
        lines.push(Vec::new());
        lines.push(vec![(pen.say("coverage-never"), Meaning::Title)]);
        let names: Vec<String> = map.never.iter().map(|id| name(id.as_str())).collect();
        lines.extend(sentence(&names.join(" · "), Meaning::Plain, pen));
    }
    lines
}

/// A text in as many lines as it needs.
fn sentence(text: &str, meaning: Meaning, pen: &Pen<'_>) -> Vec<Words> {
    let width = pen.width().saturating_sub(4);
    super::pen::wrapped(text, width).into_iter().map(|line| vec![(line, meaning)]).collect()
}

/// Two cells that are told apart without colour.
const fn shade(value: f32) -> &'static str {
    match value {
        ..=0.0 => "··",
        ..=0.25 => "░░",
        ..=0.5 => "▒▒",
        ..=0.75 => "▓▓",
        _ => "██",
    }
}

/// The text cut to a width, with a sign where something is missing.
fn clipped(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{kept}…")
}

/// What is to be done: the dose, and the minutes where the dose does not say them.
fn amount(dose: &Prescription, minutes: Option<u16>, pen: &Pen<'_>) -> String {
    let said = notation::print(dose, pen.lang());
    let in_dose = minutes.is_some_and(|minutes| lasting(dose, minutes) == *dose)
        && matches!(dose.scheme, Scheme::Sets { sets: None, work: Work::Seconds(_) });
    match minutes.filter(|_| !in_dose) {
        Some(minutes) => format!("{minutes}′ {said}"),
        None => said,
    }
}

/// Changes to accept, line by line with + − and ~.
pub(super) fn proposal(proposal: &Proposal, model: &Model, pen: &Pen<'_>) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    let mut last_section = None;
    let part_name = |section| {
        let known = model.open.as_ref().and_then(|open| open.unit.section(section));
        known.map(|known| super::plan::section_name(pen, known)).unwrap_or_default()
    };
    for step in &proposal.steps {
        match step {
            Step::Insert { section, item, .. } => {
                if last_section != Some(section) {
                    lines.push(vec![(part_name(section), Meaning::Title)]);
                    last_section = Some(section);
                }
                let amount = amount(&item.prescription, item.minutes, pen);
                let name = item.label.get(pen.lang()).to_owned();
                lines.push(vec![
                    ("+ ".to_owned(), Meaning::Good),
                    (format!("{name}  "), Meaning::Plain),
                    (amount, Meaning::Value),
                ]);
                for reason in &item.reasons {
                    lines.push(vec![(format!("    {}", pen.text(reason)), Meaning::Dim)]);
                }
            }
            Step::Replace { from, name, dose: new, minutes, .. } => {
                let amount = amount(new, *minutes, pen);
                lines.push(vec![
                    ("~ ".to_owned(), Meaning::Warn),
                    (
                        format!("{} → {}  ", from.get(pen.lang()), name.get(pen.lang())),
                        Meaning::Plain,
                    ),
                    (amount, Meaning::Value),
                ]);
            }
            Step::Minutes { name, from, to, .. } => lines.push(vec![
                ("~ ".to_owned(), Meaning::Warn),
                (format!("{}  ", name.get(pen.lang())), Meaning::Plain),
                (format!("{from}′ → {to}′"), Meaning::Value),
            ]),
            Step::Part { section, from, to } => lines.push(vec![
                ("~ ".to_owned(), Meaning::Warn),
                (format!("{}  ", part_name(section)), Meaning::Title),
                (format!("{from}′ → {to}′"), Meaning::Value),
            ]),
            Step::Remove { name, .. } => lines.push(vec![
                ("− ".to_owned(), Meaning::Bad),
                (name.get(pen.lang()).to_owned(), Meaning::Plain),
            ]),
        }
    }
    lines.push(Vec::new());
    let (before, after) = proposal.minutes;
    let minutes = Message::new("proposal-minutes")
        .with("before", before.round())
        .with("after", after.round());
    lines.push(vec![(pen.text(&minutes), Meaning::Value)]);
    for note in &proposal.notes {
        lines.extend(sentence(&pen.text(note), Meaning::Warn, pen));
    }
    lines.extend(sentence(&pen.say("proposal-accept"), Meaning::Key, pen));
    lines
}
