//! Changes the library of a club: tried first on a copy in memory, then written, so that nothing
//! gets into the database that does not fit.

use crate::app::library::{LibraryChange, Teaching};
use crate::domain::{Exercise, Explain, Message, Viewer, Visibility};
use crate::language::fold;
use crate::library::{
    Assembled, Changes, Finding, Gravity, LibraryError, assemble, builtin, check,
};
use crate::runtime::stored_changes;
use crate::store::{Alias, AliasOrigin, Reach, Store, StoreError};
use crate::training::check_doses;

/// Why the library was not changed. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The library would not hold together.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// A rule every exercise keeps would be broken.
    #[error("{path} breaks the rule {rule}; correct it and save again", path = .0.path, rule = .0.message.id)]
    Fault(Box<Finding>),
    /// The work was dropped before its end.
    #[error("the library could not be checked; try again")]
    Dropped,
}

impl Explain for ChangeError {
    fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::Library(error) => error.message(),
            Self::Fault(finding) => finding.message.clone(),
            Self::Dropped => Message::new("error-library-dropped"),
        }
    }
}

/// Makes a change, all of it or nothing.
///
/// # Errors
/// [`ChangeError`]; nothing was written then.
pub async fn change(
    store: &Store,
    viewer: &Viewer,
    change: &LibraryChange,
) -> Result<(), ChangeError> {
    let before = stored_changes(store, viewer).await?;
    let mut after = before.clone();
    let mut saved = None;
    match change {
        LibraryChange::Exercise(exercise) => {
            after.put_exercise((**exercise).clone());
            saved = Some((**exercise).clone());
        }
        LibraryChange::TakeBuiltIn(id) => after.exercises.retain(|known| known.id != *id),
        LibraryChange::Graph(graph) => after.put_graph((**graph).clone()),
        LibraryChange::DropGraph(id) => after.graphs.retain(|known| known.id != *id),
        LibraryChange::Entry(kind, entry) => after.put_entry(*kind, (**entry).clone()),
        LibraryChange::KeepMine(_) | LibraryChange::Teach(..) | LibraryChange::Forget(..) => {}
    }
    if after != before {
        let tried = tokio::task::spawn_blocking(move || try_out(before, after, saved.as_ref()));
        tried.await.map_err(|_| ChangeError::Dropped)??;
    }
    write(store, viewer, change).await.map_err(ChangeError::Store)
}

/// Puts the library together as it would be. What did not fit before is no reason to refuse.
fn try_out(before: Changes, after: Changes, saved: Option<&Exercise>) -> Result<(), ChangeError> {
    let Assembled { library, set_aside } = assemble(builtin, after)?;
    if !set_aside.is_empty() {
        let known = assemble(builtin, before)?.set_aside;
        if let Some(error) = set_aside.into_iter().find(|error| !known.contains(error)) {
            return Err(error.into());
        }
    }
    let Some(saved) = saved.filter(|saved| saved.visibility != Visibility::Archived) else {
        return Ok(());
    };
    let path = format!("exercises/{}/", saved.id);
    let mut findings = check(&library);
    findings.extend(check_doses(&library));
    let fault = findings
        .into_iter()
        .find(|finding| finding.gravity == Gravity::Hard && finding.path.starts_with(&path));
    fault.map_or(Ok(()), |fault| Err(ChangeError::Fault(Box::new(fault))))
}

async fn write(store: &Store, viewer: &Viewer, change: &LibraryChange) -> Result<(), StoreError> {
    let reach = |teaching: Teaching| match teaching {
        Teaching::Me => Reach::Coach,
        Teaching::Club => Reach::Club,
    };
    match change {
        LibraryChange::Exercise(exercise) => store.put_exercise(viewer, exercise).await,
        LibraryChange::TakeBuiltIn(id) => store.give_up_edit(viewer, id).await,
        LibraryChange::KeepMine(id) => store.keep_edit(viewer, id).await,
        LibraryChange::Graph(graph) => store.put_graph(viewer, graph).await,
        LibraryChange::DropGraph(id) => store.drop_graph(viewer, id).await,
        LibraryChange::Entry(kind, entry) => store.put_catalogue_entry(viewer, *kind, entry).await,
        LibraryChange::Teach(name, exercise, teaching) => {
            let alias = Alias {
                name: name.clone(),
                key: fold(name),
                exercise: exercise.clone(),
                reach: reach(*teaching),
                origin: AliasOrigin::Hand,
            };
            store.put_alias(viewer, &alias).await
        }
        LibraryChange::Forget(name, teaching) => {
            store.forget_alias(viewer, &fold(name), reach(*teaching)).await
        }
    }
}
