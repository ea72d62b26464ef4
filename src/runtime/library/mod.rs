//! What the library screen asks for outside: lists of exercises, where one is used, names alike,
//! and changes.

mod change;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::tasks::{replace, send};
use super::{Runtime, Services};
use crate::app::library::{
    Kept, LibraryChange, LibraryEffect, LibraryReply, Similar, Teaching, Use, UseKind,
};
use crate::app::picker::Target;
use crate::app::{Reply, Ticket};
use crate::domain::{Bilingual, ExerciseId, Explain, UnitId, Viewer};
use crate::library::{Library, Wanted, differences};
use crate::store::{PlanKind, PlanSummary, Reach, StoreError};

pub use change::{ChangeError, change};

/// Exercises called alike that are told of.
const SIMILAR: usize = 4;
/// Less alike than this is not worth a look.
const ALIKE: f32 = 0.5;

impl Runtime {
    /// Carries out what the library screen asks for.
    pub(super) fn library(&mut self, effect: LibraryEffect) {
        match effect {
            LibraryEffect::Browse(ticket, library, wanted) => self.browse(ticket, library, *wanted),
            LibraryEffect::FindUses(ticket, exercise) => {
                self.answer(ticket, |services, viewer| async move {
                    let uses = uses(&services, &viewer, &exercise).await?;
                    Ok(reply(LibraryReply::Uses(ticket, uses)))
                });
            }
            LibraryEffect::FindSimilar(ticket, names, but) => self.find_similar(ticket, names, but),
            LibraryEffect::FindKept(ticket) => {
                self.answer(ticket, |services, viewer| async move {
                    let kept = services.store.kept_edits(&viewer).await?;
                    let kept = kept.into_iter().map(|edit| Kept {
                        exercise: edit.ours.id.clone(),
                        differs: differences(&edit.base, &edit.theirs),
                    });
                    Ok(reply(LibraryReply::Kept(ticket, kept.collect())))
                });
            }
            LibraryEffect::Change(ticket, change) => self.change(ticket, *change),
        }
    }

    fn browse(&mut self, ticket: Ticket, library: Arc<Library>, wanted: Wanted) {
        let replies = self.replies.clone();
        let task = tokio::spawn(async move {
            let listed = tokio::task::spawn_blocking(move || library.browse(&wanted));
            if let Ok(listing) = listed.await {
                send(&replies, reply(LibraryReply::Listed(ticket, Box::new(listing)))).await;
            }
        });
        replace(&mut self.listing, task);
    }

    fn find_similar(&mut self, ticket: Ticket, names: Vec<String>, but: Option<ExerciseId>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let task = tokio::spawn(async move {
            if let Some(similar) = similar(&services, &viewer, names, but).await {
                send(&replies, reply(LibraryReply::Similar(ticket, similar))).await;
            }
        });
        replace(&mut self.comparing, task);
    }

    /// Changes the library; the session gets the new one, then hears that it is done.
    fn change(&mut self, ticket: Ticket, asked: LibraryChange) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            let told = match change(&services.store, &viewer, &asked).await {
                Ok(()) => {
                    services.renew();
                    if let Ok(shelf) = services.shelf(&viewer).await {
                        send(&replies, Reply::Shelf(shelf)).await;
                    }
                    LibraryReply::Changed(ticket, asked.said())
                }
                Err(error) => {
                    tracing::debug!(%error, "a change of the library was refused");
                    LibraryReply::Refused(ticket, error.message())
                }
            };
            send(&replies, reply(told)).await;
        });
    }
}

fn reply(reply: LibraryReply) -> Reply {
    Reply::Library(Box::new(reply))
}

/// Names taught for an exercise, combinations that hold it, then plans, the latest first.
async fn uses(
    services: &Services,
    viewer: &Viewer,
    exercise: &ExerciseId,
) -> Result<Vec<Use>, StoreError> {
    let aliases = services.store.aliases(viewer).await?.into_iter();
    let mut uses: Vec<Use> = aliases
        .filter(|alias| alias.exercise == *exercise)
        .map(|alias| Use {
            kind: UseKind::Name(match alias.reach {
                Reach::Coach => Teaching::Me,
                Reach::Club => Teaching::Club,
            }),
            title: Bilingual::same(alias.name),
            detail: String::new(),
            target: None,
        })
        .collect();
    if let Ok(shelf) = services.shelf(viewer).await {
        let holding = shelf.library.exercises().iter().filter(|whole| whole.has_part(exercise));
        uses.extend(holding.map(|whole| Use {
            kind: UseKind::Combination,
            title: whole.name.clone(),
            detail: String::new(),
            target: Some(Target::Exercise(whole.id.clone())),
        }));
    }
    let plans = services.store.plans_holding(viewer, exercise).await?;
    uses.extend(plans.into_iter().map(plan));
    Ok(uses)
}

fn plan(plan: PlanSummary) -> Use {
    let (kind, target) = match plan.kind {
        PlanKind::Framework => (UseKind::Framework, None),
        PlanKind::Unit | PlanKind::Program => {
            (UseKind::Unit, Some(Target::Unit(UnitId::new(plan.id))))
        }
    };
    let detail = plan.date.map(|date| date.to_string()).unwrap_or_default();
    Use { kind, title: Bilingual::same(plan.title), detail, target }
}

/// Exercises that one of the names may mean, the most alike first.
async fn similar(
    services: &Services,
    viewer: &Viewer,
    names: Vec<String>,
    but: Option<ExerciseId>,
) -> Option<Vec<Similar>> {
    let shelf = services.shelf(viewer).await.ok()?;
    let matcher = services.matcher(viewer).await.ok()?;
    let found = tokio::task::spawn_blocking(move || {
        let mut found: Vec<Similar> = Vec::new();
        for name in names.iter().filter(|name| !name.trim().is_empty()) {
            for candidate in matcher.find(name, SIMILAR + 1).candidates {
                let id = ExerciseId::new(candidate.id);
                let is_new = found.iter().all(|known| known.exercise != id);
                if candidate.confidence < ALIKE || but.as_ref() == Some(&id) || !is_new {
                    continue;
                }
                found.extend(shelf.library.get(&id).map(|exercise| Similar {
                    exercise: id,
                    name: exercise.name.clone(),
                    confidence: candidate.confidence,
                }));
            }
        }
        found.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        found.truncate(SIMILAR);
        found
    });
    found.await.ok()
}
