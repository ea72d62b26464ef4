//! The model: an HTTP server that answers with plans the offline planner wrote, in the form of
//! the line, and counts what it is asked.

pub(crate) mod answers;
mod serve;
mod wire;

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::Value;

pub(crate) use answers::Answers;
use serve::Shared;

/// What a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Asked {
    /// A base, or a conversation told again.
    Base,
    /// The outline of a program, or a single unit.
    Outline,
    /// A unit in prose.
    Prose,
    /// A week.
    Week(u16),
}

/// What the server does instead of answering well.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// A status and a body.
    Status(u16, &'static str),
    /// Another answer.
    Says(String),
    /// The answer breaks off in the middle.
    BreaksOff,
    /// Every conversation that is kept is forgotten before this request is looked at.
    Forgets,
}

/// A request, as the server counted it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) asked: Asked,
    pub(crate) status: u16,
    pub(crate) input: usize,
    pub(crate) cached: usize,
    pub(crate) output: usize,
    pub(crate) bytes: usize,
    pub(crate) body: Value,
}

/// Decides about a request: what is asked, and how often that was asked before.
pub(crate) type Script = dyn Fn(Asked, usize) -> Option<Fault> + Send + Sync;

/// How the server answers.
pub(crate) struct Manner {
    pub(crate) script: Box<Script>,
    /// Weeks wait for each other in groups of this many, which shows how many come at once.
    pub(crate) together: usize,
    /// How long an answer takes from the first byte of the request to the last of the answer.
    pub(crate) latency: Duration,
}

impl Default for Manner {
    fn default() -> Self {
        Self { script: Box::new(|_, _| None), together: 0, latency: Duration::ZERO }
    }
}

#[derive(Default)]
struct State {
    seen: Vec<Seen>,
    counts: BTreeMap<Asked, usize>,
    kept: BTreeMap<String, String>,
    prefixes: Vec<Vec<u32>>,
    ids: usize,
    waiting: usize,
    left: usize,
    waves: Vec<usize>,
}

pub(crate) struct Model {
    pub(crate) url: String,
    shared: Arc<Shared>,
}

impl Model {
    /// A model that answers well.
    pub(crate) fn start(answers: Answers) -> Self {
        Self::with(answers, Manner::default())
    }

    pub(crate) fn with(answers: Answers, manner: Manner) -> Self {
        Self::at("127.0.0.1:0", answers, manner)
    }

    pub(crate) fn at(address: &str, answers: Answers, manner: Manner) -> Self {
        let listener = TcpListener::bind(address).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let left = match &answers {
            Answers::Given(plan) => plan.weeks.len(),
            Answers::Improvised => 12,
        };
        let shared = Arc::new(Shared {
            state: Mutex::new(State { left, ..State::default() }),
            changed: Condvar::new(),
            answers,
            manner,
            tokens: tiktoken_rs::o200k_base_singleton(),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for connection in listener.incoming() {
                let Ok(stream) = connection else { return };
                let shared = Arc::clone(&serving);
                thread::spawn(move || shared.serve(stream));
            }
        });
        Self { url, shared }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.shared.state.lock().unwrap().seen.clone()
    }

    /// Forgets every conversation that is kept.
    pub(crate) fn forget(&self) {
        self.shared.state.lock().unwrap().kept.clear();
    }

    /// How many weeks were under way together, wave by wave.
    pub(crate) fn waves(&self) -> Vec<usize> {
        self.shared.state.lock().unwrap().waves.clone()
    }

    pub(crate) fn count(&self, asked: Asked) -> usize {
        self.seen().iter().filter(|seen| seen.asked == asked).count()
    }

    /// Waits until so many requests have come.
    pub(crate) fn wait_for(&self, requests: usize) {
        let state = self.shared.state.lock().unwrap();
        let come = |state: &mut State| state.counts.values().sum::<usize>() < requests;
        let (state, timeout) =
            self.shared.changed.wait_timeout_while(state, Duration::from_mins(1), come).unwrap();
        drop(state);
        assert!(!timeout.timed_out(), "fewer than {requests} requests came");
    }

    /// Waits, for as long as it takes, until so many requests were answered.
    pub(crate) fn wait_for_seen(&self, requests: usize) {
        let state = self.shared.state.lock().unwrap();
        let come = |state: &mut State| state.seen.len() < requests;
        drop(self.shared.changed.wait_while(state, come).unwrap());
    }

    /// The weeks that were answered well, each as often as it was.
    pub(crate) fn answered_weeks(&self) -> Vec<u16> {
        let mut weeks: Vec<u16> = self
            .seen()
            .iter()
            .filter(|seen| seen.status == 200)
            .filter_map(|seen| match seen.asked {
                Asked::Week(week) => Some(week),
                _ => None,
            })
            .collect();
        weeks.sort_unstable();
        weeks
    }
}
