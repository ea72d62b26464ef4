//! One exercise: its name, the sides that can be shown, and the side that is.

use super::super::exercise;
use super::super::pen::{Pen, Words};
use super::super::theme::Meaning;
use super::steps;
use crate::app::Model;
use crate::app::library::{LibraryPane, Part, Tab};

/// Draws the exercise that is looked at.
pub(super) fn draw(model: &Model, pane: &LibraryPane, mut pen: Pen<'_>) {
    let Some(exercise) = pane.subject() else { return };
    let focused = pane.part == Part::Detail;
    let walked: String = pane.detail.walked.iter().map(|_| "› ").collect();
    let column = pen.put(1, 0, &walked, Meaning::Dim);
    let name = exercise.name.get(model.lang).to_owned();
    pen.put(column, 0, &name, if focused { Meaning::Focus } else { Meaning::Title });
    let mut column = 1;
    for tab in Tab::ALL {
        let name = pen.say(tab.key());
        let here = tab == pane.detail.tab;
        let (text, meaning) = if here {
            (format!("[{name}]"), if focused { Meaning::Key } else { Meaning::Title })
        } else {
            (format!(" {name} "), Meaning::Dim)
        };
        column = pen.put(column, 1, &text, meaning) + 1;
    }
    let mut pen = pen.within(pen.below(2));
    match pane.detail.tab {
        Tab::Facts => {
            let lines = exercise::facts(&pane.library, exercise, &pen);
            scrolled(&mut pen, &lines, pane.detail.scroll);
        }
        Tab::Steps => steps::draw(pane, exercise, pen),
        Tab::Uses => steps::uses(pane, pen),
    }
}

fn scrolled(pen: &mut Pen<'_>, lines: &[Words], scroll: usize) {
    let rows = pen.height();
    let scroll = scroll.min(lines.len().saturating_sub(rows));
    for (row, words) in lines.iter().skip(scroll).take(rows).enumerate() {
        pen.put_words(1, row, words);
    }
    let hidden = lines.len().saturating_sub(scroll + rows);
    if hidden > 0 && rows > 0 {
        pen.put_right(rows - 1, &format!(" ↓{hidden} "), Meaning::Dim);
    }
}
