//! Whether a command applies now, or why not: for the hint bar, the palette, and for answering a
//! key that does nothing.

use super::plan::Line;
use super::{Command, Model, Overlay};
use crate::domain::{Exercise, Message};

/// Says yes, or why not.
///
/// # Errors
/// The sentence that says what is missing.
pub fn available(model: &Model, command: Command) -> Result<(), Message> {
    let needs =
        |there: bool, why: &'static str| if there { Ok(()) } else { Err(Message::new(why)) };
    let on_item = matches!(model.plan.cursor, Some(Line::Item(..)));
    let has_unit = model.open.is_some();
    match command {
        // a template is no unit of anybody
        Command::SwitchUnit
        | Command::SwitchGroup
        | Command::NewUnit
        | Command::DuplicateUnit
        | Command::Generate
        | Command::Import
        | Command::ImportFile
        | Command::Frameworks
        | Command::EditParts
        | Command::OpenResult
        | Command::LogResult
        | Command::Coverage
        | Command::NewExercise
        | Command::ShowNewExercise
            if model.aside.is_some() =>
        {
            needs(false, "why-not-template")
        }
        Command::EditDose
        | Command::Superset
        | Command::Duplicate
        | Command::Swap
        | Command::Progress
        | Command::Regress
        | Command::Inspect => needs(on_item, "why-not-no-item"),
        Command::MoveUp
        | Command::MoveDown
        | Command::Delete
        | Command::Rename
        | Command::Minutes
        | Command::SectionKind
        | Command::SplitStreams
        | Command::FreeLine => needs(model.plan.cursor.is_some(), "why-not-empty-unit"),
        Command::NewSection | Command::DuplicateUnit | Command::UnitNumbers => {
            needs(has_unit, "why-not-no-unit")
        }
        Command::InsertHit | Command::InsertNth | Command::Rerank | Command::ShowRequest => {
            needs(has_unit, "why-not-no-unit")?;
            needs(!model.suggest.hits().is_empty(), "why-not-no-hit")
        }
        Command::NewExercise | Command::ShowNewExercise => {
            needs(has_unit, "why-not-no-unit")?;
            needs(model.suggest.answer.is_some(), "why-not-loading")
        }
        Command::AskMeaning | Command::ShowMeaning => {
            needs(has_unit, "why-not-no-unit")?;
            needs(!model.suggest.query.trim().is_empty(), "why-not-no-query")
        }
        Command::AskRows | Command::ShowRows => match model.overlays.last() {
            Some(Overlay::Review(review)) => {
                let counts = review.counts;
                let doubtful = counts.medium + counts.low + counts.unmatched;
                needs(doubtful > 0, "notice-no-more-doubt")
            }
            _ => Ok(()),
        },
        Command::SwapHit => {
            needs(on_item, "why-not-no-item")?;
            needs(model.suggest.chosen().is_some(), "why-not-no-hit")
        }
        Command::Variants => needs(
            model.suggest.chosen().is_some_and(|hit| !hit.variants.is_empty()),
            "why-not-no-variants",
        ),
        Command::CompleteSection => {
            needs(model.shelf.is_some(), "why-not-loading")?;
            needs(model.plan.cursor.is_some(), "why-not-empty-unit")
        }
        Command::LoadSheet | Command::Refit | Command::Coverage => {
            needs(has_unit, "why-not-no-unit")?;
            needs(model.shelf.is_some(), "why-not-loading")
        }
        Command::Chips => {
            needs(!super::chips::chips(&model.suggest).is_empty(), "why-not-no-chips")
        }
        Command::Target => needs(model.suggest.answer.is_some(), "why-not-loading"),
        Command::InspectHit
        | Command::Why
        | Command::Pin
        | Command::Dismiss
        | Command::MoreLike => needs(model.suggest.chosen().is_some(), "why-not-no-hit"),
        Command::LibraryInsert => {
            needs(has_unit, "why-not-no-unit")?;
            needs(looked_at(model).is_some(), "why-not-no-exercise")
        }
        Command::LibraryClear => match model.overlays.last() {
            Some(Overlay::Library(pane)) => needs(pane.is_narrowed(), "library-nothing-to-clear"),
            _ => Ok(()),
        },
        Command::ListOpen
        | Command::LibraryUses
        | Command::LibraryEdit
        | Command::LibraryCopy
        | Command::LibraryArchive
        | Command::LibraryReach
        | Command::LibraryTeach
        | Command::LibraryTeachClub
        | Command::StepAdd => needs(looked_at(model).is_some(), "why-not-no-exercise"),
        Command::DetailBack => needs(
            matches!(model.overlays.last(), Some(Overlay::Library(it)) if !it.detail.walked.is_empty()),
            "why-not-nothing-walked",
        ),
        Command::DetailOpen => needs(
            matches!(model.overlays.last(), Some(Overlay::Library(it))
                if it.detail.chosen_step().is_some() || it.detail.chosen_use().is_some()),
            "why-not-leads-nowhere",
        ),
        Command::SlotPlan | Command::SlotUnit | Command::SlotCopy | Command::SlotDrop => {
            match model.overlays.last() {
                Some(Overlay::Frameworks(pane)) => needs(pane.slot().is_some(), "why-not-no-slot"),
                _ => Ok(()),
            }
        }
        Command::FrameworkRestore => match model.overlays.last() {
            Some(Overlay::Frameworks(pane)) => needs(pane.archived.is_some(), "why-not-undo"),
            _ => Ok(()),
        },
        Command::EditParts => needs(model.shelf.is_some(), "why-not-loading"),
        Command::PeopleOpen | Command::PeopleEdit | Command::PeopleArchive => needs(
            matches!(model.overlays.last(), Some(Overlay::People(pane)) if pane.chosen().is_some()),
            "why-not-nobody",
        ),
        Command::PeopleSearch => needs(
            matches!(model.overlays.last(), Some(Overlay::People(pane)) if !pane.cards.is_empty()),
            "why-not-nobody",
        ),
        Command::PeopleUndo => needs(
            matches!(model.overlays.last(), Some(Overlay::People(pane)) if pane.gone.is_some()),
            "why-not-nobody-gone",
        ),
        Command::PersonDrop => needs(
            matches!(model.overlays.last(), Some(Overlay::Person(form))
                if matches!(form.row(), super::people::Row::Lift(_))),
            "why-not-no-lift",
        ),
        Command::Library | Command::NextGraph | Command::WhyNot => {
            needs(model.shelf.is_some(), "why-not-loading")
        }
        Command::Undo => {
            let open = model.open.as_ref();
            let brought = open.is_some_and(|open| model.brought.contains(&open.unit.id));
            needs(brought || open.is_some_and(super::open::OpenUnit::can_undo), "why-not-undo")
        }
        Command::Redo => {
            needs(model.open.as_ref().is_some_and(super::open::OpenUnit::can_redo), "why-not-redo")
        }
        Command::LogRetry => needs(model.log.current_week().is_some(), "why-not-no-week"),
        Command::LogCopy => needs(!model.log.lines.is_empty(), "why-not-no-lines"),
        Command::CancelJob => needs(model.log.running().is_some(), "why-not-no-running-job"),
        Command::ResumeJob => needs(model.log.resumable().is_some(), "why-not-no-stopped-job"),
        Command::OfferTake
        | Command::OfferTakeAll
        | Command::OfferMark
        | Command::OfferRetry
        | Command::OfferRedo
        | Command::OfferUndo
        | Command::OfferPutBack
        | Command::OfferRefuse
        | Command::LineTake => super::offer::available(model, command),
        Command::Findings | Command::LogResult => needs(has_unit, "why-not-no-unit"),
        Command::Overview | Command::Adapt => needs(
            model.open.as_ref().is_some_and(|open| open.unit.place.is_some()),
            "why-not-no-program",
        ),
        Command::Choose | Command::RowConfirm | Command::RowDose | Command::RowSearch => {
            match model.overlays.last() {
                Some(Overlay::Review(review)) => needs(review.row().is_some(), "why-not-no-row"),
                _ => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// The exercise of the library that is looked at.
fn looked_at(model: &Model) -> Option<&Exercise> {
    match model.overlays.last() {
        Some(Overlay::Library(pane)) => pane.subject().map(AsRef::as_ref),
        _ => None,
    }
}
