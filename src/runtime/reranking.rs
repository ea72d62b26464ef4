//! A model's order of the suggestions, for a session: consent first, then the question, with
//! every step told, and each reason as soon as it is complete.

use tokio::sync::mpsc;

use super::models::{Reranking, daily};
use super::sending::{Gate, gate, page_of};
use super::tasks::{replace, send};
use super::{Runtime, Services};
use crate::app::effect::ToRank;
use crate::app::{Reply, Ticket};
use crate::assist::rerank;
use crate::domain::{Explain, Lang, Message, Viewer};
use crate::llm::{Class, Failure, Role, Step, partial};
use crate::retrieval::{self, Suggestions};

impl Runtime {
    /// Puts a ranking into a model's order. A newer ranking takes the place of this task, which
    /// drops the connection.
    pub(super) fn rerank(&mut self, ticket: Ticket, to_rank: Box<ToRank>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let task = tokio::spawn(async move {
            let reply = match answer(&services, &viewer, &replies, ticket, *to_rank).await {
                Ok(reply) => reply,
                Err(message) => Reply::Failed(Some(ticket), message),
            };
            send(&replies, reply).await;
        });
        replace(&mut self.ranking, task);
    }

    /// Stops asking.
    pub(super) fn stop_rerank(&mut self) {
        if let Some(task) = self.ranking.take() {
            task.abort();
        }
    }

    /// What asking models cost of late.
    pub(super) fn fetch_cost(&self, ticket: Ticket) {
        let limits = self.services.models().map(|it| it.client.settings().limits.clone());
        self.answer(ticket, |services, viewer| async move {
            let cost = daily(&services.store, &viewer, &limits.unwrap_or_default()).await?;
            Ok(Reply::Cost(ticket, Box::new(cost)))
        });
    }
}

async fn answer(
    services: &Services,
    viewer: &Viewer,
    replies: &mpsc::Sender<Reply>,
    ticket: Ticket,
    to_rank: ToRank,
) -> Result<Reply, Message> {
    let ToRank { asked, owner, lang, sending } = to_rank;
    let gate = gate(services.models(), viewer, (Role::Rerank, &owner), sending).await?;
    let off = || Failure::of(Class::Off(Role::Rerank)).message();
    let models = services.models().ok_or_else(off)?;
    if gate == Gate::Never {
        return Ok(Reply::Refused(ticket, owner));
    }
    let shelf = services.shelf(viewer).await.map_err(|error| error.message())?;
    let mut request = asked.request;
    request.limit = request.limit.max(rerank::CANDIDATES);
    let query = request.query.clone();
    let pack = asked.pack;
    let ranked = {
        let (shelf, pack) = (shelf.clone(), pack.clone());
        tokio::task::spawn_blocking(move || retrieval::suggest(&shelf.index, &pack, &request))
    };
    let mut suggestions = ranked.await.map_err(|_| Message::new("error-read-broke"))?;
    let about =
        Reranking { owner: &owner, suggestions: &suggestions, pack: &pack, query: &query, lang };
    if gate != Gate::Send {
        let preview = models.preview_rerank(viewer, about, &shelf.library).await;
        let preview = preview.map_err(|failure| failure.message())?;
        let who = (gate == Gate::Ask).then(|| pack.group_name.clone());
        let page = page_of(Role::Rerank, &preview, who);
        return Ok(Reply::WouldSend(ticket, Box::new(page)));
    }
    let (ranking, _) = {
        let mut heard = Heard {
            ticket,
            replies,
            suggestions: &suggestions,
            lang,
            text: String::new(),
            told: 0,
        };
        let mut tell = |step: Step<'_>| heard.take(&step);
        let asked = models.rerank(viewer, about, &shelf.library, &mut tell).await;
        asked.map_err(|failure| failure.message())?
    };
    rerank::apply(&mut suggestions, &ranking);
    Ok(Reply::Reranked(ticket, Box::new(suggestions)))
}

/// Tells the session of steps, and of each reason once the next one begins.
struct Heard<'a> {
    ticket: Ticket,
    replies: &'a mpsc::Sender<Reply>,
    suggestions: &'a Suggestions,
    lang: Lang,
    text: String,
    told: usize,
}

impl Heard<'_> {
    fn take(&mut self, step: &Step<'_>) {
        if let Some(message) = step.message() {
            self.text.clear();
            self.say(message);
            return;
        }
        let Step::Text(piece) = step else { return };
        self.text.push_str(piece);
        let Some(value) = partial(&self.text) else { return };
        let Some(reasons) = value.get("reasons").and_then(|it| it.as_array()) else { return };
        // the last one may still be growing
        while self.told + 1 < reasons.len() {
            let text = |key: &str| {
                reasons.get(self.told).and_then(|it| it.get(key)).and_then(|it| it.as_str())
            };
            if let (Some(id), Some(reason)) = (text("id"), text("reason")) {
                let hit = self.suggestions.hits.iter().find(|it| it.exercise.id.as_str() == id);
                let title = hit.map_or(id, |hit| hit.exercise.name.get(self.lang));
                let line =
                    Message::new("rerank-reason").with("title", title).with("reason", reason);
                self.say(line);
            }
            self.told += 1;
        }
    }

    fn say(&self, message: Message) {
        // a session that is behind loses a line of the log, not the answer
        let _ = self.replies.try_send(Reply::ModelSays(self.ticket, message));
    }
}
