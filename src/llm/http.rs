//! The connection: one client per provider, built when it is first needed, for TLS costs start
//! time and memory that a program without models must not pay.

use std::sync::OnceLock;
use std::time::Duration;

use reqwest::{Certificate, Client, redirect};

use super::settings::ProviderSettings;

/// A client that cannot be built.
#[derive(Debug, thiserror::Error)]
pub(super) enum SetUpError {
    /// The certificate file cannot be read.
    #[error("{path}: {reason}")]
    Certificates {
        /// The file.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// Anything else.
    #[error("{0}")]
    Client(String),
}

/// Builds the client of a provider. Proxies come from the usual variables.
pub(super) fn client(settings: &ProviderSettings, connect: Duration) -> Result<Client, SetUpError> {
    install_crypto();
    let mut builder = Client::builder()
        .user_agent(concat!("planwright/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(connect)
        // a key must not follow a redirect to somewhere else
        .redirect(redirect::Policy::none())
        // a request is repeated by us, who know what was shown of it, or not at all
        .retry(reqwest::retry::never())
        .tcp_nodelay(true)
        .pool_idle_timeout(Duration::from_secs(30));
    if settings.is_local() {
        // a proxy would look for a server on its own machine
        builder = builder.no_proxy();
    }
    if let Some(path) = &settings.ca_file {
        let failed =
            |reason: String| SetUpError::Certificates { path: path.display().to_string(), reason };
        let pem = std::fs::read(path).map_err(|error| failed(error.to_string()))?;
        let found =
            Certificate::from_pem_bundle(&pem).map_err(|error| failed(error.to_string()))?;
        if found.is_empty() {
            return Err(failed("no certificate in it".to_owned()));
        }
        builder = builder.tls_certs_merge(found);
    }
    builder.build().map_err(|error| SetUpError::Client(with_causes(&error)))
}

/// Chooses ring once for the process: the tree has no other provider of cryptography.
fn install_crypto() {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        // an error means that somebody chose one before, which is as good
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
}

/// An error with everything behind it: reqwest's own line says only "error sending request".
pub(super) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let line = error.to_string();
        if !text.contains(&line) {
            text = format!("{text}: {line}");
        }
        cause = error.source();
    }
    text
}
