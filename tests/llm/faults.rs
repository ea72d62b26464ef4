//! Every protocol × every fault: the class it becomes, how often is asked, what was shown, and that
//! nothing outlasts its timer.

use std::time::Duration;

use planwright::llm::{Ask, ProviderKind, Request, Role, Step, Timers, Turn, Veil};
use tokio::time::timeout;

use crate::host::{client, client_with, settings, timers, viewer};
use crate::server::{Act, Script, Server, response, stream, stream_head};
use crate::speech::{End, KINDS, TEXT, answer};

/// A fault: its name, the class expected (`ok` for none), how many requests the server must see,
/// and what it does with them.
type Fault = (&'static str, &'static str, usize, fn(ProviderKind) -> Vec<Script>);

/// A good answer after whatever went before.
fn good(kind: ProviderKind) -> Script {
    stream(&answer(kind, TEXT, End::Well))
}

/// The same thing every time.
fn always(script: Script) -> Vec<Script> {
    vec![script]
}

/// An error in the middle of a stream, behind the first pieces or before them.
fn event(data: &str) -> String {
    format!("event: error\ndata: {data}\n\n")
}

fn status(line: &'static str, body: &str) -> Vec<Script> {
    always(response(line, "", body))
}

const FAULTS: &[Fault] = &[
    ("good", "ok", 1, |kind| always(good(kind))),
    ("CRLF line ends", "ok", 1, |kind| {
        always(stream(&answer(kind, TEXT, End::Well).replace("\r\n", "\n").replace('\n', "\r\n")))
    }),
    ("byte by byte", "ok", 1, |kind| {
        let mut script = vec![stream_head()];
        script.extend(answer(kind, TEXT, End::Well).bytes().map(|byte| Act::Send(vec![byte])));
        always(script)
    }),
    ("comments keep it alive", "ok", 1, |kind| {
        let text =
            answer(kind, TEXT, End::Well).replace("data:", ": OPENROUTER PROCESSING\n\ndata:");
        always(stream(&text))
    }),
    ("end said, socket left open", "ok", 1, |kind| {
        always(vec![
            stream_head(),
            Act::Send(answer(kind, TEXT, End::Well).into_bytes()),
            Act::Hold,
        ])
    }),
    ("JSON without an answer", "garbled", 1, |_| status("200 OK", "{}")),
    ("cut without a terminator", "truncated", 1, |kind| {
        always(stream(&answer(kind, TEXT, End::Cut)))
    }),
    ("cut before the first word", "truncated", 3, |_| always(stream(": hello\n\n"))),
    ("cut once, then good", "ok", 2, |kind| vec![stream(": hello\n\n"), good(kind)]),
    ("length stop", "length", 1, |kind| always(stream(&answer(kind, TEXT, End::Length)))),
    ("refusal", "refused", 1, |kind| always(stream(&answer(kind, "", End::Refusal)))),
    ("empty answer", "empty", 1, |kind| always(stream(&answer(kind, "", End::Well)))),
    ("garbage", "garbled", 1, |_| always(stream("<html>\n<body>Welcome</body>\n</html>\n"))),
    ("garbage in events", "garbled", 1, |_| always(stream("data: what?\n\ndata: {oh\n\n"))),
    ("a broken event in the middle", "garbled", 1, |kind| {
        let text = answer(kind, TEXT, End::Well);
        // the second event with text loses its end
        let at = text
            .match_indices("\n\n")
            .map(|(at, _)| at)
            .chain(text.match_indices("\r\n\r\n").map(|(at, _)| at))
            .nth(2)
            .unwrap();
        let (before, behind) = text.split_at(at);
        let before = before.strip_suffix('}').unwrap();
        always(stream(&format!("{before}{behind}")))
    }),
    ("bytes that are no text", "garbled", 1, |_| {
        always(vec![stream_head(), Act::Send(vec![0xff, 0xfe, b'\n', 0xc3, 0x28, b'\n', b'\n'])])
    }),
    ("reset in the middle", "truncated", 1, |kind| {
        let head =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 99999\r\n\r\n";
        let text = answer(kind, TEXT, End::Cut);
        always(vec![Act::Send([head.as_bytes(), text.as_bytes()].concat())])
    }),
    ("chunks that break off", "truncated", 1, |kind| {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
        let text = answer(kind, TEXT, End::Cut);
        let chunk = format!("{head}{:x}\r\n{text}\r\nffff\r\n", text.len());
        always(vec![Act::Send(chunk.into_bytes())])
    }),
    ("100 MB of one document", "too-long", 1, |_| {
        let head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{\"x\":\"";
        always(vec![Act::Send(head.to_vec()), Act::Flood(vec![b'x'; 1 << 20], 100)])
    }),
    ("100 MB of error", "busy", 3, |_| {
        let head = b"HTTP/1.1 500 Oh\r\nconnection: close\r\n\r\n";
        always(vec![Act::Send(head.to_vec()), Act::Flood(vec![b'x'; 1 << 20], 100)])
    }),
    ("100 MB of one line", "too-long", 1, |_| {
        always(vec![stream_head(), Act::Flood(vec![b'x'; 1 << 20], 100)])
    }),
    ("100 MB of events", "too-long", 1, |kind| {
        let text = answer(kind, &"x".repeat(3 << 18), End::Cut);
        always(vec![stream_head(), Act::Flood(text.into_bytes(), 140)])
    }),
    ("error in a 200 stream, nested", "busy", 3, |_| {
        always(stream(&event(
            "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
        )))
    }),
    ("error in a 200 stream, flat", "busy", 3, |_| {
        always(stream(&event("{\"type\":\"error\",\"code\":\"server_error\",\"message\":\"oh\"}")))
    }),
    ("error as a bare line", "busy", 3, |_| {
        always(vec![stream_head(), Act::Send(b"{\"error\":\"model runner crashed\"}\n".to_vec())])
    }),
    ("error after text", "busy", 1, |kind| {
        let text =
            answer(kind, TEXT, End::Cut) + &event("{\"error\":{\"code\":502,\"message\":\"up\"}}");
        always(stream(&text))
    }),
    ("error under status 200", "auth", 1, |_| {
        status("200 OK", "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"no\"}}")
    }),
    ("400", "bad-request", 1, |_| {
        status("400 Bad Request", "{\"error\":{\"message\":\"temperature is wrong\"}}")
    }),
    ("400 too long", "context-too-long", 1, |_| {
        status(
            "400 Bad Request",
            "{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"maximum context length\"}}",
        )
    }),
    ("400 lost base", "base-lost", 1, |_| {
        status(
            "400 Bad Request",
            "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"previous_response_not_found\",\
             \"message\":\"Previous response with id 'resp_0' not found.\"}}",
        )
    }),
    ("404 lost base", "base-lost", 1, |_| {
        status("404 Not Found", "{\"detail\":\"Response 'resp_0' not found\"}")
    }),
    ("lost base inside a 200 stream", "base-lost", 1, |_| {
        always(stream(&event(
            "{\"type\":\"error\",\"code\":\"404\",\"message\":\"Response resp_0 not found\"}",
        )))
    }),
    ("401", "auth", 1, |_| {
        status(
            "401 Unauthorized",
            "{\"error\":{\"message\":\"Incorrect API key: sk-test-VERYSECRET-0123456789\"}}",
        )
    }),
    ("402", "quota", 1, |_| {
        status("402 Payment Required", "{\"error\":{\"code\":402,\"message\":\"credits\"}}")
    }),
    ("403", "auth", 1, |_| status("403 Forbidden", "<html>no</html>")),
    ("404 model", "no-model", 1, |_| {
        status("404 Not Found", "{\"error\":{\"message\":\"The model `x` does not exist\"}}")
    }),
    ("402 credits", "quota", 1, |_| {
        status("402 Payment Required", "{\"error\":{\"code\":\"insufficient_credits\"}}")
    }),
    ("502 of a proxy", "busy", 3, |_| status("502 Bad Gateway", "<html>nginx</html>")),
    ("429 with a wait in milliseconds", "ok", 2, |kind| {
        vec![
            response("429 Too Many", "retry-after-ms: 20\r\nretry-after: 3600\r\n", "{}"),
            good(kind),
        ]
    }),
    ("408, then good", "ok", 2, |kind| vec![response("408 Timeout", "", "{}"), good(kind)]),
    ("409, then good", "ok", 2, |kind| vec![response("409 Conflict", "", "{}"), good(kind)]),
    ("413", "context-too-long", 1, |_| status("413 Too Large", "{}")),
    ("429 Retry-After in seconds", "ok", 2, |kind| {
        vec![response("429 Too Many", "retry-after: 0.01\r\n", "{}"), good(kind)]
    }),
    ("429 Retry-After as a date", "ok", 2, |kind| {
        let header = "retry-after: Thu, 28 May 2026 20:26:40 GMT\r\n";
        vec![response("429 Too Many", header, "{}"), good(kind)]
    }),
    ("429 for an hour", "busy", 1, |_| {
        always(response("429 Too Many", "retry-after: 3600\r\n", "{}"))
    }),
    ("429 without end", "busy", 3, |_| always(response("429 Too Many", "", "{}"))),
    ("429 no quota", "quota", 1, |_| {
        status(
            "429 Too Many",
            "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"billing\"}}",
        )
    }),
    ("500 not to be repeated", "busy", 1, |_| {
        always(response("500 Oh", "x-should-retry: false\r\n", "{}"))
    }),
    ("500 twice, then good", "ok", 3, |kind| {
        vec![response("500 Oh", "", "{}"), response("500 Oh", "", "oh"), good(kind)]
    }),
    ("503", "busy", 3, |_| status("503 Busy", "{\"error\":{\"code\":\"server_is_overloaded\"}}")),
    ("529", "busy", 3, |_| {
        status("529 Overloaded", "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}")
    }),
    ("redirect", "bad-request", 1, |_| {
        always(response("302 Found", "location: http://127.0.0.1:9/\r\n", ""))
    }),
    ("closed without a response", "busy", 3, |_| always(vec![Act::Reset])),
    ("silence before the response", "stalled", 1, |_| always(vec![Act::Hold])),
    ("silence before the first word", "stalled", 1, |_| always(vec![stream_head(), Act::Hold])),
    ("silence after the first words", "stalled", 1, |kind| {
        always(vec![stream_head(), Act::Send(answer(kind, TEXT, End::Cut).into_bytes()), Act::Hold])
    }),
];

/// Only of Chat Completions.
const CHAT_FAULTS: &[Fault] = &[
    ("whole JSON instead of a stream", "ok", 1, |_| {
        status(
            "200 OK",
            &format!(
                "{{\"choices\":[{{\"message\":{{\"content\":\"{TEXT}\"}},\"finish_reason\":\"stop\"}}]}}"
            ),
        )
    }),
    ("DONE without a reason", "truncated", 1, |kind| {
        always(stream(&(answer(kind, TEXT, End::Cut) + "data: [DONE]\n\n")))
    }),
    ("finish_reason error", "busy", 1, |kind| {
        let end = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}\n\n";
        always(stream(&(answer(kind, TEXT, End::Cut) + end)))
    }),
    ("no DONE behind the reason", "ok", 1, |kind| {
        always(stream(&answer(kind, TEXT, End::Well).replace("data: [DONE]", ": end")))
    }),
    ("Ollama's own lines", "ok", 1, |_| {
        let line =
            |text: &str| format!("{{\"message\":{{\"content\":\"{text}\"}},\"done\":false}}\n");
        let end =
            "{\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":1,\"eval_count\":2}\n";
        always(stream(&(line(TEXT) + end)))
    }),
];

/// Only where the server keeps conversations, or has events of this kind.
const RESPONSES_FAULTS: &[Fault] = &[
    ("response.failed, socket left open", "busy", 3, |_| {
        always(vec![
            stream_head(),
            Act::Send(
                b"data: {\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":\
                  {\"code\":\"server_error\",\"message\":\"oh\"}}}\n\n"
                    .to_vec(),
            ),
            Act::Hold,
        ])
    }),
    ("whole JSON instead of a stream", "ok", 1, |_| {
        status(
            "200 OK",
            &format!(
                "{{\"id\":\"r\",\"status\":\"completed\",\"error\":null,\"output\":[{{\"content\":\
                 [{{\"type\":\"output_text\",\"text\":\"{TEXT}\"}}]}}]}}"
            ),
        )
    }),
    ("response.failed with a policy", "refused", 1, |_| {
        always(stream(
            "data: {\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":\
             {\"code\":\"invalid_prompt\",\"message\":\"policy\"}}}\n\n",
        ))
    }),
];

#[tokio::test]
async fn table() {
    println!("{:<10} {:<36} {:<18} {:>5} {:>7}", "protocol", "case", "outcome", "asked", "shown");
    let mut wrong = Vec::new();
    for (name, kind) in KINDS {
        let own = match kind {
            ProviderKind::OpenAiResponses | ProviderKind::Azure => RESPONSES_FAULTS,
            ProviderKind::OpenAiChat | ProviderKind::Ollama => CHAT_FAULTS,
            _ => &[],
        };
        for (case, expected, asked, scripts) in FAULTS.iter().chain(own) {
            let server = Server::start(scripts(kind));
            let patient =
                Timers { first: Duration::from_mins(1), gap: Duration::from_mins(1), ..timers() };
            // how fast a machine reads a flood is no part of the question
            let timers = if case.starts_with("100 MB") { patient } else { timers() };
            let (client, memory) = client_with(settings(kind, &server.url), timers);
            let request = Request {
                turns: vec![Turn::user("question")],
                remote_base: Some("resp_0".into()),
                max_tokens: 100,
                ..Request::default()
            };
            let (viewer, veil) = (viewer(), Veil::default());
            let ask = Ask::new(&viewer, Role::Rerank, &request, &veil);
            let mut shown = String::new();
            let mut tell = |step: Step<'_>| {
                if let Step::Text(text) = step {
                    shown.push_str(text);
                }
            };
            let called = timeout(Duration::from_mins(1), client.call(&ask, &mut tell)).await;
            let (outcome, line) = match called.expect("outlasted every timer") {
                Ok(answer) => {
                    assert_eq!(answer.text, TEXT, "{name}, {case}");
                    ("ok", String::new())
                }
                Err(failure) => (failure.class.id(), failure.to_string()),
            };
            let seen = server.seen().len();
            println!("{name:<10} {case:<36} {outcome:<18} {seen:>5} {:>7}", shown.chars().count());
            if (outcome, seen) != (*expected, *asked) {
                wrong.push(format!(
                    "{name}, {case}: {outcome} after {seen}, not {expected} after {asked}: {line}"
                ));
            }
            assert!(!line.contains("VERYSECRET"), "{line}");
            // one call, one row, with what it came to
            let records = memory.records.lock().unwrap();
            assert_eq!(records.len(), 1, "{name}, {case}");
            assert_eq!(records[0].outcome, outcome);
            assert_eq!(records[0].error.is_some(), outcome != "ok");
            // what went wrong was kept as such, never as an answer
            let files = memory.files.lock().unwrap();
            let (_, conversation) =
                files.iter().find(|(name, _)| name.contains("full_conversation")).unwrap();
            assert!(conversation.contains(&format!("\"outcome\": \"{outcome}\"")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn nobody_there_is_said_at_once_and_not_tried_again() {
    // bound and let go: the port is closed, so the connection is refused
    let url = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let (client, memory) = client(settings(ProviderKind::OpenAiChat, &url));
    let request = Request { turns: vec![Turn::user("question")], ..Request::default() };
    let (viewer, veil) = (viewer(), Veil::default());
    let ask = Ask::new(&viewer, Role::Rerank, &request, &veil);
    let failure = client.call(&ask, &mut |_| {}).await.unwrap_err();
    assert_eq!(failure.class.id(), "unreachable");
    assert_eq!(memory.records.lock().unwrap()[0].retries, 0);
}
