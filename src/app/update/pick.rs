//! Commands and keys of the lists to choose from.

use super::super::available::available;
use super::super::effect::{Effect, OwnerCard, PlanCard};
use super::super::import::{TaughtCard, Teach, To};
use super::super::library::LibraryPick;
use super::super::log::Tone;
use super::super::picker::{Entry, Picker, Purpose, Target};
use super::super::{Command, Direction, Key, Keymap, Lines, Model, Overlay, Scope, TABLE};
use super::{edits, review, wonder};
use crate::domain::{Lang, Message, ProgramId};
use crate::language::Catalogue;
use crate::library::Library;

/// Hits a search in a list shows.
const SEARCHED: usize = 50;

/// Opens the list of plans; it fills when the store answers.
pub(super) fn plans(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.listing = Some(ticket);
    push(model, Purpose::Plan, Vec::new(), 0);
    effects.push(Effect::ListPlans(ticket));
}

/// Opens the list of programs to compare with.
pub(super) fn programs(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.listing = Some(ticket);
    push(model, Purpose::Compare, Vec::new(), 0);
    effects.push(Effect::ListPlans(ticket));
}

/// Opens the list of groups and athletes.
pub(super) fn owners(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.listing = Some(ticket);
    push(model, Purpose::Owner, Vec::new(), 0);
    effects.push(Effect::ListOwners(ticket));
}

/// Opens the list of exercises to put in place of the one under the cursor.
pub(super) fn swap(model: &mut Model) {
    let item = model.item().map(|item| item.id.clone());
    if let Some(item) = item {
        push(model, Purpose::Swap(item), Vec::new(), 0);
        typed(model);
    }
}

/// Opens the list of exercises for the row under review.
pub(super) fn row(model: &mut Model) {
    let row = match model.overlays.last() {
        Some(Overlay::Review(review)) => review.number(),
        _ => return,
    };
    let Some(row) = row else { return };
    push(model, Purpose::ImportRow(row), Vec::new(), 0);
    typed(model);
}

/// Opens the list of places for the day under review; units of the store join when they come.
pub(super) fn place(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some((place, entries)) = review::places(model) else { return };
    let ticket = model.ticket();
    model.listing = Some(ticket);
    push(model, Purpose::ImportPlace(place), entries, 0);
    effects.push(Effect::ListPlans(ticket));
}

/// Opens the list of taught names; it fills when the store answers.
pub(super) fn taught(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.listing = Some(ticket);
    push(model, Purpose::Taught, Vec::new(), 0);
    effects.push(Effect::ListTaught(ticket));
}

/// Opens the list of commands that can be given now.
pub(super) fn palette(model: &mut Model) {
    let catalogue = Catalogue::load(model.lang);
    let here = model.focus.scope();
    let entries = TABLE
        .iter()
        .filter(|row| row.scope == here || row.scope == Scope::Everywhere)
        .filter(|row| available(model, row.command).is_ok())
        .map(|row| Entry {
            target: Target::Command(row.command),
            label: catalogue.text(&about(row.name)),
            detail: keys(&model.keymap, row.command),
        })
        .collect();
    push(model, Purpose::Command, entries, 0);
}

/// The sentence of a command.
fn about(name: &'static str) -> Message {
    Message { id: format!("command-{name}").into(), args: Vec::new() }
}

fn keys(keymap: &Keymap, command: Command) -> String {
    keymap.keys_of(command).join(" ")
}

pub(super) fn push(model: &mut Model, purpose: Purpose, entries: Vec<Entry>, cursor: usize) {
    model.overlays.push(Overlay::Picker(Box::new(Picker::new(purpose, entries, cursor))));
}

/// A key that is no command goes into the filter.
pub(super) fn type_key(model: &mut Model, key: Key) {
    let changed = match model.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => picker.query.press(key, Lines::One),
        _ => false,
    };
    if changed {
        typed(model);
    }
}

/// After the filter changed: exercises are searched in the library, other lists are filtered.
pub(super) fn typed(model: &mut Model) {
    let lang = model.lang;
    let shelf = model.shelf.clone();
    let written = written(model);
    let Some(Overlay::Picker(picker)) = model.overlays.last_mut() else { return };
    match (&picker.purpose, shelf) {
        (Purpose::ImportRow(_), Some(shelf)) if picker.query.line().trim().is_empty() => {
            // before anything is typed, the row's own words are as good a question
            let entries = search(&shelf.library, &written, lang);
            picker.refill(entries);
        }
        (
            Purpose::Swap(_)
            | Purpose::ImportRow(_)
            | Purpose::WhyNot
            | Purpose::Library(LibraryPick::Part | LibraryPick::StepTo(..)),
            Some(shelf),
        ) => {
            let entries = search(&shelf.library, picker.query.line(), lang);
            picker.refill(entries);
        }
        _ => picker.filter(),
    }
}

/// The name of the row under review, as it was written.
fn written(model: &Model) -> String {
    let review = model.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Review(review) => Some(review),
        _ => None,
    });
    review.and_then(|review| review.row()).map(|row| row.name.clone()).unwrap_or_default()
}

fn search(library: &Library, query: &str, lang: Lang) -> Vec<Entry> {
    library
        .search(query, SEARCHED)
        .into_iter()
        .filter_map(|found| library.exercises().get(found.position))
        .map(|exercise| Entry {
            target: Target::Exercise(exercise.id.clone()),
            label: exercise.name.get(lang).to_owned(),
            detail: exercise.name.get(lang.next()).to_owned(),
        })
        .collect()
}

/// Moves the cursor.
pub(super) fn step(model: &mut Model, lines: isize) {
    let rows = usize::from(model.regions().body.height.saturating_sub(4));
    if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
        picker.step(lines, rows);
    }
}

/// What was chosen that is for the caller to go on with.
pub(super) enum Chosen {
    /// A command to run.
    Command(Command),
    /// Something the library asked for.
    Library(LibraryPick, Target),
    /// The program another one is compared with.
    Other(ProgramId),
}

/// Takes the entry under the cursor.
pub(super) fn choose(model: &mut Model, effects: &mut Vec<Effect>) -> Option<Chosen> {
    let Some(Overlay::Picker(picker)) = model.overlays.last() else { return None };
    let Some((target, label)) =
        picker.chosen().map(|entry| (entry.target.clone(), entry.label.clone()))
    else {
        model.tell(Tone::Warn, Message::new("why-not-nothing-matches"));
        return None;
    };
    let purpose = picker.purpose.clone();
    model.overlays.pop();
    match (purpose, target) {
        (Purpose::Swap(item), Target::Exercise(exercise)) => {
            edits::swap_item(model, &item, &exercise, effects);
        }
        (Purpose::ImportRow(row), Target::Exercise(exercise)) => {
            let name = model
                .shelf
                .as_ref()
                .and_then(|shelf| shelf.library.get(&exercise))
                .map(|exercise| exercise.name.clone());
            if let (Some(Overlay::Review(review)), Some(name)) = (model.overlays.last_mut(), name) {
                review.assign(row, &exercise, &name);
                review.doubtful(Direction::More);
            }
            review::step(model, 0);
            review::decided(model, effects);
        }
        (Purpose::ImportPlace(place), Target::Place(to)) => {
            review::elsewhere(model, place, to, effects);
        }
        (Purpose::ImportPlace(place), Target::Unit(unit)) => {
            review::elsewhere(model, place, To::Unit(unit, label), effects);
        }
        (Purpose::Taught, Target::Taught(key, teach)) => {
            effects.push(Effect::Forget(key, teach));
            model.tell(Tone::Plain, Message::new("notice-forgotten").with("name", label));
        }
        (Purpose::Library(pick), target) => return Some(Chosen::Library(pick, target)),
        (Purpose::WhyNot, Target::Exercise(exercise)) => {
            wonder::explain(model, exercise, effects);
        }
        (Purpose::Variants, Target::Exercise(exercise)) => {
            edits::insert(model, &exercise, effects);
        }
        (_, Target::Chip(chip, to)) => {
            super::super::chips::change(&mut model.suggest, &chip, to.as_deref());
        }
        (Purpose::Graph, Target::Graph(graph)) => model.suggest.graph = graph,
        (Purpose::Compare, Target::Program(program)) => return Some(Chosen::Other(program)),
        (_, Target::Unit(unit)) => edits::open_unit(model, unit, effects),
        (_, Target::Program(program)) => {
            let ticket = model.ticket();
            model.opening = Some(ticket);
            effects.push(Effect::OpenProgram(ticket, program));
        }
        (_, Target::Owner(owner)) => {
            let ticket = model.ticket();
            model.opening = Some(ticket);
            effects.push(Effect::OpenOwner(ticket, owner));
        }
        (_, Target::Command(command)) => return Some(Chosen::Command(command)),
        (
            _,
            Target::Framework(_)
            | Target::Exercise(_)
            | Target::Graph(_)
            | Target::Place(_)
            | Target::Taught(..),
        ) => {}
    }
    None
}

/// Fills the list of plans; tonight's stands last and has the cursor.
pub(super) fn fill_plans(model: &mut Model, cards: Vec<PlanCard>) {
    let open = model.open.as_ref().map(|open| Target::Unit(open.unit.id.clone()));
    let places = match model.overlays.last() {
        Some(Overlay::Picker(picker)) if matches!(picker.purpose, Purpose::ImportPlace(_)) => {
            Some(picker.entries.clone())
        }
        _ => None,
    };
    let compares = matches!(model.overlays.last(),
        Some(Overlay::Picker(picker)) if picker.purpose == Purpose::Compare);
    let entries: Vec<Entry> = cards
        .into_iter()
        .filter(|card| !compares || matches!(card.target, Target::Program(_)))
        .map(|card| Entry {
            detail: match card.date {
                Some(date) => format!("{}  {date}", card.owner),
                None => card.owner,
            },
            target: card.target,
            label: card.title,
        })
        .collect();
    let Some(mut places) = places else {
        fill(model, entries, open.as_ref());
        return;
    };
    // a day goes into a unit, and into the one on the desk by the first entry
    let units = entries.into_iter().rev().filter(|entry| {
        matches!(entry.target, Target::Unit(_)) && Some(&entry.target) != open.as_ref()
    });
    places.extend(units);
    let first = places.first().map(|entry| entry.target.clone());
    fill(model, places, first.as_ref());
}

/// Fills the list of people.
pub(super) fn fill_owners(model: &mut Model, cards: Vec<OwnerCard>) {
    let catalogue = Catalogue::load(model.lang);
    let now = model.trainee.as_ref().map(|trainee| Target::Owner(trainee.who.owner()));
    let entries: Vec<Entry> = cards
        .into_iter()
        .map(|card| Entry {
            detail: catalogue.say(match card.owner {
                crate::domain::Owner::Group(_) => "picker-group",
                _ => "picker-athlete",
            }),
            target: Target::Owner(card.owner),
            label: card.name,
        })
        .collect();
    fill(model, entries, now.as_ref());
}

fn fill(model: &mut Model, entries: Vec<Entry>, now: Option<&Target>) {
    let rows = usize::from(model.regions().body.height.saturating_sub(4));
    let cursor = entries.iter().position(|entry| Some(&entry.target) == now);
    let last = entries.len().saturating_sub(1);
    if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
        picker.refill(entries);
        if picker.query.is_empty() {
            picker.cursor = cursor.unwrap_or(last);
        } else {
            picker.filter();
        }
        picker.step(0, rows);
    }
}

/// Fills the list of taught names.
pub(super) fn fill_taught(model: &mut Model, cards: Vec<TaughtCard>) {
    let catalogue = Catalogue::load(model.lang);
    let library = model.shelf.as_ref().map(|shelf| shelf.library.clone());
    let name_of = |id: &crate::domain::ExerciseId| {
        let known = library.as_ref().and_then(|library| library.get(id));
        known.map_or_else(|| id.to_string(), |known| known.name.get(model.lang).to_owned())
    };
    let entries = cards
        .into_iter()
        .map(|card| {
            let who = match card.teach {
                Teach::Club => catalogue.say("taught-club"),
                Teach::Coach | Teach::Nobody => card.author.clone(),
            };
            let detail = Message::new("taught-detail")
                .with("who", who)
                .with("date", card.date.to_string())
                .with("uses", card.uses);
            Entry {
                label: format!("{} → {}", card.name, name_of(&card.exercise)),
                detail: catalogue.text(&detail),
                target: Target::Taught(card.key, card.teach),
            }
        })
        .collect();
    fill(model, entries, None);
}
