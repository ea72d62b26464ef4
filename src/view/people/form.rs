//! The form for an athlete or a group: a row per fact, and below what is wrong with the row under
//! the cursor or what it means.

use ratatui::layout::Rect;

use super::super::pen::{Pen, named};
use super::super::sheet::{Cell, Line};
use super::super::theme::Meaning;
use crate::app::Model;
use crate::app::people::{Known, Person, PersonForm, PersonKind, Row, Sort};
use crate::domain::{CatalogueKind, Contraindication, EquipmentId, Lang, Message, SkillId};
use crate::language::write_number;
use crate::library::Library;
use crate::training::Best;

/// Columns of what a row is called.
const LABEL: usize = 26;
/// Lines below the rows.
const FOOT: usize = 2;

/// Draws the form over the panes.
pub(in crate::view) fn draw(model: &Model, form: &PersonForm, mut pen: Pen<'_>) {
    pen.clear();
    let Some(library) = model.shelf.as_ref().map(|shelf| &shelf.library) else { return };
    let title = pen.say(match (form.is_new, form.person.kind()) {
        (true, PersonKind::Athlete) => "person-title-new-athlete",
        (true, PersonKind::Group) => "person-title-new-group",
        (false, PersonKind::Athlete) => "person-title-athlete",
        (false, PersonKind::Group) => "person-title-group",
    });
    let end = pen.heading(&title, true);
    pen.put(end, 0, &format!("{} ", form.sheet.text(Row::Name)), Meaning::Dim);
    let rows = pen.height().saturating_sub(1 + FOOT);
    let area = pen.below(1);
    {
        let mut pen = pen.within(Rect { height: rows as u16, ..area });
        let shown = form.rows().into_iter().enumerate().skip(form.sheet.scroll).take(rows);
        for (at, row) in shown {
            let line = Line {
                label: label(form, library, row, &pen),
                cell: cell(form, library, row, &pen),
                wrong: form.sheet.errors.contains_key(&row),
                here: at == form.sheet.cursor,
                field: &form.sheet.field,
            };
            line.draw(at - form.sheet.scroll, LABEL, &mut pen);
        }
    }
    foot(form, &mut pen);
}

fn label(form: &PersonForm, library: &Library, row: Row, pen: &Pen<'_>) -> String {
    let Row::Lift(at) = row else { return pen.say(row.key()) };
    let exercise = form.lifts.get(at).map_or_else(String::new, |id| {
        library.get(id).map_or_else(|| id.to_string(), |it| it.name.get(pen.lang()).to_owned())
    });
    pen.text(&Message::new("person-lift").with("exercise", exercise))
}

fn cell(form: &PersonForm, library: &Library, row: Row, pen: &Pen<'_>) -> Cell {
    match row.sort() {
        Sort::Text => Cell::Text(form.sheet.text(row).to_owned()),
        Sort::Cycle => Cell::Cycle(cycled(form, library, row, pen)),
        Sort::List(_) | Sort::Exercises | Sort::Frameworks => {
            Cell::List(listed(form, library, row, pen))
        }
        Sort::Search => Cell::Action(pen.say("person-add-lift-hint")),
        Sort::Known => Cell::Known(history(form.known.as_ref(), pen)),
    }
}

fn cycled(form: &PersonForm, library: &Library, row: Row, pen: &Pen<'_>) -> String {
    let entry = |kind, id: &str| library.catalogues().name(kind, id).get(pen.lang()).to_owned();
    match (&form.person, row) {
        (_, Row::Consent) => pen.say(match form.consent {
            None => "person-consent-open",
            Some(true) => "person-consent-yes",
            Some(false) => "person-consent-no",
        }),
        (Person::Athlete(it), Row::Goal) => pen.text(&named("goal-", it.profile.goal.id())),
        (Person::Athlete(it), Row::Level) => entry(CatalogueKind::Levels, it.profile.level.id()),
        (Person::Athlete(it), Row::Language) => {
            pen.say(match it.profile.language.unwrap_or_default() {
                Lang::En => "person-english",
                Lang::De => "person-german",
            })
        }
        _ => String::new(),
    }
}

fn listed(form: &PersonForm, library: &Library, row: Row, pen: &Pen<'_>) -> String {
    let one = |kind, id: &str| library.catalogues().name(kind, id).get(pen.lang()).to_owned();
    let things = |things: &[EquipmentId], none: &'static str| {
        if things.is_empty() {
            return pen.say(none);
        }
        let names = things.iter().map(|it| one(CatalogueKind::Equipment, it.as_str()));
        names.collect::<Vec<_>>().join(", ")
    };
    match (&form.person, row) {
        (Person::Athlete(it), Row::Equipment) => match &it.profile.equipment {
            None => pen.say("person-full-gym"),
            Some(list) => things(list, "person-full-gym"),
        },
        (Person::Athlete(it), Row::Injuries) => {
            let injuries = it
                .profile
                .injuries
                .iter()
                .map(|it: &Contraindication| one(CatalogueKind::Contraindications, it.id()));
            injuries.collect::<Vec<_>>().join(", ")
        }
        (Person::Group(group), _) => match row {
            Row::Equipment => things(&group.equipment, "person-usual-hall"),
            Row::Devices => {
                let counts = group.devices.iter().map(|(it, count)| {
                    format!("{count} × {}", one(CatalogueKind::Equipment, it.as_str()))
                });
                counts.collect::<Vec<_>>().join(", ")
            }
            Row::Skills => {
                let weights = group.skills.iter().map(|(it, weight): (&SkillId, &f32)| {
                    let weight = write_number(f64::from(*weight), 2, pen.lang());
                    format!("{} {weight}", one(CatalogueKind::Skills, it.as_str()))
                });
                weights.collect::<Vec<_>>().join(", ")
            }
            Row::Mastered if group.known.is_empty() => String::new(),
            Row::Mastered => {
                let count = Message::new("person-mastered-count").with("count", group.known.len());
                pen.text(&count)
            }
            Row::TargetGroup => one(CatalogueKind::TargetGroups, group.target_group.as_str()),
            Row::Style => group.style.as_ref().map_or_else(
                || pen.say("person-none"),
                |it| one(CatalogueKind::StyleDirections, it.as_str()),
            ),
            Row::Framework => group.framework.as_ref().map_or_else(
                || pen.say("person-none"),
                |id| {
                    let known = form.shelf.frameworks.iter().find(|it| it.id == *id);
                    known.map_or_else(|| id.to_string(), |it| it.title.clone())
                },
            ),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// What the plans tell.
fn history(known: Option<&Known>, pen: &Pen<'_>) -> String {
    let Some(known) = known else { return pen.say("library-looking") };
    let Some(since) = known.since.filter(|_| known.units > 0) else {
        return pen.text(&Message::new("people-units").with("count", known.units));
    };
    let told = Message::new("person-known")
        .with("count", known.units)
        .with("since", since.to_string())
        .with("done", known.done)
        .with("bests", known.bests.len());
    pen.text(&told)
}

/// What is wrong or was refused, or what the row wants.
fn foot(form: &PersonForm, pen: &mut Pen<'_>) {
    let mut pen = pen.within(pen.below(pen.height().saturating_sub(FOOT)));
    pen.fill(0, 0, "─", Meaning::Dim);
    let row = form.row();
    let wrong = form.refused.as_ref().or_else(|| form.sheet.errors.get(&row));
    if let Some(why) = wrong {
        let text = pen.text(why);
        pen.put(1, 1, &format!("✗ {text}"), Meaning::Bad);
    } else if let Some(Best::Estimated { kg, load, reps }) = form.estimate() {
        let text =
            Message::new("person-estimate").with("kg", kg).with("load", load).with("reps", reps);
        let text = pen.text(&text);
        pen.put(1, 1, &text, Meaning::Value);
    } else {
        let text = pen.say(help(form, row));
        pen.put(1, 1, &text, Meaning::Dim);
    }
}

fn help(form: &PersonForm, row: Row) -> &'static str {
    match row {
        Row::Name => "person-help-name",
        Row::Age | Row::AgeMin | Row::AgeMax => "person-help-age",
        Row::Height | Row::Weight => "person-help-body",
        Row::GoalText => "person-help-goal",
        Row::Lift(_) => "person-help-lift",
        Row::AddLift => "person-help-add-lift",
        Row::Contest => "person-help-contest",
        Row::Share(_) => "person-help-share",
        Row::Skills => "person-help-skills",
        Row::Framework => "person-help-framework",
        Row::Consent => "person-help-consent",
        Row::History if form.person.kind() == PersonKind::Athlete => "person-help-history",
        Row::History => "person-help-history-group",
        Row::Equipment => match form.person.kind() {
            PersonKind::Athlete => "person-help-equipment",
            PersonKind::Group => "person-help-hall",
        },
        Row::Devices => "person-help-devices",
        _ => match row.sort() {
            Sort::Cycle => "edit-help-cycle",
            Sort::Text => "person-help-number",
            _ => "edit-help-list",
        },
    }
}
