//! One request: what it asks for, what of it the cache knows, and the answer.

use std::fmt::Write as _;
use std::net::TcpStream;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::answers::Answers;
use super::wire::{self, Figures, Protocol};
use super::{Asked, Fault, Manner, Seen, State};

pub(super) struct Shared {
    pub(super) state: Mutex<State>,
    pub(super) changed: Condvar,
    pub(super) answers: Answers,
    pub(super) manner: Manner,
    pub(super) tokens: &'static tiktoken_rs::CoreBPE,
}

impl Shared {
    #[expect(clippy::disallowed_methods, reason = "an answer takes as long as it shall")]
    pub(super) fn serve(&self, mut stream: TcpStream) {
        let began = Instant::now();
        let Some((path, body)) = wire::request(&mut stream) else { return };
        let value: Value = serde_json::from_str(&body).unwrap();
        let protocol = Protocol::of(&path);
        let turns = value[protocol.turns()].as_array().unwrap().clone();
        let asked = asked(&turns);
        let fault = (self.manner.script)(asked, self.count(asked));
        if matches!(fault, Some(Fault::Forgets)) {
            self.state.lock().unwrap().kept.clear();
        }
        let mut said = value["instructions"].as_str().unwrap_or_default().to_owned();
        if let Some(id) = value["previous_response_id"].as_str() {
            let kept = self.state.lock().unwrap().kept.get(id).cloned();
            let Some(kept) = kept else {
                self.note(asked, 404, (0, 0, 0), &body, value.clone());
                wire::respond(&mut stream, 400, &lost(id));
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
        let input = tokens.len();
        let cached = self.cached(&tokens);
        if let Some(Fault::Status(status, text)) = fault {
            self.note(asked, status, (input, cached, 0), &body, value.clone());
            wire::respond(&mut stream, status, text);
            return;
        }
        let mut answer = match (asked, &fault) {
            (_, Some(Fault::Says(text))) => text.clone(),
            (Asked::Base, _) => "Ready.".to_owned(),
            (Asked::Outline, _) => self.answers.outline(&said),
            (Asked::Prose, _) => self.answers.prose(&said),
            (Asked::Week(week), _) => {
                self.meet();
                self.answers.week(&said, week)
            }
        };
        let output = self.tokens.encode_ordinary(&answer).len();
        let id = {
            let mut state = self.state.lock().unwrap();
            state.ids += 1;
            let id = format!("resp_{}", state.ids);
            if value["store"] == json!(true) {
                state.kept.insert(id.clone(), format!("{said}\n<assistant>\n{answer}"));
            }
            state.prefixes.push(tokens);
            id
        };
        self.note(asked, 200, (input, cached, output), &body, value.clone());
        let breaks = matches!(fault, Some(Fault::BreaksOff));
        if breaks {
            answer.truncate(answer.len() / 2);
        }
        let figures = Figures { input, cached, output };
        let events = wire::events(protocol, &id, &answer, figures, breaks);
        let left = self.manner.latency.saturating_sub(began.elapsed());
        wire::stream(&mut stream, &events, left);
    }

    /// How often that was asked before.
    fn count(&self, asked: Asked) -> usize {
        let mut state = self.state.lock().unwrap();
        let count = state.counts.entry(asked).or_default();
        *count += 1;
        let before = *count - 1;
        self.changed.notify_all();
        before
    }

    /// Tokens the cache knows: the longest beginning seen before, from 1,024 in steps of 128.
    fn cached(&self, tokens: &[u32]) -> usize {
        let state = self.state.lock().unwrap();
        let common = |seen: &[u32]| seen.iter().zip(tokens).take_while(|(a, b)| a == b).count();
        let longest = state.prefixes.iter().map(|seen| common(seen)).max().unwrap_or(0);
        if longest < 1_024 { 0 } else { longest / 128 * 128 }
    }

    /// Weeks wait until so many are there, or all that are left.
    fn meet(&self) {
        if self.manner.together == 0 {
            return;
        }
        let mut state = self.state.lock().unwrap();
        state.waiting += 1;
        let wave = state.waves.len();
        if state.waiting == self.manner.together.min(state.left) {
            let count = state.waiting;
            state.left -= count;
            state.waiting = 0;
            state.waves.push(count);
            self.changed.notify_all();
            return;
        }
        // a wave that never fills shows as a failed test, not as one that hangs
        let (state, timeout) = self
            .changed
            .wait_timeout_while(state, Duration::from_mins(1), |state| state.waves.len() == wave)
            .unwrap();
        drop(state);
        assert!(!timeout.timed_out(), "too few weeks came at once");
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
        self.changed.notify_all();
    }
}

fn lost(id: &str) -> String {
    json!({ "error": {
        "type": "invalid_request_error",
        "code": "previous_response_not_found",
        "message": format!("Previous response with id '{id}' not found."),
    }})
    .to_string()
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
        if text.contains("Describe the unit") {
            return Asked::Prose;
        }
        return Asked::Base;
    }
    Asked::Base
}

/// Waits, so that an answer takes as long as it shall.
pub(super) fn pause(time: Duration) {
    if !time.is_zero() {
        thread::sleep(time);
    }
}
