//! The frameworks of the store for the screen: listed, and written in the order of the changes.

use super::Runtime;
use super::saver::Work;
use crate::app::Reply;
use crate::app::frameworks::{Card, FrameworkEffect, FrameworkReply};
use crate::domain::{Explain, FrameworkId, Viewer};
use crate::store::{Store, StoreError};

impl Runtime {
    /// Carries out what the screen of the frameworks asks for.
    pub(super) fn frameworks(&self, effect: FrameworkEffect) {
        match effect {
            FrameworkEffect::List(ticket) => self.answer(ticket, |services, viewer| async move {
                let stored = services.store.stored_frameworks(&viewer).await?.into_iter();
                let cards = stored.map(|it| Card::stored(it.document, it.version)).collect();
                Ok(reply(FrameworkReply::Listed(ticket, cards)))
            }),
            effect => self.hand_over(Work::Framework(effect)),
        }
    }
}

fn reply(reply: FrameworkReply) -> Reply {
    Reply::Frameworks(Box::new(reply))
}

/// Writes a framework; what to tell the session of it.
pub(super) async fn write(
    store: &Store,
    viewer: &Viewer,
    effect: FrameworkEffect,
) -> Option<Reply> {
    let (id, written) = match effect {
        FrameworkEffect::List(_) => return None,
        FrameworkEffect::Add(framework) => {
            (framework.id.clone(), store.put_framework(viewer, &framework).await.map(|()| 1))
        }
        FrameworkEffect::Change(framework, base) => {
            let written = store.change_framework(viewer, &framework, base).await;
            (framework.id.clone(), written)
        }
    };
    Some(told(id, written))
}

fn told(id: FrameworkId, written: Result<u32, StoreError>) -> Reply {
    match written {
        Ok(version) => reply(FrameworkReply::Saved(id, version)),
        Err(error @ (StoreError::Outdated { .. } | StoreError::ReadOnly { .. })) => {
            reply(FrameworkReply::Kept(id, error.message()))
        }
        Err(error) => {
            tracing::error!(%error, "a framework could not be saved");
            Reply::Failed(None, error.message())
        }
    }
}
