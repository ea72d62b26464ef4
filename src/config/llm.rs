//! `[llm…]`: providers, the model of each role, limits. Only the shape is checked here; keys are
//! named, never held.

use std::collections::BTreeMap;

use super::error::Fault;
use super::scope::Scope;

/// Everything about language models. Without a provider nothing ever leaves the machine.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LlmSettings {
    /// `[llm.providers.NAME]`, by name.
    pub providers: BTreeMap<String, Provider>,
    /// `[llm.roles]`.
    pub roles: BTreeMap<Role, RoleModel>,
    /// `[llm.limits]`.
    pub limits: Limits,
}

/// A place that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// The protocol it speaks.
    pub kind: ProviderKind,
    /// Where it listens; `None`: the protocol's usual address.
    pub base_url: Option<String>,
    /// Where its key comes from; local models need none.
    pub key: Option<KeySource>,
    /// Certificates to trust beside the system's.
    pub ca_file: Option<String>,
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
}

/// Where a key comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeySource {
    /// An environment variable.
    Variable(String),
    /// A file that only its owner may read.
    File(String),
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
}

/// The model of a role.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleModel {
    /// Name of the provider.
    pub provider: String,
    /// The model, as the provider names it.
    pub model: String,
    /// 0 (always the same) to 2.
    pub temperature: Option<f64>,
    /// Longest answer.
    pub max_tokens: Option<u32>,
    /// Longest wait for the whole answer, in seconds.
    pub timeout_s: Option<u32>,
}

/// Limits that hold *before* a call is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Calls at the same time.
    pub concurrency: u32,
    /// Money per day, in the currency of the price table; `None`: no limit.
    pub spend_per_day: Option<f64>,
    /// Money per month.
    pub spend_per_month: Option<f64>,
    /// Imports a coach may have read by a model in an hour (S2.43).
    pub parses_per_hour: u32,
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

impl Default for Limits {
    fn default() -> Self {
        Self {
            concurrency: 4,
            spend_per_day: None,
            spend_per_month: None,
            parses_per_hour: 10,
            tiers: BTreeMap::new(),
        }
    }
}

const MONEY: std::ops::RangeInclusive<f64> = 0.0..=1_000_000.0;
const PER_HOUR: std::ops::RangeInclusive<u32> = 0..=100_000;

impl LlmSettings {
    /// Takes the three tables.
    pub(super) fn take(mut scope: Scope<'_>) -> Self {
        let mut tables = scope.table("providers");
        let providers: BTreeMap<_, _> = tables
            .names()
            .into_iter()
            .filter_map(|name| {
                let provider = Provider::take(tables.table(&name))?;
                Some((name, provider))
            })
            .collect();
        let names = tables.names();
        tables.finish();
        let mut tables = scope.table("roles");
        let roles = Role::NAMES
            .into_iter()
            .filter_map(|(name, role)| Some((role, RoleModel::take(tables.table(name), &names)?)))
            .collect();
        tables.finish();
        let limits = Limits::take(scope.table("limits"));
        scope.finish();
        Self { providers, roles, limits }
    }
}

impl Provider {
    fn take(mut scope: Scope<'_>) -> Option<Self> {
        if !scope.is_said() {
            return None;
        }
        let kind = scope.choice("kind", &ProviderKind::NAMES);
        let base_url = scope.text("base_url").map(|said| said.value);
        let ca_file = scope.text("ca_file").map(|said| said.value);
        let key = KeySource::take(&mut scope);
        if kind.is_none() && !scope.names().iter().any(|name| name == "kind") {
            scope.problem(scope.origin(), "kind", Fault::Missing);
        }
        // An Azure resource has an address of its own; there is no usual one to fall back to.
        if base_url.is_none() && kind.as_ref().is_some_and(|kind| kind.value == ProviderKind::Azure)
        {
            scope.problem(scope.origin(), "base_url", Fault::Missing);
        }
        scope.finish();
        Some(Self { kind: kind?.value, base_url, key, ca_file })
    }
}

impl KeySource {
    fn take(scope: &mut Scope<'_>) -> Option<Self> {
        let said = [
            ("key_env", scope.text("key_env").map(|said| said.map(Self::Variable))),
            ("key_file", scope.text("key_file").map(|said| said.map(Self::File))),
            ("key_command", scope.text("key_command").map(|said| said.map(Self::Command))),
        ];
        let mut found: Option<(&str, Self)> = None;
        for (key, said) in said {
            let Some(said) = said else { continue };
            match &found {
                Some((other, _)) => {
                    scope.problem(said.origin, key, Fault::Excludes { other: (*other).to_owned() });
                }
                None => found = Some((key, said.value)),
            }
        }
        found.map(|(_, source)| source)
    }
}

impl RoleModel {
    fn take(mut scope: Scope<'_>, providers: &[String]) -> Option<Self> {
        let provider = scope.text("provider");
        let model = scope.text("model");
        let temperature = scope.number("temperature", 0.0..=2.0).map(|said| said.value);
        let max_tokens = scope.whole("max_tokens", 1..=10_000_000).map(|said| said.value);
        let timeout_s = scope.whole("timeout_s", 1..=86_400).map(|said| said.value);
        if !scope.is_said() && provider.is_none() && model.is_none() {
            return None;
        }
        for (key, said) in [("provider", &provider), ("model", &model)] {
            if said.is_none() && !scope.names().iter().any(|name| name == key) {
                scope.problem(scope.origin(), key, Fault::Missing);
            }
        }
        if let Some(said) = &provider
            && !providers.contains(&said.value)
        {
            let fault = Fault::NotOneOf { value: said.value.clone(), allowed: providers.to_vec() };
            scope.problem(said.origin.clone(), "provider", fault);
        }
        scope.finish();
        Some(Self {
            provider: provider?.value,
            model: model?.value,
            temperature,
            max_tokens,
            timeout_s,
        })
    }
}

impl Limits {
    fn take(mut scope: Scope<'_>) -> Self {
        let defaults = Self::default();
        let concurrency =
            scope.whole("concurrency", 1..=64).map_or(defaults.concurrency, |said| said.value);
        let spend_per_day = scope.number("spend_per_day", MONEY).map(|said| said.value);
        let spend_per_month = scope.number("spend_per_month", MONEY).map(|said| said.value);
        let parses_per_hour = scope
            .whole("parses_per_hour", PER_HOUR)
            .map_or(defaults.parses_per_hour, |said| said.value);
        let mut tables = scope.table("tiers");
        let tiers = tables
            .names()
            .into_iter()
            .map(|name| {
                let tier = Tier::take(tables.table(&name));
                (name, tier)
            })
            .collect();
        tables.finish();
        scope.finish();
        Self { concurrency, spend_per_day, spend_per_month, parses_per_hour, tiers }
    }
}

impl Tier {
    fn take(mut scope: Scope<'_>) -> Self {
        let tier = Self {
            coaches: scope.texts("coaches").map(|said| said.value).unwrap_or_default(),
            spend_per_day: scope.number("spend_per_day", MONEY).map(|said| said.value),
            spend_per_month: scope.number("spend_per_month", MONEY).map(|said| said.value),
            parses_per_hour: scope.whole("parses_per_hour", PER_HOUR).map(|said| said.value),
        };
        scope.finish();
        tier
    }
}
