//! What is to be said, before it is said in a language: a key of the message catalogue and the
//! values that go into it. Reasons, findings and errors travel in this form and are stored so.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Bilingual;

/// A sentence to be rendered by the message catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Key in the catalogue, e.g. `reason-successor`.
    pub id: Cow<'static, str>,
    /// Named values for the sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// A value inside a [`Message`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A number; the catalogue writes it with the language's decimal sign.
    Number(f64),
    /// Text that is the same in every language.
    Text(String),
    /// A name that differs by language.
    Name(Bilingual),
    /// A sentence inside the sentence.
    Message(Box<Message>),
}

impl Message {
    /// A message without values.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), args: Vec::new() }
    }

    /// The message with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), value.into()));
        self
    }
}

/// Errors and findings that can tell a coach what happened and what to do next.
pub trait Explain {
    /// The sentence for people; `Display` stays the English line for logs.
    fn message(&self) -> Message;
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Bilingual> for Arg {
    fn from(name: Bilingual) -> Self {
        Self::Name(name)
    }
}

impl From<&Bilingual> for Arg {
    fn from(name: &Bilingual) -> Self {
        Self::Name(name.clone())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Arg {
            fn from(value: $kind) -> Self {
                Self::Number(f64::from(value))
            }
        }
    )+};
}
numbers!(u8, u16, u32, i32, f32, f64);

impl From<usize> for Arg {
    #[expect(clippy::cast_precision_loss, reason = "counts shown to people stay far below 2^52")]
    fn from(value: usize) -> Self {
        Self::Number(value as f64)
    }
}
