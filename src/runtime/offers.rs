//! Generated plans before their coach: fetched, decided on, made again in part.

use std::collections::BTreeSet;

use tokio::sync::mpsc;

use super::tasks::{Runtime, send};
use super::{Services, jobs};
use crate::app::offer::{Decision, Offer, Record};
use crate::app::{Reply, Ticket};
use crate::domain::{Explain, JobId, Message, Viewer, Week};
use crate::generation::Job;
use crate::store::{OfferDecision, Offered, StoreError, StoredOffer, WeekExists};

impl Runtime {
    /// Fetches what a job made.
    pub(super) fn open_offer(&self, ticket: Ticket, job: JobId) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        tokio::spawn(async move {
            let reply = match fetch(&services, &viewer, ticket, &job).await {
                Ok(reply) => reply,
                Err(message) => Reply::Failed(Some(ticket), message),
            };
            send(&replies, reply).await;
        });
    }

    /// Carries a decision out. A unit that was taken is opened then.
    pub(super) fn decide_offer(&mut self, job: JobId, decision: Decision) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            let store = &services.store;
            let known = store.offered(&viewer, &job).await.ok().flatten();
            let unit = known.and_then(|known| match known.plan {
                Offered::Unit(unit) => Some(unit).filter(|unit| decision.taken.contains(unit)),
                _ => None,
            });
            let columns = OfferDecision {
                record: written(&decision.record),
                taken: decision.taken,
                given_back: decision.given_back,
                closed: decision.closed,
            };
            match (store.decide_offer(&viewer, &job, &columns).await, unit) {
                (Ok(()), Some(unit)) => send(&replies, Reply::UnitMade(unit)).await,
                (Ok(()), None) => {}
                (Err(error), _) => {
                    let message = match error {
                        StoreError::Conflict { current } => Message::new("offer-worked-on")
                            .with("title", current.document.title.as_str()),
                        error => error.message(),
                    };
                    send(&replies, Reply::OfferRefused(job, message)).await;
                }
            }
        });
    }

    /// Puts a week back as it was before it was made again.
    pub(super) fn put_back(&mut self, job: JobId, week: Week, record: Record) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            let store = &services.store;
            let put = async {
                let known = store.offered(&viewer, &job).await?;
                if let Some(StoredOffer { plan: Offered::Program(program), .. }) = known {
                    store.save_week(&viewer, &program, &week, WeekExists::Replace).await?;
                }
                store.note_offer(&viewer, &job, &written(&record)).await
            };
            if let Err(error) = put.await {
                send(&replies, Reply::OfferRefused(job, error.message())).await;
            }
        });
    }

    /// Makes weeks again, after what they are now was kept.
    pub(super) fn anew(&mut self, id: JobId, weeks: BTreeSet<u16>, wish: String) {
        let (services, viewer) = (self.services.clone(), self.viewer.clone());
        let (wanted, asked) = (id.clone(), weeks.clone());
        let job = async move {
            let mut job = jobs::known(&services.store, &viewer, &wanted).await?;
            keep_former(&services, &viewer, &job, &asked).await?;
            job.request.anew = wish;
            Ok(job)
        };
        self.run_job(id, job, weeks);
    }

    /// Tells of what earlier sessions left undecided.
    pub(super) async fn waiting(
        services: &Services,
        viewer: &Viewer,
        replies: &mpsc::Sender<Reply>,
    ) -> Result<(), StoreError> {
        for offer in services.store.offers(viewer).await? {
            // what still runs, or broke off, is told of as a job
            if let Ok(job) = jobs::known(&services.store, viewer, &offer.job).await
                && job.status == crate::generation::JobStatus::Done
                && offer.plan != Offered::Nothing
            {
                send(replies, Reply::Waiting(Box::new(job))).await;
            }
        }
        Ok(())
    }
}

async fn fetch(
    services: &Services,
    viewer: &Viewer,
    ticket: Ticket,
    id: &JobId,
) -> Result<Reply, Message> {
    let store = &services.store;
    let said = |error: StoreError| error.message();
    let job = jobs::known(store, viewer, id).await.map_err(|error| error.message())?;
    let known = store.offered(viewer, id).await.map_err(said)?;
    let Some(StoredOffer { plan, closed, record, .. }) = known else {
        // made where nobody reviews: it is among the plans
        let program = job.program.ok_or_else(|| Message::new("why-not-no-result"))?;
        let program = store.program(viewer, &program).await.map_err(said)?;
        return Ok(Reply::Program(ticket, Box::new(program)));
    };
    match plan {
        Offered::Nothing => Err(Message::new("why-not-no-result")),
        Offered::Unit(unit) => {
            let unit = store.unit(viewer, &unit).await.map_err(said)?.document;
            Ok(Reply::UnitOffer(id.clone(), Box::new(unit)))
        }
        Offered::Program(program) => {
            let program = store.whole_program(viewer, &program).await.map_err(said)?;
            let lines = store.job_log(viewer, id).await.map_err(said)?;
            let record = read(&record);
            let earlier = match &program.provenance.version_of {
                // one that is gone is not held against it
                Some(earlier) => store.whole_program(viewer, earlier).await.ok().map(Box::new),
                None => None,
            };
            let offer = Offer { job, program, closed, record, lines, earlier };
            Ok(Reply::Offer(ticket, Box::new(offer)))
        }
    }
}

/// Keeps the weeks as they are, before they are made again.
async fn keep_former(
    services: &Services,
    viewer: &Viewer,
    job: &Job,
    weeks: &BTreeSet<u16>,
) -> Result<(), jobs::JobError> {
    let store = &services.store;
    let Some(known) = store.offered(viewer, &job.id).await? else { return Ok(()) };
    let Offered::Program(program) = &known.plan else { return Ok(()) };
    let program = store.whole_program(viewer, program).await?;
    let mut record = read(&known.record);
    for week in program.weeks.into_iter().filter(|week| weeks.contains(&week.index)) {
        if week.units.iter().any(Offer::has_taken) {
            return Err(jobs::JobError::Taken(week.index));
        }
        record.former.insert(week.index, week);
    }
    store.note_offer(viewer, &job.id, &written(&record)).await?;
    Ok(())
}

fn written(record: &Record) -> String {
    serde_json::to_string(record).unwrap_or_default()
}

/// A record nobody can read any more counts as empty: it is a convenience.
fn read(record: &str) -> Record {
    serde_json::from_str(record).unwrap_or_default()
}
