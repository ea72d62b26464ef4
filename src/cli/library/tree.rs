//! Progressions as text trees: one line per step with what gets harder, cut to the width of a
//! terminal. An exercise reached twice is drawn out once.

use std::collections::BTreeSet;

use crate::domain::{Edge, ExerciseId, Lang, ProgressionGraph};
use crate::language::shown;
use crate::library::Library;

use crate::cli::output::cut;

/// How many steps are followed away from one exercise.
const STEPS: usize = 4;

/// Which way steps are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// To what prepares.
    Back,
    /// To what comes next.
    Forward,
}

impl Direction {
    /// The end of the step that is reached.
    pub(super) const fn end(self, edge: &Edge) -> &ExerciseId {
        match self {
            Self::Back => &edge.from,
            Self::Forward => &edge.to,
        }
    }

    const fn start(self, edge: &Edge) -> &ExerciseId {
        match self {
            Self::Back => &edge.to,
            Self::Forward => &edge.from,
        }
    }
}

/// The steps around an exercise, one tree per progression it stands in.
pub(super) fn around(
    id: &ExerciseId,
    direction: Direction,
    library: &Library,
    lang: Lang,
    width: usize,
) -> Vec<String> {
    let mut lines = Vec::new();
    for graph in library.graphs() {
        let mut drawing = Drawing::new(graph, direction, library, lang, width);
        drawing.branch(id, "  ", STEPS);
        if !drawing.lines.is_empty() {
            lines.push(format!("  {}", shown(graph.name.get(lang))));
            lines.append(&mut drawing.lines);
        }
    }
    lines
}

/// A whole progression, from everything that nothing prepares.
pub(super) fn whole(
    graph: &ProgressionGraph,
    library: &Library,
    lang: Lang,
    width: usize,
) -> Vec<String> {
    let mut drawing = Drawing::new(graph, Direction::Forward, library, lang, width);
    let reached: BTreeSet<&ExerciseId> = graph.edges.iter().map(|edge| &edge.to).collect();
    let mut drawn = BTreeSet::new();
    for edge in graph.edges.iter().filter(|edge| !reached.contains(&edge.from)) {
        if drawn.insert(&edge.from) {
            let name = drawing.name(&edge.from);
            drawing.lines.push(cut(&name, width));
            drawing.branch(&edge.from, "", usize::MAX);
        }
    }
    drawing.lines
}

struct Drawing<'a> {
    graph: &'a ProgressionGraph,
    direction: Direction,
    library: &'a Library,
    lang: Lang,
    width: usize,
    drawn: BTreeSet<&'a ExerciseId>,
    lines: Vec<String>,
}

impl<'a> Drawing<'a> {
    fn new(
        graph: &'a ProgressionGraph,
        direction: Direction,
        library: &'a Library,
        lang: Lang,
        width: usize,
    ) -> Self {
        let (drawn, lines) = (BTreeSet::new(), Vec::new());
        Self { graph, direction, library, lang, width, drawn, lines }
    }

    fn name(&self, id: &ExerciseId) -> String {
        let name =
            self.library.get(id).map_or(id.as_str(), |exercise| exercise.name.get(self.lang));
        shown(name).into_string()
    }

    /// The steps that leave an exercise, with what lies behind them.
    fn branch(&mut self, from: &ExerciseId, indent: &str, steps: usize) {
        let (graph, direction) = (self.graph, self.direction);
        let edges: Vec<&Edge> =
            graph.edges.iter().filter(|edge| direction.start(edge) == from).collect();
        for (number, edge) in edges.iter().enumerate() {
            let is_last = number + 1 == edges.len();
            let end = direction.end(edge);
            let name = self.name(end);
            let harder = shown(edge.harder.get(self.lang));
            let (hook, below) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let is_new = self.drawn.insert(end);
            let again = graph.edges.iter().any(|edge| direction.start(edge) == end);
            let more = if again && (!is_new || steps <= 1) { " …" } else { "" };
            self.lines.push(cut(&format!("{indent}{hook}{name}{more} · {harder}"), self.width));
            if is_new && steps > 1 {
                self.branch(end, &format!("{indent}{below}"), steps - 1);
            }
        }
    }
}
