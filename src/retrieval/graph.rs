//! Where a progression graph leads from here: from the anchor, from what is planned, and from the
//! beginning of a graph that was asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Edge, ExerciseId, GraphId, ProgressionGraph};
use crate::library::Library;

use super::ContextPack;

/// How a candidate stands to the plan in a progression graph.
#[derive(Debug, Clone)]
pub(super) struct Step<'a> {
    /// 0–1.
    pub(super) value: f32,
    pub(super) graph: &'a ProgressionGraph,
    pub(super) edge: &'a Edge,
    pub(super) relation: Relation,
}

/// See [`Step`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// Follows the anchor.
    Successor,
    /// Follows what follows the anchor.
    Later,
    /// Follows something planned or mastered.
    FollowsPlan,
    /// Begins the graph that was asked for.
    Begins,
}

/// Candidates that a progression graph leads to, by place.
pub(super) fn steps<'a>(
    library: &'a Library,
    anchor: Option<&ExerciseId>,
    graph: Option<&GraphId>,
    pack: &ContextPack,
) -> BTreeMap<usize, Step<'a>> {
    const SUCCESSOR: f32 = 1.0;
    const LATER: f32 = 0.5;
    const FOLLOWS_PLAN: f32 = 0.4;
    const FOLLOWS_IN_GRAPH: f32 = 0.6;
    const BEGINS: f32 = 0.7;
    let mut steps: BTreeMap<usize, Step<'a>> = BTreeMap::new();
    let after = |id: &ExerciseId| -> Vec<(&'a ProgressionGraph, &'a Edge)> {
        let edges = library.successors(id).into_iter();
        edges.filter(|(found, _)| graph.is_none_or(|wanted| found.id == *wanted)).collect()
    };
    for (graph, edge) in anchor.map(&after).unwrap_or_default() {
        note(
            &mut steps,
            library,
            &edge.to,
            Step { value: SUCCESSOR, graph, edge, relation: Relation::Successor },
        );
        for (graph, edge) in after(&edge.to) {
            note(
                &mut steps,
                library,
                &edge.to,
                Step { value: LATER, graph, edge, relation: Relation::Later },
            );
        }
    }
    let relation = Relation::FollowsPlan;
    let value = if graph.is_some() { FOLLOWS_IN_GRAPH } else { FOLLOWS_PLAN };
    // without a graph, what was done in other units leads nowhere in particular
    let done = pack.recent.iter().flatten().chain(&pack.known).filter(|_| graph.is_some());
    for id in pack.planned.iter().chain(done) {
        for (graph, edge) in after(id) {
            note(&mut steps, library, &edge.to, Step { value, graph, edge, relation });
        }
    }
    // a graph nobody stands on yet starts at its beginnings
    if let Some(graph) = graph.and_then(|id| library.graph(id)).filter(|_| steps.is_empty()) {
        let targets: BTreeSet<&ExerciseId> = graph.edges.iter().map(|edge| &edge.to).collect();
        for edge in graph.edges.iter().filter(|edge| !targets.contains(&edge.from)) {
            note(
                &mut steps,
                library,
                &edge.from,
                Step { value: BEGINS, graph, edge, relation: Relation::Begins },
            );
        }
    }
    steps
}

/// Keeps the strongest step to each exercise.
fn note<'a>(
    steps: &mut BTreeMap<usize, Step<'a>>,
    library: &Library,
    id: &ExerciseId,
    step: Step<'a>,
) {
    let Some(at) = library.position(id) else { return };
    if steps.get(&at).is_none_or(|known| step.value > known.value) {
        steps.insert(at, step);
    }
}
