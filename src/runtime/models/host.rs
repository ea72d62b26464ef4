//! What the client asks of this process: the clock, chance, variables, money spent, and a task
//! that writes ledger and transcripts so that no call waits for a disk.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio::sync::{mpsc, oneshot};

use crate::config::Environment;
use crate::domain::Viewer;
use crate::llm::{Exchanged, Host, LlmSettings, ProviderKind, Record, Spent, transcript};
use crate::runtime::clock;
use crate::store::{ModelCall, Store};

use super::beginnings::Beginnings;

/// The host of a running program.
#[derive(Debug)]
pub(super) struct RunningHost {
    environment: Environment,
    store: Store,
    folder: Option<PathBuf>,
    work: mpsc::UnboundedSender<Work>,
    seed: u64,
    count: AtomicU32,
}

/// What the writing task is given.
#[derive(Debug)]
enum Work {
    Note(Box<Viewer>, Box<ModelCall>),
    Keep(Vec<(String, String)>),
    Flush(oneshot::Sender<()>),
}

impl RunningHost {
    pub(super) fn start(
        environment: &Environment,
        store: Store,
        folder: Option<PathBuf>,
        days: u32,
    ) -> Self {
        let (work, queue) = mpsc::unbounded_channel();
        let folder = folder.filter(|_| days > 0);
        tokio::spawn(write(store.clone(), folder.clone(), days, queue));
        Self {
            environment: environment.clone(),
            store,
            folder,
            work,
            seed: clock::seed(),
            count: AtomicU32::new(0),
        }
    }

    /// A replay without an address of its own reads the transcripts of this program.
    pub(super) fn name_recordings(&self, settings: &mut LlmSettings) {
        let Some(folder) = &self.folder else { return };
        for provider in settings.providers.values_mut() {
            if provider.kind == ProviderKind::Replay && provider.base_url.is_none() {
                provider.base_url = Some(folder.display().to_string());
            }
        }
    }

    /// Waits until everything handed over is written.
    pub(super) async fn flush(&self) {
        let (done, written) = oneshot::channel();
        if self.work.send(Work::Flush(done)).is_ok() {
            // an error means that the task is gone, and with it whatever waited
            let _ = written.await;
        }
    }

    fn hand_over(&self, work: Work) {
        if self.work.send(work).is_err() {
            tracing::error!("the ledger's task is gone; a call was not recorded");
        }
    }
}

impl Host for RunningHost {
    fn now(&self) -> Timestamp {
        clock::now()
    }

    fn chance(&self) -> f64 {
        (clock::seed() % 1_000) as f64 / 1_000.0
    }

    fn fresh_id(&self) -> String {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        format!("e{:06x}-{count}", self.seed & 0xff_ffff)
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.environment.get(name).map(str::to_owned)
    }

    fn spent<'a>(&'a self, viewer: &'a Viewer) -> BoxFuture<'a, Spent> {
        Box::pin(async move {
            // calls that have just ended count
            self.flush().await;
            let now = clock::now();
            let at = Beginnings::at(now, TimeZone::system());
            match self.store.model_spending(viewer, at.day, at.month, at.hour).await {
                Ok(spent) => Spent {
                    today: spent.today,
                    month: spent.month,
                    parses: spent.parses,
                    next_parse_in: spent.oldest_parse.map_or(0, |oldest| {
                        let age = now.duration_since(oldest).as_secs().clamp(0, 3_600);
                        (3_600 - age).unsigned_abs().div_ceil(60) as u32
                    }),
                },
                Err(error) => {
                    // without figures no limit can be held, so the limits are taken as reached
                    tracing::error!(%error, "what was spent cannot be read");
                    Spent { today: f64::MAX, month: f64::MAX, parses: u32::MAX, next_parse_in: 0 }
                }
            }
        })
    }

    fn note(&self, record: &Record) {
        self.hand_over(Work::Note(Box::new(record.viewer.clone()), Box::new(call_of(record))));
    }

    fn keep(&self, exchanged: &Exchanged<'_>) {
        if self.folder.is_some() {
            self.hand_over(Work::Keep(transcript::files(exchanged, &self.fresh_id())));
        }
    }
}

fn call_of(record: &Record) -> ModelCall {
    let millis = |time: std::time::Duration| time.as_millis() as u64;
    ModelCall {
        at: record.at,
        role: record.role.name().to_owned(),
        job: record.job.as_ref().map(ToString::to_string),
        provider: record.provider.clone(),
        kind: record.kind.name().to_owned(),
        model: record.model.clone(),
        prompt: record.prompt.name.clone(),
        prompt_hash: record.prompt.hash.clone(),
        forked: record.forked,
        outcome: record.outcome.to_owned(),
        error: record.error.clone(),
        retries: record.retries,
        usage: record.meter.usage,
        bytes_out: record.meter.bytes_out,
        bytes_in: record.meter.bytes_in,
        first_ms: record.meter.first.map(millis),
        total_ms: millis(record.total),
        price: record.price,
    }
}

async fn write(
    store: Store,
    folder: Option<PathBuf>,
    days: u32,
    mut queue: mpsc::UnboundedReceiver<Work>,
) {
    let mut pruned = false;
    while let Some(work) = queue.recv().await {
        match work {
            Work::Note(viewer, call) => {
                if let Err(error) = store.note_model_call(&viewer, *call).await {
                    tracing::error!(%error, "a call could not be written into the ledger");
                }
            }
            Work::Keep(files) => {
                let Some(folder) = folder.clone() else { continue };
                let prune = !std::mem::replace(&mut pruned, true);
                let now = clock::now().into();
                let written = tokio::task::spawn_blocking(move || {
                    if prune {
                        transcript::prune(&folder, days, now)?;
                    }
                    transcript::write(&folder, &files)
                });
                match written.await {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => tracing::warn!(%error, "a transcript could not be written"),
                    Err(error) => tracing::error!(%error, "writing a transcript broke"),
                }
            }
            Work::Flush(done) => {
                // nobody waits any more: as good
                let _ = done.send(());
            }
        }
    }
}
