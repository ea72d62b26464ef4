//! The frameworks of the store for the screen; what is changed is written by the saver, in the order
//! of the changes.

use super::Runtime;
use super::saver::Work;
use crate::app::Reply;
use crate::app::frameworks::{Card, FrameworkEffect, FrameworkReply};

impl Runtime {
    /// Carries out what the screen of the frameworks asks for.
    pub(super) fn frameworks(&self, effect: FrameworkEffect) {
        match effect {
            FrameworkEffect::List(ticket) => self.answer(ticket, |services, viewer| async move {
                let stored = services.store.stored_frameworks(&viewer).await?.into_iter();
                let cards = stored.map(|it| Card::stored(it.document, it.version)).collect();
                Ok(Reply::Frameworks(Box::new(FrameworkReply::Listed(ticket, cards))))
            }),
            effect => self.hand_over(Work::Framework(effect)),
        }
    }
}
