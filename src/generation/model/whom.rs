//! Who is asked: the model of the role, or the one a request names, and what its provider can.

use crate::llm::{Client, Failure, Keep, ModelName, Role};

/// A model that is asked, in a form that outlives the settings.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Whom {
    /// Provider and model.
    pub(super) name: ModelName,
    /// What questions say where it is not the model of the role.
    pub(super) named: Option<ModelName>,
    /// Whether the provider keeps conversations to fork from.
    pub(super) keeps: Keep,
}

impl Whom {
    /// The model of the role `generate`, or the one that is named.
    ///
    /// # Errors
    /// As [`Client::settled`].
    pub(super) fn of(client: &Client, named: Option<&ModelName>) -> Result<Self, Failure> {
        let role = client.settled(Role::Generate, named)?;
        let kind = client.settings().providers.get(&role.provider).map(|provider| provider.kind);
        let keeps = match kind {
            Some(kind) if kind.keeps() => Keep::ForForks,
            _ => Keep::Nothing,
        };
        Ok(Self { name: ModelName::from(&role), named: named.cloned(), keeps })
    }
}
