//! Progression graphs: an edge from A to B means that A prepares B.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Arg, Bilingual, ExerciseId, Explain, FocusId, GraphId, Message};

/// A named path of growth, such as the falling school or push-up to one arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgressionGraph {
    /// Stable id.
    pub id: GraphId,
    /// Name in both languages.
    pub name: Bilingual,
    /// The focus area it serves.
    #[serde(default)]
    pub focus: Option<FocusId>,
    /// Directed edges; acyclic.
    pub edges: Vec<Edge>,
}

/// One step of a graph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// The exercise that prepares.
    pub from: ExerciseId,
    /// The exercise that follows.
    pub to: ExerciseId,
    /// What gets harder.
    pub harder: Bilingual,
}

/// Why a graph cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GraphError {
    /// Following edges leads back to the start.
    #[error("progression graph {graph} has a cycle through {exercise}; remove one of its edges")]
    Cycle {
        /// The graph.
        graph: GraphId,
        /// An exercise on the cycle.
        exercise: ExerciseId,
    },
}

impl Explain for GraphError {
    fn message(&self) -> Message {
        match self {
            Self::Cycle { graph, exercise } => Message::new("error-graph-cycle")
                .with("graph", Arg::from(graph.as_str()))
                .with("exercise", exercise.as_str()),
        }
    }
}

impl ProgressionGraph {
    /// A club's version of a graph that was made from `base`, brought to what `base` has become:
    /// steps the club added or took out stay so, all others are as in `now`.
    #[must_use]
    pub fn carried_over(self, base: &Self, now: Self) -> Self {
        let holds = |graph: &Self, edge: &Edge| {
            graph.edges.iter().any(|known| known.from == edge.from && known.to == edge.to)
        };
        let mut edges: Vec<Edge> = now
            .edges
            .iter()
            .filter(|edge| holds(&self, edge) || !holds(base, edge))
            .cloned()
            .collect();
        let added = self.edges.iter().filter(|edge| !holds(base, edge) && !holds(&now, edge));
        edges.extend(added.cloned());
        let name = if self.name == base.name { now.name } else { self.name };
        Self { edges, name, focus: now.focus, id: now.id }
    }

    /// Every exercise on the graph, by id.
    #[must_use]
    pub fn nodes(&self) -> BTreeSet<&ExerciseId> {
        self.edges.iter().flat_map(|edge| [&edge.from, &edge.to]).collect()
    }

    /// The edges that leave `exercise`.
    pub fn out_of<'a>(&'a self, exercise: &'a ExerciseId) -> impl Iterator<Item = &'a Edge> {
        self.edges.iter().filter(move |edge| edge.from == *exercise)
    }

    /// The edges that lead to `exercise`.
    pub fn leading_to<'a>(&'a self, exercise: &'a ExerciseId) -> impl Iterator<Item = &'a Edge> {
        self.edges.iter().filter(move |edge| edge.to == *exercise)
    }

    /// The exercises in an order in which every one comes after what prepares it.
    ///
    /// # Errors
    /// [`GraphError::Cycle`] when there is no such order.
    pub fn order(&self) -> Result<Vec<&ExerciseId>, GraphError> {
        let mut waiting: BTreeMap<&ExerciseId, usize> =
            self.nodes().into_iter().map(|node| (node, 0)).collect();
        for edge in &self.edges {
            *waiting.entry(&edge.to).or_default() += 1;
        }
        let mut order = Vec::with_capacity(waiting.len());
        while let Some((&node, _)) = waiting.iter().find(|(_, open)| **open == 0) {
            waiting.remove(node);
            for edge in self.out_of(node) {
                if let Some(open) = waiting.get_mut(&edge.to) {
                    *open -= 1;
                }
            }
            order.push(node);
        }
        // what still waits is on a cycle or behind one; going back along the edges ends on it
        let Some(mut exercise) = waiting.keys().next().copied() else { return Ok(order) };
        let mut seen = BTreeSet::new();
        while seen.insert(exercise) {
            let before = self
                .edges
                .iter()
                .find(|edge| edge.to == *exercise && waiting.contains_key(&edge.from));
            exercise = before.map_or(exercise, |edge| &edge.from);
        }
        Err(GraphError::Cycle { graph: self.id.clone(), exercise: exercise.clone() })
    }
}
