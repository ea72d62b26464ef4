//! What a model is asked, in words of our own: a base that stays the same over many requests,
//! what is new, and the form the answer shall have.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::veil::Veil;

/// One question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Who the model shall be. Not inherited by a remote base, so it is sent every time.
    pub instructions: String,
    /// The conversation that many requests share. Written first and the same way every time, so
    /// that its bytes are equal and a provider's cache finds it.
    pub base: Vec<Turn>,
    /// The id under which the provider keeps the base, where it keeps conversations; the turns
    /// of [`Request::base`] are then left out.
    pub remote_base: Option<String>,
    /// What is new.
    pub turns: Vec<Turn>,
    /// The form of the answer.
    pub output: Output,
    /// Longest answer in tokens; the role's setting wins.
    pub max_tokens: u32,
    /// 0 (always the same) to 2; the role's setting wins.
    pub temperature: Option<f64>,
    /// Equal for requests that share a base, so that they meet the same cache.
    pub cache_key: Option<String>,
    /// Whether the provider shall keep the exchange for forks.
    pub keep: Keep,
    /// Tokens the answer will probably take, for the estimate before the call.
    pub expected_output: u32,
    /// Name and content hash of the prompt, for the records.
    pub prompt: PromptId,
}

/// Which prompt a request was made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromptId {
    /// Its name, e.g. `rerank`.
    pub name: String,
    /// The first digits of its content's hash: the version.
    pub hash: String,
}

/// A contribution to a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Turn {
    /// Whose it is.
    pub speaker: Speaker,
    /// What was said.
    pub text: String,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// We.
    User,
    /// The model.
    Assistant,
}

impl Speaker {
    /// The name in a transcript, which is also that of most protocols.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Assistant => "assistant",
        }
    }
}

/// The form of an answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Output {
    /// Prose.
    #[default]
    Text,
    /// JSON of a schema.
    Json {
        /// Name of the schema: letters, digits, `_`, at most 64.
        name: &'static str,
        /// A strict schema, from [`super::schema::strict`].
        schema: Value,
    },
}

/// Whether the provider shall keep an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keep {
    /// It is answered and forgotten.
    #[default]
    Nothing,
    /// It is kept, so that later requests can fork from it.
    ForForks,
}

impl Turn {
    /// Something we say.
    #[must_use]
    pub fn user(text: impl Into<String>) -> Self {
        Self { speaker: Speaker::User, text: text.into() }
    }

    /// Something the model said.
    #[must_use]
    pub fn assistant(text: impl Into<String>) -> Self {
        Self { speaker: Speaker::Assistant, text: text.into() }
    }
}

impl Request {
    /// The turns that are sent: the base, unless the provider has it, and what is new.
    pub fn sent(&self) -> impl Iterator<Item = &Turn> {
        let base = if self.remote_base.is_some() { &[] } else { self.base.as_slice() };
        base.iter().chain(&self.turns)
    }

    /// The same with every name and contact covered.
    #[must_use]
    pub fn covered(&self, veil: &Veil) -> Self {
        let cover = |turns: &[Turn]| {
            turns
                .iter()
                .map(|turn| Turn { speaker: turn.speaker, text: veil.cover(&turn.text) })
                .collect()
        };
        Self {
            instructions: veil.cover(&self.instructions),
            base: cover(&self.base),
            turns: cover(&self.turns),
            ..self.clone()
        }
    }

    /// A name for the question itself: equal for equal words, whoever is asked. Recorded answers
    /// are found by it.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hash = Sha256::new().chain_update(&self.instructions).chain_update([0]);
        for turn in self.base.iter().chain(&self.turns) {
            hash.update(turn.speaker.name());
            hash.update([0]);
            hash.update(&turn.text);
            hash.update([0]);
        }
        if let Output::Json { name, schema } = &self.output {
            hash.update(name);
            hash.update(schema.to_string());
        }
        hex(&hash.finalize(), 8)
    }

    /// Roughly the tokens of what is sent: four bytes each, which is high for German and right
    /// for JSON. Only for estimates before a call; bills come from what the provider counts.
    #[must_use]
    pub fn estimated_tokens(&self) -> u64 {
        let turns = self.base.iter().chain(&self.turns);
        let bytes = self.instructions.len() + turns.map(|turn| turn.text.len()).sum::<usize>();
        let schema = match &self.output {
            Output::Text => 0,
            Output::Json { schema, .. } => schema.to_string().len(),
        };
        (bytes + schema).div_ceil(4) as u64
    }
}

/// The first `bytes` bytes of a digest as hexadecimal digits.
pub(crate) fn hex(digest: &[u8], bytes: usize) -> String {
    use std::fmt::Write as _;
    digest.iter().take(bytes).fold(String::new(), |mut text, byte| {
        // writing to a string cannot fail
        let _ = write!(text, "{byte:02x}");
        text
    })
}
