//! `[llm…]` taken out of the file into [`LlmSettings`]. Only the shape is checked here; keys are
//! named, never held.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::llm::{
    KeySource, Limits, LlmSettings, Price, Profile, PromptSettings, ProviderKind, ProviderSettings,
    Role, RoleModel, Steps, Tier, Transcripts,
};

use super::error::{Expected, Fault};
use super::scope::{Said, Scope};

const MONEY: std::ops::RangeInclusive<f64> = 0.0..=1_000_000.0;
const PER_HOUR: std::ops::RangeInclusive<u32> = 0..=100_000;

/// The longest a transcript may be kept: ten years.
const DAYS: std::ops::RangeInclusive<u32> = 0..=3_650;
/// Dollars per million tokens.
const PRICE: std::ops::RangeInclusive<f64> = 0.0..=100_000.0;

/// Takes every table about models. Paths go through `place`, which knows what they are relative
/// to.
pub(super) fn take(mut scope: Scope<'_>, place: &Place<'_>) -> LlmSettings {
    let mut tables = scope.table("providers");
    let providers: BTreeMap<_, _> = tables
        .names()
        .into_iter()
        .filter_map(|name| {
            let provider = provider(tables.table(&name), place)?;
            Some((name, provider))
        })
        .collect();
    let names = tables.names();
    tables.finish();
    let mut tables = scope.table("roles");
    let roles = Role::NAMES
        .into_iter()
        .filter_map(|(name, role)| Some((role, role_model(tables.table(name), &names)?)))
        .collect();
    tables.finish();
    let steps = scope.choice("steps", &Steps::NAMES).map(|said| said.value).unwrap_or_default();
    let limits = limits(scope.table("limits"));
    let mut tables = scope.table("prices");
    let prices = tables
        .names()
        .into_iter()
        .filter_map(|name| {
            let price = price(tables.table(&name))?;
            Some((name, price))
        })
        .collect();
    tables.finish();
    let transcripts = transcripts(scope.table("transcripts"));
    let prompts = prompts(scope.table("prompts"), place);
    scope.finish();
    LlmSettings { providers, steps, roles, limits, prices, transcripts, prompts }
}

/// Makes a path of a file's text: relative ones start at the file's folder, `~/` at home.
pub(super) type Place<'a> = dyn Fn(&Said<String>) -> PathBuf + 'a;

fn price(mut scope: Scope<'_>) -> Option<Price> {
    let mut number = |key: &str| scope.number(key, PRICE).map(|said| said.value);
    let (input, cached, written, output) =
        (number("input"), number("cached"), number("cache_write"), number("output"));
    for (key, value) in [("input", input), ("output", output)] {
        if value.is_none() && !scope.names().iter().any(|name| name == key) {
            scope.problem(scope.origin(), key, Fault::Missing);
        }
    }
    scope.finish();
    let (input, output) = (input?, output?);
    Some(Price {
        input,
        cached: cached.unwrap_or(input),
        cache_write: written.unwrap_or(input),
        output,
    })
}

fn transcripts(mut scope: Scope<'_>) -> Transcripts {
    let keep_days = scope.whole("keep_days", DAYS).map(|said| said.value);
    scope.finish();
    keep_days.map_or_else(Transcripts::default, |keep_days| Transcripts { keep_days })
}

fn prompts(mut scope: Scope<'_>, place: &Place<'_>) -> PromptSettings {
    let dir = scope.text("dir").map(|said| place(&said));
    let off = scope.texts("off").map(|said| said.value.into_iter().collect()).unwrap_or_default();
    scope.finish();
    PromptSettings { dir, off }
}

fn provider(mut scope: Scope<'_>, place: &Place<'_>) -> Option<ProviderSettings> {
    if !scope.is_said() {
        return None;
    }
    let kind = scope.choice("kind", &ProviderKind::NAMES);
    let base_url = scope.text("base_url").map(|said| said.value);
    let api_version = scope.text("api_version").map(|said| said.value);
    let ca_file = scope.text("ca_file").map(|said| place(&said));
    let key = key(&mut scope, place);
    if kind.is_none() && !scope.names().iter().any(|name| name == "kind") {
        scope.problem(scope.origin(), "kind", Fault::Missing);
    }
    // An Azure resource has an address of its own; there is no usual one to fall back to.
    if base_url.is_none() && kind.as_ref().is_some_and(|kind| kind.value == ProviderKind::Azure) {
        scope.problem(scope.origin(), "base_url", Fault::Missing);
    }
    scope.finish();
    Some(ProviderSettings { kind: kind?.value, base_url, api_version, key, ca_file })
}

fn key(scope: &mut Scope<'_>, place: &Place<'_>) -> Option<KeySource> {
    let file = scope.text("key_file").map(|said| {
        let path = place(&said);
        said.map(|_| KeySource::File(path))
    });
    let said = [
        ("key_env", scope.text("key_env").map(|said| said.map(KeySource::Variable))),
        ("key_file", file),
        ("key_command", scope.text("key_command").map(|said| said.map(KeySource::Command))),
    ];
    let mut found: Option<(&str, KeySource)> = None;
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

/// `PROVIDER/MODEL`; the model's own name may hold further slashes.
fn fallback(scope: &mut Scope<'_>, providers: &[String]) -> Vec<(String, String)> {
    let Some(said) = scope.texts("fallback") else { return Vec::new() };
    let mut found = Vec::new();
    for text in said.value {
        match text.split_once('/') {
            Some((provider, model)) if providers.iter().any(|name| name == provider) => {
                found.push((provider.to_owned(), model.to_owned()));
            }
            Some((provider, _)) => {
                let fault =
                    Fault::NotOneOf { value: provider.to_owned(), allowed: providers.to_vec() };
                scope.problem(said.origin.clone(), "fallback", fault);
            }
            None => {
                let fault = Fault::WrongType { value: text, expected: Expected::ProviderModel };
                scope.problem(said.origin.clone(), "fallback", fault);
            }
        }
    }
    found
}

fn role_model(mut scope: Scope<'_>, providers: &[String]) -> Option<RoleModel> {
    let provider = scope.text("provider");
    let model = scope.text("model");
    let profile = scope.choice("profile", &Profile::NAMES).map(|said| said.value);
    let temperature = scope.number("temperature", 0.0..=2.0).map(|said| said.value);
    let max_tokens = scope.whole("max_tokens", 1..=10_000_000).map(|said| said.value);
    let timeout_s = scope.whole("timeout_s", 1..=86_400).map(|said| said.value);
    let fallback = fallback(&mut scope, providers);
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
    Some(RoleModel {
        provider: provider?.value,
        model: model?.value,
        profile,
        temperature,
        max_tokens,
        timeout_s,
        fallback,
    })
}

fn limits(mut scope: Scope<'_>) -> Limits {
    let defaults = Limits::default();
    let concurrency =
        scope.whole("concurrency", 1..=64).map_or(defaults.concurrency, |said| said.value);
    let spend_per_day = scope.number("spend_per_day", MONEY).map(|said| said.value);
    let spend_per_month = scope.number("spend_per_month", MONEY).map(|said| said.value);
    let parses_per_hour = scope
        .whole("parses_per_hour", PER_HOUR)
        .map_or(defaults.parses_per_hour, |said| said.value);
    let alert_at = scope.number("alert_at", 0.0..=1.0).map_or(defaults.alert_at, |said| said.value);
    let mut tables = scope.table("tiers");
    let tiers = tables
        .names()
        .into_iter()
        .map(|name| {
            let tier = tier(tables.table(&name));
            (name, tier)
        })
        .collect();
    tables.finish();
    scope.finish();
    Limits { concurrency, spend_per_day, spend_per_month, parses_per_hour, alert_at, tiers }
}

fn tier(mut scope: Scope<'_>) -> Tier {
    let tier = Tier {
        coaches: scope.texts("coaches").map(|said| said.value).unwrap_or_default(),
        spend_per_day: scope.number("spend_per_day", MONEY).map(|said| said.value),
        spend_per_month: scope.number("spend_per_month", MONEY).map(|said| said.value),
        parses_per_hour: scope.whole("parses_per_hour", PER_HOUR).map(|said| said.value),
    };
    scope.finish();
    tier
}
