//! Google Gemini: `POST {base}/v1beta/models/{model}:streamGenerateContent?alt=sse`. Keeps
//! nothing we rely on: equal beginnings are found in its cache by themselves. A stream simply
//! ends; only the finish reason tells a whole answer from a cut one.

use serde_json::{Map, Value, json};

use super::{
    Output, Piece, Reader, Request, Said, Speaker, Stop, Usage, count, name_model, put, say, text,
};

pub(super) fn body(request: &Request, said: Said<'_>) -> Value {
    let mut body = Map::new();
    if !request.instructions.is_empty() {
        put(&mut body, "systemInstruction", json!({ "parts": [{ "text": request.instructions }] }));
    }
    let contents = request.base.iter().chain(&request.turns).map(|turn| {
        let role = match turn.speaker {
            Speaker::User => "user",
            Speaker::Assistant => "model",
        };
        json!({ "role": role, "parts": [{ "text": turn.text }] })
    });
    put(&mut body, "contents", contents.collect::<Vec<_>>());
    let mut config = Map::new();
    if let Output::Json { schema, .. } = &request.output {
        put(&mut config, "responseMimeType", "application/json");
        put(&mut config, "responseJsonSchema", schema.clone());
    }
    put(&mut config, "maxOutputTokens", said.max_tokens);
    if let Some(temperature) = said.temperature {
        put(&mut config, "temperature", temperature);
    }
    put(&mut body, "generationConfig", config);
    Value::Object(body)
}

/// One answer.
#[derive(Debug, Default)]
pub(super) struct Answer {
    named: bool,
}

impl Reader for Answer {
    fn event(&mut self, _: &str, data: &Value, out: &mut Vec<Piece>) {
        if !std::mem::replace(&mut self.named, true) {
            out.extend(text(data, "/responseId").map(|id| Piece::Id(id.to_owned())));
            name_model(out, text(data, "/modelVersion"));
        }
        let parts = data.pointer("/candidates/0/content/parts").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            if part.get("thought").and_then(Value::as_bool) == Some(true) {
                out.push(Piece::Thinking);
            } else {
                say(out, text(part, "/text").unwrap_or_default());
            }
        }
        if data.get("usageMetadata").is_some_and(Value::is_object) {
            let thoughts = count(data, "/usageMetadata/thoughtsTokenCount");
            out.push(Piece::Usage(Usage::of_total(
                count(data, "/usageMetadata/promptTokenCount"),
                count(data, "/usageMetadata/cachedContentTokenCount"),
                0,
                count(data, "/usageMetadata/candidatesTokenCount") + thoughts,
                thoughts,
            )));
        }
        if let Some(reason) = text(data, "/promptFeedback/blockReason") {
            out.push(Piece::Stop(Stop::Refused(reason.to_owned())));
        }
        out.extend(text(data, "/candidates/0/finishReason").map(stop));
    }

    fn whole(&mut self, body: &Value, out: &mut Vec<Piece>) {
        match body.as_array() {
            // without alt=sse the events come as one list
            Some(events) => events.iter().for_each(|event| self.event("", event, out)),
            None => self.event("", body, out),
        }
        out.push(Piece::Last);
    }
}

fn stop(reason: &str) -> Piece {
    Piece::Stop(match reason {
        "STOP" => Stop::Done,
        "MAX_TOKENS" => Stop::Length,
        "SAFETY" | "RECITATION" | "BLOCKLIST" | "PROHIBITED_CONTENT" | "SPII" | "LANGUAGE" => {
            Stop::Refused(reason.to_owned())
        }
        other => Stop::Other(other.to_owned()),
    })
}
