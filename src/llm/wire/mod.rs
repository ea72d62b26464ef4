//! The protocols: what a request looks like on each, and what their events mean. Pure: values in,
//! JSON out, events in, pieces out.

mod anthropic;
mod chat;
mod fault;
mod gemini;
mod responses;

use serde_json::{Map, Value};

use super::piece::{Fault, Piece, Stop};
use super::request::{Keep, Output, Request, Speaker, Turn};
use super::sse;
use super::usage::Usage;

pub(super) use fault::fault_of;

/// A protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wire {
    /// `OpenAI` Responses.
    Responses,
    /// Chat Completions.
    Chat,
    /// Anthropic Messages.
    Anthropic,
    /// Gemini.
    Gemini,
}

/// What a protocol, or a server that speaks it, cannot do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Whether the server is `OpenAI`'s own and takes its newest fields; others get only what
    /// every compatible server knows.
    pub(super) native: bool,
}

/// What is said beside the request itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    /// The model.
    pub(super) model: &'a str,
    /// Longest answer in tokens.
    pub(super) max_tokens: u32,
    /// 0–2.
    pub(super) temperature: Option<f64>,
    /// What the server takes.
    pub(super) dialect: Dialect,
}

impl Wire {
    /// The body of a request.
    pub(super) fn body(self, request: &Request, said: Said<'_>) -> Value {
        match self {
            Self::Responses => responses::body(request, said),
            Self::Chat => chat::body(request, said),
            Self::Anthropic => anthropic::body(request, said),
            Self::Gemini => gemini::body(request, said),
        }
    }

    /// A reader for one answer.
    pub(super) fn reader(self) -> Box<dyn Reader> {
        match self {
            Self::Responses => Box::<responses::Answer>::default(),
            Self::Chat => Box::<chat::Answer>::default(),
            Self::Anthropic => Box::<anthropic::Answer>::default(),
            Self::Gemini => Box::<gemini::Answer>::default(),
        }
    }
}

/// Reads the events of one answer.
pub(super) trait Reader: Send {
    /// One event of a stream that is JSON.
    fn event(&mut self, name: &str, data: &Value, out: &mut Vec<Piece>);

    /// A whole answer in one JSON document, from a server that does not stream.
    fn whole(&mut self, body: &Value, out: &mut Vec<Piece>);
}

/// Reads an event of the stream: the terminator, an error, or JSON of the protocol. What is none
/// of these is reported as `false`.
pub(super) fn read(reader: &mut dyn Reader, event: &sse::Event, out: &mut Vec<Piece>) -> bool {
    let data = event.data.trim();
    if data == "[DONE]" {
        out.push(Piece::Last);
        return true;
    }
    if data.is_empty() {
        return true;
    }
    let value = serde_json::from_str::<Value>(data).ok().filter(Value::is_object);
    let Some(value) = value else {
        if event.name == "error" {
            out.push(Piece::Fault(Fault { message: data.to_owned(), ..Fault::default() }));
            return true;
        }
        return false;
    };
    if let Some(fault) = fault::in_stream(&event.name, &value) {
        out.push(Piece::Fault(fault));
    } else {
        reader.event(&event.name, &value, out);
    }
    true
}

fn text<'a>(value: &'a Value, path: &str) -> Option<&'a str> {
    value.pointer(path)?.as_str()
}

fn count(value: &Value, path: &str) -> u64 {
    value.pointer(path).and_then(Value::as_u64).unwrap_or(0)
}

fn say(out: &mut Vec<Piece>, words: &str) {
    if !words.is_empty() {
        out.push(Piece::Text(words.to_owned()));
    }
}

fn name_model(out: &mut Vec<Piece>, model: Option<&str>) {
    out.extend(model.map(|model| Piece::Model(model.to_owned())));
}

/// `{role, content}` of a turn, as most protocols write it.
fn message(turn: &Turn) -> Value {
    serde_json::json!({ "role": turn.speaker.name(), "content": turn.text })
}

fn put(body: &mut Map<String, Value>, key: &str, value: impl Into<Value>) {
    body.insert(key.to_owned(), value.into());
}
