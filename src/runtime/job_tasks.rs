//! The jobs of one session: each a task, told of step by step, dropped to stop it.

use std::collections::BTreeSet;

use tokio::sync::mpsc;

use super::sending::{Gate, gate, page_of};
use super::tasks::{Runtime, send};
use super::{Services, clock, engines, jobs};
use crate::app::effect::Sending;
use crate::app::{Reply, Ticket};
use crate::domain::{Explain, IdSource, JobId, Message, Viewer};
use crate::generation::{Job, ProgressEvent, Request};
use crate::llm::Role;

impl Runtime {
    /// Tells of jobs that stopped half-way, and of what waits for a decision.
    pub(super) fn list_jobs(&self) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        tokio::spawn(async move {
            match jobs::stopped(&services.store, &viewer).await {
                Ok(stopped) => {
                    for job in stopped {
                        send(&replies, Reply::Stopped(Box::new(job))).await;
                    }
                }
                Err(error) => send(&replies, Reply::Failed(None, error.message())).await,
            }
            if let Err(error) = Self::waiting(&services, &viewer, &replies).await {
                send(&replies, Reply::Failed(None, error.message())).await;
            }
        });
    }

    /// Asks whether a model may be told of whoever a plan is for; shows what would be sent first.
    pub(super) fn ask_to_generate(&self, ticket: Ticket, request: Box<Request>, sending: Sending) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        tokio::spawn(async move {
            let asked = ask(&services, &viewer, ticket, *request, sending).await;
            let reply = asked.unwrap_or_else(|message| Reply::Failed(Some(ticket), message));
            send(&replies, reply).await;
        });
    }

    /// Starts a generation whose plan is looked at before it counts.
    pub(super) fn generate(&mut self, request: Request, id: JobId) {
        let engine = request.engine.id();
        let job = Job::new(id, request, engine);
        let (services, viewer) = (self.services.clone(), self.viewer.clone());
        let added = {
            let job = job.clone();
            async move {
                jobs::add(&services.store, &viewer, &job).await?;
                // what is made on a screen is looked at before it counts
                services.store.offer(&viewer, &job.id).await?;
                Ok(job)
            }
        };
        self.run_job(job.id, added, BTreeSet::new());
    }

    /// Goes on with a job from what is there.
    pub(super) fn resume(&mut self, id: JobId) {
        let (services, viewer) = (self.services.clone(), self.viewer.clone());
        let wanted = id.clone();
        let job = async move { jobs::known(&services.store, &viewer, &wanted).await };
        self.run_job(id, job, BTreeSet::new());
    }

    /// Runs a job, with some weeks made again.
    pub(super) fn run_job(
        &mut self,
        id: JobId,
        job: impl Future<Output = Result<Job, jobs::JobError>> + Send + 'static,
        anew: BTreeSet<u16>,
    ) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let known = id.clone();
        let task = tokio::spawn(async move {
            if let Err(error) = work(&services, &viewer, job, &anew, &replies).await {
                send(&replies, Reply::JobFailed(known, error.message())).await;
            }
        });
        self.jobs.retain(|_, task| !task.is_finished());
        self.jobs.insert(id, task);
    }

    /// Stops a job.
    pub(super) fn cancel(&mut self, id: JobId) {
        if let Some(task) = self.jobs.remove(&id) {
            task.abort();
        }
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            match services.store.cancel_job(&viewer, &id).await {
                Ok(()) => send(&replies, Reply::Cancelled(id)).await,
                Err(error) => send(&replies, Reply::Failed(None, error.message())).await,
            }
        });
    }
}

/// Runs one job and tells the session of each step.
async fn work(
    services: &Services,
    viewer: &Viewer,
    job: impl Future<Output = Result<Job, jobs::JobError>>,
    anew: &BTreeSet<u16>,
    replies: &mpsc::Sender<Reply>,
) -> Result<(), jobs::JobError> {
    let job = job.await?;
    let id = job.id.clone();
    send(replies, Reply::JobKnown(Box::new(job.clone()))).await;
    let shelf = match services.shelf(viewer).await {
        Ok(shelf) => shelf,
        Err(error) => {
            send(replies, Reply::JobFailed(id, error.message())).await;
            return Ok(());
        }
    };
    let engine =
        engines::engine(services.shared_models(), &services.store, viewer, &shelf.library, &job)
            .await?;
    // The channel to the session is bounded, and saving must not wait for drawing.
    let (told, mut telling) = mpsc::unbounded_channel::<ProgressEvent>();
    let forward = {
        let (replies, id) = (replies.clone(), id.clone());
        tokio::spawn(async move {
            while let Some(event) = telling.recv().await {
                send(&replies, Reply::Progress(id.clone(), Box::new(event))).await;
            }
        })
    };
    let outcome = jobs::run_anew(&services.store, viewer, job, engine, anew, |event, _| {
        let _ = told.send(event.clone());
    })
    .await;
    drop(told);
    let _ = forward.await;
    match outcome? {
        jobs::Outcome::Unit(unit) => {
            if services.store.offered(viewer, &id).await?.is_none() {
                send(replies, Reply::UnitMade(unit)).await;
                return Ok(());
            }
            services.store.offer_unit(viewer, &id, &unit).await?;
            let unit = services.store.unit(viewer, &unit).await?.document;
            send(replies, Reply::UnitOffer(id, Box::new(unit))).await;
        }
        jobs::Outcome::Program(_) | jobs::Outcome::Failed(_) => {}
    }
    Ok(())
}

async fn ask(
    services: &Services,
    viewer: &Viewer,
    ticket: Ticket,
    request: Request,
    sending: Sending,
) -> Result<Reply, Message> {
    let owner = request.owner.clone();
    let models = services.models();
    match gate(models, viewer, (Role::Generate, &owner), sending).await? {
        Gate::Send => Ok(Reply::MayGenerate(ticket)),
        Gate::Never => Ok(Reply::Refused(ticket, owner)),
        Gate::Ask | Gate::Show => {
            let who = request.profile.name().to_owned();
            let shelf = services.shelf(viewer).await.map_err(|error| error.message())?;
            let id = IdSource::new(clock::seed()).job();
            let preview = engines::preview(services, viewer, &shelf.library, id, request).await?;
            let page = page_of(Role::Generate, &preview, Some(who));
            Ok(Reply::WouldSend(ticket, Box::new(page)))
        }
    }
}
