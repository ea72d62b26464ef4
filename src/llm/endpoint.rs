//! Where a request goes: address, protocol and headers of a configured provider.

use secrecy::{ExposeSecret, SecretString};

use super::settings::{ProviderKind, ProviderSettings};
use super::wire::{Dialect, Wire};

/// The version of Anthropic's interface that is spoken here.
const ANTHROPIC_VERSION: &str = "2023-06-01";

/// A request's address and headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) url: String,
    /// Name and value; what is secret is kept apart.
    pub(super) headers: Vec<(&'static str, &'static str)>,
    /// The header the key travels in, and what stands before it.
    pub(super) key_header: (&'static str, &'static str),
}

/// The protocol a provider speaks.
pub(super) fn wire(settings: &ProviderSettings) -> Wire {
    match settings.kind {
        ProviderKind::OpenAiResponses => Wire::Responses,
        ProviderKind::Azure if settings.api_version.is_none() => Wire::Responses,
        // Ollama's own protocol has no strict schema over genai and counts no cache; its /v1 does
        ProviderKind::OpenAiChat
        | ProviderKind::Azure
        | ProviderKind::Ollama
        | ProviderKind::Replay => Wire::Chat,
        ProviderKind::Anthropic => Wire::Anthropic,
        ProviderKind::Gemini => Wire::Gemini,
    }
}

/// What the server behind an address takes.
pub(super) fn dialect(settings: &ProviderSettings) -> Dialect {
    let native = match settings.kind {
        ProviderKind::OpenAiResponses | ProviderKind::OpenAiChat => {
            settings.base_url.as_ref().is_none_or(|url| url.contains("api.openai.com"))
        }
        _ => false,
    };
    Dialect { native }
}

/// The address for a model. A base URL with or without the version part is understood.
pub(super) fn address(settings: &ProviderSettings, model: &str) -> Address {
    let base = settings.base_url.as_deref().map(|url| url.trim_end_matches('/'));
    let bearer = ("authorization", "Bearer ");
    let plain = |url: String| Address { url, headers: Vec::new(), key_header: bearer };
    match settings.kind {
        ProviderKind::OpenAiResponses => {
            plain(format!("{}/responses", base.unwrap_or("https://api.openai.com/v1")))
        }
        ProviderKind::OpenAiChat => {
            plain(format!("{}/chat/completions", base.unwrap_or("https://api.openai.com/v1")))
        }
        ProviderKind::Ollama | ProviderKind::Replay => {
            let base = base.unwrap_or("http://localhost:11434");
            plain(format!("{}/chat/completions", with_part(base, "/v1")))
        }
        ProviderKind::Anthropic => Address {
            url: format!(
                "{}/messages",
                with_part(base.unwrap_or("https://api.anthropic.com"), "/v1")
            ),
            headers: vec![("anthropic-version", ANTHROPIC_VERSION)],
            key_header: ("x-api-key", ""),
        },
        ProviderKind::Gemini => {
            let base = base.unwrap_or("https://generativelanguage.googleapis.com");
            let model = model.strip_prefix("models/").unwrap_or(model);
            Address {
                url: format!(
                    "{}/models/{}:streamGenerateContent?alt=sse",
                    with_part(base, "/v1beta"),
                    escaped(model)
                ),
                headers: Vec::new(),
                key_header: ("x-goog-api-key", ""),
            }
        }
        ProviderKind::Azure => {
            let base = base.unwrap_or_default();
            let url = match &settings.api_version {
                Some(version) => format!(
                    "{base}/openai/deployments/{}/chat/completions?api-version={}",
                    escaped(model),
                    escaped(version)
                ),
                None => format!("{}/responses", with_part(base, "/openai/v1")),
            };
            Address { url, headers: Vec::new(), key_header: ("api-key", "") }
        }
    }
}

/// The value of the header the key travels in.
pub(super) fn key_value(address: &Address, key: &SecretString) -> String {
    format!("{}{}", address.key_header.1, key.expose_secret())
}

/// The base with a part of the path, unless it has it already.
fn with_part(base: &str, part: &str) -> String {
    if base.ends_with(part) { base.to_owned() } else { format!("{base}{part}") }
}

/// A name as one part of a path: whatever could end the part is written in per cent.
fn escaped(name: &str) -> String {
    use std::fmt::Write as _;
    name.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // writing to a string cannot fail
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}
