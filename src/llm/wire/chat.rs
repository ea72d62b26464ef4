//! Chat Completions: `POST {base}/chat/completions`, spoken by `OpenAI`, `OpenRouter`, vLLM,
//! llama.cpp, LM Studio and Ollama's `/v1`. Nothing is kept at the provider: a fork repeats its
//! base byte for byte.

use serde_json::{Map, Value, json};

use super::responses::{is_o_series, takes_temperature};
use super::{
    Output, Piece, Reader, Request, Said, Stop, Usage, count, message, name_model, put, say, text,
};

pub(super) fn body(request: &Request, said: Said<'_>) -> Value {
    let mut body = Map::new();
    put(&mut body, "model", said.model);
    let mut messages = Vec::new();
    if !request.instructions.is_empty() {
        messages.push(json!({ "role": "system", "content": request.instructions }));
    }
    // a base kept elsewhere means nothing here: every turn is sent
    messages.extend(request.base.iter().chain(&request.turns).map(message));
    put(&mut body, "messages", messages);
    if let Output::Json { name, schema } = &request.output {
        let schema = json!({ "name": name, "strict": true, "schema": schema });
        put(&mut body, "response_format", json!({ "type": "json_schema", "json_schema": schema }));
    }
    let name = said.model.rsplit('/').next().unwrap_or(said.model);
    let limit = if name.starts_with("gpt-5") || is_o_series(name) {
        "max_completion_tokens"
    } else {
        "max_tokens"
    };
    put(&mut body, limit, said.max_tokens);
    if let Some(temperature) = said.temperature.filter(|_| takes_temperature(said.model)) {
        put(&mut body, "temperature", temperature);
    }
    if let Some(key) = request.cache_key.as_ref().filter(|_| said.dialect.native) {
        put(&mut body, "prompt_cache_key", key.as_str());
    }
    put(&mut body, "stream", true);
    put(&mut body, "stream_options", json!({ "include_usage": true }));
    Value::Object(body)
}

/// One answer.
#[derive(Debug, Default)]
pub(super) struct Answer {
    refusal: String,
    named: bool,
}

impl Reader for Answer {
    fn event(&mut self, _: &str, data: &Value, out: &mut Vec<Piece>) {
        if data.get("done").is_some() {
            ollama_line(data, out);
            return;
        }
        if !std::mem::replace(&mut self.named, true) {
            out.extend(text(data, "/id").map(|id| Piece::Id(id.to_owned())));
            name_model(out, text(data, "/model"));
        }
        self.choice(data, "delta", out);
    }

    fn whole(&mut self, body: &Value, out: &mut Vec<Piece>) {
        out.extend(text(body, "/id").map(|id| Piece::Id(id.to_owned())));
        name_model(out, text(body, "/model"));
        self.choice(body, "message", out);
        out.push(Piece::Last);
    }
}

impl Answer {
    fn choice(&mut self, data: &Value, part: &str, out: &mut Vec<Piece>) {
        if let Some(choice) = data.pointer("/choices/0") {
            let said = choice.get(part).unwrap_or(&Value::Null);
            match text(said, "/content") {
                Some(words) if !words.is_empty() => say(out, words),
                _ => out.push(Piece::Thinking),
            }
            self.refusal.push_str(text(said, "/refusal").unwrap_or_default());
            let stop = match text(choice, "/finish_reason") {
                None | Some("") => None,
                Some("stop" | "eos") if !self.refusal.is_empty() => {
                    Some(Stop::Refused(std::mem::take(&mut self.refusal)))
                }
                Some("stop" | "eos") => Some(Stop::Done),
                Some("length") => Some(Stop::Length),
                Some("content_filter") => Some(Stop::Refused(std::mem::take(&mut self.refusal))),
                Some(other) => Some(Stop::Other(other.to_owned())),
            };
            out.extend(stop.map(Piece::Stop));
        }
        if data.get("usage").is_some_and(Value::is_object) {
            out.push(Piece::Usage(Usage::of_total(
                count(data, "/usage/prompt_tokens"),
                count(data, "/usage/prompt_tokens_details/cached_tokens"),
                count(data, "/usage/prompt_tokens_details/cache_write_tokens"),
                count(data, "/usage/completion_tokens"),
                count(data, "/usage/completion_tokens_details/reasoning_tokens"),
            )));
        }
    }
}

/// A line of Ollama's own protocol, from a server that answers in it all the same.
fn ollama_line(data: &Value, out: &mut Vec<Piece>) {
    name_model(out, text(data, "/model"));
    say(out, text(data, "/message/content").unwrap_or_default());
    if data.get("done").and_then(Value::as_bool) == Some(true) {
        out.push(Piece::Usage(Usage {
            input_new: count(data, "/prompt_eval_count"),
            output: count(data, "/eval_count"),
            ..Usage::default()
        }));
        out.push(Piece::Stop(match text(data, "/done_reason") {
            None | Some("stop") => Stop::Done,
            Some("length") => Stop::Length,
            Some(other) => Stop::Other(other.to_owned()),
        }));
        out.push(Piece::Last);
    }
}
