//! Language models in a running program: the client with a host that knows the time, the ledger
//! and the transcripts; who may be asked about; and the uses, ready for screens and commands.

mod beginnings;
mod consent;
mod daily;
mod host;
mod ledger;
mod uses;

pub use consent::Standing;
pub use daily::daily;
pub use ledger::{Summary, alerts, summary};
pub use uses::Reranking;

use std::sync::Arc;

use crate::config::{Environment, Settings};
use crate::domain::Viewer;
use crate::llm::{Client, Named, Timers, Veil};
use crate::store::Store;

use host::RunningHost;

/// The models of this process.
#[derive(Debug)]
pub struct Models {
    /// Asks them.
    pub client: Client,
    host: Arc<RunningHost>,
    store: Store,
}

/// Words that stand for a person in no plan, but are often a login.
const NO_NAMES: [&str; 8] =
    ["coach", "trainer", "trainerin", "admin", "root", "user", "demo", "test"];

impl Models {
    /// Sets models up. Connects to nobody and reads no key; must be called within tokio.
    #[must_use]
    pub fn start(settings: &Settings, environment: &Environment, store: Store) -> Self {
        Self::with_timers(settings, environment, store, Timers::default())
    }

    /// As [`Models::start`], with other timers.
    #[must_use]
    pub fn with_timers(
        settings: &Settings,
        environment: &Environment,
        store: Store,
        timers: Timers,
    ) -> Self {
        let folder = settings.state_dir.as_ref().map(|folder| folder.join("transcripts"));
        let days = settings.llm.transcripts.keep_days;
        let host = Arc::new(RunningHost::start(environment, store.clone(), folder, days));
        let mut llm = settings.llm.clone();
        host.name_recordings(&mut llm);
        let client = Client::new(llm, timers, host.clone());
        Self { client, host, store }
    }

    /// Waits until ledger and transcripts are written.
    pub async fn finish(&self) {
        self.host.flush().await;
    }

    /// Every name the program knows of in the viewer's club, to be covered.
    pub async fn veil(&self, viewer: &Viewer) -> Veil {
        let mut names: Vec<(Named, String)> = Vec::new();
        // a list that cannot be read is told by whatever needs it; a veil without it covers less,
        // so that nothing may then be sent is decided in `uses`
        for athlete in self.store.athletes(viewer).await.unwrap_or_default() {
            names.push((Named::Person, athlete.name));
        }
        for coach in self.store.coaches(viewer).await.unwrap_or_default() {
            names.push((Named::Person, coach.name));
            names.push((Named::Person, coach.id.to_string()));
        }
        for group in self.store.groups(viewer).await.unwrap_or_default() {
            names.push((Named::Group, group.name));
        }
        names.retain(|(_, name)| !NO_NAMES.contains(&name.to_lowercase().as_str()));
        Veil::new(names.iter().map(|(kind, name)| (*kind, name.as_str())))
    }
}
