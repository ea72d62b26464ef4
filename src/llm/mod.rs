//! Language models, whoever offers them: requests, answers as they stream in, what they cost and
//! why they fail, in words of our own; one file per protocol below `wire`. Knows nothing of
//! training.

mod ask;
mod classify;
mod client;
mod endpoint;
mod error;
mod exchange;
mod gate;
mod http;
mod keys;
mod limits;
mod piece;
mod prices;
mod record;
mod replay;
mod request;
mod running;
pub mod schema;
mod settings;
mod sse;
mod structured;
#[cfg(test)]
mod tests;
pub mod transcript;
mod usage;
mod veil;
mod wire;

pub use ask::{Answer, Ask, Preview, Step, Tell};
pub use client::Client;
pub use error::{Class, Failure, KeyFault, Reached, Stage, money};
pub use exchange::Meter;
pub use keys::age_in_days;
pub use limits::{Allowance, Estimate, Spent};
pub use prices::{Price, Prices};
pub use record::{Exchanged, Host, Record};
pub(crate) use request::hex;
pub use request::{Keep, Output, PromptId, Request, Speaker, Turn};
pub use settings::{
    KeySource, Limits, LlmSettings, ModelName, Profile, PromptSettings, ProviderKind,
    ProviderSettings, Role, RoleModel, Steps, Tier, Timers, Transcripts,
};
pub use structured::{Complaint, partial};
pub use usage::Usage;
pub use veil::{Named, Veil};
