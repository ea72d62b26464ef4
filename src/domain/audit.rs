//! What is kept of how a model wrote a plan: enough to look it up, and to have it written again.

use serde::{Deserialize, Serialize};

use super::JobId;

/// How a model wrote a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Audit {
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model that was asked.
    pub model: String,
    /// The model that answered, with its version where the provider names it.
    pub answered_by: String,
    /// Provider and model that brought prose into the form, where there were two steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub structured_by: Option<String>,
    /// The prompts it was written from.
    pub prompts: Vec<PromptMark>,
    /// Hash of the base conversation: principles and library, byte for byte.
    pub base: String,
    /// The job: its log, its calls and their transcripts go by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<JobId>,
}

/// A prompt in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptMark {
    /// Its name.
    pub name: String,
    /// The first digits of its content's hash.
    pub hash: String,
}
