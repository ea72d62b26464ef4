//! The proof: the same question as a full prompt and as a fork of a base, side by side.

use serde::Serialize;

use super::backing::Backing;
use super::base::BaseText;
use super::keeping::{Comparison, QUESTION, asked, fork, known, make_base};
use crate::llm::{Class, Failure, Request, Turn};

/// Both ways of asking.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Both {
    /// Everything in one prompt that nobody has seen before.
    pub full: Comparison,
    /// A fork of the base.
    pub fork: Comparison,
}

impl Both {
    /// Share of the money that a fork saves, 0–1; `None` without prices.
    #[must_use]
    pub fn saved_share(&self) -> Option<f64> {
        let full = self.full.price.filter(|price| *price > 0.0)?;
        Some(1.0 - self.fork.price? / full)
    }
}

/// Asks the same both ways.
///
/// # Errors
/// [`Failure`] of a call.
pub async fn compare(backing: &dyn Backing, base: &BaseText) -> Result<Both, Failure> {
    // other first bytes, so that no cache knows the full prompt
    let stamp = backing.now().as_millisecond();
    let full = Request {
        instructions: format!("({stamp}) {}", base.instructions),
        turns: vec![
            Turn::user(base.text.as_str()),
            Turn::assistant("Ready."),
            Turn::user(QUESTION),
        ],
        max_tokens: 256,
        expected_output: 8,
        prompt: base.prompt.clone(),
        ..Request::default()
    };
    let full = asked(backing, &full).await?;
    let remote = if let Some(record) = known(backing, base).await? {
        record.remote
    } else {
        made(backing, base).await?
    };
    let forked = match asked(backing, &fork(base, remote)).await {
        Err(failure) if failure.class == Class::BaseLost => {
            let remote = made(backing, base).await?;
            asked(backing, &fork(base, remote)).await?
        }
        other => other?,
    };
    Ok(Both { full, fork: forked })
}

/// Makes a base and keeps it. Returns the provider's name for it.
async fn made(backing: &dyn Backing, base: &BaseText) -> Result<Option<String>, Failure> {
    let record = make_base(backing, base, None, None).await?;
    let remote = record.remote.clone();
    backing.keep_base(record).await;
    Ok(remote)
}
