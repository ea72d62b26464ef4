//! Pages to read: help from the command table, an exercise with its neighbours in the
//! progression graphs, a program by weeks.

use super::pen::{Pen, Words, named, wrapped};
use super::theme::Meaning;
use crate::app::page::{Page, Topic};
use crate::app::{Model, Scope, TABLE};
use crate::domain::{CatalogueKind, EquipmentId, Exercise, ExerciseId, FocusId, Message, Program};
use crate::language::write_number;
use crate::library::Library;

/// Draws the page over the panes.
pub(super) fn draw(model: &Model, page: &Page, mut pen: Pen<'_>) {
    pen.clear();
    match &page.topic {
        Topic::Help => {
            let title = pen.say("page-help");
            pen.heading(&title, true);
            let lines = help(model, &pen);
            text(&mut pen, &lines, page.scroll);
        }
        Topic::Exercise(id) => {
            let Some(library) = model.shelf.as_ref().map(|shelf| &shelf.library) else { return };
            let name = title_of(library, id, &pen);
            pen.heading(&name, true);
            let lines =
                library.get(id).map(|exercise| about(library, exercise, &pen)).unwrap_or_default();
            text(&mut pen, &lines, page.scroll);
        }
        Topic::Program(program) => {
            pen.heading(&program.title, true);
            weeks(program, page.cursor, &mut pen);
        }
    }
}

fn text(pen: &mut Pen<'_>, lines: &[Words], scroll: usize) {
    let mut pen = pen.within(pen.below(1));
    let rows = pen.height();
    let scroll = scroll.min(lines.len().saturating_sub(rows));
    for (row, words) in lines.iter().skip(scroll).take(rows).enumerate() {
        pen.put_words(2, row, words);
    }
    let hidden = lines.len().saturating_sub(scroll + rows);
    if hidden > 0 {
        pen.put_right(rows.saturating_sub(1), &format!(" ↓{hidden}"), Meaning::Dim);
    }
}

fn help(model: &Model, pen: &Pen<'_>) -> Vec<Words> {
    let scopes = [
        (Scope::Plan, "scope-plan"),
        (Scope::Suggest, "scope-suggest"),
        (Scope::Log, "scope-log"),
        (Scope::Everywhere, "scope-everywhere"),
        (Scope::Review, "scope-review"),
        (Scope::Source, "scope-source"),
        (Scope::Form, "scope-form"),
        (Scope::Entry, "scope-entry"),
        (Scope::Picker, "scope-picker"),
        (Scope::Page, "scope-page"),
    ];
    let mut lines: Vec<Words> = Vec::new();
    for (scope, name) in scopes {
        if !lines.is_empty() {
            lines.push(Vec::new());
        }
        lines.push(vec![(pen.say(name), Meaning::Title)]);
        for row in TABLE.iter().filter(|row| row.scope == scope) {
            let keys = model.keymap.keys_of(row.command).join(" ");
            let about = pen.text(&named("command-", row.name));
            lines.push(vec![(format!("{keys:<18} "), Meaning::Key), (about, Meaning::Plain)]);
        }
    }
    lines
}

fn title_of(library: &Library, id: &ExerciseId, pen: &Pen<'_>) -> String {
    library
        .get(id)
        .map_or_else(|| id.to_string(), |exercise| exercise.name.get(pen.lang()).to_owned())
}

/// Everything a coach wants to know of an exercise.
fn about(library: &Library, exercise: &Exercise, pen: &Pen<'_>) -> Vec<Words> {
    let lang = pen.lang();
    let width = pen.width().saturating_sub(4);
    let mut lines: Vec<Words> = wrapped(exercise.fact.get(lang), width)
        .into_iter()
        .map(|line| vec![(line, Meaning::Plain)])
        .collect();
    lines.push(Vec::new());
    let names = |kind, ids: Vec<&str>| {
        let names: Vec<String> = ids
            .into_iter()
            .map(|id| library.catalogues().name(kind, id).get(lang).to_owned())
            .collect();
        names.join(", ")
    };
    let mut fact = |label: &'static str, value: String| {
        if value.is_empty() {
            return;
        }
        let label = format!("{:<18} ", pen.say(label));
        let room = width.saturating_sub(19);
        for (at, line) in wrapped(&value, room).into_iter().enumerate() {
            let label = if at == 0 { label.clone() } else { " ".repeat(19) };
            lines.push(vec![(label, Meaning::Dim), (line, Meaning::Plain)]);
        }
    };
    fact("exercise-other-name", exercise.name.get(lang.next()).to_owned());
    fact("exercise-aliases", exercise.aliases.get(lang).join(", "));
    fact(
        "exercise-patterns",
        names(CatalogueKind::Patterns, exercise.patterns.iter().map(|it| it.id()).collect()),
    );
    fact(
        "exercise-primary",
        names(CatalogueKind::Muscles, exercise.primary.iter().map(|it| it.id()).collect()),
    );
    fact(
        "exercise-secondary",
        names(CatalogueKind::Muscles, exercise.secondary.iter().map(|it| it.id()).collect()),
    );
    let equipment: Vec<String> = exercise
        .equipment
        .iter()
        .map(|set| names(CatalogueKind::Equipment, set.iter().map(EquipmentId::as_str).collect()))
        .collect();
    fact("exercise-equipment", equipment.join(" / "));
    fact("exercise-level", names(CatalogueKind::Levels, vec![exercise.level.id()]));
    fact("exercise-min-age", exercise.min_age.to_string());
    fact(
        "exercise-contra",
        names(CatalogueKind::Contraindications, exercise.contra.iter().map(|it| it.id()).collect()),
    );
    let skills: Vec<String> = exercise
        .skills
        .iter()
        .map(|(skill, weight)| {
            let name = library.catalogues().name(CatalogueKind::Skills, skill.as_str());
            format!("{} {}", name.get(lang), write_number(f64::from(*weight), 1, lang))
        })
        .collect();
    fact("exercise-skills", skills.join(", "));
    fact(
        "exercise-focus",
        names(CatalogueKind::FocusAreas, exercise.focus.iter().map(FocusId::as_str).collect()),
    );
    let doses: Vec<String> =
        exercise.doses.iter().map(|(goal, dose)| format!("{}: {dose}", goal.id())).collect();
    fact("exercise-doses", doses.join("; "));
    for (label, sign, edges) in [
        ("exercise-before", "←", library.prerequisites(&exercise.id)),
        ("exercise-after", "→", library.successors(&exercise.id)),
    ] {
        if edges.is_empty() {
            continue;
        }
        lines.push(Vec::new());
        lines.push(vec![(pen.say(label), Meaning::Title)]);
        for (graph, edge) in edges {
            let other = if sign == "→" { &edge.to } else { &edge.from };
            lines.push(vec![
                (format!("{sign} "), Meaning::Key),
                (title_of(library, other, pen), Meaning::Plain),
                (format!("  {}", edge.harder.get(lang)), Meaning::Value),
                (format!("  [{}]", graph.name.get(lang)), Meaning::Dim),
            ]);
        }
    }
    lines
}

/// Weeks and their units; the unit under the cursor can be opened.
fn weeks(program: &Program, cursor: usize, pen: &mut Pen<'_>) {
    let mut pen = pen.within(pen.below(1));
    let mut lines: Vec<(Words, Option<usize>)> = program
        .notes
        .iter()
        .flat_map(|note| wrapped(&pen.text(note), pen.width().saturating_sub(6)))
        .map(|line| (vec![(format!("! {line}"), Meaning::Warn)], None))
        .collect();
    let mut count = 0;
    for week in &program.weeks {
        let phase = pen.text(&named("phase-", week.phase.id()));
        let head =
            pen.text(&Message::new("page-week").with("week", week.index).with("phase", phase));
        lines.push((vec![(head, Meaning::Title)], None));
        for unit in &week.units {
            let items = unit.items().count();
            let detail = pen.text(&Message::new("page-unit").with("count", items));
            lines.push((
                vec![
                    (format!("  {}", unit.title), Meaning::Plain),
                    (format!("  {detail}"), Meaning::Dim),
                ],
                Some(count),
            ));
            count += 1;
        }
    }
    let at = lines.iter().position(|(_, unit)| *unit == Some(cursor)).unwrap_or(0);
    let scroll = crate::app::plan::scrolled(
        at.saturating_sub(pen.height() / 2),
        at,
        lines.len(),
        pen.height(),
    );
    let rows = pen.height();
    for (row, (words, unit)) in lines.iter().skip(scroll).take(rows).enumerate() {
        let end = pen.put_words(2, row, words);
        if *unit == Some(cursor) {
            pen.put(0, row, "▌", Meaning::Focus);
            pen.mark(1, row, end.saturating_sub(1), Meaning::Cursor);
        }
    }
}
