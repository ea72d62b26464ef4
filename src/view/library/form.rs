//! The form for an exercise: a row per fact, and below what is wrong with the row under the cursor
//! and which exercises are called alike.

use ratatui::layout::Rect;

use super::super::pen::{Pen, named};
use super::super::sheet::{Cell, Line};
use super::super::theme::Meaning;
use crate::app::Model;
use crate::app::library::{ExerciseForm, Row, Sort};
use crate::domain::{
    CatalogueKind, EquipmentId, ExerciseId, FocusId, Message, StyleId, TargetGroupId,
    TrainingTypeId,
};
use crate::language::write_number;
use crate::library::{Library, visibility_id};

/// Columns of what a row is called.
const LABEL: usize = 22;
/// Lines below the rows.
const FOOT: usize = 3;

/// Draws the form over the panes.
pub(in crate::view) fn draw(model: &Model, form: &ExerciseForm, mut pen: Pen<'_>) {
    pen.clear();
    let Some(library) = model.shelf.as_ref().map(|shelf| &shelf.library) else { return };
    let title = match &form.drafted_by {
        Some(by) => pen.text(&Message::new("edit-title-drafted").with("model", by.as_str())),
        None => pen.say(if form.is_new { "edit-title-new" } else { "edit-title" }),
    };
    let end = pen.heading(&title, true);
    if form.drafted_by.is_none() {
        let name = form.draft.name.get(model.lang).to_owned();
        pen.put(end, 0, &format!("{name} "), Meaning::Dim);
    }
    let rows = pen.height().saturating_sub(1 + FOOT);
    let area = pen.below(1);
    {
        let mut pen = pen.within(Rect { height: rows as u16, ..area });
        let shown = form.rows().into_iter().enumerate().skip(form.sheet.scroll).take(rows);
        for (at, row) in shown {
            line(form, library, row, at - form.sheet.scroll, at == form.sheet.cursor, &mut pen);
        }
    }
    foot(form, &mut pen);
}

fn line(
    form: &ExerciseForm,
    library: &Library,
    row: Row,
    at: usize,
    here: bool,
    pen: &mut Pen<'_>,
) {
    let cell = match row.sort() {
        Sort::Text => Cell::Text(form.text(row).to_owned()),
        Sort::Cycle => Cell::Cycle(cycled(form, library, row, pen)),
        Sort::List(kind) => Cell::List(listed(form, library, row, kind, pen)),
        Sort::Search => Cell::Action(pen.say("edit-add-part-hint")),
    };
    let line = Line {
        label: label(form, library, row, pen),
        cell,
        wrong: form.sheet.errors.contains_key(&row),
        here,
        field: &form.sheet.field,
    };
    line.draw(at, LABEL, pen);
}

fn label(form: &ExerciseForm, library: &Library, row: Row, pen: &Pen<'_>) -> String {
    match row {
        Row::Dose(goal) => {
            let goal = pen.text(&named("goal-", goal.id()));
            pen.text(&Message::new("edit-dose-for").with("goal", goal))
        }
        Row::Part(at) => {
            let part = form.parts().get(at).map(|part| name(library, &part.exercise, pen));
            format!("{}. {}", at + 1, part.unwrap_or_default())
        }
        _ => pen.say(row.key()),
    }
}

fn name(library: &Library, id: &ExerciseId, pen: &Pen<'_>) -> String {
    library.get(id).map_or_else(|| id.to_string(), |it| it.name.get(pen.lang()).to_owned())
}

fn cycled(form: &ExerciseForm, library: &Library, row: Row, pen: &Pen<'_>) -> String {
    let draft = &form.draft;
    match row {
        Row::Category => pen.text(&named("category-", draft.category.id())),
        Row::Level => {
            let level = library.catalogues().name(CatalogueKind::Levels, draft.level.id());
            level.get(pen.lang()).to_owned()
        }
        Row::Partner => pen.text(&named("partner-", draft.partner.id())),
        Row::Mechanic => {
            let id = draft.mechanic.map_or("none", |mechanic| mechanic.id());
            pen.text(&named("mechanic-", id))
        }
        Row::Unilateral => pen.say(if draft.unilateral { "edit-yes" } else { "edit-no" }),
        Row::Visibility => pen.text(&named("visibility-", visibility_id(draft.visibility))),
        _ => String::new(),
    }
}

fn listed(
    form: &ExerciseForm,
    library: &Library,
    row: Row,
    kind: CatalogueKind,
    pen: &Pen<'_>,
) -> String {
    let draft = &form.draft;
    let one = |id: &str| library.catalogues().name(kind, id).get(pen.lang()).to_owned();
    let all = |ids: Vec<&str>| ids.into_iter().map(one).collect::<Vec<_>>().join(", ");
    match row {
        Row::Patterns => all(draft.patterns.iter().map(|it| it.id()).collect()),
        Row::Primary => all(draft.primary.iter().map(|it| it.id()).collect()),
        Row::Secondary => all(draft.secondary.iter().map(|it| it.id()).collect()),
        Row::Contra => all(draft.contra.iter().map(|it| it.id()).collect()),
        Row::Focus => all(draft.focus.iter().map(FocusId::as_str).collect()),
        Row::Types => all(draft.training_types.iter().map(TrainingTypeId::as_str).collect()),
        Row::Groups => all(draft.target_groups.iter().map(TargetGroupId::as_str).collect()),
        Row::Styles => all(draft.styles.iter().map(StyleId::as_str).collect()),
        Row::Equipment => {
            let sets = draft.equipment.iter().map(|set| {
                set.iter().map(EquipmentId::as_str).map(one).collect::<Vec<_>>().join(" + ")
            });
            sets.collect::<Vec<_>>().join(" / ")
        }
        Row::Skills => {
            let skills = draft.skills.iter().map(|(skill, weight)| {
                let weight = write_number(f64::from(*weight), 2, pen.lang());
                format!("{} {weight}", one(skill.as_str()))
            });
            skills.collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

/// What is wrong or was refused, what a row wants, and exercises called alike.
fn foot(form: &ExerciseForm, pen: &mut Pen<'_>) {
    let mut pen = pen.within(pen.below(pen.height().saturating_sub(FOOT)));
    pen.fill(0, 0, "─", Meaning::Dim);
    let row = form.row();
    if let Some(why) = &form.refused {
        let text = pen.text(why);
        pen.put(1, 1, &format!("✗ {text}"), Meaning::Bad);
    } else if let Some(why) = form.sheet.errors.get(&row) {
        let text = pen.text(why);
        pen.put(1, 1, &format!("✗ {text}"), Meaning::Bad);
    } else {
        let help = pen.say(help(row));
        pen.put(1, 1, &help, Meaning::Dim);
    }
    if form.similar.is_empty() {
        return;
    }
    let label = pen.say("edit-similar");
    let mut column = pen.put(1, 2, &format!("{label} "), Meaning::Warn);
    for one in &form.similar {
        let sure = format!("{:.0} %", one.confidence * 100.0);
        column = pen.put(column, 2, one.name.get(pen.lang()).to_owned().as_str(), Meaning::Plain);
        column = pen.put(column, 2, &format!(" {sure}  "), Meaning::Dim);
    }
}

const fn help(row: Row) -> &'static str {
    match row {
        Row::NameEn | Row::NameDe | Row::FactEn | Row::FactDe => "edit-help-both",
        Row::AliasesEn | Row::AliasesDe => "edit-help-aliases",
        Row::Dose(_) | Row::Part(_) => "edit-help-dose",
        Row::Minutes => "edit-help-minutes",
        Row::Increment => "edit-help-increment",
        Row::MinAge => "edit-help-age",
        Row::AddPart => "edit-help-part",
        _ => match row.sort() {
            Sort::Cycle => "edit-help-cycle",
            Sort::List(_) | Sort::Search | Sort::Text => "edit-help-list",
        },
    }
}
