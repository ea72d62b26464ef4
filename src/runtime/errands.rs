//! The effects of imports: what a session asks of them, carried out.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::clock::Clock;
use super::imports::{self, Work, begun, place};
use super::reading::reading;
use super::tasks::{Runtime, replace, send};
use crate::app::effect::{Reply, Ticket};
use crate::app::import::{Placing, TaughtCard, Teach};
use crate::domain::{Exercise, Explain, Message, UnitId};
use crate::import::read_rows;
use crate::store::{AliasOrigin, Reach, TaughtName};

impl Runtime {
    /// Keeps something of an import, in the order it was asked.
    pub(super) fn keep_import(&self, work: Work) {
        if self.imports.send(work).is_err() {
            tracing::error!("the keeper of imports is gone; an import was not kept");
        }
    }

    pub(super) fn read(&mut self, ticket: Ticket, text: Arc<str>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let keeper = self.imports.clone();
        let task = tokio::spawn(async move {
            let clock = Clock::start();
            let reply = match services.matcher(&viewer).await {
                Ok(matcher) => match reading(text, matcher).await {
                    Some(draft) => Reply::Read(ticket, Box::new(draft)),
                    None => Reply::Failed(Some(ticket), Message::new("error-read-broke")),
                },
                Err(error) => Reply::Failed(Some(ticket), error.message()),
            };
            let took = u32::try_from(clock.elapsed().as_millis()).unwrap_or(u32::MAX);
            // without a keeper there is nothing to note it for
            let _ = keeper.send(Work::Read(took));
            send(&replies, reply).await;
        });
        replace(&mut self.reading, task);
    }

    pub(super) fn read_rows(&self, ticket: Ticket, text: Arc<str>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        tokio::spawn(async move {
            let reply = match services.matcher(&viewer).await {
                Ok(matcher) => Reply::Rows(ticket, read_rows(&text, &matcher)),
                Err(error) => Reply::Failed(Some(ticket), error.message()),
            };
            send(&replies, reply).await;
        });
    }

    pub(super) fn fetch_draft(&self, ticket: Ticket) {
        self.answer(ticket, |services, viewer| async move {
            let begun = begun(&services, &viewer).await?;
            Ok(Reply::Draft(ticket, begun.map(Box::new)))
        });
    }

    pub(super) fn open_file(&mut self, ticket: Ticket, path: String) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let task = tokio::spawn(async move {
            imports::open(&services, &viewer, ticket, path, &replies).await;
        });
        replace(&mut self.reading, task);
    }

    pub(super) fn place(&mut self, ticket: Ticket, placings: Vec<Placing>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            let reply = match place(&services.store, &viewer, placings).await {
                Ok((new, all)) => Reply::Placed(ticket, new, all),
                Err(error) => Reply::Failed(Some(ticket), error.message()),
            };
            send(&replies, reply).await;
        });
    }

    pub(super) fn archive(&mut self, units: Vec<UnitId>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            for unit in units {
                if let Err(error) = services.store.archive_unit(&viewer, &unit).await {
                    send(&replies, Reply::Failed(None, error.message())).await;
                }
            }
        });
    }

    pub(super) fn add_exercise(&mut self, exercise: Exercise) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            if let Err(error) = services.store.put_exercise(&viewer, &exercise).await {
                send(&replies, Reply::Failed(None, error.message())).await;
            }
        });
    }

    pub(super) fn list_taught(&self, ticket: Ticket) {
        self.answer(ticket, |services, viewer| async move {
            let names = services.store.taught_names(&viewer).await?;
            Ok(Reply::Taught(ticket, names.into_iter().map(card).collect()))
        });
    }

    pub(super) fn forget(&mut self, key: String, teach: Teach) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let reach = if teach == Teach::Club { Reach::Club } else { Reach::Coach };
        self.keep(async move {
            if let Err(error) = services.store.forget_alias(&viewer, &key, reach).await {
                send(&replies, Reply::Failed(None, error.message())).await;
            }
        });
    }

    pub(super) fn import_statistics(&self, ticket: Ticket) {
        self.answer(ticket, |services, viewer| async move {
            let logged = services.store.imports(&viewer, None).await?;
            let found = imports::statistics(&logged, None);
            Ok(Reply::ImportStatistics(ticket, Box::new(found)))
        });
    }
}

fn card(taught: TaughtName) -> TaughtCard {
    let line = match taught.alias.origin {
        AliasOrigin::Hand => None,
        AliasOrigin::Import { line, .. } => line,
    };
    TaughtCard {
        name: taught.alias.name,
        key: taught.alias.key,
        exercise: taught.alias.exercise,
        teach: match taught.alias.reach {
            Reach::Coach => Teach::Coach,
            Reach::Club => Teach::Club,
        },
        author: taught.author.to_string(),
        date: taught.taught.to_zoned(TimeZone::system()).date(),
        line,
        uses: taught.uses,
    }
}
