//! How models are set up: several accounts, profiles, certificates of one's own, proxies; and that
//! whatever is off, refused or reached is said before anything is connected.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;

use planwright::llm::{
    Ask, KeySource, LlmSettings, Profile, ProviderKind, Request, Role, Step, Turn, Veil,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use serde_json::Value;

use crate::binary::{Home, config, says};
use crate::host::{client, provider, role, settings, viewer};
use crate::server::{Server, response, stream};
use crate::speech::{End, TEXT, answer};

async fn outcome(settings: LlmSettings, role: Role) -> (&'static str, String, usize) {
    let (client, _) = client(settings);
    let request = Request { turns: vec![Turn::user("q")], max_tokens: 700, ..Request::default() };
    let (viewer, veil) = (viewer(), Veil::default());
    let ask = Ask::new(&viewer, role, &request, &veil);
    let mut reached = 0;
    let mut tell = |step: Step<'_>| reached += usize::from(matches!(step, Step::Connecting { .. }));
    match client.call(&ask, &mut tell).await {
        Ok(answer) => ("ok", answer.provider, reached),
        Err(failure) => (failure.class.id(), failure.to_string(), reached),
    }
}

#[tokio::test]
async fn each_role_uses_its_own_account() {
    let kind = ProviderKind::OpenAiChat;
    let server = Server::start(vec![stream(&answer(kind, TEXT, End::Well))]);
    let mut settings = settings(kind, &server.url);
    let mut second = provider(kind, &server.url);
    second.key = Some(KeySource::Command("echo key-of-the-second-account".into()));
    settings.providers.insert("second".into(), second);
    settings.roles.insert(Role::Draft, role("second"));
    assert_eq!(outcome(settings.clone(), Role::Rerank).await.1, "test");
    assert_eq!(outcome(settings, Role::Draft).await.1, "second");
    let heads: Vec<String> = server.seen().into_iter().map(|seen| seen.head).collect();
    assert!(heads[0].contains(crate::host::KEY) && !heads[0].contains("second-account"));
    assert!(heads[1].contains("key-of-the-second-account") && !heads[1].contains("VERYSECRET"));
}

#[tokio::test]
async fn a_profile_sets_what_the_role_does_not() {
    let kind = ProviderKind::OpenAiChat;
    let server = Server::start(vec![stream(&answer(kind, TEXT, End::Well))]);
    let cases = [
        (None, None, None, (Value::Null, 700)),
        (Some(Profile::Speed), None, None, (0.0.into(), 2_000)),
        (Some(Profile::Accuracy), None, None, (0.1.into(), 4_000)),
        (Some(Profile::Cost), None, None, (0.0.into(), 1_000)),
        (Some(Profile::Cost), Some(0.7), Some(50), (0.7.into(), 50)),
    ];
    for (profile, temperature, max_tokens, expected) in cases {
        let mut settings = settings(kind, &server.url);
        let role = settings.roles.get_mut(&Role::Rerank).unwrap();
        (role.profile, role.temperature, role.max_tokens) = (profile, temperature, max_tokens);
        assert_eq!(outcome(settings, Role::Rerank).await.0, "ok");
        let sent: Value = serde_json::from_str(&server.seen()[0].body).unwrap();
        let got =
            (sent.get("temperature").cloned().unwrap_or_default(), sent["max_tokens"].clone());
        assert_eq!(got, (expected.0, expected.1.into()), "{profile:?}");
    }
}

/// A server behind TLS, with a certificate that only the authority beside it vouches for.
fn secured(body: String) -> String {
    let certificate = CertificateDer::from(include_bytes!("tls/server.der").to_vec());
    let key = PrivateKeyDer::try_from(include_bytes!("tls/server.key.der").to_vec()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let (Ok(stream), config, body) = (stream, config.clone(), body.clone()) else { return };
            std::thread::spawn(move || {
                let connection = rustls::ServerConnection::new(config).unwrap();
                let mut stream = rustls::StreamOwned::new(connection, stream);
                let mut head = Vec::new();
                let mut byte = [0_u8; 1];
                // a client that does not trust us leaves during the handshake
                while !head.ends_with(b"\r\n\r\n") {
                    if stream.read(&mut byte).unwrap_or(0) == 0 {
                        return;
                    }
                    head.push(byte[0]);
                }
                let reply = format!(
                    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{body}"
                );
                let _ = stream.write_all(reply.as_bytes());
                stream.conn.send_close_notify();
                let _ = stream.flush();
                // until the other side has read all of it
                let _ = stream.read(&mut byte);
            });
        }
    });
    url
}

#[tokio::test]
async fn an_authority_of_ones_own_is_trusted_where_it_is_named() {
    let kind = ProviderKind::OpenAiChat;
    let url = secured(answer(kind, TEXT, End::Well));
    let (class, line, _) = outcome(settings(kind, &url), Role::Rerank).await;
    assert_eq!(class, "unreachable", "nobody vouches for it: {line}");
    let mut trusting = settings(kind, &url);
    let authority = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/llm/tls/ca.pem");
    trusting.providers.get_mut("test").unwrap().ca_file = Some(authority.into());
    let (class, line, _) = outcome(trusting, Role::Rerank).await;
    assert_eq!(class, "ok", "{line}");
}

#[test]
fn requests_go_through_the_proxy_of_the_environment_but_local_ones_do_not() {
    let ranked = "{\"ranked_ids\":[],\"reasons\":[]}";
    let proxy = Server::start(vec![says(ranked)]);
    let direct = Server::start(vec![says(ranked)]);
    for (url, through) in [("http://models.example", true), (direct.url.as_str(), false)] {
        let home = Home::new(&config(url, "openai-responses", ""));
        let unit = home.unit();
        let variables = [("HTTP_PROXY", proxy.url.as_str()), ("http_proxy", proxy.url.as_str())];
        home.run_with(&variables, &["suggest", "--unit", &unit, "--rerank", "--json"]);
        let (by_proxy, by_itself) = (proxy.seen(), direct.seen());
        assert_eq!((!by_proxy.is_empty(), !by_itself.is_empty()), (through, !through), "{url}");
        if through {
            let line = by_proxy[0].head.lines().next().unwrap().to_owned();
            assert!(line.contains("http://models.example/v1/responses"), "{line}");
        }
    }
}

#[tokio::test]
async fn what_is_off_or_reached_is_said_before_anything_is_connected() {
    let kind = ProviderKind::OpenAiChat;
    let server = Server::start(vec![stream(&answer(kind, TEXT, End::Well))]);
    let mut limited = settings(kind, &server.url);
    limited.limits.spend_per_day = Some(0.0);
    let mut keyless = settings(kind, &server.url);
    keyless.providers.get_mut("test").unwrap().key = Some(KeySource::Variable("UNSET".into()));
    for (settings, role, class, most) in [
        (LlmSettings::default(), Role::Rerank, "off", 0),
        (settings(kind, &server.url), Role::Intent, "off", 0),
        (limited, Role::Rerank, "limit", 0),
        (keyless, Role::Rerank, "key", 1),
    ] {
        let (got, line, reached) = outcome(settings, role).await;
        assert_eq!(got, class, "{line}");
        assert!(reached <= most, "{class}: reached out {reached} times");
    }
    assert!(server.seen().is_empty());
}

#[test]
fn the_id_of_an_error_finds_its_line_in_the_log() {
    let unknown = "{\"ranked_ids\":[\"made_up\"],\"reasons\":[]}";
    let faults = [
        ("401", vec![response("401 No", "", "{}")]),
        ("503", vec![response("503 Busy", "retry-after: 0.01\r\n", "{}")]),
        ("unusable", vec![says(unknown)]),
        ("cut", vec![stream(&answer(ProviderKind::OpenAiResponses, "{\"r", End::Cut))]),
    ];
    for (name, scripts) in faults {
        let server = Server::start(scripts);
        let home = Home::new(&config(&server.url, "openai-responses", ""));
        let unit = home.unit();
        let output = home.run(&["--log", "warn", "suggest", "--unit", &unit, "--rerank"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let (logged, said): (Vec<&str>, Vec<&str>) =
            told.lines().partition(|line| line.contains(" WARN "));
        let said = said.last().unwrap();
        let id = said.rsplit_once('(').unwrap().1.trim_end_matches([')', '.']);
        assert!(id.starts_with('e') && id.contains('-'), "{name}: {said}");
        assert!(logged.iter().any(|line| line.contains(id)), "{name}: {id}\n{told}");
        assert!(!told.contains("VERYSECRET"), "{name}");
    }
}

#[test]
fn the_probe_names_what_is_wrong_per_role_and_what_to_do() {
    let server = Server::start(vec![response("401 No", "", "{}")]);
    let more = "intent = { provider = \"open\", model = \"nobody-knows\" }\n\
                [llm.providers.open]\nkind = \"ollama\"\nbase_url = \"http://127.0.0.1:9\"\n";
    let home = Home::new(&config(&server.url, "anthropic", more));
    let output = home.run(&["doctor", "--llm"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!output.status.success(), "{text}");
    for part in [
        "rerank: gpt-4.1-mini at test",
        "does not accept the key. Check it",
        "marked for the cache",
        "intent: nobody-knows at open",
        "Nobody answers at open. Check base_url",
        "no price is known for nobody-knows",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
