//! Anthropic Messages: `POST {base}/v1/messages`. Keeps nothing; the base is marked for the
//! cache instead, and cached tokens are counted outside the input figure.

use serde_json::{Map, Value, json};

use super::{Output, Piece, Reader, Request, Said, Stop, Usage, count, name_model, put, say, text};

pub(super) fn body(request: &Request, said: Said<'_>) -> Value {
    let mut body = Map::new();
    put(&mut body, "model", said.model);
    if !request.instructions.is_empty() {
        put(&mut body, "system", request.instructions.as_str());
    }
    let last = request.base.len().checked_sub(1);
    let base = request.base.iter().enumerate().map(|(at, turn)| {
        let mut block = json!({ "type": "text", "text": turn.text });
        if let Some(block) = block.as_object_mut().filter(|_| Some(at) == last) {
            // an hour: longer than any job, and cheaper than writing the base a second time
            put(block, "cache_control", json!({ "type": "ephemeral", "ttl": "1h" }));
        }
        json!({ "role": turn.speaker.name(), "content": [block] })
    });
    let turns = request.turns.iter().map(|turn| {
        let block = json!({ "type": "text", "text": turn.text });
        json!({ "role": turn.speaker.name(), "content": [block] })
    });
    put(&mut body, "messages", base.chain(turns).collect::<Vec<_>>());
    if let Output::Json { schema, .. } = &request.output {
        let format = json!({ "type": "json_schema", "schema": schema });
        put(&mut body, "output_config", json!({ "format": format }));
    }
    put(&mut body, "max_tokens", said.max_tokens);
    if let Some(temperature) = said.temperature {
        // the scale ends at 1 here
        put(&mut body, "temperature", temperature.min(1.0));
    }
    put(&mut body, "stream", true);
    Value::Object(body)
}

/// One answer.
#[derive(Debug, Default)]
pub(super) struct Answer {
    usage: Usage,
}

impl Reader for Answer {
    fn event(&mut self, name: &str, data: &Value, out: &mut Vec<Piece>) {
        match text(data, "/type").unwrap_or(name) {
            "message_start" => {
                out.extend(text(data, "/message/id").map(|id| Piece::Id(id.to_owned())));
                name_model(out, text(data, "/message/model"));
                self.count(data, "/message/usage", out);
            }
            "content_block_delta" if text(data, "/delta/type") == Some("text_delta") => {
                say(out, text(data, "/delta/text").unwrap_or_default());
            }
            "message_delta" => {
                self.count(data, "/usage", out);
                out.extend(text(data, "/delta/stop_reason").map(stop));
            }
            "message_stop" => out.push(Piece::Last),
            // a sign of life, but none of the model
            "ping" => {}
            _ => out.push(Piece::Thinking),
        }
    }

    fn whole(&mut self, body: &Value, out: &mut Vec<Piece>) {
        out.extend(text(body, "/id").map(|id| Piece::Id(id.to_owned())));
        name_model(out, text(body, "/model"));
        for block in body.get("content").and_then(Value::as_array).into_iter().flatten() {
            say(out, text(block, "/text").unwrap_or_default());
        }
        self.count(body, "/usage", out);
        out.extend(text(body, "/stop_reason").map(stop));
        out.push(Piece::Last);
    }
}

impl Answer {
    /// Figures come in parts: the input with the start, the output with the end.
    fn count(&mut self, data: &Value, path: &str, out: &mut Vec<Piece>) {
        let Some(usage) = data.pointer(path).filter(|usage| usage.is_object()) else { return };
        let mut take = |key: &str, place: fn(&mut Usage) -> &mut u64| {
            if usage.get(key).is_some_and(Value::is_u64) {
                *place(&mut self.usage) = count(usage, &format!("/{key}"));
            }
        };
        take("input_tokens", |usage| &mut usage.input_new);
        take("cache_read_input_tokens", |usage| &mut usage.input_cached);
        take("cache_creation_input_tokens", |usage| &mut usage.cache_written);
        take("output_tokens", |usage| &mut usage.output);
        out.push(Piece::Usage(self.usage));
    }
}

fn stop(reason: &str) -> Piece {
    Piece::Stop(match reason {
        "end_turn" | "stop_sequence" => Stop::Done,
        "max_tokens" | "model_context_window_exceeded" => Stop::Length,
        "refusal" => Stop::Refused(String::new()),
        other => Stop::Other(other.to_owned()),
    })
}
