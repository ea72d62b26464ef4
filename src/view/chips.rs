//! The context on top: who, what, where, and how much of the time is planned.

use super::pen::Pen;
use super::theme::Meaning;
use crate::app::Model;
use crate::app::aside::{Aside, Home};
use crate::app::effect::Who;
use crate::domain::Message;
use crate::retrieval::Source;
use crate::training;

/// Draws the chips into one or two lines.
pub(super) fn draw(model: &Model, mut pen: Pen<'_>) {
    if pen.height() == 0 {
        return;
    }
    let mut column = pen.put(0, 0, " planwright ", Meaning::Focus) + 1;
    match &model.aside {
        Some(aside) => column = template(aside, model, &mut pen, column),
        None => {
            if let Some(trainee) = &model.trainee {
                let label = match trainee.who {
                    Who::Athlete(_) => "chip-athlete",
                    Who::Group(_) | Who::Nobody => "chip-group",
                };
                column = chip(&mut pen, column, 0, label, trainee.who.name());
            }
        }
    }
    let Some(open) = &model.open else { return };
    if let Some(date) = open.unit.date {
        let text = pen.text(
            &Message::new("chip-date")
                .with("weekday", Message::new(weekday(date)))
                .with("day", i32::from(date.day()))
                .with("month", i32::from(date.month())),
        );
        column = pen.put(column, 0, &text, Meaning::Plain) + 2;
    }
    let count = open.unit.exercises().count();
    let planned = pen.text(&Message::new("chip-planned").with("count", count));
    pen.put(column, 0, &planned, Meaning::Plain);
    minutes(model, &mut pen);
    if pen.height() > 1 {
        second(model, &mut pen);
    }
}

/// What lies on the desk instead of a unit, and the way back.
fn template(aside: &Aside, model: &Model, pen: &mut Pen<'_>, column: usize) -> usize {
    let framework = model.trainee.as_ref().and_then(|trainee| trainee.framework.as_ref());
    let (label, value) = match (&aside.home, framework) {
        (Home::Slot(_), Some(framework)) => ("chip-framework", framework.title.clone()),
        _ => ("chip-combination", pen.say("chip-parts")),
    };
    let column = chip(pen, column, 0, label, &value);
    let column = pen.put(column, 0, "esc ", Meaning::Key);
    let back = pen.say("chip-back");
    pen.put(column, 0, &back, Meaning::Dim) + 2
}

/// Minutes planned of minutes available, at the right, with a sign when there are too many.
fn minutes(model: &Model, pen: &mut Pen<'_>) {
    let (Some(open), Some(shelf)) = (&model.open, &model.shelf) else { return };
    let planned = training::filled_unit_minutes(&open.unit, &shelf.library);
    let available = open.unit.minutes.or_else(|| model.trainee.as_ref()?.who.minutes());
    let (text, meaning) = match available {
        Some(available) => {
            let over = planned > f32::from(available) * 1.05;
            let sign = if over { "! " } else { "" };
            let meaning = if over { Meaning::Warn } else { Meaning::Value };
            (format!(" {sign}{planned:.0}/{available}′ "), meaning)
        }
        None => (format!(" {planned:.0}′ "), Meaning::Value),
    };
    pen.put_right(0, &text, meaning);
}

fn second(model: &Model, pen: &mut Pen<'_>) {
    let Some(open) = &model.open else { return };
    let mut column = 1;
    if let Some(section) = model.plan.section(&open.unit) {
        let name = super::plan::section_name(pen, section);
        column = chip(pen, column, 1, "chip-section", &name);
    }
    let Some(answer) = &model.suggest.answer else { return };
    let library = model.shelf.as_ref().map(|shelf| &shelf.library);
    if let Some(anchor) = library.zip(answer.anchor.as_ref()).and_then(|(it, id)| it.get(id)) {
        column = chip(pen, column, 1, "chip-anchor", anchor.name.get(pen.lang()));
    }
    let graph = model.suggest.graph.as_ref().or(answer.parsed.graph.as_ref());
    if let Some(graph) = library.zip(graph).and_then(|(it, id)| it.graph(id)) {
        column = chip(pen, column, 1, "chip-graph", graph.name.get(pen.lang()));
    }
    let sources: Vec<String> =
        answer.target.sources.iter().map(|source| pen.say(source_name(*source))).collect();
    if !sources.is_empty() {
        chip(pen, column, 1, "chip-sources", &sources.join("+"));
    }
}

fn chip(pen: &mut Pen<'_>, column: usize, line: usize, label: &'static str, value: &str) -> usize {
    if value.is_empty() {
        return column;
    }
    let label = pen.say(label);
    let column = pen.put(column, line, &format!("{label} "), Meaning::Dim);
    pen.put(column, line, value, Meaning::Plain) + 2
}

pub(super) const fn source_name(source: Source) -> &'static str {
    match source {
        Source::FrameworkCatalog => "source-framework-catalog",
        Source::FrameworkSlotSkillProfile => "source-framework-slot",
        Source::FrameworkOverallSkillProfile => "source-framework-overall",
        Source::GroupProfile => "source-group",
        Source::CurrentUnitPlan => "source-plan",
        Source::AnchorExercise => "source-anchor",
        Source::SkillGapVsPlan => "source-gap",
        Source::GroupHistory => "source-history",
    }
}

fn weekday(date: jiff::civil::Date) -> &'static str {
    match date.weekday() {
        jiff::civil::Weekday::Monday => "weekday-mon",
        jiff::civil::Weekday::Tuesday => "weekday-tue",
        jiff::civil::Weekday::Wednesday => "weekday-wed",
        jiff::civil::Weekday::Thursday => "weekday-thu",
        jiff::civil::Weekday::Friday => "weekday-fri",
        jiff::civil::Weekday::Saturday => "weekday-sat",
        jiff::civil::Weekday::Sunday => "weekday-sun",
    }
}
