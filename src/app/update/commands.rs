//! What each command does. The match is exhaustive: a row added to the table does not compile
//! until it is answered here.

use super::super::available::available;
use super::super::effect::{Effect, Sending};
use super::super::entry::Purpose;
use super::super::generate::Direction;
use super::super::log::Tone;
use super::super::overview::Chart;
use super::super::page::Topic;
use super::super::plan::Motion;
use super::super::{Code, Command, Key, Model, Pane};
use super::{
    asking, compare, course, edits, entry, findings, form, library, log, models, offer, pages,
    pick, review, rows_of_hits, steps, suggest, unit_offer, wonder,
};
use crate::domain::Message;
use crate::llm::Role;
use crate::retrieval::Intent;

/// Runs a command, or says why it does not apply. `key` tells commands with several keys apart.
pub(super) fn run(model: &mut Model, command: Command, key: Key, effects: &mut Vec<Effect>) {
    if let Err(why) = available(model, command) {
        model.tell(Tone::Warn, why);
        return;
    }
    match command {
        Command::ItemUp => motion(model, Motion::Up),
        Command::ItemDown => motion(model, Motion::Down),
        Command::SectionBefore => motion(model, Motion::SectionBefore),
        Command::SectionAfter => motion(model, Motion::SectionAfter),
        Command::FirstLine => motion(model, Motion::First),
        Command::LastLine => motion(model, Motion::Last),
        Command::EditDose => entry::dose(model),
        Command::MoveUp => edits::shift(model, Direction::Less, effects),
        Command::MoveDown => edits::shift(model, Direction::More, effects),
        Command::Delete => edits::delete(model, effects),
        Command::Superset => edits::superset(model, effects),
        Command::NewSection => edits::new_section(model, effects),
        Command::Rename => entry::title(model),
        Command::Minutes => entry::minutes(model),
        Command::UnitNumbers => entry::unit_numbers(model),
        Command::SectionKind => edits::section_kind(model, effects),
        Command::FreeLine => entry::open(model, Purpose::FreeLine, ""),
        Command::Duplicate => edits::duplicate(model, effects),
        Command::Swap => pick::swap(model),
        Command::SplitStreams => edits::split_streams(model, effects),
        Command::Inspect => pages::inspect_item(model),
        Command::HitUp => step_hits(model, -1),
        Command::HitDown => step_hits(model, 1),
        Command::InsertHit => {
            if let Some(exercise) = model.suggest.chosen().map(|hit| hit.exercise.id.clone()) {
                edits::insert(model, &exercise, effects);
            }
        }
        Command::InsertNth => insert_nth(model, key, effects),
        Command::SwapHit => {
            if let Some(exercise) = model.suggest.chosen().map(|hit| hit.exercise.id.clone()) {
                edits::swap(model, &exercise, effects);
            }
        }
        Command::Why => model.suggest.why = !model.suggest.why,
        Command::Intent => next_intent(model),
        Command::NextGraph => suggest::graphs(model),
        Command::Pin => suggest::pin(model),
        Command::Dismiss => suggest::dismiss(model),
        Command::MoreLike => suggest::more_like(model),
        Command::Variants => suggest::variants(model),
        Command::Chips => suggest::chips(model),
        Command::Term => {
            let term = model.suggest.term.clone();
            entry::open(model, Purpose::Term, &term);
        }
        Command::WhyNot => suggest::why_not(model),
        Command::Target => pages::show(model, Topic::Target),
        Command::Coverage => suggest::coverage(model),
        Command::CompleteSection => wonder::complete(model, effects),
        Command::Refit => suggest::open_refit(model),
        Command::Progress => steps::step(model, Direction::More, effects),
        Command::Regress => steps::step(model, Direction::Less, effects),
        Command::InspectHit => {
            if let Some(exercise) = model.suggest.chosen().map(|hit| hit.exercise.id.clone()) {
                pages::show(model, Topic::Exercise(exercise));
            }
        }
        Command::Rerank => models::rerank(model, Sending::AskFirst, effects),
        Command::ShowRequest => models::rerank(model, Sending::Show, effects),
        Command::NewExercise => asking::ask(model, Role::Draft, Sending::AskFirst, effects),
        Command::ShowNewExercise => asking::ask(model, Role::Draft, Sending::Show, effects),
        Command::AskMeaning => asking::ask(model, Role::Intent, Sending::AskFirst, effects),
        Command::ShowMeaning => asking::ask(model, Role::Intent, Sending::Show, effects),
        Command::AskRows => asking::ask(model, Role::Parse, Sending::AskFirst, effects),
        Command::ShowRows => asking::ask(model, Role::Parse, Sending::Show, effects),
        Command::SendNever => models::decide(model, Sending::Never, effects),
        Command::Cost => {
            let ticket = model.ticket();
            model.opening = Some(ticket);
            effects.push(Effect::FetchCost(ticket));
        }
        Command::LogUp
        | Command::LogDown
        | Command::Follow
        | Command::OpenResult
        | Command::LogFind
        | Command::LogOlder
        | Command::LogNewer
        | Command::LogCopy
        | Command::LogRetry
        | Command::PageCopy => log::run(model, command, effects),
        Command::CancelJob => {
            effects.extend(model.log.running().map(|job| Effect::Cancel(job.id.clone())));
        }
        Command::ResumeJob => {
            effects.extend(model.log.resumable().map(|job| Effect::Resume(job.id.clone())));
        }
        Command::NextPane => model.focus = model.focus.step(1),
        Command::PreviousPane => model.focus = model.focus.step(Pane::ALL.len() - 1),
        Command::Query => {
            let query = model.suggest.query.clone();
            entry::open(model, Purpose::Query, &query);
        }
        Command::Import => review::open_source(model, effects),
        Command::ImportFile | Command::SourceFile => review::open_path(model),
        Command::ImportStatistics => {
            let ticket = model.ticket();
            model.listing = Some(ticket);
            effects.push(Effect::ImportStatistics(ticket));
        }
        Command::TaughtNames => pick::taught(model, effects),
        Command::Generate => form::open(model),
        Command::SwitchUnit => pick::plans(model, effects),
        Command::SwitchGroup => pick::owners(model, effects),
        Command::NewUnit => entry::open(model, Purpose::UnitTitle, ""),
        Command::DuplicateUnit => edits::duplicate_unit(model, effects),
        Command::Clear => {
            // a text that is still being read is given up; it is kept
            if model.reading.take().is_some() {
                model.tell(Tone::Plain, Message::new("notice-draft-kept"));
            }
            model.suggest.query.clear();
            model.suggest.intent = None;
            model.suggest.graph = None;
            model.suggest.anchor = None;
            model.suggest.edited = None;
            model.suggest.term.clear();
            model.suggest.choices += 1;
            model.focus = Pane::Plan;
        }
        Command::Undo | Command::FindingUndo => edits::undo(model, effects),
        Command::Redo => edits::redo(model, effects),
        Command::Library => library::open(model),
        Command::Overview => course::ask(model, effects),
        Command::Language => {
            model.lang = model.lang.next();
            model.lang_chosen = Some(model.lang);
            model.revision += 1;
            effects.push(Effect::Remember(Box::new(model.place())));
        }
        Command::Theme => model.theme = model.theme.next(),
        Command::Redraw => effects.push(Effect::Redraw),
        Command::Palette => pick::palette(model),
        Command::Help | Command::LibraryHelp => pages::show(model, Topic::Help),
        Command::Quit => {
            model.leaving = true;
            effects.push(Effect::Remember(Box::new(model.place())));
            effects.push(Effect::Leave);
        }
        Command::EntryDone => {
            if !library::typed(model, effects) {
                entry::done(model, effects);
            }
        }
        Command::EntryNext => entry::to_hits(model),
        Command::EntryCancel => entry::cancel(model),
        Command::SourceRead => review::read_source(model, effects),
        Command::SourceCancel => review::close_source(model, effects),
        Command::RowUp => review::step(model, -1),
        Command::RowDown => review::step(model, 1),
        Command::NextDoubtful => review::doubtful(model, Direction::More),
        Command::PreviousDoubtful => review::doubtful(model, Direction::Less),
        Command::RowJump => review::jump(model, key),
        Command::Choose => review::choose(model, key, effects),
        Command::RowSearch => pick::row(model),
        Command::RowDose => review::dose(model),
        Command::RowIgnore => review::ignore(model, effects),
        Command::RowConfirm => review::confirm(model, effects),
        Command::RowSplit => review::split(model),
        Command::RowJoin => review::join(model, effects),
        Command::RowSame => review::same(model, effects),
        Command::RowFreeLine => review::free_line(model, effects),
        Command::RowNew => review::new_exercise(model),
        Command::RowTeach => review::teach(model, effects),
        Command::DayPlace => pick::place(model, effects),
        Command::DayEarlier => review::shift(model, -1, effects),
        Command::DayLater => review::shift(model, 1, effects),
        Command::ReviewUndo => review::undo(model, effects),
        Command::ReviewPreview => review::preview(model),
        Command::ReviewHelp => review::help(model),
        Command::ReviewInsert => review::insert(model, review::Share::All, effects),
        Command::ReviewInsertDay => review::insert(model, review::Share::Day, effects),
        Command::ReviewSource => review::back_to_source(model),
        Command::ReviewClose => review::close(model, effects),
        Command::FieldUp => form::step(model, -1),
        Command::FieldDown => form::step(model, 1),
        Command::FieldLess => form::change(model, Direction::Less, key),
        Command::FieldMore => form::change(model, Direction::More, key),
        Command::FormStart => form::start(model, effects),
        Command::FormClose
        | Command::PickClose
        | Command::PageClose
        | Command::FindingsClose
        | Command::CourseClose
        | Command::ChangesClose
        | Command::OfferClose
        | Command::LineClose
        | Command::PairClose => {
            model.overlays.pop();
        }
        Command::PickUp => pick::step(model, -1),
        Command::PickDown => pick::step(model, 1),
        Command::Pick => match pick::choose(model, effects) {
            Some(pick::Chosen::Command(chosen)) => run(model, chosen, key, effects),
            Some(pick::Chosen::Other(program)) => compare::chosen(model, program, effects),
            Some(pick::Chosen::Library(pick, target)) => library::picked(model, pick, target),
            None => {}
        },
        Command::PageUp => pages::step(model, key, -1),
        Command::PageDown => pages::step(model, key, 1),
        Command::Findings => findings::open(model),
        Command::LogResult => course::result(model, effects),
        Command::Adapt => course::ask_changes(model, effects),
        Command::LoadSheet => course::ask_loads(model, effects),
        Command::FindingUp => findings::step(model, -1),
        Command::FindingDown => findings::step(model, 1),
        Command::FindingJump => findings::jump(model),
        Command::FindingFix => findings::fix(model, effects),
        Command::FindingSwitch => findings::switch(model, effects),
        Command::FindingAbout => findings::detail(model),
        Command::CourseUp => course::step(model, -pages::paged(model, key)),
        Command::CourseDown => course::step(model, pages::paged(model, key)),
        Command::ChartBefore => course::chart(model, Chart::ALL.len() - 1),
        Command::ChartAfter => course::chart(model, 1),
        Command::CourseOpen => course::open_unit(model, effects),
        Command::ChangeUp => course::step_changes(model, -1),
        Command::ChangeDown => course::step_changes(model, 1),
        Command::ChangesApply => course::apply_changes(model, effects),
        Command::OfferCompare | Command::CourseCompare => compare::open(model, effects),
        Command::PairUp
        | Command::PairDown
        | Command::PairNext
        | Command::PairPrevious
        | Command::PairTurn
        | Command::PairTurnBack => compare::run(model, command, key),
        Command::Agree => pages::agree(model, effects),
        Command::OfferUp => offer::step(model, -pages::paged(model, key)),
        Command::OfferDown => offer::step(model, pages::paged(model, key)),
        Command::LineUp => unit_offer::step(model, -pages::paged(model, key)),
        Command::LineDown => unit_offer::step(model, pages::paged(model, key)),
        Command::OfferLook
        | Command::OfferMark
        | Command::OfferTake
        | Command::OfferTakeAll
        | Command::OfferRetry
        | Command::OfferRedo
        | Command::OfferUndo
        | Command::OfferPutBack
        | Command::OfferRefuse
        | Command::OfferUnfold
        | Command::OfferFold
        | Command::OfferOther
        | Command::OfferChart => offer::run(model, command, effects),
        Command::LineMark
        | Command::LineMarkAll
        | Command::LineTake
        | Command::LineOwn
        | Command::LineRefuse => unit_offer::run(model, command, effects),
        Command::SearchUp => library::run(model, Command::ListUp, key, effects),
        Command::SearchDown => library::run(model, Command::ListDown, key, effects),
        Command::LibrarySearch
        | Command::LibraryFacets
        | Command::LibraryClear
        | Command::LibraryInsert
        | Command::LibraryUses
        | Command::LibraryClose
        | Command::ListUp
        | Command::ListDown
        | Command::ListFirst
        | Command::ListLast
        | Command::ListOpen
        | Command::DetailUp
        | Command::DetailDown
        | Command::TabBefore
        | Command::TabAfter
        | Command::DetailOpen
        | Command::DetailBack
        | Command::DetailClose
        | Command::SearchDone
        | Command::SearchCancel
        | Command::FacetUp
        | Command::FacetDown
        | Command::FacetToggle
        | Command::FacetOpen
        | Command::FacetShut
        | Command::FacetDone
        | Command::LibraryNew
        | Command::LibraryEdit
        | Command::LibraryCopy
        | Command::LibraryArchive
        | Command::LibraryReach
        | Command::LibraryTeach
        | Command::LibraryTeachClub
        | Command::LibraryLists
        | Command::LibraryKept
        | Command::StepAdd
        | Command::StepRemove
        | Command::EditUp
        | Command::EditDown
        | Command::EditLess
        | Command::EditMore
        | Command::EditOpen
        | Command::EditPartUp
        | Command::EditPartDown
        | Command::EditPartDrop
        | Command::EditSave
        | Command::EditClose
        | Command::ChoiceUp
        | Command::ChoiceDown
        | Command::ChoiceToggle
        | Command::ChoiceLess
        | Command::ChoiceMore
        | Command::ChoiceNumber
        | Command::ChoiceDone
        | Command::ChoiceClose
        | Command::ListsUp
        | Command::ListsDown
        | Command::ListsBefore
        | Command::ListsAfter
        | Command::ListsNew
        | Command::ListsRename
        | Command::ListsArchive
        | Command::ListsClose
        | Command::KeptUp
        | Command::KeptDown
        | Command::KeptTake
        | Command::KeptStay
        | Command::KeptClose => library::run(model, command, key, effects),
    }
}

fn motion(model: &mut Model, motion: Motion) {
    if let Some(open) = &model.open {
        model.plan.go(&open.unit, motion);
    }
}

fn step_hits(model: &mut Model, hits: isize) {
    let rows = rows_of_hits(model);
    model.suggest.step(hits, rows);
}

fn insert_nth(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Code::Char(sign) = key.code else { return };
    let number = sign.to_digit(10).unwrap_or(0) as usize;
    if model.suggest.asked.is_some() {
        model.suggest.queued.push_back(number);
    } else {
        edits::insert_hit(model, number, effects);
    }
}

fn next_intent(model: &mut Model) {
    let at = model
        .suggest
        .intent
        .and_then(|intent| Intent::ALL.iter().position(|known| *known == intent));
    model.suggest.intent = match at {
        None => Intent::ALL.first().copied(),
        Some(at) => Intent::ALL.get(at + 1).copied(),
    };
}
