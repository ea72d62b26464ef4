//! Questions to a model beside the order of suggestions: a new exercise, the doubtful rows of an
//! import, what a request means. One at a time; the newest takes the place of the one before.

use super::Ticket;
use super::import::Reread;
use super::question::{Asked, Sending};
use crate::domain::{Exercise, JobId, Lang, Owner};
use crate::import::Draft;
use crate::llm::Role;
use crate::retrieval::Parsed;

/// A question under way.
#[derive(Debug, Clone)]
pub struct Asking {
    /// The question.
    pub ticket: Ticket,
    /// What for.
    pub errand: Errand,
}

/// What a question is for, with what is needed when the answer is there, or never comes.
#[derive(Debug, Clone)]
pub enum Errand {
    /// A new exercise; with what the plan alone says about it.
    Exercise(Box<Exercise>),
    /// The doubtful rows of an import.
    Rows(JobId),
    /// What a request means: its words.
    Request(String),
}

impl Errand {
    /// The role whose model is asked.
    #[must_use]
    pub const fn role(&self) -> Role {
        match self {
            Self::Exercise(_) => Role::Draft,
            Self::Rows(_) => Role::Parse,
            Self::Request(_) => Role::Intent,
        }
    }
}

/// A question to be carried out.
#[derive(Debug, Clone)]
pub struct ToAsk {
    /// The question.
    pub question: Question,
    /// Whoever trains by the plan.
    pub owner: Owner,
    /// Their name, for asking whether models may be asked about them.
    pub who: String,
    /// Language of the answer.
    pub lang: Lang,
    /// What the coach says to sending.
    pub sending: Sending,
}

/// What is asked.
#[derive(Debug, Clone)]
pub enum Question {
    /// For a new exercise, where a ranking has nothing that fits.
    Exercise(Box<Asked>),
    /// Which exercises doubtful rows mean.
    Rows(Box<Draft>),
    /// What the words of a request mean.
    Request(Box<Asked>),
}

impl Question {
    /// The role whose model is asked.
    #[must_use]
    pub const fn role(&self) -> Role {
        match self {
            Self::Exercise(_) => Role::Draft,
            Self::Rows(_) => Role::Parse,
            Self::Request(_) => Role::Intent,
        }
    }
}

/// What a model answered, checked.
#[derive(Debug, Clone)]
pub enum Answered {
    /// A new exercise, and the model's name.
    Exercise(Box<Exercise>, String),
    /// Rows that are understood otherwise.
    Rows(Vec<Reread>),
    /// A request as it was understood.
    Request(Box<Parsed>),
}
