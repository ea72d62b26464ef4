//! The progressions around an exercise, as trees that can be walked; and the plans that hold it.

use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::app::library::{LibraryPane, Part, StepLine, Uses};
use crate::domain::{Exercise, ExerciseId};
use crate::language::columns;

/// Draws the trees.
pub(super) fn draw(pane: &LibraryPane, exercise: &Exercise, mut pen: Pen<'_>) {
    let detail = &pane.detail;
    if detail.steps.is_empty() {
        let text = pen.say("library-no-steps");
        pen.put(2, 0, &text, Meaning::Dim);
    }
    let lang = pen.lang();
    let name_of = |id: &ExerciseId| {
        pane.library.get(id).map_or_else(|| id.to_string(), |it| it.name.get(lang).to_owned())
    };
    let lines = detail.steps.iter().enumerate().skip(detail.scroll).take(pen.height());
    for (at, line) in lines {
        let row = at - detail.scroll;
        match line {
            StepLine::Graph(_, name) => {
                pen.put(1, row, name.get(lang), Meaning::Title);
            }
            StepLine::Here => {
                let column = pen.put(2, row, "● ", Meaning::Focus);
                pen.put(column, row, exercise.name.get(lang), Meaning::Value);
            }
            StepLine::Step { branch, exercise, harder, .. } => {
                let here = at == detail.cursor && pane.part == Part::Detail;
                let column = pen.put(2, row, branch, Meaning::Dim);
                let name = name_of(exercise);
                let meaning = if here { Meaning::Cursor } else { Meaning::Plain };
                let end = pen.put(column, row, &name, meaning);
                pen.put(end, row, &format!(" · {}", harder.get(lang)), Meaning::Dim);
                if at == detail.cursor {
                    pen.put(0, row, "▌", Meaning::Focus);
                }
            }
        }
    }
}

/// Draws the plans that hold the exercise.
pub(super) fn uses(pane: &LibraryPane, mut pen: Pen<'_>) {
    let detail = &pane.detail;
    let Uses::Known(uses) = &detail.uses else {
        let text = pen.say("library-looking");
        pen.put(2, 0, &text, Meaning::Dim);
        return;
    };
    if uses.is_empty() {
        let text = pen.say("library-unused");
        pen.put(2, 0, &text, Meaning::Dim);
    }
    let rows = pen.height();
    for (at, used) in uses.iter().enumerate().skip(detail.scroll).take(rows) {
        let row = at - detail.scroll;
        let kind = pen.say(used.kind.key());
        let column = pen.put(2, row, &format!("{kind:<12} "), Meaning::Dim);
        let start = pen.width().saturating_sub(columns(&used.detail) + 1);
        let here = at == detail.cursor && pane.part == Part::Detail;
        let title = used.title.get(pen.lang()).to_owned();
        pen.put(column, row, &title, if here { Meaning::Cursor } else { Meaning::Plain });
        pen.put(start, row, &format!(" {}", used.detail), Meaning::Dim);
        if at == detail.cursor {
            pen.put(0, row, "▌", Meaning::Focus);
        }
    }
}
