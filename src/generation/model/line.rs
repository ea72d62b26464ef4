//! A conversation that many requests fork from. Where the provider keeps it, its name stands in
//! for its words; when the provider lost it, it is told once more, by whoever notices first.

use tokio::sync::Mutex;

use crate::domain::JobId;
use crate::llm::{
    Answer, Ask, Class, Complaint, Failure, Output, Preview, PromptId, Request, Role, Tell, Turn,
};

use super::backing::Backing;
use super::base::BaseText;
use super::whom::Whom;

/// What is new about a fork.
pub(super) struct Fork {
    /// What is asked.
    pub(super) text: String,
    /// The form of the answer.
    pub(super) output: Output,
    /// Longest answer in tokens.
    pub(super) max_tokens: u32,
    /// Tokens it will probably take.
    pub(super) expected: u32,
    /// The prompt it was made from.
    pub(super) prompt: PromptId,
}

/// A conversation to fork from.
pub(super) struct Line<'a> {
    base: &'a BaseText,
    turns: Vec<Turn>,
    remote: Mutex<Remote>,
    whom: &'a Whom,
}

/// Where the provider keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Remote {
    id: Option<String>,
    /// How often it was told again.
    told: u32,
}

/// Told again more often than this, a provider keeps nothing: every request then carries it all.
const MOST_TOLD: u32 = 1;

impl<'a> Line<'a> {
    /// The base itself.
    pub(super) fn of_base(base: &'a BaseText, id: Option<String>, whom: &'a Whom) -> Self {
        Self { base, turns: base.turns(), remote: Mutex::new(Remote { id, told: 0 }), whom }
    }

    /// The base and an exchange behind it.
    pub(super) fn behind(
        base: &'a BaseText,
        asked: &str,
        answered: &str,
        id: Option<String>,
        whom: &'a Whom,
    ) -> Self {
        let mut turns = base.turns();
        turns.push(Turn::user(asked));
        turns.push(Turn::assistant(answered));
        Self { base, turns, remote: Mutex::new(Remote { id, told: 0 }), whom }
    }

    /// Asks, and reads the answer with `check`.
    pub(super) async fn ask<T>(
        &self,
        backing: &dyn Backing,
        job: &JobId,
        fork: &Fork,
        check: impl Fn(&serde_json::Value) -> Result<T, Complaint>,
        tell: &mut Tell<'_>,
    ) -> Result<(T, Answer), Failure> {
        loop {
            let remote = self.remote.lock().await.clone();
            let request = self.request(fork, remote.id.clone());
            let ask = Ask { job: Some(job), ..self.to_ask(backing, &request) };
            match backing.client().ask(&ask, &check, tell).await {
                Err(failure) if is_lost(&failure, &remote) => {
                    self.tell_again(&remote, backing, job, tell).await;
                }
                other => return other,
            }
        }
    }

    /// Asks for plain words.
    pub(super) async fn words(
        &self,
        backing: &dyn Backing,
        job: &JobId,
        fork: &Fork,
        tell: &mut Tell<'_>,
    ) -> Result<Answer, Failure> {
        loop {
            let remote = self.remote.lock().await.clone();
            let request = self.request(fork, remote.id.clone());
            let ask = Ask { job: Some(job), ..self.to_ask(backing, &request) };
            match backing.client().call(&ask, tell).await {
                Err(failure) if is_lost(&failure, &remote) => {
                    self.tell_again(&remote, backing, job, tell).await;
                }
                other => return other,
            }
        }
    }

    /// Exactly what would be sent.
    pub(super) async fn preview(
        &self,
        backing: &dyn Backing,
        fork: &Fork,
    ) -> Result<Preview, Failure> {
        let request = self.request(fork, self.remote.lock().await.id.clone());
        backing.client().preview(&self.to_ask(backing, &request))
    }

    /// The id it is kept under now.
    pub(super) async fn id(&self) -> Option<String> {
        self.remote.lock().await.id.clone()
    }

    fn to_ask<'b>(&'b self, backing: &'b dyn Backing, request: &'b Request) -> Ask<'b> {
        let ask = Ask::new(backing.viewer(), Role::Generate, request, backing.veil());
        Ask { model: self.whom.named.as_ref(), ..ask }
    }

    fn request(&self, fork: &Fork, remote: Option<String>) -> Request {
        Request {
            instructions: self.base.instructions.clone(),
            base: self.turns.clone(),
            remote_base: remote,
            turns: vec![Turn::user(fork.text.as_str())],
            output: fork.output.clone(),
            max_tokens: fork.max_tokens,
            temperature: None,
            cache_key: Some(self.base.cache_key()),
            keep: self.whom.keeps,
            expected_output: fork.expected,
            prompt: fork.prompt.clone(),
        }
    }

    /// Has the provider keep the conversation anew, unless somebody did while we waited.
    async fn tell_again(
        &self,
        lost: &Remote,
        backing: &dyn Backing,
        job: &JobId,
        tell: &mut Tell<'_>,
    ) {
        let mut remote = self.remote.lock().await;
        if *remote != *lost {
            return;
        }
        remote.told += 1;
        remote.id = None;
        if remote.told > MOST_TOLD {
            return;
        }
        let mut turns = self.turns.clone();
        // what the model said last is not said for it a second time
        if turns.len() <= 2 {
            turns.truncate(1);
        } else {
            turns.push(Turn::user("Answer with the single word Ready."));
        }
        let request = self.base.anchor(turns);
        let ask = Ask { job: Some(job), ..self.to_ask(backing, &request) };
        // without it every request carries the whole conversation, which works as well
        match backing.client().call(&ask, tell).await {
            Ok(answer) => remote.id = answer.id,
            Err(failure) => tracing::warn!(%failure, "a base could not be told again"),
        }
    }
}

/// Whether the provider lost what was forked from.
fn is_lost(failure: &Failure, remote: &Remote) -> bool {
    failure.class == Class::BaseLost && remote.id.is_some()
}
