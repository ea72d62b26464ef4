//! What goes over the line: the form each protocol wants, and equal bytes for equal bases.

use planwright::llm::{Ask, Keep, ProviderKind, Request, Role, Turn, Veil};
use serde_json::Value;

use crate::host::{client, settings, viewer};
use crate::server::{Server, stream};
use crate::speech::{End, KINDS, TEXT, answer};

pub(crate) fn preview(kind: ProviderKind, request: &Request) -> (String, Value) {
    let (client, _) = client(settings(kind, "http://127.0.0.1:9"));
    let (viewer, veil) = (viewer(), Veil::default());
    let ask = Ask::new(&viewer, Role::Rerank, request, &veil);
    let preview = client.preview(&ask).unwrap();
    (preview.url, preview.body)
}

pub(crate) fn fork(turn: &str) -> Request {
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

#[tokio::test]
async fn forks_at_once_send_the_same_base_byte_for_byte() {
    for (name, kind) in KINDS {
        let server = Server::start(vec![stream(&answer(kind, TEXT, End::Well))]);
        let (client, _) = client(settings(kind, &server.url));
        let (viewer, veil) = (viewer(), Veil::default());
        let weeks: Vec<Request> = (1..=6).map(|week| fork(&format!("write week {week}"))).collect();
        let calls = weeks.iter().map(|request| {
            let ask = Ask::new(&viewer, Role::Rerank, request, &veil);
            let client = &client;
            async move { client.call(&ask, &mut |_| {}).await.map(|answer| answer.text) }
        });
        for got in futures_util::future::join_all(calls).await {
            assert_eq!(got.as_deref().ok(), Some(TEXT), "{name}");
        }
        let seen = server.seen();
        assert_eq!(seen.len(), 6);
        let base = |body: &str| body.split("write week").next().unwrap().to_owned();
        let rest = |body: &str| {
            let behind = body.split("write week ").nth(1).unwrap();
            behind.get(1..).unwrap().to_owned()
        };
        let first = &seen[0].body;
        assert!(base(first).contains("principles and library"), "{name}");
        for other in &seen[1..] {
            assert_eq!(base(&other.body), base(first), "{name}");
            assert_eq!(rest(&other.body), rest(first), "{name}: only the week differs");
        }
    }
}
