//! A host for the client: real time, no jitter, and everything noted kept in memory.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use planwright::domain::{ClubId, CoachId, Viewer};
use planwright::llm::{
    Client, Exchanged, Host, KeySource, LlmSettings, ProviderKind, ProviderSettings, Record, Role,
    RoleModel, Spent, Timers, transcript,
};

#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(crate) records: Mutex<Vec<Record>>,
    /// Every transcript file, by name.
    pub(crate) files: Mutex<Vec<(String, String)>>,
    pub(crate) spent: Mutex<Spent>,
    ids: AtomicU32,
}

impl Host for Memory {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_780_000_000).unwrap()
    }

    fn chance(&self) -> f64 {
        0.0
    }

    fn fresh_id(&self) -> String {
        format!("e{}", self.ids.fetch_add(1, Ordering::Relaxed))
    }

    fn variable(&self, name: &str) -> Option<String> {
        (name == "TEST_KEY").then(|| KEY.to_owned())
    }

    fn spent<'a>(&'a self, _: &'a Viewer) -> BoxFuture<'a, Spent> {
        let spent = self.spent.lock().unwrap().clone();
        Box::pin(async move { spent })
    }

    fn note(&self, record: &Record) {
        self.records.lock().unwrap().push(record.clone());
    }

    fn keep(&self, exchanged: &Exchanged<'_>) {
        self.files.lock().unwrap().extend(transcript::files(exchanged, "t1"));
    }
}

/// The key every test uses; it must turn up nowhere.
pub(crate) const KEY: &str = "sk-test-VERYSECRET-0123456789";

pub(crate) fn viewer() -> Viewer {
    Viewer { coach: CoachId::new("anna"), club: ClubId::new("club") }
}

/// Timers short enough for tests and long enough for a busy machine.
pub(crate) fn timers() -> Timers {
    Timers {
        connect: Duration::from_secs(2),
        first: Duration::from_millis(400),
        gap: Duration::from_millis(400),
        grace: Duration::from_millis(100),
        pause: Duration::from_millis(1),
        pause_most: Duration::from_millis(5),
        retry_after_most: Duration::from_secs(2),
    }
}

pub(crate) fn provider(kind: ProviderKind, url: &str) -> ProviderSettings {
    let url = match kind {
        ProviderKind::OpenAiResponses | ProviderKind::OpenAiChat => format!("{url}/v1"),
        _ => url.to_owned(),
    };
    ProviderSettings {
        kind,
        base_url: Some(url),
        api_version: None,
        key: Some(KeySource::Variable("TEST_KEY".into())),
        ca_file: None,
    }
}

pub(crate) fn role(provider: &str) -> RoleModel {
    RoleModel {
        provider: provider.into(),
        model: "gpt-4.1-mini".into(),
        profile: None,
        temperature: None,
        max_tokens: None,
        timeout_s: None,
        fallback: Vec::new(),
    }
}

pub(crate) fn settings(kind: ProviderKind, url: &str) -> LlmSettings {
    LlmSettings {
        providers: BTreeMap::from([("test".into(), provider(kind, url))]),
        roles: BTreeMap::from([(Role::Rerank, role("test")), (Role::Parse, role("test"))]),
        ..LlmSettings::default()
    }
}

pub(crate) fn client(settings: LlmSettings) -> (Client, Arc<Memory>) {
    client_with(settings, timers())
}

pub(crate) fn client_with(settings: LlmSettings, timers: Timers) -> (Client, Arc<Memory>) {
    let memory = Arc::new(Memory::default());
    (Client::new(settings, timers, memory.clone()), memory)
}
