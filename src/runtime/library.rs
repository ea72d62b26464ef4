//! What the library screen asks for outside: lists of exercises, and the plans that hold one.

use std::sync::Arc;

use super::tasks::{replace, send};
use super::{Runtime, Services};
use crate::app::library::{LibraryEffect, LibraryReply, Use, UseKind};
use crate::app::picker::Target;
use crate::app::{Reply, Ticket};
use crate::domain::{Bilingual, ExerciseId, UnitId, Viewer};
use crate::library::{Library, Wanted};
use crate::store::{PlanKind, PlanSummary, StoreError};

impl Runtime {
    /// Carries out what the library screen asks for.
    pub(super) fn library(&mut self, effect: LibraryEffect) {
        match effect {
            LibraryEffect::Browse(ticket, library, wanted) => self.browse(ticket, library, *wanted),
            LibraryEffect::FindUses(ticket, exercise) => {
                self.answer(ticket, |services, viewer| async move {
                    let uses = uses(&services, &viewer, &exercise).await?;
                    Ok(Reply::Library(Box::new(LibraryReply::Uses(ticket, uses))))
                });
            }
        }
    }

    fn browse(&mut self, ticket: Ticket, library: Arc<Library>, wanted: Wanted) {
        let replies = self.replies.clone();
        let task = tokio::spawn(async move {
            let listed = tokio::task::spawn_blocking(move || library.browse(&wanted));
            if let Ok(listing) = listed.await {
                let reply = LibraryReply::Listed(ticket, Box::new(listing));
                send(&replies, Reply::Library(Box::new(reply))).await;
            }
        });
        replace(&mut self.listing, task);
    }
}

/// Combinations that hold an exercise, then plans, the latest first.
async fn uses(
    services: &Services,
    viewer: &Viewer,
    exercise: &ExerciseId,
) -> Result<Vec<Use>, StoreError> {
    let mut uses = Vec::new();
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
