//! Events out of bytes, however they are cut.

use super::super::sse::{Decoder, Event};

fn events(pieces: &[&[u8]]) -> Vec<Event> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    for piece in pieces {
        decoder.take(piece, &mut out).unwrap();
    }
    decoder.end(&mut out);
    out
}

#[test]
fn a_stream_reads_the_same_wherever_it_is_cut() {
    let stream = "\u{feff}: hello\r\nevent: a\r\ndata: {\"text\":\"Kniebeuge – süß 🥋\"}\r\n\r\n\
                  :keep\n\ndata: one\ndata: two\n\nid: 7\rretry: 5\revent: b\rdata:x\r\r\
                  {\"error\":\"bare\"}\ndata: [DONE]";
    let bytes = stream.as_bytes();
    let whole = events(&[bytes]);
    let said: Vec<(&str, &str)> =
        whole.iter().map(|event| (event.name.as_str(), event.data.as_str())).collect();
    assert_eq!(
        said,
        [
            ("a", "{\"text\":\"Kniebeuge – süß 🥋\"}"),
            ("", "one\ntwo"),
            ("b", "x"),
            ("", "{\"error\":\"bare\"}"),
            ("", "[DONE]"),
        ]
    );
    for at in 0..=bytes.len() {
        assert_eq!(events(&[&bytes[..at], &bytes[at..]]), whole, "cut at {at}");
    }
    let single: Vec<&[u8]> = bytes.chunks(1).collect();
    assert_eq!(events(&single), whole, "byte by byte");
}

#[test]
fn an_event_without_end_is_stopped() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    let piece = vec![b'x'; 1024 * 1024];
    let mut taken = 0;
    let stopped = (0..100).any(|_| {
        taken += piece.len();
        decoder.take(&piece, &mut out).is_err()
    });
    assert!(stopped && taken <= super::super::sse::LONGEST + piece.len(), "{taken}");
    assert!(out.is_empty());
}
