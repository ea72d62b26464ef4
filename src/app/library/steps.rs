//! The progressions around an exercise as a tree of lines: what prepares it above, the exercise,
//! what it prepares below. Every line is a step that can be walked.

use crate::domain::{Bilingual, Edge, ExerciseId, GraphId, ProgressionGraph};
use crate::library::Library;

/// Steps shown before the exercise, one behind the other.
const BEFORE: usize = 2;
/// Steps shown after it.
const AFTER: usize = 3;
/// Most lines one progression takes on either side.
const LINES: usize = 24;

/// Which side of an exercise a step is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It prepares the exercise.
    Before,
    /// The exercise prepares it.
    After,
}

/// A line of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepLine {
    /// Name of a progression.
    Graph(GraphId, Bilingual),
    /// The exercise itself.
    Here,
    /// A step to another exercise.
    Step {
        /// The progression.
        graph: GraphId,
        /// The side it is on.
        way: Way,
        /// The lines that lead to it, as box drawing.
        branch: String,
        /// The exercise it leads to.
        exercise: ExerciseId,
        /// The exercise the edge leaves and the one it leads to.
        edge: (ExerciseId, ExerciseId),
        /// What gets harder along the edge.
        harder: Bilingual,
    },
}

impl StepLine {
    /// Whether the line leads somewhere.
    #[must_use]
    pub const fn is_step(&self) -> bool {
        matches!(self, Self::Step { .. })
    }
}

/// The progressions an exercise stands in, by id.
#[must_use]
pub fn steps(library: &Library, id: &ExerciseId) -> Vec<StepLine> {
    let mut lines = Vec::new();
    let mut graphs: Vec<&ProgressionGraph> = library
        .prerequisites(id)
        .into_iter()
        .chain(library.successors(id))
        .map(|(graph, _)| graph)
        .collect();
    graphs.sort_by(|a, b| a.id.cmp(&b.id));
    graphs.dedup_by(|a, b| a.id == b.id);
    for graph in graphs {
        lines.push(StepLine::Graph(graph.id.clone(), graph.name.clone()));
        let mut before = Vec::new();
        branch(graph, id, Way::Before, "", BEFORE, &mut before);
        before.truncate(LINES);
        // Drawn upwards: the nearest stands lowest.
        lines.extend(before.into_iter().rev().map(upwards));
        lines.push(StepLine::Here);
        let mut after = Vec::new();
        branch(graph, id, Way::After, "", AFTER, &mut after);
        after.truncate(LINES);
        lines.append(&mut after);
    }
    lines
}

/// Adds the steps that leave an exercise on one side, each with what lies behind it.
fn branch(
    graph: &ProgressionGraph,
    from: &ExerciseId,
    way: Way,
    indent: &str,
    depth: usize,
    lines: &mut Vec<StepLine>,
) {
    let ends = |edge: &Edge| match way {
        Way::Before => (edge.to.clone(), edge.from.clone()),
        Way::After => (edge.from.clone(), edge.to.clone()),
    };
    let edges: Vec<&Edge> = graph.edges.iter().filter(|edge| ends(edge).0 == *from).collect();
    for (number, edge) in edges.iter().enumerate() {
        if lines.len() >= LINES {
            return;
        }
        let is_last = number + 1 == edges.len();
        let (hook, below) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let (_, exercise) = ends(edge);
        lines.push(StepLine::Step {
            graph: graph.id.clone(),
            way,
            branch: format!("{indent}{hook}"),
            exercise: exercise.clone(),
            edge: (edge.from.clone(), edge.to.clone()),
            harder: edge.harder.clone(),
        });
        if depth > 1 {
            branch(graph, &exercise, way, &format!("{indent}{below}"), depth - 1, lines);
        }
    }
}

fn upwards(line: StepLine) -> StepLine {
    match line {
        StepLine::Step { graph, way, branch, exercise, edge, harder } => {
            let branch = branch.replace('└', "┌");
            StepLine::Step { graph, way, branch, exercise, edge, harder }
        }
        other => other,
    }
}
