//! Answers that are JSON: taken out of whatever a model puts around them, checked, and asked for
//! once more with the complaint when they cannot be used.

use jiter::{JsonValue, PartialMode};
use serde_json::Value;

use super::ask::{Answer, Ask, Step, Tell};
use super::client::Client;
use super::error::{Class, Failure};
use super::request::{Request, Turn};

/// What is wrong with an answer, in English, for the model and the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Complaint(pub String);

impl Complaint {
    /// A complaint in words.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl Client {
    /// Asks for JSON and reads it with `check`. An answer that does not pass is asked for once
    /// more, with what is wrong with it; the second one counts.
    ///
    /// # Errors
    /// Those of [`Client::call`], and [`Class::Garbled`] when the second answer does not pass.
    pub async fn ask<T>(
        &self,
        ask: &Ask<'_>,
        check: impl Fn(&Value) -> Result<T, Complaint>,
        tell: &mut Tell<'_>,
    ) -> Result<(T, Answer), Failure> {
        let answer = self.call(ask, tell).await?;
        let complaint = match read(&answer.text, &check) {
            Ok(value) => return Ok((value, answer)),
            Err(complaint) => complaint,
        };
        // a complaint quotes the answer, in which names are shown again
        let covered = ask.veil.cover(&complaint.0);
        tracing::info!(complaint = covered, role = ask.role.name(), "an answer has to be repaired");
        tell(Step::Repair { complaint: &complaint.0 });
        let request = repair(ask.request, &answer.text, &complaint);
        let second = self.call(&Ask { request: &request, ..*ask }, tell).await?;
        match read(&second.text, &check) {
            Ok(value) => Ok((value, second)),
            Err(complaint) => {
                let failure = Failure {
                    class: Class::Garbled,
                    provider: second.provider.into(),
                    model: second.model.into(),
                    detail: complaint.0.into(),
                    id: self.fresh_id().into(),
                };
                let (error, role) = (&*failure.id, ask.role.name());
                let complaint = ask.veil.cover(&failure.detail);
                tracing::warn!(error, role, complaint, "the second answer cannot be used either");
                Err(failure)
            }
        }
    }
}

/// The same request with the answer and the complaint behind it.
fn repair(request: &Request, answer: &str, complaint: &Complaint) -> Request {
    /// More of a wrong answer than this helps nobody.
    const QUOTED: usize = 20_000;
    let quoted: String = answer.chars().take(QUOTED).collect();
    let mut request = request.clone();
    request.turns.push(Turn::assistant(quoted));
    request.turns.push(Turn::user(format!(
        "That answer cannot be used: {complaint}. Answer again, complete and corrected, with \
         nothing but the JSON."
    )));
    request
}

fn read<T>(text: &str, check: impl Fn(&Value) -> Result<T, Complaint>) -> Result<T, Complaint> {
    let json = json_in(text).ok_or_else(|| Complaint::new("it holds no JSON object"))?;
    let value: Value =
        serde_json::from_str(json).map_err(|error| Complaint::new(format!("no JSON: {error}")))?;
    check(&value)
}

/// The JSON object in a text: models that are not held to a schema put fences and greetings
/// around it.
fn json_in(text: &str) -> Option<&str> {
    let from = text.find('{')?;
    let to = text.rfind('}')?;
    text.get(from..=to)
}

/// What can be read of JSON that is still coming: open strings, lists and objects count as far as
/// they are there.
#[must_use]
pub fn partial(text: &str) -> Option<Value> {
    let from = text.find('{')?;
    let bytes = text.get(from..)?.as_bytes();
    let value = JsonValue::parse_with_config(bytes, false, PartialMode::TrailingStrings).ok()?;
    Some(value_of(&value))
}

fn value_of(value: &JsonValue<'_>) -> Value {
    match value {
        JsonValue::Bool(value) => Value::from(*value),
        JsonValue::Int(value) => Value::from(*value),
        JsonValue::Float(value) => Value::from(*value),
        JsonValue::Str(value) => Value::from(value.as_ref()),
        JsonValue::Array(values) => Value::Array(values.iter().map(value_of).collect()),
        JsonValue::Object(fields) => Value::Object(
            fields.iter().map(|(key, value)| (key.clone().into_owned(), value_of(value))).collect(),
        ),
        JsonValue::Null => Value::Null,
    }
}
