//! Bases at a provider: made, looked for, asked whether they still stand.

use super::backing::{Backing, BaseRecord};
use super::base::BaseText;
use serde::Serialize;

use crate::domain::JobId;
use crate::llm::{Ask, Class, Failure, Keep, ModelName, Request, Role, Turn, Usage};

/// A question that needs the base and is answered in a few tokens.
pub(super) const QUESTION: &str =
    "Name one exercise of the library for a warm-up, by its short id only.";

/// What one way of asking used.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Comparison {
    /// Tokens, as the provider counts them.
    pub usage: Usage,
    /// Dollars; `None`: not known.
    pub price: Option<f64>,
}

/// Has the provider of a model keep a base; `named`: of that model instead of the role's.
///
/// # Errors
/// [`Failure`] of the call.
pub async fn make_base(
    backing: &dyn Backing,
    base: &BaseText,
    named: Option<&ModelName>,
    job: Option<&JobId>,
) -> Result<BaseRecord, Failure> {
    let role = backing.client().settled(Role::Generate, named)?;
    let request = base.create();
    let question = Ask::new(backing.viewer(), Role::Generate, &request, backing.veil());
    let ask = Ask { model: named, job, ..question };
    let answer = backing.client().call(&ask, &mut |_| {}).await?;
    Ok(BaseRecord {
        kind: base.kind.id().to_owned(),
        provider: role.provider,
        model: role.model,
        remote: answer.id,
        hash: base.hash.clone(),
        created: backing.now(),
        usage: answer.usage,
        price: answer.price,
    })
}

/// Whether the provider still has a base.
///
/// # Errors
/// [`Failure`] of the call, unless it says that the base is gone.
pub async fn stands(
    backing: &dyn Backing,
    base: &BaseText,
    record: &BaseRecord,
) -> Result<bool, Failure> {
    match asked(backing, &fork(base, record.remote.clone())).await {
        Ok(_) => Ok(true),
        Err(failure) if failure.class == Class::BaseLost => Ok(false),
        Err(failure) => Err(failure),
    }
}

pub(super) async fn known(
    backing: &dyn Backing,
    base: &BaseText,
) -> Result<Option<BaseRecord>, Failure> {
    let role = backing.client().settled(Role::Generate, None)?;
    let known = backing.base(base.kind.id(), &role.provider, &role.model).await;
    Ok(known.filter(|known| known.hash == base.hash))
}

pub(super) fn fork(base: &BaseText, remote: Option<String>) -> Request {
    Request {
        instructions: base.instructions.clone(),
        base: base.turns(),
        remote_base: remote,
        turns: vec![Turn::user(QUESTION)],
        max_tokens: 256,
        keep: Keep::Nothing,
        cache_key: Some(base.cache_key()),
        expected_output: 8,
        prompt: base.prompt.clone(),
        ..Request::default()
    }
}

pub(super) async fn asked(backing: &dyn Backing, request: &Request) -> Result<Comparison, Failure> {
    let ask = Ask::new(backing.viewer(), Role::Generate, request, backing.veil());
    let answer = backing.client().call(&ask, &mut |_| {}).await?;
    Ok(Comparison { usage: answer.usage, price: answer.price })
}
