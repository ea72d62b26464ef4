//! Commands that add steps to progressions and take them out.

use super::super::super::Model;
use super::super::super::effect::Effect;
use super::super::super::entry::Purpose;
use super::super::super::library::{
    LibraryChange, LibraryLine, LibraryPick, StepLine, Tab, UseKind,
};
use super::super::super::log::Tone;
use super::super::super::picker::{self, Entry, Target};
use super::super::{entry, pick};
use super::{change, lists, pane};
use crate::domain::{CatalogueEntry, Edge, ExerciseId, GraphId, Message, ProgressionGraph};
use crate::language::{Catalogue, fold};

/// Begins a further step from the exercise that is looked at: first, in which progression.
pub(super) fn add(model: &mut Model) {
    let lang = model.lang;
    let Some(pane) = pane(model) else { return };
    let Some(from) = pane.subject().map(|exercise| exercise.id.clone()) else { return };
    let is_near = |graph: &ProgressionGraph| graph.nodes().contains(&from);
    let mut graphs: Vec<&ProgressionGraph> = pane.library.graphs().iter().collect();
    graphs.sort_by_key(|graph| (!is_near(graph), fold(graph.name.get(lang))));
    let new = Entry {
        target: Target::Graph(None),
        label: Catalogue::load(lang).say("pick-new-graph"),
        detail: String::new(),
    };
    let known = graphs.into_iter().map(|graph| Entry {
        target: Target::Graph(Some(graph.id.clone())),
        label: graph.name.get(lang).to_owned(),
        detail: graph.name.get(lang.next()).to_owned(),
    });
    let entries: Vec<Entry> = known.chain([new]).collect();
    let purpose = picker::Purpose::Library(LibraryPick::StepGraph(from));
    pick::push(model, purpose, entries, 0);
}

/// The progression is chosen: now the exercise the step leads to.
pub(super) fn within(model: &mut Model, from: ExerciseId, graph: Option<GraphId>) {
    if let Some(graph) = graph {
        towards(model, LibraryPick::StepTo(from, graph, None));
    } else {
        let line = LibraryLine::GraphName(from);
        entry::open(model, Purpose::Library(line), "");
    }
}

/// The new progression has a name.
pub(super) fn named(model: &mut Model, from: &ExerciseId, text: &str) -> Result<(), Message> {
    let name = lists::both(text)?;
    let is_free = |id: &str| {
        let known = pane(model).and_then(|pane| pane.library.graph(&GraphId::new(id)));
        known.is_none()
    };
    let id = CatalogueEntry::id_for(&format!("own {}", fold(&name.en)));
    let Some(id) = id.filter(|id| is_free(id)) else {
        return Err(Message::new("line-entry-id"));
    };
    let pick = LibraryPick::StepTo(from.clone(), GraphId::new(id), Some(text.to_owned()));
    towards(model, pick);
    Ok(())
}

fn towards(model: &mut Model, to: LibraryPick) {
    pick::push(model, picker::Purpose::Library(to), Vec::new(), 0);
    pick::typed(model);
}

/// What gets harder is said: the step is asked for.
pub(super) fn joined(
    model: &mut Model,
    graph: &GraphId,
    name: Option<&str>,
    (from, to): (&ExerciseId, &ExerciseId),
    text: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let harder = lists::both(text)?;
    let known = pane(model).and_then(|pane| pane.library.graph(graph)).cloned();
    let mut changed = match (known, name) {
        (Some(known), _) => known,
        (None, name) => ProgressionGraph {
            id: graph.clone(),
            name: lists::both(name.unwrap_or(graph.as_str()))?,
            focus: None,
            edges: Vec::new(),
        },
    };
    if changed.edges.iter().any(|edge| edge.from == *from && edge.to == *to) {
        return Err(Message::new("line-step-there"));
    }
    changed.edges.push(Edge { from: from.clone(), to: to.clone(), harder });
    change::ask(model, LibraryChange::Graph(Box::new(changed)), effects);
    Ok(())
}

/// Takes the step under the cursor out of its progression, or forgets the taught name.
pub(super) fn remove(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(pane) = pane(model) else { return };
    let change = match (pane.detail.tab, pane.detail.chosen_step(), pane.detail.chosen_use()) {
        (Tab::Steps, Some(StepLine::Step { graph, edge: (from, to), .. }), _) => {
            pane.library.graph(graph).cloned().map(|mut graph| {
                graph.edges.retain(|edge| edge.from != *from || edge.to != *to);
                LibraryChange::Graph(Box::new(graph))
            })
        }
        (_, _, Some(used)) => match used.kind {
            UseKind::Name(teaching) => Some(LibraryChange::Forget(used.title.en.clone(), teaching)),
            UseKind::Combination | UseKind::Unit | UseKind::Framework => None,
        },
        _ => None,
    };
    match change {
        Some(change) => {
            change::ask(model, change, effects);
        }
        None => model.tell(Tone::Warn, Message::new("why-not-nothing-to-remove")),
    }
}
