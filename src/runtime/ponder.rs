//! Questions about the library that take a moment: why an exercise stands where it does, and
//! changes to offer. Answered off the loop, each with one reply.

use tokio::sync::mpsc;

use super::Services;
use crate::app::effect::Asked;
use crate::app::page::Reasoned;
use crate::app::propose::{Ask, propose};
use crate::app::{Reply, Shelf, Ticket};
use crate::domain::{ExerciseId, Viewer};
use crate::retrieval;

/// A question.
pub(super) enum Question {
    /// Why these exercises stand where they do.
    Explain(Ticket, Box<Asked>, Vec<ExerciseId>),
    /// What should change.
    Propose(Ticket, Box<Ask>),
}

/// Answers a question in a task of its own.
pub(super) fn answer(
    question: Question,
    services: Services,
    viewer: Viewer,
    replies: mpsc::Sender<Reply>,
) {
    tokio::spawn(async move {
        let Ok(shelf) = services.shelf(&viewer).await else { return };
        let reply = tokio::task::spawn_blocking(move || match question {
            Question::Explain(ticket, asked, exercises) => {
                Reply::Explained(ticket, explained(&shelf, &asked, &exercises))
            }
            Question::Propose(ticket, ask) => {
                Reply::Proposed(ticket, Box::new(propose(&ask, &shelf)))
            }
        });
        if let Ok(reply) = reply.await
            && replies.send(reply).await.is_err()
        {
            tracing::debug!("an answer came after the session had ended");
        }
    });
}

fn explained(shelf: &Shelf, asked: &Asked, exercises: &[ExerciseId]) -> Vec<Reasoned> {
    let one = |exercise: &ExerciseId| {
        let (pack, request) = (&asked.pack, &asked.request);
        let explanation = retrieval::explain(&shelf.index, pack, request, exercise)?;
        Some(Reasoned { exercise: exercise.clone(), explanation })
    };
    exercises.iter().filter_map(one).collect()
}
