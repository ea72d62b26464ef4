//! Around a call: usage, other providers, repair, privacy, limits, cancelling, replay, keys.

use std::collections::BTreeMap;
use std::time::Duration;

use planwright::llm::{
    Ask, Complaint, KeySource, LlmSettings, Named, Output, ProviderKind, ProviderSettings, Request,
    Role, Step, Turn, Veil, partial, transcript,
};
use serde_json::Value;

use crate::host::{KEY, client, provider, role, settings, viewer};
use crate::server::{Act, Server, response, stream, stream_head};
use crate::speech::{End, KINDS, TEXT, answer};

fn question(text: &str) -> Request {
    Request { turns: vec![Turn::user(text)], max_tokens: 100, ..Request::default() }
}

fn ask<'a>(
    viewer: &'a planwright::domain::Viewer,
    request: &'a Request,
    veil: &'a Veil,
) -> Ask<'a> {
    Ask::new(viewer, Role::Rerank, request, veil)
}

#[tokio::test]
async fn every_protocol_counts_the_same() {
    for (name, kind) in KINDS {
        let server = Server::start(vec![stream(&answer(kind, TEXT, End::Well))]);
        let (client, memory) = client(settings(kind, &server.url));
        let (viewer, veil, request) = (viewer(), Veil::default(), question("q"));
        let got = client.call(&ask(&viewer, &request, &veil), &mut |_| {}).await.unwrap();
        assert_eq!((got.usage.input_new, got.usage.input_cached), (176, 1024), "{name}");
        assert_eq!(got.usage.output, 9, "{name}");
        assert_eq!(got.model, "gpt-4.1-mini-2025", "{name}");
        // 176 new, 1024 cached, 9 out of gpt-4.1-mini
        let price = (176.0 * 0.40 + 1024.0 * 0.10 + 9.0 * 1.60) / 1e6;
        assert!((got.price.unwrap() - price).abs() < 1e-12, "{name}: {:?}", got.price);
        let records = memory.records.lock().unwrap();
        assert!(records[0].meter.first.is_some() && records[0].meter.bytes_out > 0);
        let head = server.seen()[0].head.to_ascii_lowercase();
        let header = match kind {
            ProviderKind::Anthropic => "x-api-key: sk-",
            ProviderKind::Gemini => "x-goog-api-key: sk-",
            ProviderKind::Azure => "api-key: sk-",
            _ => "authorization: bearer sk-",
        };
        assert!(head.contains(header), "{name}: {head}");
    }
}

#[tokio::test]
async fn another_provider_steps_in_but_never_after_text() {
    let kind = ProviderKind::OpenAiChat;
    let broken = Server::start(vec![response("401 No", "", "{}")]);
    let half = Server::start(vec![stream(&answer(kind, TEXT, End::Cut))]);
    let good = Server::start(vec![stream(&answer(kind, TEXT, End::Well))]);
    for (first, expected) in [(&broken, "ok"), (&half, "truncated")] {
        let mut settings = settings(kind, &first.url);
        settings.providers.insert("second".into(), provider(kind, &good.url));
        settings.roles.get_mut(&Role::Rerank).unwrap().fallback =
            vec![("second".into(), "other".into())];
        let (client, memory) = client(settings);
        let (viewer, veil, request) = (viewer(), Veil::default(), question("q"));
        let mut turned = 0;
        let mut tell = |step: Step<'_>| turned += u32::from(matches!(step, Step::Elsewhere { .. }));
        let got = client.call(&ask(&viewer, &request, &veil), &mut tell).await;
        let outcome = got.as_ref().map_or_else(|failure| failure.class.id(), |_| "ok");
        assert_eq!(outcome, expected);
        assert_eq!(turned, u32::from(expected == "ok"));
        if let Ok(answer) = got {
            assert_eq!(
                (answer.provider.as_str(), memory.records.lock().unwrap().len()),
                ("second", 2)
            );
        }
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_used_is_asked_for_once_more() {
    let kind = ProviderKind::OpenAiChat;
    let says = |text: &str| stream(&answer(kind, text, End::Well));
    let check = |value: &Value| {
        let n = value["n"].as_u64().filter(|n| *n < 10);
        n.ok_or_else(|| Complaint::new("n must be below 10"))
    };
    let server = Server::start(vec![says("Sure! ```json\n{\"n\": 12}\n```"), says("{\"n\": 3}")]);
    let (client, _) = client(settings(kind, &server.url));
    let (viewer, veil, request) = (viewer(), Veil::default(), question("q"));
    let mut complaints = Vec::new();
    let mut tell = |step: Step<'_>| {
        if let Step::Repair { complaint } = step {
            complaints.push(complaint.to_owned());
        }
    };
    let (n, _) = client.ask(&ask(&viewer, &request, &veil), check, &mut tell).await.unwrap();
    assert_eq!((n, complaints), (3, vec!["n must be below 10".to_owned()]));
    let second = &server.seen()[1].body;
    assert!(
        second.contains("n must be below 10") && second.contains("{\\\"n\\\": 12}"),
        "{second}"
    );

    let stubborn = Server::start(vec![says("I would rather talk.")]);
    let (client, _) = crate::host::client(settings(kind, &stubborn.url));
    let failure = client.ask(&ask(&viewer, &request, &veil), check, &mut |_| {}).await.unwrap_err();
    assert_eq!((failure.class.id(), stubborn.seen().len()), ("garbled", 2));
}

#[test]
fn json_can_be_read_while_it_comes() {
    let text = "{\"ranked_ids\":[\"a\",\"b\"],\"reasons\":[{\"id\":\"a\",\"reason\":\"wei\\u00df";
    for (at, _) in text.char_indices() {
        let _ = partial(text.split_at(at).0);
    }
    let value = partial(text).unwrap();
    assert_eq!(value["ranked_ids"][1], "b");
    assert_eq!(value["reasons"][0]["reason"], "weiß");
}

#[tokio::test]
async fn no_key_and_no_name_leaves_or_stays() {
    for (name, kind) in KINDS {
        let reply = "Good work [person-1], see [mail-1].";
        let server = Server::start(vec![stream(&answer(kind, reply, End::Well))]);
        let (client, memory) = client(settings(kind, &server.url));
        let veil = Veil::new([(Named::Person, "Maximiliane Musterfrau")]);
        let (viewer, request) =
            (viewer(), question("Plan for MAXIMILIANE Musterfrau, m.musterfrau@example.org"));
        let mut shown = String::new();
        let mut tell = |step: Step<'_>| {
            if let Step::Text(text) = step {
                shown.push_str(text);
            }
        };
        let got = client.call(&ask(&viewer, &request, &veil), &mut tell).await.unwrap();
        assert_eq!(got.text, "Good work Maximiliane Musterfrau, see m.musterfrau@example.org.");
        assert_eq!(shown, got.text, "{name}");
        let sent: String = server.seen().into_iter().map(|seen| seen.body).collect();
        let files = memory.files.lock().unwrap();
        let kept: String = files.iter().map(|(_, text)| text.as_str()).collect();
        let noted = format!("{:?}{client:?}", memory.records.lock().unwrap());
        for (place, text) in [("request", &sent), ("transcript", &kept), ("record", &noted)] {
            let lower = text.to_lowercase();
            assert!(
                !lower.contains("musterfrau") && !lower.contains("maximiliane"),
                "{name} {place}"
            );
            assert!(!text.contains(KEY), "{name} {place}");
        }
        assert_eq!(files.len(), 3, "prompt, conversation, output");
    }
}

#[tokio::test]
async fn limits_and_missing_keys_stop_before_the_call() {
    let server = Server::start(vec![stream(&answer(ProviderKind::OpenAiChat, TEXT, End::Well))]);
    let outcome = async |change: fn(&mut LlmSettings)| {
        let mut settings = settings(ProviderKind::OpenAiChat, &server.url);
        change(&mut settings);
        let (client, _) = client(settings);
        let (viewer, veil, request) = (viewer(), Veil::default(), question("q"));
        let got = client.call(&ask(&viewer, &request, &veil), &mut |_| {}).await;
        got.map_or_else(|failure| failure.class.id(), |_| "ok")
    };
    assert_eq!(
        outcome(|settings| settings.limits.spend_per_day = Some(0.000_000_1)).await,
        "limit"
    );
    assert_eq!(outcome(|settings| settings.roles.clear()).await, "off");
    assert_eq!(
        outcome(|settings| {
            settings.providers.get_mut("test").unwrap().key =
                Some(KeySource::Variable("NOT_SET".into()));
        })
        .await,
        "key"
    );
    assert_eq!(
        outcome(|settings| {
            settings.providers.get_mut("test").unwrap().key =
                Some(KeySource::Command("exit 3".into()));
        })
        .await,
        "key"
    );
    assert_eq!(
        outcome(|settings| {
            settings.providers.get_mut("test").unwrap().ca_file = Some("/nonexistent.pem".into());
        })
        .await,
        "address"
    );
    assert!(server.seen().is_empty(), "nothing was sent");
    assert_eq!(
        outcome(|settings| {
            settings.providers.get_mut("test").unwrap().key =
                Some(KeySource::Command("echo key-of-a-command; echo notes".into()));
        })
        .await,
        "ok"
    );
    assert!(server.seen()[0].head.contains("key-of-a-command\r\n"));
}

#[cfg(unix)]
#[tokio::test]
async fn a_key_file_that_others_may_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let server = Server::start(vec![stream(&answer(ProviderKind::OpenAiChat, TEXT, End::Well))]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("key");
    std::fs::write(&path, format!("{KEY}\n")).unwrap();
    for (mode, expected) in [(0o644, "key"), (0o600, "ok")] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let mut settings = settings(ProviderKind::OpenAiChat, &server.url);
        settings.providers.get_mut("test").unwrap().key = Some(KeySource::File(path.clone()));
        let (client, _) = client(settings);
        let (viewer, veil, request) = (viewer(), Veil::default(), question("q"));
        let got = client.call(&ask(&viewer, &request, &veil), &mut |_| {}).await;
        assert_eq!(got.map_or_else(|failure| failure.class.id(), |_| "ok"), expected);
    }
}

#[tokio::test]
async fn dropping_a_call_drops_the_connection_and_is_recorded() {
    let kind = ProviderKind::OpenAiChat;
    let server = Server::start(vec![vec![
        stream_head(),
        Act::Send(answer(kind, TEXT, End::Cut).into_bytes()),
        Act::Hold,
    ]]);
    let (client, memory) = client(settings(kind, &server.url));
    let (viewer, veil, request) = (viewer(), Veil::default(), question("q"));
    let (said, mut heard) = tokio::sync::mpsc::unbounded_channel();
    let mut tell = |step: Step<'_>| {
        if matches!(step, Step::Text(_)) {
            let _ = said.send(());
        }
    };
    let asked = ask(&viewer, &request, &veil);
    tokio::select! {
        got = client.call(&asked, &mut tell) => panic!("{got:?}"),
        () = async { heard.recv().await.unwrap() } => {}
    }
    let records = memory.records.lock().unwrap();
    assert_eq!((records.len(), records[0].outcome), (1, "cancelled"));
    assert!(records[0].meter.bytes_in > 0);
}

#[tokio::test]
async fn a_session_is_replayed_from_its_transcripts() {
    let kind = ProviderKind::Anthropic;
    let server = Server::start(vec![stream(&answer(kind, TEXT, End::Well))]);
    let (recorded, memory) = client(settings(kind, &server.url));
    let (viewer, veil, request) = (viewer(), Veil::default(), question("q"));
    recorded.call(&ask(&viewer, &request, &veil), &mut |_| {}).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    transcript::write(folder.path(), &memory.files.lock().unwrap()).unwrap();
    let replay = ProviderSettings {
        kind: ProviderKind::Replay,
        base_url: Some(folder.path().display().to_string()),
        api_version: None,
        key: None,
        ca_file: None,
    };
    let (client, _) = client(LlmSettings {
        providers: BTreeMap::from([("replay".into(), replay)]),
        roles: BTreeMap::from([(Role::Rerank, role("replay"))]),
        ..LlmSettings::default()
    });
    let got = client.call(&ask(&viewer, &request, &veil), &mut |_| {}).await.unwrap();
    assert_eq!((got.text.as_str(), got.usage.output, got.price), (TEXT, 9, Some(0.0)));
    let other = question("something else");
    let failure = client.call(&ask(&viewer, &other, &veil), &mut |_| {}).await.unwrap_err();
    assert_eq!(failure.class.id(), "no-recording");
}

#[tokio::test]
async fn an_exchange_is_five_files_that_stay_for_their_days() {
    let kind = ProviderKind::OpenAiResponses;
    let server = Server::start(vec![stream(&answer(kind, "{\"n\": 3}", End::Well))]);
    let (client, memory) = client(settings(kind, &server.url));
    let output = Output::Json { name: "number", schema: serde_json::json!({ "type": "object" }) };
    let (viewer, veil) = (viewer(), Veil::default());
    let request = Request { output, ..question("How many?") };
    client.call(&ask(&viewer, &request, &veil), &mut |_| {}).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    transcript::write(folder.path(), &memory.files.lock().unwrap()).unwrap();
    std::fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    let names = || -> Vec<String> {
        let entries = std::fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let ends = [
        "_fork_prompt.md",
        "_full_conversation.json",
        "_output_only.md",
        "_structure_prompt.md",
        "_structure_response.json",
    ];
    let written = names();
    assert_eq!(written.len(), 6);
    assert!(ends.iter().all(|end| written.iter().any(|name| name.ends_with(end))), "{written:?}");
    let facts = std::fs::metadata(folder.path().join(&written[0])).unwrap();
    let in_days = |days: u64| facts.modified().unwrap() + Duration::from_secs(days * 86_400 + 60);
    assert_eq!(transcript::prune(folder.path(), 30, in_days(29)).unwrap(), 0);
    assert_eq!(transcript::prune(folder.path(), 30, in_days(31)).unwrap(), 5);
    assert_eq!(names(), ["notes.txt"], "what is not ours stays");
}
