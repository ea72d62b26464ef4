//! The tasks of one session: each effect becomes one, and its answer one reply. A task for a
//! ranking replaces the one before; a task for a job is dropped to cancel it.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::imports::{self, Work};
use super::ponder::{self, Question};
use super::saver;
use super::watch::Watch;
use super::{Desk, Services, desk};
use crate::app::effect::{Asked, Place};
use crate::app::{Effect, Reply, Ticket};
use crate::domain::{Explain, JobId, Owner, Unit, UnitId, Viewer};
use crate::retrieval;
use crate::store::StoreError;

/// Replies that may wait for the session before tasks have to.
const REPLIES: usize = 256;

/// Carries the effects of one session out.
#[derive(Debug)]
pub struct Runtime {
    pub(super) services: Services,
    pub(super) viewer: Viewer,
    pub(super) replies: mpsc::Sender<Reply>,
    saver: mpsc::UnboundedSender<saver::Work>,
    saving: JoinHandle<()>,
    pub(super) imports: mpsc::UnboundedSender<Work>,
    importing: JoinHandle<()>,
    pub(super) ranking: Option<JoinHandle<()>>,
    ranking_turn: Arc<tokio::sync::Mutex<()>>,
    pub(super) listing: Option<JoinHandle<()>>,
    pub(super) comparing: Option<JoinHandle<()>>,
    pub(super) reading: Option<JoinHandle<()>>,
    pub(super) judging: Option<JoinHandle<()>>,
    pub(super) asking: Option<JoinHandle<()>>,
    pub(super) jobs: HashMap<JobId, JoinHandle<()>>,
    keeping: Vec<JoinHandle<()>>,
    watch: Option<Watch>,
}

impl Runtime {
    /// A runtime for a session, and where its replies arrive. Must be called within tokio.
    #[must_use]
    pub fn new(services: Services, viewer: Viewer) -> (Self, mpsc::Receiver<Reply>) {
        let (replies, received) = mpsc::channel(REPLIES);
        let (saver, work) = mpsc::unbounded_channel();
        let saving =
            tokio::spawn(saver::run(services.store.clone(), viewer.clone(), work, replies.clone()));
        let (imports, begun) = mpsc::unbounded_channel();
        let importing =
            tokio::spawn(imports::run(services.clone(), viewer.clone(), begun, replies.clone()));
        let runtime = Self {
            services,
            viewer,
            replies,
            saver,
            saving,
            imports,
            importing,
            ranking: None,
            ranking_turn: Arc::default(),
            listing: None,
            comparing: None,
            reading: None,
            judging: None,
            asking: None,
            jobs: HashMap::new(),
            keeping: Vec::new(),
            watch: None,
        };
        (runtime, received)
    }

    /// Tells the saver of the unit that lies on the desk already.
    pub fn begin(&self, desk: &mut Desk) {
        if let Some((unit, entries)) = desk.entries.take() {
            self.hand_over(saver::Work::Opened(unit, entries));
        }
    }

    /// Tells the session of what others commit after `seen`, a [`Store::commits_elsewhere`].
    ///
    /// [`Store::commits_elsewhere`]: crate::store::Store::commits_elsewhere
    pub fn watch(&mut self, seen: u64) {
        self.watch = Watch::start(self.services.store.clone(), seen, self.replies.clone());
    }

    fn hand_over(&self, work: saver::Work) {
        if self.saver.send(work).is_err() {
            tracing::error!("the saver is gone; a change was not written");
        }
    }

    /// Carries an effect out. [`Effect::Redraw`] and [`Effect::Leave`] are the session's own.
    pub fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::LoadShelf => self.load_shelf(),
            Effect::OpenOwner(ticket, owner) => self.open_owner(ticket, owner),
            Effect::OpenUnit(ticket, unit) => self.open_unit(ticket, unit),
            Effect::OpenProgram(ticket, program) => self.open_program(ticket, program),
            Effect::ListPlans(ticket) => self.list_plans(ticket),
            Effect::ListOwners(ticket) => self.list_owners(ticket),
            Effect::ListJobs => self.list_jobs(),
            Effect::Save(change, base) => self.hand_over(saver::Work::Change(change, base)),
            Effect::Refresh(unit) => self.hand_over(saver::Work::Refresh(unit)),
            Effect::Create(ticket, unit) => self.create(ticket, unit),
            Effect::Suggest(ticket, asked) => self.suggest(ticket, asked),
            Effect::Rerank(ticket, to_rank) => self.rerank(ticket, to_rank),
            Effect::StopRerank => self.stop_rerank(),
            Effect::Ask(ticket, to_ask) => self.ask_model(ticket, to_ask),
            Effect::StopAsking => self.stop_asking(),
            Effect::FetchCost(ticket) => self.fetch_cost(ticket),
            Effect::Explain(ticket, asked, exercises) => {
                self.ponder(Question::Explain(ticket, asked, exercises));
            }
            Effect::Propose(ticket, ask) => self.ponder(Question::Propose(ticket, ask)),
            Effect::ReadText(ticket, text) => self.read(ticket, text),
            Effect::ReadRows(ticket, text) => self.read_rows(ticket, text),
            Effect::FetchDraft(ticket) => self.fetch_draft(ticket),
            Effect::OpenFile(ticket, path) => self.open_file(ticket, path),
            Effect::KeepText(text) => self.keep_import(Work::Text(text)),
            Effect::KeepReview(id, decisions) => self.keep_import(Work::Review(id, decisions)),
            Effect::DropImport(id) => self.keep_import(Work::Drop(id)),
            Effect::EndImport(ending) => self.keep_import(Work::End(ending)),
            Effect::Place(ticket, placings) => self.place(ticket, placings),
            Effect::Archive(units) => self.archive(units),
            Effect::AddExercise(exercise) => self.add_exercise(*exercise),
            Effect::ListTaught(ticket) => self.list_taught(ticket),
            Effect::Forget(key, teach) => self.forget(key, teach),
            Effect::ImportStatistics(ticket) => self.import_statistics(ticket),
            Effect::AskToGenerate(ticket, request, sending) => {
                self.ask_to_generate(ticket, request, sending);
            }
            Effect::Generate(request, id) => self.generate(*request, id),
            Effect::Resume(id) => self.resume(id),
            Effect::Anew(id, weeks, wish) => self.anew(id, weeks, wish),
            Effect::Cancel(id) => self.cancel(id),
            Effect::OpenOffer(ticket, job) => self.open_offer(ticket, job),
            Effect::DecideOffer(job, decision) => self.decide_offer(job, *decision),
            Effect::PutBack(job, kept) => self.put_back(job, kept.0, kept.1),
            Effect::Remember(place) => self.remember(*place),
            Effect::Library(effect) => self.library(*effect),
            Effect::Lint(ticket, judged) => self.lint(ticket, judged),
            Effect::Apply(edits) => self.apply(edits),
            Effect::Athletes(ticket) => self.answer(ticket, |services, viewer| async move {
                Ok(Reply::Athletes(ticket, services.store.athletes(&viewer).await?))
            }),
            Effect::Copy(text) => self.copy(text),
            Effect::Redraw | Effect::Leave => {}
        }
    }

    /// Waits until everything handed over is on disk. What else runs is dropped; jobs keep their
    /// finished weeks and can be resumed.
    pub async fn finish(self) {
        drop(self.watch);
        let asked = [self.ranking, self.reading, self.listing, self.comparing, self.asking];
        for task in self.jobs.into_values().chain(asked.into_iter().flatten()) {
            task.abort();
        }
        for task in self.keeping {
            // A task that panicked has been logged; there is nothing left to do for it.
            let _ = task.await;
        }
        drop(self.saver);
        drop(self.imports);
        drop(self.replies);
        let _ = self.saving.await;
        let _ = self.importing.await;
    }

    /// Runs a fetch whose failure is told with its ticket.
    pub(super) fn answer<F, R>(&self, ticket: Ticket, fetch: F)
    where
        F: FnOnce(Services, Viewer) -> R,
        R: Future<Output = Result<Reply, StoreError>> + Send + 'static,
    {
        let answer = fetch(self.services.clone(), self.viewer.clone());
        let replies = self.replies.clone();
        tokio::spawn(async move {
            let reply = match answer.await {
                Ok(reply) => reply,
                Err(error) => Reply::Failed(Some(ticket), error.message()),
            };
            send(&replies, reply).await;
        });
    }

    fn load_shelf(&self) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        tokio::spawn(async move {
            let reply = match services.shelf(&viewer).await {
                Ok(shelf) => Reply::Shelf(shelf),
                Err(error) => Reply::Failed(None, error.message()),
            };
            send(&replies, reply).await;
        });
    }

    fn open_owner(&self, ticket: Ticket, owner: Owner) {
        self.answer(ticket, |services, viewer| async move {
            let trainee = desk::trainee(&services.store, &viewer, &owner).await?;
            Ok(Reply::Owner(ticket, Box::new(trainee)))
        });
    }

    fn open_unit(&self, ticket: Ticket, unit: UnitId) {
        let saver = self.saver.clone();
        self.answer(ticket, |services, viewer| async move {
            let (fetched, entries) = saver::fetch(&services.store, &viewer, &unit).await?;
            // The saver must know the journal before any edit of the unit reaches it.
            let _ = saver.send(saver::Work::Opened(unit, entries));
            Ok(Reply::Unit(ticket, Box::new(fetched)))
        });
    }

    fn create(&mut self, ticket: Ticket, unit: Box<Unit>) {
        let saver = self.saver.clone();
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            let id = unit.id.clone();
            let made = async {
                services.store.add_unit(&viewer, &unit).await?;
                saver::fetch(&services.store, &viewer, &id).await
            };
            let reply = match made.await {
                Ok((fetched, entries)) => {
                    let _ = saver.send(saver::Work::Opened(id, entries));
                    Reply::Unit(ticket, Box::new(fetched))
                }
                Err(error) => Reply::Failed(Some(ticket), error.message()),
            };
            send(&replies, reply).await;
        });
    }

    fn suggest(&mut self, ticket: Ticket, asked: Box<Asked>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let turn = self.ranking_turn.clone();
        let task = tokio::spawn(async move {
            let Ok(shelf) = services.shelf(&viewer).await else { return };
            // one at a time: whoever waits when a newer question comes is never asked
            let turn = turn.lock_owned().await;
            let ranked = tokio::task::spawn_blocking(move || {
                let _until_the_end = turn;
                retrieval::suggest(&shelf.index, &asked.pack, &asked.request)
            });
            if let Ok(suggestions) = ranked.await {
                send(&replies, Reply::Suggested(ticket, Box::new(suggestions))).await;
            }
        });
        replace(&mut self.ranking, task);
    }

    fn ponder(&self, question: Question) {
        let (services, viewer) = (self.services.clone(), self.viewer.clone());
        ponder::answer(question, services, viewer, self.replies.clone());
    }

    fn remember(&mut self, place: Place) {
        let (services, viewer) = (self.services.clone(), self.viewer.clone());
        self.keep(async move {
            if let Err(error) = desk::remember(&services.store, &viewer, &place).await {
                tracing::warn!(%error, "the place could not be remembered");
            }
        });
    }

    /// A task that is awaited before the session ends.
    pub(super) fn keep(&mut self, task: impl Future<Output = ()> + Send + 'static) {
        self.keeping.retain(|task| !task.is_finished());
        self.keeping.push(tokio::spawn(task));
    }
}

pub(super) async fn send(replies: &mpsc::Sender<Reply>, reply: Reply) {
    if replies.send(reply).await.is_err() {
        tracing::debug!("a reply came after the session had ended");
    }
}

/// Puts a newer task in place of one whose answer nobody wants any more.
pub(super) fn replace(place: &mut Option<JoinHandle<()>>, task: JoinHandle<()>) {
    if let Some(old) = place.replace(task) {
        old.abort();
    }
}
