//! Fetches of a session that are one question to the store.

use super::desk;
use super::tasks::Runtime;
use crate::app::effect::{Reply, Ticket};
use crate::domain::ProgramId;

impl Runtime {
    pub(super) fn open_program(&self, ticket: Ticket, program: ProgramId) {
        self.answer(ticket, |services, viewer| async move {
            let program = services.store.program(&viewer, &program).await?;
            Ok(Reply::Program(ticket, Box::new(program)))
        });
    }

    pub(super) fn list_plans(&self, ticket: Ticket) {
        self.answer(ticket, |services, viewer| async move {
            Ok(Reply::Plans(ticket, desk::plans(&services.store, &viewer).await?))
        });
    }
}
