//! HTTP as far as it is needed, and the streams of two protocols.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::serve::pause;

/// What is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Protocol {
    Responses,
    Chat,
}

impl Protocol {
    pub(super) fn of(path: &str) -> Self {
        if path.ends_with("/chat/completions") { Self::Chat } else { Self::Responses }
    }

    /// The field a conversation stands in.
    pub(super) const fn turns(self) -> &'static str {
        match self {
            Self::Responses => "input",
            Self::Chat => "messages",
        }
    }
}

/// Tokens, as the server counts them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figures {
    pub(super) input: usize,
    pub(super) cached: usize,
    pub(super) output: usize,
}

/// The answer event by event; `breaks`: its end never comes.
pub(super) fn events(
    protocol: Protocol,
    id: &str,
    answer: &str,
    figures: Figures,
    breaks: bool,
) -> Vec<String> {
    let mut events = match protocol {
        Protocol::Responses => responses(id, answer, figures),
        Protocol::Chat => chat(answer, figures),
    };
    if breaks {
        let last = match protocol {
            Protocol::Responses => 1,
            Protocol::Chat => 3,
        };
        events.truncate(events.len() - last);
    }
    events
}

fn responses(id: &str, answer: &str, figures: Figures) -> Vec<String> {
    let event = |value: Value| {
        let kind = value["type"].as_str().unwrap().to_owned();
        format!("event: {kind}\ndata: {value}\n\n")
    };
    let created = json!({ "type": "response.created",
        "response": { "id": id, "model": "test-model-1" } });
    let texts = pieces(answer)
        .into_iter()
        .map(|piece| json!({ "type": "response.output_text.delta", "delta": piece }));
    let done = json!({ "type": "response.completed", "response": {
        "id": id, "model": "test-model-1", "status": "completed",
        "usage": {
            "input_tokens": figures.input,
            "input_tokens_details": { "cached_tokens": figures.cached },
            "output_tokens": figures.output,
            "output_tokens_details": { "reasoning_tokens": 0 },
        },
    }});
    std::iter::once(created).chain(texts).chain([done]).map(event).collect()
}

fn chat(answer: &str, figures: Figures) -> Vec<String> {
    let event = |value: &Value| format!("data: {value}\n\n");
    let texts = pieces(answer).into_iter().map(|piece| {
        json!({ "id": "c1", "model": "test-model-1",
            "choices": [{ "index": 0, "delta": { "content": piece } }] })
    });
    let stop = json!({ "id": "c1",
        "choices": [{ "index": 0, "delta": {}, "finish_reason": "stop" }] });
    let usage = json!({ "id": "c1", "choices": [], "usage": {
        "prompt_tokens": figures.input, "completion_tokens": figures.output,
        "prompt_tokens_details": { "cached_tokens": figures.cached },
    }});
    let mut events: Vec<String> = texts.chain([stop, usage]).map(|it| event(&it)).collect();
    events.push("data: [DONE]\n\n".to_owned());
    events
}

fn pieces(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    signs.chunks(40).map(|chunk| chunk.iter().collect()).collect()
}

/// Sends events, spread over a time.
pub(super) fn stream(stream: &mut TcpStream, events: &[String], over: Duration) {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
    // whoever asked may be gone
    let _ = stream.write_all(head.as_bytes());
    let each = over / u32::try_from(events.len()).unwrap().max(1);
    if each.is_zero() {
        let _ = stream.write_all(events.concat().as_bytes());
        return;
    }
    for event in events {
        pause(each);
        let _ = stream.write_all(event.as_bytes());
    }
}

pub(super) fn request(stream: &mut TcpStream) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    let mut chunk = [0_u8; 16_384];
    let end = loop {
        let count = stream.read(&mut chunk).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&chunk[..count]);
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length: usize = head
        .lines()
        .find_map(|line| {
            line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok()
        })
        .unwrap_or(0);
    while bytes.len() < end + length {
        let count = stream.read(&mut chunk).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&chunk[..count]);
    }
    let path = head.split_whitespace().nth(1)?.to_owned();
    Some((path, String::from_utf8_lossy(&bytes[end..]).into_owned()))
}

pub(super) fn respond(stream: &mut TcpStream, status: u16, body: &str) {
    let _ = write!(
        stream,
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    );
}
