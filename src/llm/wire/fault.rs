//! Errors as the providers write them: `{error: {…}}`, flat, as text, with codes that are words
//! or numbers; as a body of their own and in the middle of a stream.

use serde_json::Value;

use super::super::piece::Fault;
use super::text;

/// The error of a response whose status says that it is one.
pub(in crate::llm) fn fault_of(status: u16, body: &[u8]) -> Fault {
    let text = String::from_utf8_lossy(body);
    // Gemini without alt=sse wraps its error in a list
    let value = serde_json::from_str::<Value>(&text).ok();
    let value = value.map(|value| match value {
        Value::Array(list) => list.into_iter().next().unwrap_or_default(),
        other => other,
    });
    let mut fault = match value {
        Some(value) if value.is_object() => {
            let error = value.get("error").filter(|error| !error.is_null());
            of_error(error.unwrap_or(&value))
        }
        // a page of a proxy is no sentence for a coach
        _ if text.trim_start().starts_with('<') => Fault::default(),
        _ => Fault { message: text.into_owned(), ..Fault::default() },
    };
    fault.status = Some(status);
    fault
}

/// The error inside an event, if it is one: `event: error`, `{type: "error"}`, or an `error` that
/// is not null beside whatever else.
pub(super) fn in_stream(name: &str, data: &Value) -> Option<Fault> {
    let kind = text(data, "/type");
    // those carry their own, with usage beside it
    if kind.is_some_and(|kind| kind.starts_with("response.")) {
        return None;
    }
    if let Some(error) = data.get("error").filter(|error| !error.is_null()) {
        return Some(of_error(error));
    }
    let is_error = kind == Some("error") || name == "error";
    is_error.then(|| of_error(data))
}

/// An error object, or a bare sentence.
pub(super) fn of_error(error: &Value) -> Fault {
    if let Some(sentence) = error.as_str() {
        return Fault { message: sentence.to_owned(), ..Fault::default() };
    }
    let word = |key: &str| match error.get(key) {
        Some(Value::String(text)) => text.to_ascii_lowercase(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let code = word("code");
    let words = [code.as_str(), &word("type"), &word("status"), &word("param")];
    let words: Vec<&str> =
        words.into_iter().filter(|word| !word.is_empty() && *word != "error").collect();
    let message = ["message", "detail", "error"]
        .iter()
        .find_map(|key| error.get(*key).and_then(Value::as_str))
        .unwrap_or_default();
    Fault {
        status: code.parse().ok().filter(|status| (400..600).contains(status)),
        code: words.join(" "),
        message: message.to_owned(),
    }
}
