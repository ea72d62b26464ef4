//! `OpenAI` Responses: `POST {base}/responses`. The only protocol whose servers keep a
//! conversation (`previous_response_id`); `instructions` are not inherited by a fork and are sent
//! every time.

use serde_json::{Map, Value, json};

use super::{
    Fault, Keep, Output, Piece, Reader, Request, Said, Stop, Usage, count, fault, message,
    name_model, put, say, text,
};

pub(super) fn body(request: &Request, said: Said<'_>) -> Value {
    let mut body = Map::new();
    put(&mut body, "model", said.model);
    if !request.instructions.is_empty() {
        put(&mut body, "instructions", request.instructions.as_str());
    }
    if let Some(id) = &request.remote_base {
        put(&mut body, "previous_response_id", id.as_str());
    }
    // what many requests share comes before what differs, so that their bytes begin alike
    put(&mut body, "input", request.sent().map(message).collect::<Vec<_>>());
    if let Output::Json { name, schema } = &request.output {
        let format =
            json!({ "type": "json_schema", "name": name, "strict": true, "schema": schema });
        put(&mut body, "text", json!({ "format": format }));
    }
    put(&mut body, "max_output_tokens", said.max_tokens);
    if let Some(temperature) = said.temperature.filter(|_| takes_temperature(said.model)) {
        put(&mut body, "temperature", temperature);
    }
    if let Some(key) = &request.cache_key {
        put(&mut body, "prompt_cache_key", key.as_str());
    }
    put(&mut body, "store", request.keep == Keep::ForForks);
    put(&mut body, "stream", true);
    if said.dialect.native {
        // without this every piece carries random padding, which doubles the traffic
        put(&mut body, "stream_options", json!({ "include_obfuscation": false }));
    }
    Value::Object(body)
}

/// Models that reason refuse a temperature.
pub(super) fn takes_temperature(model: &str) -> bool {
    let name = model.rsplit('/').next().unwrap_or(model);
    !(name.starts_with("gpt-5") || is_o_series(name))
}

/// `o1`, `o3-mini`, `o4-mini` and what follows them.
pub(super) fn is_o_series(name: &str) -> bool {
    name.strip_prefix('o').is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// One answer.
#[derive(Debug, Default)]
pub(super) struct Answer {
    said: bool,
    refusal: String,
}

impl Reader for Answer {
    fn event(&mut self, name: &str, data: &Value, out: &mut Vec<Piece>) {
        let kind = text(data, "/type").unwrap_or(name);
        match kind {
            "response.created" | "response.in_progress" | "response.queued" => {
                out.extend(text(data, "/response/id").map(|id| Piece::Id(id.to_owned())));
                name_model(out, text(data, "/response/model"));
            }
            "response.output_text.delta" => {
                self.said = true;
                say(out, text(data, "/delta").unwrap_or_default());
            }
            "response.refusal.delta" => {
                self.refusal.push_str(text(data, "/delta").unwrap_or_default());
            }
            "response.completed"
            | "response.incomplete"
            | "response.failed"
            | "response.cancelled" => {
                if let Some(response) = data.get("response") {
                    self.whole(response, out);
                } else {
                    out.push(Piece::Last);
                }
            }
            _ => out.push(Piece::Thinking),
        }
    }

    fn whole(&mut self, response: &Value, out: &mut Vec<Piece>) {
        out.extend(text(response, "/id").map(|id| Piece::Id(id.to_owned())));
        name_model(out, text(response, "/model"));
        let items = response.get("output").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let parts =
            items.iter().filter_map(|item| item.get("content").and_then(Value::as_array)).flatten();
        for part in parts {
            match text(part, "/type") {
                // a server that streamed nothing says it all at once
                Some("output_text") if !self.said => {
                    say(out, text(part, "/text").unwrap_or_default());
                }
                Some("refusal") if self.refusal.is_empty() => {
                    self.refusal.push_str(text(part, "/refusal").unwrap_or_default());
                }
                _ => {}
            }
        }
        if response.get("usage").is_some_and(Value::is_object) {
            out.push(Piece::Usage(Usage::of_total(
                count(response, "/usage/input_tokens"),
                count(response, "/usage/input_tokens_details/cached_tokens"),
                count(response, "/usage/input_tokens_details/cache_write_tokens"),
                count(response, "/usage/output_tokens"),
                count(response, "/usage/output_tokens_details/reasoning_tokens"),
            )));
        }
        let stop = match text(response, "/status") {
            Some("failed") => {
                out.push(Piece::Fault(
                    response.get("error").filter(|error| !error.is_null()).map_or_else(
                        || Fault { code: "server_error".to_owned(), ..Fault::default() },
                        fault::of_error,
                    ),
                ));
                return;
            }
            Some("cancelled") => Stop::Other("cancelled".to_owned()),
            Some("incomplete") => match text(response, "/incomplete_details/reason") {
                Some("max_output_tokens") => Stop::Length,
                Some("content_filter") => Stop::Refused(String::new()),
                other => Stop::Other(other.unwrap_or("incomplete").to_owned()),
            },
            Some("completed") if !self.refusal.is_empty() => {
                Stop::Refused(std::mem::take(&mut self.refusal))
            }
            Some("completed") => Stop::Done,
            other => Stop::Other(other.unwrap_or_default().to_owned()),
        };
        out.extend([Piece::Stop(stop), Piece::Last]);
    }
}
