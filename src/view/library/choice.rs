//! A list that values are picked from, with how each is picked.

use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::app::choice::{ChoicePane, Mode, Pick};
use crate::language::write_number;

/// Columns of the mark before a value.
const MARK: usize = 10;

/// Draws the list over the panes.
pub(in crate::view) fn draw(choice: &ChoicePane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.say(choice.title);
    pen.heading(&title, true);
    let column = pen.put(1, 1, "> ", Meaning::Key);
    if choice.typed.is_empty() {
        let help = pen.say(match choice.mode {
            Mode::Set => "choice-help-set",
            Mode::One => "choice-help-one",
            Mode::OneOrNone => "choice-help-one-or-none",
            Mode::Counts => "choice-help-counts",
            Mode::Ordered => "choice-help-ordered",
            Mode::Weights => "choice-help-weights",
            Mode::Alternatives => "choice-help-alternatives",
        });
        pen.put(column, 1, &help, Meaning::Dim);
    } else {
        pen.put(column, 1, &choice.typed, Meaning::Value);
    }
    let mut pen = pen.within(pen.below(3));
    if choice.shown.is_empty() {
        let text = pen.say("picker-no-match");
        pen.put(2, 0, &text, Meaning::Dim);
    }
    for row in 0..pen.height() {
        let place = choice.scroll + row;
        let Some(value) = choice.at(place) else { break };
        let pick = choice.pick(&value.id);
        let mark = mark(choice, pick, &pen);
        pen.put(2, row, &mark, if pick.is_some() { Meaning::Good } else { Meaning::Dim });
        let here = place == choice.cursor;
        if here {
            pen.put(0, row, "▌", Meaning::Focus);
        }
        pen.put(2 + MARK, row, &value.label, if here { Meaning::Cursor } else { Meaning::Plain });
    }
}

/// How a value is picked: crossed, its place, its weight, its alternatives.
fn mark(choice: &ChoicePane, pick: Option<&Pick>, pen: &Pen<'_>) -> String {
    let Some(pick) = pick else { return "[ ]".to_owned() };
    match choice.mode {
        Mode::Set | Mode::One | Mode::OneOrNone => "[x]".to_owned(),
        Mode::Counts => format!("[{}]", pick.amount),
        Mode::Ordered => {
            let place = choice.picked.iter().position(|known| known.id == pick.id).unwrap_or(0);
            format!("[{}]", place + 1)
        }
        Mode::Weights => {
            format!("[{}]", write_number(f64::from(pick.amount) / 100.0, 2, pen.lang()))
        }
        Mode::Alternatives => {
            let numbers: Vec<String> = (0..9)
                .filter(|bit| pick.alternatives & (1 << bit) != 0)
                .map(|bit| (bit + 1).to_string())
                .collect();
            format!("[{}]", numbers.join("·"))
        }
    }
}
