//! What goes over the line: the form each protocol wants, equal bytes for equal bases, strict
//! schemas, and nothing that is nobody's business.

use planwright::llm::{Ask, Keep, Output, ProviderKind, Request, Role, Turn, Veil, schema};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::host::{client, settings, viewer};
use crate::speech::KINDS;

fn preview(kind: ProviderKind, request: &Request) -> (String, Value) {
    let (client, _) = client(settings(kind, "http://127.0.0.1:9"));
    let (viewer, veil) = (viewer(), Veil::default());
    let ask = Ask { viewer: &viewer, role: Role::Rerank, job: None, request, veil: &veil };
    let preview = client.preview(&ask).unwrap();
    (preview.url, preview.body)
}

fn fork(turn: &str) -> Request {
    Request {
        instructions: "You plan training.".into(),
        base: vec![Turn::user("principles and library …"), Turn::assistant("ready")],
        turns: vec![Turn::user(turn)],
        cache_key: Some("base-1".into()),
        keep: Keep::ForForks,
        max_tokens: 500,
        temperature: Some(0.2),
        ..Request::default()
    }
}

#[test]
fn forks_share_their_first_bytes() {
    for (name, kind) in KINDS {
        let (_, one) = preview(kind, &fork("week 1"));
        let (_, two) = preview(kind, &fork("week 2"));
        let (one, two) = (one.to_string(), two.to_string());
        let shared = one.bytes().zip(two.bytes()).take_while(|(a, b)| a == b).count();
        let base_end = one.find("week").unwrap();
        assert!(shared >= base_end, "{name}: {shared} of {base_end}\n{one}");
        assert!(one.contains("principles and library"), "{name}");
    }
}

#[test]
fn a_base_kept_by_the_provider_is_named_instead_of_sent() {
    let request = Request { remote_base: Some("resp_7".into()), ..fork("week 1") };
    let (_, body) = preview(ProviderKind::OpenAiResponses, &request);
    assert_eq!(body["previous_response_id"], "resp_7");
    assert_eq!(body["input"].as_array().unwrap().len(), 1);
    assert_eq!(body["instructions"], "You plan training.", "instructions are not inherited");
    assert_eq!(body["store"], true);
    // where nothing is kept, the base is sent all the same
    let (_, body) = preview(ProviderKind::OpenAiChat, &request);
    assert_eq!(body["messages"].as_array().unwrap().len(), 4);
}

#[test]
fn every_protocol_has_its_address_and_its_form() {
    let request = fork("x");
    let path = |kind| preview(kind, &request).0.replace("http://127.0.0.1:9", "");
    assert_eq!(path(ProviderKind::OpenAiResponses), "/v1/responses");
    assert_eq!(path(ProviderKind::OpenAiChat), "/v1/chat/completions");
    assert_eq!(path(ProviderKind::Anthropic), "/v1/messages");
    assert_eq!(
        path(ProviderKind::Gemini),
        "/v1beta/models/gpt-4.1-mini:streamGenerateContent?alt=sse"
    );
    assert_eq!(path(ProviderKind::Azure), "/openai/v1/responses");
    assert_eq!(path(ProviderKind::Ollama), "/v1/chat/completions");
    let (_, body) = preview(ProviderKind::Anthropic, &request);
    assert_eq!(body["messages"][1]["content"][0]["cache_control"]["type"], "ephemeral");
    assert_eq!(body["messages"][0]["content"][0].get("cache_control"), None);
    let (_, body) = preview(ProviderKind::Gemini, &request);
    assert_eq!(body["contents"][1]["role"], "model");
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code, reason = "only its schema is looked at")]
enum Way {
    /// One way.
    One,
    /// Another.
    Two,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[allow(dead_code, reason = "only its schema is looked at")]
struct Part {
    way: Way,
    count: Option<u32>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[allow(dead_code, reason = "only its schema is looked at")]
struct Whole {
    /// Comes first.
    zebra: String,
    #[serde(default)]
    apple: u8,
    parts: Vec<Part>,
}

/// What providers refuse in a strict schema, found by walking it.
fn refused(schema: &Value, path: &str, out: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            for key in
                ["oneOf", "allOf", "not", "const", "format", "default", "$ref", "prefixItems"]
            {
                if object.contains_key(key) && path.rsplit('/').next() != Some("properties") {
                    out.push(format!("{path}: {key}"));
                }
            }
            if let Some(properties) = object.get("properties").and_then(Value::as_object) {
                let names: Vec<&str> = properties.keys().map(String::as_str).collect();
                let required: Vec<&str> = object
                    .get("required")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .collect();
                if names != required {
                    out.push(format!("{path}: required {required:?}, not {names:?}"));
                }
                if object.get("additionalProperties") != Some(&Value::Bool(false)) {
                    out.push(format!("{path}: more properties allowed"));
                }
            }
            for (key, value) in object {
                refused(value, &format!("{path}/{key}"), out);
            }
        }
        Value::Array(values) => {
            for value in values {
                refused(value, path, out);
            }
        }
        _ => {}
    }
}

#[test]
fn schemas_are_strict() {
    let schema = schema::strict::<Whole>();
    let mut wrong = Vec::new();
    refused(&schema, "", &mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}\n{schema:#}");
    assert_eq!(schema["type"], "object");
    assert_eq!(schema["required"], serde_json::json!(["zebra", "apple", "parts"]));
    let way = &schema["properties"]["parts"]["items"]["properties"]["way"];
    assert_eq!(way["enum"], serde_json::json!(["one", "two"]));
    for (name, kind) in KINDS {
        let output = Output::Json { name: "whole", schema: schema.clone() };
        let (_, body) = preview(kind, &Request { output, ..fork("x") });
        assert!(body.to_string().contains("\"zebra\""), "{name}: {body}");
    }
}
