//! Prices, limits, waits, and the gate.

use std::time::{Duration, SystemTime};

use super::super::classify::{Advice, class_of};
use super::super::error::{Class, Reached};
use super::super::gate::Gate;
use super::super::limits::{Estimate, Spent};
use super::super::piece::Fault;
use super::super::prices::Prices;
use super::super::settings::{Limits, ProviderKind, ProviderSettings, Role, Tier};
use super::super::usage::Usage;

#[test]
fn the_table_is_dated_and_knows_versions_but_no_cousins() {
    let prices = Prices::default();
    let (as_of, currency) = Prices::as_of();
    assert_eq!((as_of.len(), currency), (10, "USD"));
    let input = |model: &str| prices.price(model).map(|price| price.input);
    assert_eq!(input("gpt-4o"), Some(2.5));
    assert_eq!(input("gpt-4o-2024-08-06"), Some(2.5));
    assert_eq!(input("openai/gpt-4o-mini"), Some(0.15));
    assert_eq!(input("claude-sonnet-4-20250514"), Some(3.0));
    assert_eq!(input("claude-opus-4-1"), Some(15.0));
    assert_eq!(input("gpt-4o-audio"), None);
    assert_eq!(input("mistral"), None);
    // the figures of the source document: 24,000 in and 12,300 out on gpt-4o-mini
    let usage = Usage { input_new: 24_000, output: 12_300, ..Usage::default() };
    let dollars = prices.price("gpt-4o-mini").unwrap().of(&usage);
    assert!((dollars - 0.010_98).abs() < 1e-9, "{dollars}");
}

#[test]
fn cached_tokens_are_counted_once() {
    let usage = Usage::of_total(3_237, 3_222, 0, 50, 10);
    assert_eq!((usage.input_new, usage.input()), (15, 3_237));
    assert!(usage.cached_share() > 0.99);
}

#[test]
fn limits_stop_before_the_call_and_name_their_figures() {
    let mut limits = Limits { spend_per_day: Some(1.0), ..Limits::default() };
    let trial = Tier { coaches: vec!["ben".into()], parses_per_hour: Some(3), ..Tier::default() };
    limits.tiers.insert("trial".into(), trial);
    let spent = Spent { today: 0.98, month: 4.0, parses: 3, next_parse_in: 12 };
    let dollars = Estimate::Dollars;
    let anna = limits.of("anna");
    assert_eq!(anna.admits(Role::Rerank, &spent, dollars(0.01), "m"), Ok(()));
    assert_eq!(
        anna.admits(Role::Rerank, &spent, dollars(0.05), "m"),
        Err(Reached::Day { spent: 0.98, limit: 1.0, next: 0.05 })
    );
    assert!(matches!(
        anna.admits(Role::Rerank, &spent, Estimate::Unknown, "m"),
        Err(Reached::NoPrice { .. })
    ));
    assert_eq!(anna.admits(Role::Rerank, &spent, Estimate::Free, "m"), Ok(()));
    assert_eq!(anna.admits(Role::Parse, &spent, Estimate::Free, "m"), Ok(()));
    assert_eq!(
        limits.of("ben").admits(Role::Parse, &spent, Estimate::Free, "m"),
        Err(Reached::Parses { made: 3, limit: 3, minutes: 12 })
    );
    assert_eq!(limits.of("ben").per_day, Some(1.0), "a tier changes only what it names");
}

#[test]
fn waits_are_read_in_every_form() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    let after = |name: &'static str, value: &'static str| {
        Advice::of(|asked| (asked == name).then_some(value), now).after
    };
    assert_eq!(after("retry-after", "7"), Some(Duration::from_secs(7)));
    assert_eq!(after("retry-after", "0.5"), Some(Duration::from_millis(500)));
    assert_eq!(after("retry-after-ms", "250"), Some(Duration::from_millis(250)));
    assert_eq!(
        after("retry-after", "Sun, 06 Nov 1994 08:49:47 GMT"),
        Some(Duration::from_secs(10))
    );
    assert_eq!(after("retry-after", "Sun, 06 Nov 1994 08:49:07 GMT"), Some(Duration::ZERO));
    assert_eq!(after("retry-after", "-3"), None);
    assert_eq!(after("retry-after", "soon"), None);
    let fault = Fault {
        status: Some(429),
        message: "Rate limit. Please try again in 1.5s.".into(),
        ..Fault::default()
    };
    let class = class_of(&fault, None, Advice::default());
    assert_eq!(class, Class::Busy { after: Some(Duration::from_millis(1_500)) });
}

#[test]
fn a_lost_base_is_known_by_code_status_or_words() {
    let lost = |status, code: &str, message: &str| {
        let fault = Fault { status: Some(status), code: code.into(), message: message.into() };
        class_of(&fault, Some("resp_1"), Advice::default()) == Class::BaseLost
    };
    assert!(lost(400, "previous_response_not_found invalid_request_error", ""));
    assert!(lost(404, "", "Response resp_1 not found"));
    assert!(lost(400, "400", "unknown field previous_response_id"));
    assert!(!lost(500, "", "resp_1 broke"));
    assert!(!lost(400, "", "bad temperature"));
}

#[tokio::test]
async fn the_gate_halves_on_too_many_and_recovers() {
    let gate = Gate::new(4);
    let passes = [gate.enter().await, gate.enter().await];
    gate.slow(Duration::ZERO);
    assert_eq!(gate.allowed(), 2);
    gate.slow(Duration::ZERO);
    gate.slow(Duration::ZERO);
    assert_eq!(gate.allowed(), 1);
    let mut third = Box::pin(gate.enter());
    assert!(futures_util::poll!(third.as_mut()).is_pending(), "two are inside, one is allowed");
    drop(passes);
    let pass = third.await;
    drop(pass);
    for _ in 0..12 {
        gate.ease();
    }
    assert_eq!(gate.allowed(), 4, "never more than configured");
}

#[test]
fn what_runs_here_is_known() {
    let at = |url: &str| ProviderSettings {
        kind: ProviderKind::OpenAiChat,
        base_url: Some(url.into()),
        api_version: None,
        key: None,
        ca_file: None,
    };
    for url in ["http://localhost:1/v1", "http://127.0.0.1", "http://[::1]:8080/v1"] {
        assert!(at(url).is_local(), "{url}");
    }
    for url in ["https://api.example", "http://localhost.example", "http://x@10.0.0.1"] {
        assert!(!at(url).is_local(), "{url}");
    }
}
