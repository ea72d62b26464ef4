//! What is settled about language models before the first call: providers, the model of each
//! role, limits, prices of one's own. Keys are named here, never held.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::prices::Price;

/// Everything about language models. Without a provider nothing ever leaves the machine.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LlmSettings {
    /// `[llm.providers.NAME]`, by name.
    pub providers: BTreeMap<String, ProviderSettings>,
    /// `[llm] steps`.
    pub steps: Steps,
    /// `[llm.roles]`.
    pub roles: BTreeMap<Role, RoleModel>,
    /// `[llm.limits]`.
    pub limits: Limits,
    /// `[llm.prices."MODEL"]`: prices that stand in for those of the table, by model.
    pub prices: BTreeMap<String, Price>,
    /// `[llm.transcripts]`.
    pub transcripts: Transcripts,
    /// `[llm.prompts]`.
    pub prompts: PromptSettings,
}

/// How long exchanges are kept as files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transcripts {
    /// Days a transcript stays; 0: none is written.
    pub keep_days: u32,
}

impl Default for Transcripts {
    fn default() -> Self {
        Self { keep_days: 30 }
    }
}

/// Prompts of one's own, and prompts that are switched off.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromptSettings {
    /// The folder whose files stand in for the built-in ones of the same name.
    pub dir: Option<PathBuf>,
    /// Names of prompts that are not to be used; what needs them works without a model.
    pub off: BTreeSet<String>,
}

/// A place that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderSettings {
    /// The protocol it speaks.
    pub kind: ProviderKind,
    /// Where it listens; `None`: the protocol's usual address.
    pub base_url: Option<String>,
    /// Azure only: the version of its older interface, where a deployment still needs it.
    pub api_version: Option<String>,
    /// Where its key comes from; local models need none.
    pub key: Option<KeySource>,
    /// A file of certificates to trust beside the system's.
    pub ca_file: Option<PathBuf>,
}

impl ProviderSettings {
    /// Whether it answers on this machine, so that nothing is billed and nothing leaves.
    #[must_use]
    pub fn is_local(&self) -> bool {
        if self.kind == ProviderKind::Replay {
            return true;
        }
        let Some(url) = &self.base_url else { return self.kind == ProviderKind::Ollama };
        let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', '?']).next().unwrap_or_default();
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let name = match host.strip_prefix('[') {
            Some(v6) => v6.split(']').next().unwrap_or_default(),
            None => host.split(':').next().unwrap_or_default(),
        };
        matches!(name, "localhost" | "::1") || name.starts_with("127.")
    }
}

/// A protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProviderKind {
    /// The Responses interface of `OpenAI`.
    OpenAiResponses,
    /// The Chat Completions interface of `OpenAI` and everything compatible.
    OpenAiChat,
    /// Anthropic Messages.
    Anthropic,
    /// Google Gemini.
    Gemini,
    /// `OpenAI` on Azure.
    Azure,
    /// Ollama.
    Ollama,
    /// Recorded answers.
    Replay,
}

impl ProviderKind {
    /// Every protocol with its name.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("openai-responses", Self::OpenAiResponses),
        ("openai-chat", Self::OpenAiChat),
        ("anthropic", Self::Anthropic),
        ("gemini", Self::Gemini),
        ("azure", Self::Azure),
        ("ollama", Self::Ollama),
        ("replay", Self::Replay),
    ];

    /// Whether it keeps conversations, so that a request can fork from one by its name.
    #[must_use]
    pub const fn keeps(self) -> bool {
        matches!(self, Self::OpenAiResponses | Self::Azure)
    }

    /// The name used in the configuration.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// Where a key comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeySource {
    /// An environment variable.
    Variable(String),
    /// A file that only its owner may read.
    File(PathBuf),
    /// The output of a command.
    Command(String),
}

/// What a model is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Programs and units.
    Generate,
    /// Prose into structure.
    Structure,
    /// Order of suggestions.
    Rerank,
    /// Unclear lines of an import.
    Parse,
    /// What a query means.
    Intent,
    /// New exercises.
    Draft,
}

impl Role {
    /// Every role with its name.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("generate", Self::Generate),
        ("structure", Self::Structure),
        ("rerank", Self::Rerank),
        ("parse", Self::Parse),
        ("intent", Self::Intent),
        ("draft", Self::Draft),
    ];

    /// The name used in the configuration and in records.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, role)| *role == self).map_or("", |(name, _)| name)
    }

    /// The role with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }
}

/// What a role is tuned for, where it does not say it number by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Short answers, always the same.
    Speed,
    /// Long answers with a little freedom.
    Accuracy,
    /// The shortest answers.
    Cost,
}

impl Profile {
    /// Every profile with its name.
    pub const NAMES: [(&'static str, Self); 3] =
        [("speed", Self::Speed), ("accuracy", Self::Accuracy), ("cost", Self::Cost)];

    /// Temperature and longest answer in tokens.
    #[must_use]
    pub const fn numbers(self) -> (f64, u32) {
        match self {
            Self::Speed => (0.0, 2_000),
            Self::Accuracy => (0.1, 4_000),
            Self::Cost => (0.0, 1_000),
        }
    }
}

/// In how many steps a model writes a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Steps {
    /// In the form we read at once.
    #[default]
    One,
    /// As prose first, which a second, cheaper model brings into the form: the role `structure`.
    Two,
}

impl Steps {
    /// Both with their names.
    pub const NAMES: [(&'static str, Self); 2] = [("one", Self::One), ("two", Self::Two)];

    /// The name used in the configuration and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Two => "two",
        }
    }
}

/// A model at a provider.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ModelName {
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model, as the provider names it.
    pub model: String,
}

impl ModelName {
    /// Reads `PROVIDER/MODEL`; the model's own name may hold further slashes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (provider, model) = text.trim().split_once('/')?;
        (!provider.is_empty() && !model.is_empty())
            .then(|| Self { provider: provider.to_owned(), model: model.to_owned() })
    }
}

impl fmt::Display for ModelName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.provider, self.model)
    }
}

impl From<&RoleModel> for ModelName {
    fn from(role: &RoleModel) -> Self {
        Self { provider: role.provider.clone(), model: role.model.clone() }
    }
}

/// The model of a role.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RoleModel {
    /// Name of the provider.
    pub provider: String,
    /// The model, as the provider names it.
    pub model: String,
    /// What it is tuned for.
    pub profile: Option<Profile>,
    /// 0 (always the same) to 2.
    pub temperature: Option<f64>,
    /// Longest answer, in tokens.
    pub max_tokens: Option<u32>,
    /// Longest silence: until the first token, and between two pieces of the answer, in seconds.
    /// An answer that keeps coming is never cut.
    pub timeout_s: Option<u32>,
    /// Providers and models to turn to when the first cannot answer, in order.
    pub fallback: Vec<(String, String)>,
}

/// Limits that hold *before* a call is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Calls at the same time, per provider.
    pub concurrency: u32,
    /// Money per day, in the currency of the price table; `None`: no limit.
    pub spend_per_day: Option<f64>,
    /// Money per month.
    pub spend_per_month: Option<f64>,
    /// Imports a coach may have read by a model in an hour (S2.43).
    pub parses_per_hour: u32,
    /// Share of a spending limit from which an alert is shown, 0–1.
    pub alert_at: f64,
    /// Other limits for named groups of coaches.
    pub tiers: BTreeMap<String, Tier>,
}

/// Limits of some coaches.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tier {
    /// The coaches it holds for.
    pub coaches: Vec<String>,
    /// Money per day.
    pub spend_per_day: Option<f64>,
    /// Money per month.
    pub spend_per_month: Option<f64>,
    /// Imports per hour.
    pub parses_per_hour: Option<u32>,
}

impl LlmSettings {
    /// The model that serves a role: the one `named` for this question alone, else the one of the
    /// configuration. A named one has no others to turn to: whoever names a model wants to hear
    /// that one. `None`: none is set up, or the named one's provider is not.
    #[must_use]
    pub fn settled(&self, role: Role, named: Option<&ModelName>) -> Option<RoleModel> {
        let configured = self.roles.get(&role);
        let Some(named) = named else { return configured.cloned() };
        self.providers.contains_key(&named.provider).then(|| RoleModel {
            provider: named.provider.clone(),
            model: named.model.clone(),
            fallback: Vec::new(),
            ..configured.cloned().unwrap_or_default()
        })
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            concurrency: 4,
            spend_per_day: None,
            spend_per_month: None,
            parses_per_hour: 10,
            alert_at: 0.8,
            tiers: BTreeMap::new(),
        }
    }
}

/// How long is waited for what. A value, so that tests can wait for milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timers {
    /// For the connection.
    pub connect: Duration,
    /// From asking to the first piece of the answer, reasoning included.
    pub first: Duration,
    /// Between two bytes of the answer; comments that keep a line alive count.
    pub gap: Duration,
    /// For the terminator, once the answer has said that it is complete.
    pub grace: Duration,
    /// The first pause before asking again; doubles up to [`Timers::pause_most`].
    pub pause: Duration,
    /// The longest pause of our own choosing.
    pub pause_most: Duration,
    /// The longest pause a server may ask for; a longer one ends the call.
    pub retry_after_most: Duration,
}

impl Default for Timers {
    /// Connect and pauses as the SDKs of the providers have them; models that reason stay silent
    /// for a minute and more, so the first token may take two.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            first: Duration::from_mins(2),
            gap: Duration::from_mins(1),
            grace: Duration::from_secs(2),
            pause: Duration::from_millis(500),
            pause_most: Duration::from_secs(8),
            retry_after_most: Duration::from_mins(2),
        }
    }
}

impl Timers {
    /// The same with the longest silence a role allows.
    #[must_use]
    pub fn within(self, silence: Option<Duration>) -> Self {
        let Some(silence) = silence else { return self };
        // a little less for the connection, so that what stayed silent can be named
        let connect = self.connect.min(silence.mul_f64(0.8));
        Self { connect, first: silence, gap: silence, ..self }
    }
}
