//! The form that starts a generation.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::{Pen, named, wrapped};
use super::theme::Meaning;
use crate::app::Model;
use crate::app::generate::{FormField, FormPane, History};
use crate::domain::{CatalogueKind, Message, Profile};
use crate::generation::{EngineKind, Steps, Target};
use crate::planner::advice;

/// Column of the values.
const VALUES: usize = 22;

/// Draws the form over the panes.
pub(super) fn draw(model: &Model, form: &FormPane, mut pen: Pen<'_>) {
    pen.clear();
    let title = if form.version_of.is_some() { "form-title-again" } else { "form-title" };
    let title = pen.text(&Message::new(title).with("name", form.profile.name()));
    pen.heading(&title, true);
    let mut pen = pen.within(pen.below(2));
    // the line under the cursor shows on the smallest screen too
    let hidden = (form.cursor + 1).saturating_sub(pen.height());
    for (at, field) in form.fields().iter().enumerate().skip(hidden) {
        let label = pen.say(label(*field));
        let (row, here) = (at - hidden, at == form.cursor);
        if here {
            pen.put(0, row, "▌", Meaning::Focus);
        }
        pen.put(2, row, &label, if here { Meaning::Title } else { Meaning::Plain });
        if *field == FormField::Wish {
            wish(form, row, here, &mut pen);
            continue;
        }
        let value = value(model, form, *field, &pen);
        let column = pen.put(VALUES, row, "‹ ", if here { Meaning::Key } else { Meaning::Dim });
        let column =
            pen.put(column, row, &value, if here { Meaning::Cursor } else { Meaning::Value });
        pen.put(column, row, " ›", if here { Meaning::Key } else { Meaning::Dim });
    }
    let mut line = form.fields().len() + 1 - hidden;
    let width = pen.width().saturating_sub(4);
    for message in advice(&form.request().profile) {
        let meaning = if message.id == "advice-tight" { Meaning::Warn } else { Meaning::Value };
        let text = pen.text(&message);
        for (at, part) in wrapped(&text, width.saturating_sub(2)).iter().enumerate() {
            let sign = if at == 0 { "› " } else { "  " };
            pen.put(2, line, &format!("{sign}{part}"), meaning);
            line += 1;
        }
    }
    if let Some(estimate) = &form.estimate {
        let text = pen.text(&estimate.message());
        for part in wrapped(&text, width) {
            pen.put(2, line, &part, Meaning::Value);
            line += 1;
        }
    }
    let help = pen.say(match form.engine {
        EngineKind::Builtin => "form-help",
        EngineKind::Llm => "form-model",
    });
    for (at, text) in wrapped(&help, width).iter().enumerate() {
        pen.put(2, line + 1 + at, text, Meaning::Dim);
    }
}

/// The coach's own words: typed where the cursor is, else their beginning.
fn wish(form: &FormPane, row: usize, here: bool, pen: &mut Pen<'_>) {
    if !here {
        let text = form.wish.line();
        if text.is_empty() {
            let none = pen.say("form-wish-none");
            pen.put(VALUES + 2, row, &none, Meaning::Dim);
        } else {
            pen.put(VALUES + 2, row, text, Meaning::Value);
        }
        return;
    }
    let area = pen.area();
    let left = (VALUES as u16 + 2).min(area.width);
    let field =
        Rect { x: area.x + left, y: area.y + row as u16, width: area.width - left, height: 1 };
    let field = field.intersection(area);
    form.wish.area().render(field, pen.frame());
}

const fn label(field: FormField) -> &'static str {
    match field {
        FormField::Target => "form-target",
        FormField::Goal => "form-goal",
        FormField::Level => "form-level",
        FormField::Weeks => "form-weeks",
        FormField::Days => "form-days",
        FormField::Minutes => "form-minutes",
        FormField::People => "form-people",
        FormField::Equipment => "form-equipment",
        FormField::Injury => "form-injury",
        FormField::Contest => "form-contest",
        FormField::Start => "form-start",
        FormField::Seed => "form-seed",
        FormField::Engine => "form-engine",
        FormField::Model => "form-which-model",
        FormField::Steps => "form-steps",
        FormField::History => "form-history",
        FormField::Wish => "form-wish",
    }
}

fn value(model: &Model, form: &FormPane, field: FormField, pen: &Pen<'_>) -> String {
    if let Some((value, _, _)) = form.number(field) {
        if field == FormField::Contest && value == 0 {
            return pen.say("form-no-contest");
        }
        return value.to_string();
    }
    let entry = |kind, id: &str| {
        model.shelf.as_ref().map_or_else(
            || id.to_owned(),
            |shelf| shelf.library.catalogues().name(kind, id).get(pen.lang()).to_owned(),
        )
    };
    match field {
        FormField::Target => pen.say(match form.target {
            Target::Program => "form-target-program",
            Target::Unit => "form-target-unit",
        }),
        FormField::Goal => match &form.profile {
            Profile::Athlete(profile) => pen.text(&named("goal-", profile.goal.id())),
            Profile::Group(_) => String::new(),
        },
        FormField::Level => match &form.profile {
            Profile::Athlete(profile) => entry(CatalogueKind::Levels, profile.level.id()),
            Profile::Group(_) => String::new(),
        },
        FormField::Engine => pen.say(match form.engine {
            EngineKind::Builtin => "form-engine-builtin",
            EngineKind::Llm => "form-engine-llm",
        }),
        FormField::Model => match form.models.get(form.model) {
            Some(name) if form.model == 0 => {
                let text = Message::new("form-model-usual").with("name", name.to_string());
                pen.text(&text)
            }
            Some(name) => name.to_string(),
            None => String::new(),
        },
        FormField::Steps => pen.say(match form.steps {
            Steps::One => "form-steps-one",
            Steps::Two => "form-steps-two",
        }),
        FormField::History => match (form.history, form.past()) {
            (History::Told, (count, Some((first, last)))) => pen.text(
                &Message::new("form-history-told")
                    .with("count", count)
                    .with("first", first.to_string())
                    .with("last", last.to_string()),
            ),
            (History::Told, (count, None)) => {
                pen.text(&Message::new("form-history-undated").with("count", count))
            }
            (History::Left, _) => pen.say("form-history-left"),
        },
        FormField::Equipment => pen.say(form.kit.key()),
        FormField::Injury => form.injury.map_or_else(
            || pen.say("form-none"),
            |injury| entry(CatalogueKind::Contraindications, injury.id()),
        ),
        FormField::Start => {
            form.start.map_or_else(|| pen.say("form-no-date"), |date| date.to_string())
        }
        _ => String::new(),
    }
}
