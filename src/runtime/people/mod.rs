//! What the people screens ask for outside: who there is and what is known of them, writing them,
//! and the draft for somebody new.

mod known;
mod onboarding;

use std::collections::BTreeSet;

pub use known::{cards, known};
pub use onboarding::{Drafted, request, save};

use super::Runtime;
use super::forms::Work;
use super::tasks::send;
use crate::app::people::{FrameworkCard, PeopleEffect, PeopleReply, Person, Saving};
use crate::app::{Reply, Ticket, log::Tone};
use crate::domain::{Athlete, Explain, JobId};
use crate::generation::Job;
use crate::runtime::jobs;

impl Runtime {
    /// Carries out what the people screens ask for.
    pub(super) fn people(&mut self, effect: PeopleEffect) {
        match effect {
            PeopleEffect::List(ticket) => self.answer(ticket, |services, viewer| async move {
                let cards = cards(&services.store, &viewer).await?;
                let frameworks = services.store.frameworks(&viewer).await?.into_iter();
                let frameworks = frameworks
                    .map(|framework| FrameworkCard { id: framework.id, title: framework.title });
                Ok(reply(PeopleReply::Listed(ticket, cards, frameworks.collect())))
            }),
            PeopleEffect::Know(ticket, owner) => {
                self.answer(ticket, |services, viewer| async move {
                    let known = known(&services.store, &viewer, &owner).await?;
                    Ok(reply(PeopleReply::Known(ticket, Box::new(known))))
                });
            }
            PeopleEffect::Save(ticket, saving) => self.save_person(ticket, *saving),
            PeopleEffect::Archive(ticket, person) => self.archive_person(ticket, *person),
            PeopleEffect::Keep(kind, form) => self.forms.hand_over(Work::Keep(kind, form)),
            PeopleEffect::FetchKept(ticket, kind) => {
                self.forms.hand_over(Work::Fetch(ticket, kind));
            }
            PeopleEffect::Draft(id, athlete) => self.draft(id, *athlete),
        }
    }

    fn save_person(&mut self, ticket: Ticket, saving: Saving) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            let told = match save(&services.store, &viewer, &saving).await {
                Ok(()) => PeopleReply::Saved(ticket, Box::new(saving.person)),
                Err(error) => PeopleReply::Refused(ticket, error.message()),
            };
            send(&replies, reply(told)).await;
        });
    }

    fn archive_person(&mut self, ticket: Ticket, person: Person) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            let (store, viewer) = (&services.store, &viewer);
            let archived = match &person {
                Person::Athlete(athlete) => store.archive_athlete(viewer, &athlete.id).await,
                Person::Group(group) => store.archive_group(viewer, &group.id).await,
            };
            let told = match archived {
                Ok(()) => PeopleReply::Archived(ticket, Box::new(person)),
                Err(error) => PeopleReply::Refused(ticket, error.message()),
            };
            send(&replies, reply(told)).await;
        });
    }

    /// Drafts a program for somebody new; a job like any other.
    fn draft(&mut self, id: JobId, athlete: Athlete) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let known = id.clone();
        let job = async move {
            let models = services.models();
            let Drafted { request, note } =
                request(models, &viewer, &athlete, services.after_onboarding).await;
            if let Some(note) = note {
                send(&replies, Reply::Told(Tone::Plain, note)).await;
            }
            let engine = request.engine.id();
            let job = Job::new(known, request, engine);
            jobs::add(&services.store, &viewer, &job).await?;
            // nobody has looked at it yet
            services.store.offer(&viewer, &job.id).await?;
            Ok(job)
        };
        self.run_job(id, job, BTreeSet::new());
    }
}

fn reply(reply: PeopleReply) -> Reply {
    Reply::People(Box::new(reply))
}
