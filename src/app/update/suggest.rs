//! What can be done with suggestions beyond taking them: keep, put aside, look for more, change how
//! a request was understood, and the lists, lines and pages that begin a question.

use super::super::chips as rules;
use super::super::coverage::Coverage;
use super::super::entry::Purpose as Line;
use super::super::log::Tone;
use super::super::page::{Page, Topic};
use super::super::picker::{Entry, Purpose, Target};
use super::super::trainee::Who;
use super::super::{Model, Overlay};
use super::{entry, pick};
use crate::domain::{Exercise, ExerciseId, Message};
use crate::language::Catalogue;
use crate::retrieval::Intent;

fn chosen(model: &Model) -> Option<ExerciseId> {
    model.suggest.chosen().map(|hit| hit.exercise.id.clone())
}

/// Keeps the hit on top, or lets it go.
pub(super) fn pin(model: &mut Model) {
    let Some(id) = chosen(model) else { return };
    let pins = &mut model.suggest.pinned;
    let said = if pins.contains(&id) {
        pins.retain(|known| *known != id);
        "notice-unpinned"
    } else {
        pins.push(id);
        "notice-pinned"
    };
    model.suggest.choices += 1;
    model.tell(Tone::Plain, Message::new(said));
}

/// Puts the hit aside for this unit.
pub(super) fn dismiss(model: &mut Model) {
    let Some(id) = chosen(model) else { return };
    model.suggest.pinned.retain(|known| *known != id);
    model.suggest.dismissed.push(id);
    model.suggest.choices += 1;
    model.tell(Tone::Plain, Message::new("notice-dismissed"));
}

/// Looks for what trains the same as the hit.
pub(super) fn more_like(model: &mut Model) {
    model.suggest.anchor = chosen(model);
    model.suggest.intent = Some(Intent::DeepenExercise);
    model.suggest.query.clear();
    model.suggest.edited = None;
    model.suggest.choices += 1;
}

fn exercise_entry(exercise: &Exercise, model: &Model) -> Entry {
    Entry {
        target: Target::Exercise(exercise.id.clone()),
        label: exercise.name.get(model.lang).to_owned(),
        detail: exercise.name.get(model.lang.next()).to_owned(),
    }
}

/// Lists the forms that stand behind the hit.
pub(super) fn variants(model: &mut Model) {
    let (Some(shelf), Some(hit)) = (&model.shelf, model.suggest.chosen()) else { return };
    let known = hit.variants.iter().filter_map(|id| shelf.library.get(id));
    let entries = known.map(|exercise| exercise_entry(exercise, model)).collect();
    pick::push(model, Purpose::Variants, entries, 0);
}

/// Lists the chips: choosing one takes it away or changes it.
pub(super) fn chips(model: &mut Model) {
    let Some(shelf) = &model.shelf else { return };
    let catalogue = Catalogue::load(model.lang);
    let away = catalogue.say("ask-away");
    let instead = catalogue.say("ask-instead");
    let mut entries = Vec::new();
    for chip in rules::chips(&model.suggest) {
        let label = rules::text(&chip, &shelf.library, model.lang);
        let alternatives = rules::alternatives(&chip).into_iter().map(|to| Entry {
            label: format!("  {}", rules::text(&to, &shelf.library, model.lang)),
            detail: instead.clone(),
            target: Target::Chip(Box::new(chip.clone()), Some(Box::new(to))),
        });
        let alternatives: Vec<Entry> = alternatives.collect();
        let target = Target::Chip(Box::new(chip), None);
        entries.push(Entry { target, label, detail: away.clone() });
        entries.extend(alternatives);
    }
    pick::push(model, Purpose::Chips, entries, 0);
}

/// Lists the progression graphs, those of the anchor first.
pub(super) fn graphs(model: &mut Model) {
    let Some(shelf) = &model.shelf else { return };
    let library = &shelf.library;
    let anchor = model.suggest.answer.as_ref().and_then(|answer| answer.anchor.as_ref());
    let holds = |graph: &crate::domain::ProgressionGraph| {
        anchor.is_some_and(|id| graph.edges.iter().any(|e| e.from == *id || e.to == *id))
    };
    let catalogue = Catalogue::load(model.lang);
    let mut entries = vec![Entry {
        target: Target::Graph(None),
        label: catalogue.say("graph-none"),
        detail: String::new(),
    }];
    let (of_anchor, others): (Vec<_>, Vec<_>) =
        library.graphs().iter().partition(|graph| holds(graph));
    for (graph, is_near) in of_anchor
        .into_iter()
        .map(|graph| (graph, true))
        .chain(others.into_iter().map(|g| (g, false)))
    {
        let steps = Message::new(if is_near { "graph-of-anchor" } else { "graph-steps" })
            .with("count", graph.edges.len());
        entries.push(Entry {
            target: Target::Graph(Some(graph.id.clone())),
            label: graph.name.get(model.lang).to_owned(),
            detail: catalogue.text(&steps),
        });
    }
    let now = Target::Graph(model.suggest.graph.clone());
    let cursor = entries.iter().position(|entry| entry.target == now).unwrap_or(0);
    pick::push(model, Purpose::Graph, entries, cursor);
}

/// Asks for the exercise whose place is in question.
pub(super) fn why_not(model: &mut Model) {
    pick::push(model, Purpose::WhyNot, Vec::new(), 0);
    pick::typed(model);
}

/// Shows what the last units trained.
pub(super) fn coverage(model: &mut Model) {
    let (Some(shelf), Some(open)) = (&model.shelf, &model.open) else { return };
    let target = model.suggest.answer.as_ref().map(|answer| &answer.target);
    let map = Coverage::new(&shelf.library, &open.unit, model.trainee.as_ref(), target);
    model.overlays.push(Overlay::Page(Box::new(Page::new(Topic::Coverage(Box::new(map))))));
}

/// Opens the line for what is different this evening.
pub(super) fn open_refit(model: &mut Model) {
    let unit = model.open.as_ref().map(|open| (open.unit.minutes, open.unit.people));
    let who = model.trainee.as_ref().map(|trainee| &trainee.who);
    let usual = who.and_then(Who::minutes);
    let size = match who {
        Some(Who::Group(group)) => Some(group.size),
        _ => None,
    };
    let (minutes, people) = unit.unwrap_or_default();
    let text = match (minutes.or(usual), people.or(size)) {
        (Some(minutes), Some(people)) => format!("{minutes} / {people}"),
        (Some(minutes), None) => minutes.to_string(),
        _ => String::new(),
    };
    entry::open(model, Line::Refit, &text);
}
