//! The model: an HTTP server that answers with weeks written beforehand.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// What a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Asked {
    Base,
    Outline,
    Week(u16),
}

/// What the server does instead of answering well.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// A status and a body.
    Status(u16, &'static str),
    /// Another answer.
    Says(String),
    /// The answer breaks off in the middle.
    BreaksOff,
    /// Every conversation that is kept is forgotten before this request is looked at.
    Forgets,
}

/// A request, as the server counted it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) asked: Asked,
    pub(crate) status: u16,
    pub(crate) input: usize,
    pub(crate) cached: usize,
    pub(crate) output: usize,
    pub(crate) bytes: usize,
    pub(crate) body: Value,
}

/// Decides about a request: what is asked, and how often that was asked before.
pub(crate) type Script = dyn Fn(Asked, usize) -> Option<Fault> + Send + Sync;

/// What the server answers with.
pub(crate) struct Answers {
    pub(crate) outline: Value,
    pub(crate) weeks: BTreeMap<u16, Value>,
}

#[derive(Default)]
struct State {
    seen: Vec<Seen>,
    counts: BTreeMap<Asked, usize>,
    kept: BTreeMap<String, String>,
    prefixes: Vec<Vec<u32>>,
    ids: usize,
    waiting: usize,
    left: usize,
    waves: Vec<usize>,
}

pub(crate) struct Model {
    pub(crate) url: String,
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    wave: Condvar,
    answers: Answers,
    script: Box<Script>,
    /// Weeks wait for each other in groups of this many, which shows how many come at once.
    together: usize,
    latency: Duration,
    tokens: &'static tiktoken_rs::CoreBPE,
}

impl Model {
    /// A model that answers well.
    pub(crate) fn start(answers: Answers) -> Self {
        Self::with(answers, Box::new(|_, _| None), 0, Duration::ZERO)
    }

    pub(crate) fn with(
        answers: Answers,
        script: Box<Script>,
        together: usize,
        latency: Duration,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let left = answers.weeks.len();
        let shared = Arc::new(Shared {
            state: Mutex::new(State { left, ..State::default() }),
            wave: Condvar::new(),
            answers,
            script,
            together,
            latency,
            tokens: tiktoken_rs::o200k_base_singleton(),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for connection in listener.incoming() {
                let Ok(stream) = connection else { return };
                let shared = Arc::clone(&serving);
                thread::spawn(move || shared.serve(stream));
            }
        });
        Self { url, shared }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.shared.state.lock().unwrap().seen.clone()
    }

    /// How many weeks were under way together, wave by wave.
    pub(crate) fn waves(&self) -> Vec<usize> {
        self.shared.state.lock().unwrap().waves.clone()
    }

    pub(crate) fn count(&self, asked: Asked) -> usize {
        self.seen().iter().filter(|seen| seen.asked == asked).count()
    }

    /// The weeks that were answered well, each as often as it was.
    pub(crate) fn answered_weeks(&self) -> Vec<u16> {
        let mut weeks: Vec<u16> = self
            .seen()
            .iter()
            .filter(|seen| seen.status == 200)
            .filter_map(|seen| match seen.asked {
                Asked::Week(week) => Some(week),
                _ => None,
            })
            .collect();
        weeks.sort_unstable();
        weeks
    }
}

impl Shared {
    fn serve(&self, mut stream: TcpStream) {
        let Some((path, body)) = request(&mut stream) else { return };
        let value: Value = serde_json::from_str(&body).unwrap();
        let chat = path.ends_with("/chat/completions");
        let turns = value[if chat { "messages" } else { "input" }].as_array().unwrap().clone();
        let asked = asked(&turns);
        let fault = {
            let mut state = self.state.lock().unwrap();
            let count = state.counts.entry(asked).or_default();
            *count += 1;
            let before = *count - 1;
            drop(state);
            (self.script)(asked, before)
        };
        if matches!(fault, Some(Fault::Forgets)) {
            self.state.lock().unwrap().kept.clear();
        }
        let mut said = value["instructions"].as_str().unwrap_or_default().to_owned();
        if let Some(id) = value["previous_response_id"].as_str() {
            let kept = self.state.lock().unwrap().kept.get(id).cloned();
            let Some(kept) = kept else {
                self.note(asked, 404, (0, 0, 0), &body, value.clone());
                let error = json!({ "error": {
                    "type": "invalid_request_error",
                    "code": "previous_response_not_found",
                    "message": format!("Previous response with id '{id}' not found."),
                }});
                respond(&mut stream, 400, &error.to_string());
                return;
            };
            // what is kept begins with the instructions it was made with
            said = kept;
        }
        for turn in &turns {
            let (role, content) = (turn["role"].as_str(), turn["content"].as_str());
            write!(said, "\n<{}>\n{}", role.unwrap(), content.unwrap()).unwrap();
        }
        let tokens = self.tokens.encode_ordinary(&said);
        let cached = {
            let state = self.state.lock().unwrap();
            let longest = state.prefixes.iter().map(|seen| common(seen, &tokens)).max();
            let longest = longest.unwrap_or(0);
            if longest < 1_024 { 0 } else { longest / 128 * 128 }
        };
        if let Some(Fault::Status(status, text)) = fault {
            self.note(asked, status, (tokens.len(), cached, 0), &body, value.clone());
            respond(&mut stream, status, text);
            return;
        }
        let mut answer = match (asked, &fault) {
            (_, Some(Fault::Says(text))) => text.clone(),
            (Asked::Base, _) => "Ready.".to_owned(),
            (Asked::Outline, _) => self.answers.outline.to_string(),
            (Asked::Week(week), _) => {
                self.meet();
                self.answers.weeks[&week].to_string()
            }
        };
        thread::sleep(self.latency);
        let output = self.tokens.encode_ordinary(&answer).len();
        let id = {
            let mut state = self.state.lock().unwrap();
            state.ids += 1;
            let id = format!("resp_{}", state.ids);
            if value["store"] == json!(true) {
                state.kept.insert(id.clone(), format!("{said}\n<assistant>\n{answer}"));
            }
            let (input, used) = (tokens.len(), output);
            state.prefixes.push(tokens);
            drop(state);
            self.note(asked, 200, (input, cached, used), &body, value.clone());
            id
        };
        let input = self.state.lock().unwrap().prefixes.last().map_or(0, Vec::len);
        let breaks = matches!(fault, Some(Fault::BreaksOff));
        if breaks {
            answer.truncate(answer.len() / 2);
        }
        let figures = (input, cached, output);
        let text = if chat {
            chat_stream(&answer, figures, breaks)
        } else {
            responses_stream(&id, &answer, figures, breaks)
        };
        let _ = write!(
            stream,
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{text}"
        );
    }

    /// Weeks wait until so many are there, or all that are left.
    fn meet(&self) {
        if self.together == 0 {
            return;
        }
        let mut state = self.state.lock().unwrap();
        state.waiting += 1;
        let wave = state.waves.len();
        if state.waiting == self.together.min(state.left) {
            let count = state.waiting;
            state.left -= count;
            state.waiting = 0;
            state.waves.push(count);
            self.wave.notify_all();
            return;
        }
        // a wave that never fills shows as a failed test, not as one that hangs
        let (state, timeout) = self
            .wave
            .wait_timeout_while(state, Duration::from_mins(1), |state| state.waves.len() == wave)
            .unwrap();
        drop(state);
        assert!(!timeout.timed_out(), "fewer than {} weeks came at once", self.together);
    }

    fn note(
        &self,
        asked: Asked,
        status: u16,
        (input, cached, output): (usize, usize, usize),
        body: &str,
        value: Value,
    ) {
        let seen = Seen { asked, status, input, cached, output, bytes: body.len(), body: value };
        self.state.lock().unwrap().seen.push(seen);
    }
}

/// What the last question of ours is about; a repair is about what it repairs.
fn asked(turns: &[Value]) -> Asked {
    for turn in turns.iter().rev() {
        let text = turn["content"].as_str().unwrap_or_default();
        if turn["role"] != "user" || text.starts_with("That answer cannot be used") {
            continue;
        }
        if let Some((_, rest)) = text.split_once("Write week ") {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            return Asked::Week(digits.parse().unwrap());
        }
        if text.contains("Write the outline") {
            return Asked::Outline;
        }
        return Asked::Base;
    }
    Asked::Base
}

fn common(one: &[u32], other: &[u32]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

fn responses_stream(
    id: &str,
    answer: &str,
    (input, cached, output): (usize, usize, usize),
    breaks: bool,
) -> String {
    let mut text = String::new();
    let mut event = |value: Value| {
        let kind = value["type"].as_str().unwrap().to_owned();
        write!(text, "event: {kind}\ndata: {value}\n\n").unwrap();
    };
    event(json!({ "type": "response.created", "response": { "id": id, "model": "test-model-1" } }));
    for piece in pieces(answer) {
        event(json!({ "type": "response.output_text.delta", "delta": piece }));
    }
    if !breaks {
        event(json!({ "type": "response.completed", "response": {
            "id": id, "model": "test-model-1", "status": "completed",
            "usage": {
                "input_tokens": input, "input_tokens_details": { "cached_tokens": cached },
                "output_tokens": output, "output_tokens_details": { "reasoning_tokens": 0 },
            },
        }}));
    }
    text
}

fn chat_stream(
    answer: &str,
    (input, cached, output): (usize, usize, usize),
    breaks: bool,
) -> String {
    let mut text = String::new();
    let mut event = |value: Value| write!(text, "data: {value}\n\n").unwrap();
    for piece in pieces(answer) {
        event(json!({ "id": "c1", "model": "test-model-1",
            "choices": [{ "index": 0, "delta": { "content": piece } }] }));
    }
    if !breaks {
        event(
            json!({ "id": "c1", "choices": [{ "index": 0, "delta": {}, "finish_reason": "stop" }] }),
        );
        event(json!({ "id": "c1", "choices": [], "usage": {
            "prompt_tokens": input, "completion_tokens": output,
            "prompt_tokens_details": { "cached_tokens": cached },
        }}));
        text.push_str("data: [DONE]\n\n");
    }
    text
}

fn pieces(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    signs.chunks(40).map(|chunk| chunk.iter().collect()).collect()
}

fn request(stream: &mut TcpStream) -> Option<(String, String)> {
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

fn respond(stream: &mut TcpStream, status: u16, body: &str) {
    let _ = write!(
        stream,
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    );
}
