//! Edges of all graphs by exercise, and the rules that hold along them: no cycle over all graphs
//! together, level and youngest age never fall.

use std::sync::Arc;

use super::LibraryError;
use crate::domain::{Edge, Exercise, ExerciseId, ProgressionGraph};

/// Where an edge stands: graph and place within it. Small, because every edge is listed twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct EdgePlace {
    exercise: u32,
    graph: u32,
    edge: u32,
}

/// The edges of all graphs, sorted by the exercise they leave and by the one they lead to.
#[derive(Debug)]
pub(super) struct EdgeIndex {
    leaving: Vec<EdgePlace>,
    leading: Vec<EdgePlace>,
}

impl EdgeIndex {
    /// Indexes the graphs over exercises sorted by id.
    pub(super) fn new(
        exercises: &[Arc<Exercise>],
        graphs: &[ProgressionGraph],
    ) -> Result<Self, LibraryError> {
        let count = graphs.iter().map(|graph| graph.edges.len()).sum();
        let mut leaving = Vec::with_capacity(count);
        let mut leading = Vec::with_capacity(count);
        for (graph_at, graph) in graphs.iter().enumerate() {
            for (edge_at, edge) in graph.edges.iter().enumerate() {
                let path = || format!("graphs/{}/{}->{}", graph.id, edge.from, edge.to);
                let (from_at, from) = find(exercises, &edge.from, path)?;
                let (to_at, to) = find(exercises, &edge.to, path)?;
                if to.level < from.level {
                    return Err(LibraryError::LevelFalls { path: path() });
                }
                if to.min_age < from.min_age {
                    return Err(LibraryError::AgeFalls { path: path() });
                }
                let place = |exercise: usize| EdgePlace {
                    exercise: exercise as u32,
                    graph: graph_at as u32,
                    edge: edge_at as u32,
                };
                leaving.push(place(from_at));
                leading.push(place(to_at));
            }
        }
        leaving.sort_unstable();
        leading.sort_unstable();
        let index = Self { leaving, leading };
        index.refuse_cycles(exercises, graphs)?;
        Ok(index)
    }

    /// The edges that leave the exercise at a position.
    pub(super) fn out_of<'a>(
        &'a self,
        position: usize,
        graphs: &'a [ProgressionGraph],
    ) -> impl Iterator<Item = (&'a ProgressionGraph, &'a Edge)> {
        at(&self.leaving, position).iter().filter_map(|place| resolve(*place, graphs))
    }

    /// The edges that lead to the exercise at a position.
    pub(super) fn leading_to<'a>(
        &'a self,
        position: usize,
        graphs: &'a [ProgressionGraph],
    ) -> impl Iterator<Item = (&'a ProgressionGraph, &'a Edge)> {
        at(&self.leading, position).iter().filter_map(|place| resolve(*place, graphs))
    }

    /// Takes away, again and again, the exercises nothing prepares; what is left lies on a cycle
    /// or behind one.
    fn refuse_cycles(
        &self,
        exercises: &[Arc<Exercise>],
        graphs: &[ProgressionGraph],
    ) -> Result<(), LibraryError> {
        let target = |place: &EdgePlace| {
            let (_, edge) = resolve(*place, graphs)?;
            position(exercises, &edge.to)
        };
        let mut open: Vec<u32> = vec![0; exercises.len()];
        for place in &self.leading {
            if let Some(count) = open.get_mut(place.exercise as usize) {
                *count += 1;
            }
        }
        let mut free: Vec<usize> =
            open.iter().enumerate().filter(|(_, count)| **count == 0).map(|(at, _)| at).collect();
        while let Some(exercise) = free.pop() {
            for next in at(&self.leaving, exercise).iter().filter_map(target) {
                if let Some(count) = open.get_mut(next) {
                    *count -= 1;
                    if *count == 0 {
                        free.push(next);
                    }
                }
            }
        }
        let stuck = |place: &&EdgePlace| open.get(place.exercise as usize).is_some_and(|n| *n > 0);
        match self.leaving.iter().find(stuck).and_then(|place| resolve(*place, graphs)) {
            None => Ok(()),
            Some((graph, edge)) => {
                Err(LibraryError::Cycle { graph: graph.id.clone(), exercise: edge.from.clone() })
            }
        }
    }
}

fn at(places: &[EdgePlace], position: usize) -> &[EdgePlace] {
    let from = places.partition_point(|place| (place.exercise as usize) < position);
    let to = places.partition_point(|place| (place.exercise as usize) <= position);
    places.get(from..to).unwrap_or_default()
}

fn resolve(place: EdgePlace, graphs: &[ProgressionGraph]) -> Option<(&ProgressionGraph, &Edge)> {
    let graph = graphs.get(place.graph as usize)?;
    Some((graph, graph.edges.get(place.edge as usize)?))
}

fn position(exercises: &[Arc<Exercise>], id: &ExerciseId) -> Option<usize> {
    exercises.binary_search_by(|exercise| exercise.id.cmp(id)).ok()
}

fn find<'a>(
    exercises: &'a [Arc<Exercise>],
    id: &ExerciseId,
    path: impl Fn() -> String,
) -> Result<(usize, &'a Exercise), LibraryError> {
    position(exercises, id)
        .and_then(|at| Some((at, &**exercises.get(at)?)))
        .ok_or_else(|| LibraryError::UnknownExercise { path: path(), id: id.clone() })
}
