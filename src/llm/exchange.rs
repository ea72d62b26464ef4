//! One attempt: sends a request, watches the stream, and ends with a whole answer or one failure.
//!
//! The guard every protocol needs lives here, once: exactly one end, nothing after an error, an
//! end without a reason is a cut, an empty answer is none, silence has its timers, and nothing
//! grows without bound. A healthy stream has no total limit.

use std::time::Duration;

use reqwest::{Client, Response};
use secrecy::SecretString;
use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::classify::{Advice, class_of};
use super::endpoint::{Address, key_value};
use super::error::{Class, Stage};
use super::http::with_causes;
use super::keys::redact;
use super::piece::{Fault, Piece, Stop};
use super::settings::Timers;
use super::sse;
use super::usage::Usage;
use super::wire::{Wire, fault_of, read};

/// Longest body in bytes; the longest plans stay below a hundredth of it.
const LONGEST_BODY: u64 = 32 * 1024 * 1024;
/// Longest text of an answer.
const LONGEST_TEXT: usize = 2 * 1024 * 1024;
/// Longest error that is read.
const LONGEST_ERROR: usize = 64 * 1024;
/// How much of a provider's words is repeated, in characters.
const LONGEST_DETAIL: usize = 240;
/// How many gaps of keep-alive comments alone are waited for in the middle of an answer.
const PATIENCE: u32 = 10;

/// What was measured of a call, while it goes on: whoever drops it can still say what it was.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Meter {
    /// Bytes sent in bodies.
    pub bytes_out: u64,
    /// Bytes received in bodies.
    pub bytes_in: u64,
    /// Until the first piece of text.
    pub first: Option<Duration>,
    /// Tokens so far, as the provider counts them.
    pub usage: Usage,
    /// The model, as the provider names it.
    pub answered_by: Option<String>,
}

/// A whole answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Answered {
    pub(super) text: String,
    pub(super) id: Option<String>,
}

/// An attempt that came to nothing.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) class: Class,
    pub(super) detail: String,
    pub(super) advice: Advice,
}

impl Broken {
    pub(super) fn new(class: Class, detail: impl Into<String>) -> Self {
        Self { class, detail: detail.into(), advice: Advice::default() }
    }
}

/// Everything an attempt needs.
pub(super) struct Exchange<'a> {
    pub(super) client: &'a Client,
    pub(super) wire: Wire,
    pub(super) address: &'a Address,
    pub(super) key: Option<&'a SecretString>,
    pub(super) body: &'a [u8],
    /// The id the request forks from.
    pub(super) base: Option<&'a str>,
    pub(super) timers: Timers,
    /// The wall clock, for waits that are named as a date.
    pub(super) now: std::time::SystemTime,
}

impl Exchange<'_> {
    /// Carries the attempt out. Text goes to `tell` as it comes. Dropping the future closes the
    /// connection.
    pub(super) async fn run(
        &self,
        meter: &mut Meter,
        tell: &mut (dyn FnMut(&str) + Send),
    ) -> Result<Answered, Broken> {
        let start = Instant::now();
        let first_by = start + self.timers.first;
        meter.bytes_out += self.body.len() as u64;
        let response = match timeout_at(first_by, self.send()?).await {
            Err(_) => return Err(Broken::new(Class::Stalled(Stage::First), "")),
            Ok(Err(error)) => return Err(self.unsent(&error)),
            Ok(Ok(response)) => response,
        };
        let status = response.status().as_u16();
        let advice = Advice::of(
            |name| response.headers().get(name).and_then(|value| value.to_str().ok()),
            self.now,
        );
        if !response.status().is_success() {
            let body = self.error_body(response, meter, first_by).await;
            let mut fault = fault_of(status, &body);
            if (300..400).contains(&status) && fault.message.is_empty() {
                "the server redirects elsewhere; set base_url to that address"
                    .clone_into(&mut fault.message);
            }
            return Err(self.broken(&fault, advice));
        }
        let whole = response
            .headers()
            .get("content-type")
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/json"));
        self.watch(response, whole, start, meter, tell).await
    }

    fn send(
        &self,
    ) -> Result<impl Future<Output = Result<Response, reqwest::Error>> + use<>, Broken> {
        let mut request = self
            .client
            .post(&self.address.url)
            .header("content-type", "application/json")
            .header("accept", "text/event-stream, application/json")
            .body(self.body.to_vec());
        for (name, value) in &self.address.headers {
            request = request.header(*name, *value);
        }
        if let Some(key) = self.key {
            let value = reqwest::header::HeaderValue::from_str(&key_value(self.address, key));
            let Ok(mut value) = value else {
                return Err(Broken::new(Class::Key(super::error::KeyFault::Nonsense), ""));
            };
            value.set_sensitive(true);
            request = request.header(self.address.key_header.0, value);
        }
        Ok(request.send())
    }

    /// A request that did not get as far as a response.
    fn unsent(&self, error: &reqwest::Error) -> Broken {
        let class = if error.is_builder() {
            Class::Address
        } else if error.is_connect() && error.is_timeout() {
            Class::Stalled(Stage::Connecting)
        } else if error.is_connect() {
            Class::Unreachable
        } else {
            // the connection was there and broke before an answer
            Class::Busy { after: None }
        };
        Broken::new(class, self.line(&with_causes(error)))
    }

    async fn error_body(&self, mut response: Response, meter: &mut Meter, by: Instant) -> Vec<u8> {
        let by = by.min(Instant::now() + self.timers.gap);
        let mut body = Vec::new();
        // an error that does not come to its end is told as far as it came
        while let Ok(Ok(Some(bytes))) = timeout_at(by, response.chunk()).await {
            meter.bytes_in += bytes.len() as u64;
            body.extend_from_slice(&bytes);
            if body.len() > LONGEST_ERROR {
                break;
            }
        }
        body
    }

    async fn watch(
        &self,
        mut response: Response,
        whole: bool,
        start: Instant,
        meter: &mut Meter,
        tell: &mut (dyn FnMut(&str) + Send),
    ) -> Result<Answered, Broken> {
        let mut watch = Watch {
            reader: self.wire.reader(),
            answer: Answered::default(),
            stop: None,
            last: false,
            alive: None,
            garbage: 0,
            start,
        };
        let mut decoder = sse::Decoder::default();
        let mut document = Vec::new();
        let mut events = Vec::new();
        let mut received = 0_u64;
        let mut last_byte = Instant::now();
        let mut stopped_at = None;
        loop {
            let by = match (stopped_at, watch.alive) {
                (Some(at), _) => at + self.timers.grace,
                (None, None) => start + self.timers.first,
                (None, Some(alive)) => {
                    (last_byte + self.timers.gap).min(alive + self.timers.gap * PATIENCE)
                }
            };
            let bytes = match timeout_at(by, response.chunk()).await {
                Err(_) if watch.stop.is_some() => break,
                Err(_) => {
                    let stage = if watch.alive.is_some() { Stage::Middle } else { Stage::First };
                    return Err(Broken::new(Class::Stalled(stage), ""));
                }
                Ok(Err(error)) => {
                    if watch.stop.is_some() {
                        break;
                    }
                    return Err(Broken::new(Class::Truncated, self.line(&with_causes(&error))));
                }
                Ok(Ok(None)) => {
                    let before = watch.garbage;
                    let within = decoder.end(&mut events);
                    self.digest(&mut watch, &mut events, meter, tell)?;
                    if within {
                        // half an event is a cut, not nonsense
                        watch.garbage = before;
                    }
                    if watch.stop.is_none() {
                        watch.garbage += decoder.strays();
                    }
                    if whole {
                        self.whole(&mut watch, &document, meter, tell)?;
                    }
                    break;
                }
                Ok(Ok(Some(bytes))) => bytes,
            };
            last_byte = Instant::now();
            received += bytes.len() as u64;
            meter.bytes_in += bytes.len() as u64;
            if received > LONGEST_BODY {
                return Err(Broken::new(Class::TooLong, ""));
            }
            if whole {
                document.extend_from_slice(&bytes);
                continue;
            }
            if decoder.take(&bytes, &mut events).is_err() {
                return Err(Broken::new(Class::TooLong, ""));
            }
            self.digest(&mut watch, &mut events, meter, tell)?;
            if watch.last {
                break;
            }
            if watch.stop.is_some() && stopped_at.is_none() {
                stopped_at = Some(Instant::now());
            }
        }
        self.judge(watch)
    }

    fn digest(
        &self,
        watch: &mut Watch,
        events: &mut Vec<sse::Event>,
        meter: &mut Meter,
        tell: &mut (dyn FnMut(&str) + Send),
    ) -> Result<(), Broken> {
        let mut pieces = Vec::new();
        for event in events.drain(..) {
            if !read(watch.reader.as_mut(), &event, &mut pieces) && watch.stop.is_none() {
                watch.garbage += 1;
            }
            self.take(watch, &mut pieces, meter, tell)?;
            if watch.last {
                break;
            }
        }
        Ok(())
    }

    /// A body that is one JSON document: a server that does not stream, or an error under a
    /// status that says all is well.
    fn whole(
        &self,
        watch: &mut Watch,
        document: &[u8],
        meter: &mut Meter,
        tell: &mut (dyn FnMut(&str) + Send),
    ) -> Result<(), Broken> {
        let Ok(value) = serde_json::from_slice::<Value>(document) else {
            return Err(Broken::new(Class::Garbled, ""));
        };
        if value.get("error").is_some_and(|error| !error.is_null()) && value.get("status").is_none()
        {
            return Err(self.broken(&fault_of(0, document), Advice::default()));
        }
        let mut pieces = Vec::new();
        watch.reader.whole(&value, &mut pieces);
        self.take(watch, &mut pieces, meter, tell)?;
        if watch.stop.is_none() {
            return Err(Broken::new(Class::Garbled, ""));
        }
        Ok(())
    }

    fn take(
        &self,
        watch: &mut Watch,
        pieces: &mut Vec<Piece>,
        meter: &mut Meter,
        tell: &mut (dyn FnMut(&str) + Send),
    ) -> Result<(), Broken> {
        for piece in pieces.drain(..) {
            match piece {
                Piece::Id(id) => watch.answer.id = Some(id),
                Piece::Model(model) => meter.answered_by = Some(model),
                Piece::Usage(usage) => meter.usage = usage,
                Piece::Thinking => watch.alive = Some(Instant::now()),
                Piece::Text(text) => {
                    let now = Instant::now();
                    watch.alive = Some(now);
                    meter.first.get_or_insert(now.duration_since(watch.start));
                    watch.answer.text.push_str(&text);
                    if watch.answer.text.len() > LONGEST_TEXT {
                        return Err(Broken::new(Class::TooLong, ""));
                    }
                    tell(&text);
                }
                Piece::Stop(stop) => watch.stop = Some(stop),
                Piece::Last => watch.last = true,
                Piece::Fault(fault) => return Err(self.broken(&fault, Advice::default())),
            }
        }
        Ok(())
    }

    /// What the end of a stream means.
    fn judge(&self, watch: Watch) -> Result<Answered, Broken> {
        match watch.stop {
            None if watch.answer.text.is_empty() && watch.garbage > 0 => {
                Err(Broken::new(Class::Garbled, ""))
            }
            None => Err(Broken::new(Class::Truncated, "")),
            Some(Stop::Length) => Err(Broken::new(Class::Length, "")),
            Some(Stop::Refused(words)) => Err(Broken::new(Class::Refused, self.line(&words))),
            Some(Stop::Other(reason))
                if reason.contains("error") || reason.contains("resource") =>
            {
                Err(Broken::new(Class::Busy { after: None }, self.line(&reason)))
            }
            Some(Stop::Other(reason)) => Err(Broken::new(Class::Garbled, self.line(&reason))),
            Some(Stop::Done) if watch.answer.text.trim().is_empty() => {
                Err(Broken::new(Class::Empty, ""))
            }
            // what could not be read was a part of the answer
            Some(Stop::Done) if watch.garbage > 0 => Err(Broken::new(Class::Garbled, "")),
            Some(Stop::Done) => Ok(watch.answer),
        }
    }

    fn broken(&self, fault: &Fault, advice: Advice) -> Broken {
        let fault = Fault { status: fault.status.filter(|status| *status > 0), ..fault.clone() };
        let class = class_of(&fault, self.base, advice);
        let code = match fault.status {
            Some(status) => format!("HTTP {status}"),
            None => fault.code.clone(),
        };
        let words = [code, fault.message];
        let words: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        Broken { class, detail: self.line(&words.join(": ")), advice }
    }

    /// Words from outside as one line without keys.
    fn line(&self, text: &str) -> String {
        let text = redact(text, self.key);
        let text = crate::language::shown(&text).into_string();
        let mut short: String = text.chars().take(LONGEST_DETAIL).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        short.trim().to_owned()
    }
}

/// A stream while it is watched.
struct Watch {
    reader: Box<dyn super::wire::Reader>,
    answer: Answered,
    stop: Option<Stop>,
    last: bool,
    /// When the model last did something.
    alive: Option<Instant>,
    /// Events that were no JSON.
    garbage: u32,
    start: Instant,
}
