//! The uses of models: each checks consent, makes its question, asks, and reads the answer.

use crate::assist::{draft, intent, parse, rerank};
use crate::domain::{Exercise, Lang, Owner, Viewer};
use crate::import::Draft;
use crate::library::Library;
use crate::llm::{Answer, Ask, Class, Failure, Preview, Request, Role, Tell};
use crate::retrieval::{ContextPack, Parsed, Suggestions};

use super::Models;

/// A ranking to be reordered, and what it is about.
#[derive(Debug, Clone, Copy)]
pub struct Reranking<'a> {
    /// Whoever trains by the plan.
    pub owner: &'a Owner,
    /// The ranking as it stands.
    pub suggestions: &'a Suggestions,
    /// What the plan looks like.
    pub pack: &'a ContextPack,
    /// What was typed.
    pub query: &'a str,
    /// Language of the reasons.
    pub lang: Lang,
}

impl Models {
    /// Whether a role can be asked at all: the cheapest check, before anything is opened.
    ///
    /// # Errors
    /// [`Class::Off`] when no model is configured.
    pub fn serves(&self, role: Role) -> Result<(), Failure> {
        if self.client.serves(role) { Ok(()) } else { Err(Failure::of(Class::Off(role))) }
    }

    /// Exactly what a request for a new order would send.
    ///
    /// # Errors
    /// [`Failure`] when there is nothing that could be sent.
    pub async fn preview_rerank(
        &self,
        viewer: &Viewer,
        asked: Reranking<'_>,
        library: &Library,
    ) -> Result<Preview, Failure> {
        let request = self.rerank_request(asked, library)?;
        self.preview(viewer, Role::Rerank, &request).await
    }

    /// Asks for a better order of suggestions.
    ///
    /// # Errors
    /// [`Failure`]; the order then stays as it is.
    pub async fn rerank(
        &self,
        viewer: &Viewer,
        asked: Reranking<'_>,
        library: &Library,
        tell: &mut Tell<'_>,
    ) -> Result<(rerank::Ranking, Answer), Failure> {
        self.serves(Role::Rerank)?;
        self.permit(viewer, asked.owner).await?;
        let request = self.rerank_request(asked, library)?;
        let veil = self.veil(viewer).await;
        let ask = Ask::new(viewer, Role::Rerank, &request, &veil);
        self.client.ask(&ask, |value| rerank::read(value, asked.suggestions), tell).await
    }

    fn rerank_request(&self, asked: Reranking<'_>, library: &Library) -> Result<Request, Failure> {
        let prompts = &self.client.settings().prompts;
        let Reranking { suggestions, pack, query, lang, .. } = asked;
        rerank::request(suggestions, pack, library, query, lang, prompts)
    }

    /// Exactly what a request about doubtful lines would send; `None` when no line is doubtful.
    ///
    /// # Errors
    /// [`Failure`] when there is nothing that could be sent.
    pub async fn preview_parse(
        &self,
        viewer: &Viewer,
        draft: &Draft,
    ) -> Result<Option<Preview>, Failure> {
        match parse::request(draft, &self.client.settings().prompts)? {
            Some(request) => Ok(Some(self.preview(viewer, Role::Parse, &request).await?)),
            None => Ok(None),
        }
    }

    /// Asks about the doubtful lines of a draft and puts the answer into it. Returns how many rows
    /// changed; without doubtful lines nobody is asked.
    ///
    /// # Errors
    /// [`Failure`]; the draft then stays as it is.
    pub async fn parse(
        &self,
        viewer: &Viewer,
        owner: &Owner,
        draft: &mut Draft,
        tell: &mut Tell<'_>,
    ) -> Result<usize, Failure> {
        self.serves(Role::Parse)?;
        self.permit(viewer, owner).await?;
        let Some(request) = parse::request(draft, &self.client.settings().prompts)? else {
            return Ok(0);
        };
        let veil = self.veil(viewer).await;
        let ask = Ask::new(viewer, Role::Parse, &request, &veil);
        let (readings, _) = self.client.ask(&ask, |value| parse::read(value, draft), tell).await?;
        Ok(parse::apply(draft, &readings))
    }

    /// Asks what a query means.
    ///
    /// # Errors
    /// [`Failure`]; the program's own reading then stands.
    pub async fn intent(
        &self,
        viewer: &Viewer,
        asked: Reranking<'_>,
        own: &Parsed,
        library: &Library,
        tell: &mut Tell<'_>,
    ) -> Result<Parsed, Failure> {
        self.serves(Role::Intent)?;
        self.permit(viewer, asked.owner).await?;
        let prompts = &self.client.settings().prompts;
        let request = intent::request(asked.query, asked.pack, library, asked.lang, prompts)?;
        let veil = self.veil(viewer).await;
        let ask = Ask::new(viewer, Role::Intent, &request, &veil);
        let read = |value: &serde_json::Value| intent::read(value, own, library);
        Ok(self.client.ask(&ask, read, tell).await?.0)
    }

    /// Exactly what the question about a query would send.
    ///
    /// # Errors
    /// [`Failure`] when there is nothing that could be sent.
    pub async fn preview_intent(
        &self,
        viewer: &Viewer,
        asked: Reranking<'_>,
        library: &Library,
    ) -> Result<Preview, Failure> {
        let prompts = &self.client.settings().prompts;
        let request = intent::request(asked.query, asked.pack, library, asked.lang, prompts)?;
        self.preview(viewer, Role::Intent, &request).await
    }

    /// Exactly what the question about a new exercise would send.
    ///
    /// # Errors
    /// [`Failure`] when there is nothing that could be sent.
    pub async fn preview_draft(
        &self,
        viewer: &Viewer,
        asked: Reranking<'_>,
        library: &Library,
    ) -> Result<Preview, Failure> {
        let request = self.draft_request(asked, library)?;
        self.preview(viewer, Role::Draft, &request).await
    }

    /// Asks for a new exercise. It is only a draft: nothing is kept of it.
    ///
    /// # Errors
    /// [`Failure`]; what the plan alone says about it is then all there is.
    pub async fn draft(
        &self,
        viewer: &Viewer,
        asked: Reranking<'_>,
        library: &Library,
        tell: &mut Tell<'_>,
    ) -> Result<(Exercise, Answer), Failure> {
        self.serves(Role::Draft)?;
        self.permit(viewer, asked.owner).await?;
        let request = self.draft_request(asked, library)?;
        let veil = self.veil(viewer).await;
        let ask = Ask::new(viewer, Role::Draft, &request, &veil);
        self.client.ask(&ask, |value| draft::read(value, library), tell).await
    }

    fn draft_request(&self, asked: Reranking<'_>, library: &Library) -> Result<Request, Failure> {
        let Reranking { suggestions, pack, query, lang, .. } = asked;
        let wish = draft::Wish { pack, suggestions, query, lang };
        draft::request(wish, library, &self.client.settings().prompts)
    }

    async fn preview(
        &self,
        viewer: &Viewer,
        role: Role,
        request: &Request,
    ) -> Result<Preview, Failure> {
        let veil = self.veil(viewer).await;
        self.client.preview(&Ask::new(viewer, role, request, &veil))
    }
}
