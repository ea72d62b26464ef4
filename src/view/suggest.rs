//! The suggestions: name and score, the first reasons below, and on request the parts of the
//! score of the hit under the cursor.

use ratatui::layout::Rect;

use super::pen::{Pen, Words, hundredths, named};
use super::theme::Meaning;
use crate::app::suggest::HIT_LINES;
use crate::app::{Model, Pane};
use crate::domain::Message;
use crate::language::columns;
use crate::library::Library;
use crate::retrieval::{Hit, Intent};

/// Draws the pane.
pub(super) fn draw(model: &Model, mut pen: Pen<'_>) {
    let focused = model.focus == Pane::Suggest && model.overlays.is_empty();
    let title = pen.say("suggest-title");
    let end = pen.heading(&title, focused);
    let intent = model.suggest.answer.as_ref().map(|answer| answer.intent);
    if let Some(intent) = intent {
        let name = pen.text(&named("intent-", intent.id()));
        let mut words: Words = vec![(format!("{name} "), Meaning::Dim)];
        if !model.suggest.query.is_empty() {
            words.push((format!("“{}” ", model.suggest.query), Meaning::Value));
        }
        if model.suggest.reranking.is_some() {
            words.insert(0, (pen.say("suggest-asking-model") + " ", Meaning::Warn));
        } else if model.suggest.by_model {
            words.insert(0, (pen.say("suggest-by-model") + " ", Meaning::Good));
        }
        pen.put_words(end + 1, 0, &words);
    }
    let mut pen = pen.within(pen.below(1));
    let chip_lines = chips_line(model, &mut pen);
    let mut pen = pen.within(pen.below(chip_lines));
    let Some(shelf) = &model.shelf else {
        let text = pen.say("suggest-loading");
        pen.put(2, 0, &text, Meaning::Dim);
        return;
    };
    let hits = model.suggest.hits();
    if hits.is_empty() && model.suggest.answer.is_some() {
        nothing(model, &shelf.library, &mut pen);
        return;
    }
    let why_lines = if model.suggest.why { WHY_LINES.min(pen.height() / 2) } else { 0 };
    let area = pen.area();
    {
        let list = Rect { height: area.height - why_lines as u16, ..area };
        let mut pen = pen.within(list);
        let rows = pen.height().div_ceil(HIT_LINES);
        for (at, hit) in hits.iter().enumerate().skip(model.suggest.scroll).take(rows) {
            let row = (at - model.suggest.scroll) * HIT_LINES;
            let is_pinned = model.suggest.pinned.contains(&hit.exercise.id);
            hit_lines(&mut pen, row, at - model.suggest.scroll + 1, hit, is_pinned);
            if at == model.suggest.cursor {
                pen.put(0, row, "▌", Meaning::Focus);
                if focused {
                    let width = columns(hit.exercise.name.get(pen.lang())) + 3;
                    pen.mark(1, row, width, Meaning::Cursor);
                }
            }
        }
    }
    if why_lines > 0
        && let Some(hit) = model.suggest.chosen()
    {
        let below =
            Rect { y: area.y + area.height - why_lines as u16, height: why_lines as u16, ..area };
        why(&mut pen.within(below), hit, intent.unwrap_or_default());
    }
}

const WHY_LINES: usize = 9;

/// How the request was understood, in one line where there is something to say.
fn chips_line(model: &Model, pen: &mut Pen<'_>) -> usize {
    let Some(shelf) = &model.shelf else { return 0 };
    let chips = crate::app::chips::shown(&model.suggest);
    if chips.is_empty() || pen.height() < HIT_LINES + 1 {
        return 0;
    }
    let mut column = 1;
    if model.suggest.is_meant() {
        let text = pen.say("chip-meant");
        column = pen.put(column, 0, &format!("{text} "), Meaning::Good);
    }
    for chip in &chips {
        let text = pen.text(&crate::app::chips::label(chip, &shelf.library));
        if column + columns(&text) + 2 > pen.width() {
            pen.put_right(0, "…", Meaning::Dim);
            break;
        }
        column = pen.put(column, 0, "‹", Meaning::Dim);
        column = pen.put(column, 0, &text, Meaning::Value);
        column = pen.put(column, 0, "› ", Meaning::Dim);
    }
    1
}

fn hit_lines(pen: &mut Pen<'_>, row: usize, number: usize, hit: &Hit, is_pinned: bool) {
    let label = if number <= 9 { format!("{number} ") } else { "  ".to_owned() };
    let column = pen.put(1, row, &label, Meaning::Key);
    let area = pen.area();
    {
        let mut left = pen.within(Rect { width: area.width.saturating_sub(6), ..area });
        let name = hit.exercise.name.get(left.lang());
        let end = left.put(column, row, name, Meaning::Plain);
        let forms = hit.variants.len();
        let more = if forms > 0 { format!(" +{forms}") } else { String::new() };
        let pin = if is_pinned { " ◆" } else { "" };
        left.put(end, row, &format!("{pin}{more}"), Meaning::Key);
    }
    pen.put_right(row, &hundredths(f64::from(hit.score), pen.lang()), Meaning::Value);
    let reasons: Vec<String> = hit.reasons.iter().take(3).map(|reason| pen.text(reason)).collect();
    pen.put(3, row + 1, &reasons.join(" · "), Meaning::Dim);
}

/// Nothing fits: say what stood in the way.
fn nothing(model: &Model, library: &Library, pen: &mut Pen<'_>) {
    let text = pen.say("suggest-nothing");
    pen.put(2, 0, &text, Meaning::Warn);
    let excluded = model.suggest.answer.iter().flat_map(|answer| &answer.excluded);
    for (row, excluded) in excluded.take(pen.height().saturating_sub(2)).enumerate() {
        let reasons: Vec<String> = excluded
            .exclusions
            .iter()
            .map(|exclusion| pen.text(&exclusion.message(library.catalogues())))
            .collect();
        let name = excluded.exercise.name.get(pen.lang());
        let line = format!("{name}: {}", reasons.join(" · "));
        pen.put(2, row + 2, &line, Meaning::Dim);
    }
}

/// The parts of a score, each with a bar.
fn why(pen: &mut Pen<'_>, hit: &Hit, intent: Intent) {
    pen.fill(0, 0, "─", Meaning::Dim);
    let title = pen.text(&Message::new("suggest-why"));
    pen.put(1, 0, &format!(" {title} "), Meaning::Title);
    let parts = hit.parts.lines(intent);
    let counted = parts.iter().filter(|part| part.points() != 0.0);
    for (row, part) in counted.enumerate() {
        let label = pen.text(&named("part-", part.kind.id()));
        pen.put(2, row + 1, &label, Meaning::Plain);
        let value = f64::from(part.points());
        let column =
            pen.put(17, row + 1, &format!("{:>6}", hundredths(value, pen.lang())), Meaning::Value);
        let length = (value.abs() * 20.0).round() as usize;
        let meaning = if value < 0.0 { Meaning::Bad } else { Meaning::Good };
        let sign = if value < 0.0 { "░" } else { "█" };
        pen.put(column + 1, row + 1, &sign.repeat(length), meaning);
    }
}
