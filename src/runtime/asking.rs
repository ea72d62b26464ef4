//! Questions to a model beside the order of suggestions, for a session: a new exercise, doubtful
//! rows, what a request means. Consent first, then the question, with every step told.

use std::sync::Arc;

use serde_json::Value;
use tokio::sync::mpsc;

use super::models::{Models, Reranking};
use super::sending::{Gate, gate, page_of};
use super::tasks::{replace, send};
use super::{Runtime, Services};
use crate::app::asking::{Answered, Question, ToAsk};
use crate::app::effect::Asked;
use crate::app::import::Reread;
use crate::app::{Reply, Shelf, Ticket};
use crate::assist::{draft, parse, rerank};
use crate::domain::{Explain, Lang, Message, Owner, Viewer};
use crate::llm::{Class, Failure, Preview, Step, Tell, partial};
use crate::retrieval::{self, ContextPack, Suggestions};

/// Rows after which it is told how many there are.
const ROWS: usize = 5;

impl Runtime {
    /// Asks a model. A newer question takes the place of this task, which drops the connection.
    pub(super) fn ask_model(&mut self, ticket: Ticket, to_ask: Box<ToAsk>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let task = tokio::spawn(async move {
            let reply = match answer(&services, &viewer, &replies, ticket, *to_ask).await {
                Ok(reply) => reply,
                Err(message) => Reply::Failed(Some(ticket), message),
            };
            send(&replies, reply).await;
        });
        replace(&mut self.asking, task);
    }

    /// Stops asking.
    pub(super) fn stop_asking(&mut self) {
        if let Some(task) = self.asking.take() {
            task.abort();
        }
    }
}

async fn answer(
    services: &Services,
    viewer: &Viewer,
    replies: &mpsc::Sender<Reply>,
    ticket: Ticket,
    to_ask: ToAsk,
) -> Result<Reply, Message> {
    let ToAsk { question, owner, who, lang, sending } = to_ask;
    let role = question.role();
    let gate = gate(services.models(), viewer, (role, &owner), sending).await?;
    let off = || Failure::of(Class::Off(role)).message();
    let models = services.models().ok_or_else(off)?;
    if gate == Gate::Never {
        return Ok(Reply::Refused(ticket, owner));
    }
    let shelf = services.shelf(viewer).await.map_err(|error| error.message())?;
    let asks_for = (gate == Gate::Ask).then_some(who);
    let page = |preview: &Preview| {
        Reply::WouldSend(ticket, Box::new(page_of(role, preview, asks_for.clone())))
    };
    let failed = |failure: Failure| failure.message();
    let mut heard = Heard { ticket, replies, text: String::new(), told: 0 };
    let answered = match question {
        Question::Rows(mut rows) => {
            if gate != Gate::Send {
                let preview = models.preview_parse(viewer, &rows).await.map_err(failed)?;
                return preview.as_ref().map(page).ok_or_else(nothing_doubtful);
            }
            let before = rows.clone();
            if parse::doubtful(&before).is_empty() {
                return Err(nothing_doubtful());
            }
            let mut tell = |step: Step<'_>| heard.rows(&step);
            models.parse(viewer, &owner, &mut rows, &mut tell).await.map_err(failed)?;
            Answered::Rows(Reread::between(&before, &rows))
        }
        Question::Exercise(asked) => {
            let (suggestions, pack, query) = ranked(&shelf, *asked).await?;
            let about = about(&owner, &suggestions, &pack, &query, lang);
            if gate != Gate::Send {
                let preview = models.preview_draft(viewer, about, &shelf.library).await;
                return Ok(page(&preview.map_err(failed)?));
            }
            let mut tell = |step: Step<'_>| heard.exercise(&step);
            let drafted = models.draft(viewer, about, &shelf.library, &mut tell).await;
            let (exercise, answer) = drafted.map_err(failed)?;
            Answered::Exercise(Box::new(exercise), answer.model)
        }
        Question::Request(asked) => {
            let (suggestions, pack, query) = ranked(&shelf, *asked).await?;
            let about = about(&owner, &suggestions, &pack, &query, lang);
            if gate != Gate::Send {
                let preview = models.preview_intent(viewer, about, &shelf.library).await;
                return Ok(page(&preview.map_err(failed)?));
            }
            let mut tell = |step: Step<'_>| heard.step(&step);
            Answered::Request(Box::new(
                meant(models, viewer, about, &shelf, &mut tell).await.map_err(failed)?,
            ))
        }
    };
    Ok(Reply::Answered(ticket, Box::new(answered)))
}

async fn meant(
    models: &Models,
    viewer: &Viewer,
    about: Reranking<'_>,
    shelf: &Shelf,
    tell: &mut Tell<'_>,
) -> Result<retrieval::Parsed, Failure> {
    models.intent(viewer, about, &about.suggestions.parsed, &shelf.library, tell).await
}

fn about<'a>(
    owner: &'a Owner,
    suggestions: &'a Suggestions,
    pack: &'a ContextPack,
    query: &'a str,
    lang: Lang,
) -> Reranking<'a> {
    Reranking { owner, suggestions, pack, query, lang }
}

fn nothing_doubtful() -> Message {
    Message::new("cli-import-nothing-doubtful")
}

/// The ranking a question is about, with enough hits for a model.
async fn ranked(
    shelf: &Arc<Shelf>,
    asked: Asked,
) -> Result<(Suggestions, ContextPack, String), Message> {
    let Asked { pack, mut request } = asked;
    request.limit = request.limit.max(rerank::CANDIDATES);
    let query = request.query.clone();
    let (shelf, packed) = (shelf.clone(), pack.clone());
    let ranked =
        tokio::task::spawn_blocking(move || retrieval::suggest(&shelf.index, &packed, &request));
    let suggestions = ranked.await.map_err(|_| Message::new("error-read-broke"))?;
    Ok((suggestions, pack, query))
}

/// Tells the session of steps, and of what can be said of an answer that is still coming.
struct Heard<'a> {
    ticket: Ticket,
    replies: &'a mpsc::Sender<Reply>,
    text: String,
    /// What was told of it: rows, or the name of the exercise as 1.
    told: usize,
}

impl Heard<'_> {
    fn step(&mut self, step: &Step<'_>) {
        if let Some(message) = step.message() {
            self.text.clear();
            self.told = 0;
            self.say(message);
        }
    }

    /// The name of the exercise, as soon as it is whole.
    fn exercise(&mut self, step: &Step<'_>) {
        self.step(step);
        let Some(value) = self.partial(step).filter(|_| self.told == 0) else { return };
        if let Some(name) = draft::name_so_far(&value) {
            self.told = 1;
            self.say(Message::new("draft-named").with("name", name));
        }
    }

    /// How many rows there are so far.
    fn rows(&mut self, step: &Step<'_>) {
        self.step(step);
        let Some(value) = self.partial(step) else { return };
        let count = value.get("lines").and_then(Value::as_array).map_or(0, Vec::len);
        if count >= self.told + ROWS {
            self.told = count;
            self.say(Message::new("advice-so-far").with("rows", count));
        }
    }

    fn partial(&mut self, step: &Step<'_>) -> Option<Value> {
        let Step::Text(piece) = step else { return None };
        self.text.push_str(piece);
        partial(&self.text)
    }

    fn say(&self, message: Message) {
        // a session that is behind loses a line of the log, not the answer
        let _ = self.replies.try_send(Reply::ModelSays(self.ticket, message));
    }
}
