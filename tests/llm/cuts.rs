//! Every protocol, its stream cut at every byte: broken off there, and put together again there.
//! A reader gets the whole answer or a failure, never a part that looks like an answer.

use futures_util::StreamExt as _;
use planwright::llm::{Ask, ProviderKind, Request, Role, Step, Turn, Veil};

use crate::host::{client, settings, viewer};
use crate::server::{Act, Seen, Server, stream_head};
use crate::speech::{End, KINDS, TEXT, answer};

/// Connections at once.
const AT_ONCE: usize = 16;

/// The number behind a word in a request.
fn number(seen: &Seen, word: &str) -> usize {
    let rest = seen.body.split(word).nth(1).unwrap();
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// Asks once per byte of a good answer; what came back, and what was shown.
async fn at_every_byte(
    kind: ProviderKind,
    url: &str,
) -> Vec<(usize, Result<String, &'static str>, String)> {
    let mut settings = settings(kind, url);
    settings.limits.concurrency = AT_ONCE as u32;
    let (client, _) = client(settings);
    let (viewer, veil) = (viewer(), Veil::default());
    let length = answer(kind, TEXT, End::Well).len();
    let calls = (0..=length).map(|at| {
        let (client, viewer, veil) = (&client, &viewer, &veil);
        async move {
            let request = Request {
                turns: vec![Turn::user(format!("cut-{at}"))],
                max_tokens: 100,
                ..Request::default()
            };
            let ask = Ask::new(viewer, Role::Rerank, &request, veil);
            let mut shown = String::new();
            let mut tell = |step: Step<'_>| {
                if let Step::Text(text) = step {
                    shown.push_str(text);
                }
            };
            let got = client.call(&ask, &mut tell).await;
            let got = got.map(|answer| answer.text).map_err(|failure| failure.class.id());
            (at, got, shown)
        }
    });
    futures_util::stream::iter(calls).buffer_unordered(AT_ONCE).collect().await
}

#[tokio::test]
async fn a_stream_that_breaks_off_is_never_half_an_answer() {
    for (name, kind) in KINDS {
        let bytes = answer(kind, TEXT, End::Well).into_bytes();
        // from here on the answer has said that it is complete
        let text = String::from_utf8(bytes.clone()).unwrap();
        let reason = ["\"completed\"", "\"stop\"", "\"end_turn\"", "\"STOP\""];
        let complete = reason.iter().find_map(|reason| text.find(reason)).unwrap();
        let server = Server::answering(move |seen| {
            let at = number(seen, "cut-");
            vec![stream_head(), Act::Send(bytes[..at].to_vec())]
        });
        for (at, got, shown) in at_every_byte(kind, &server.url).await {
            assert!(TEXT.starts_with(&shown), "{name}, cut at {at}: {shown}");
            match got {
                Ok(text) => {
                    assert_eq!(text, TEXT, "{name}, cut at {at}");
                    assert!(at >= complete, "{name}, cut at {at}: nothing had said it was whole");
                }
                Err(class) => assert_eq!(class, "truncated", "{name}, cut at {at}"),
            }
        }
    }
}

#[tokio::test]
async fn a_stream_in_two_pieces_reads_as_one() {
    for (name, kind) in KINDS {
        let bytes = answer(kind, TEXT, End::Well).into_bytes();
        let server = Server::answering(move |seen| {
            let (before, behind) = bytes.split_at(number(seen, "cut-"));
            vec![stream_head(), Act::Send(before.to_vec()), Act::Send(behind.to_vec())]
        });
        for (at, got, shown) in at_every_byte(kind, &server.url).await {
            assert_eq!(got.as_deref(), Ok(TEXT), "{name}, cut at {at}");
            assert_eq!(shown, TEXT, "{name}, cut at {at}");
        }
    }
}
