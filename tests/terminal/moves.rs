//! What a cursor costs on the line: over a slow connection, bytes are what a key feels like.

use std::time::Duration;

use super::Home;
use super::pty::Terminal;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Bytes a move may cost at the median.
const MEDIAN: usize = 150;

/// Lengths of the whole frames in what was written.
fn frames(mut bytes: &[u8]) -> Vec<usize> {
    let find = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).position(|it| it == mark);
    let mut lengths = Vec::new();
    while let Some(begun) = find(bytes, BEGIN) {
        let Some(ended) = find(&bytes[begun..], END) else { break };
        lengths.push(ended + END.len());
        bytes = &bytes[begun + ended + END.len()..];
    }
    lengths
}

/// Bytes of the frame that answers a key, and of those that follow it because the part of the unit
/// has changed, and with it what is suggested.
fn cost(terminal: &mut Terminal, key: &str) -> (usize, usize) {
    let before = terminal.bytes.len();
    terminal.send(key);
    while frames(&terminal.bytes[before..]).is_empty() {
        terminal.wait_bytes(terminal.bytes.len() + 1);
    }
    while terminal.written_within(Duration::from_millis(150)) > 0 {}
    let lengths = frames(&terminal.bytes[before..]);
    (lengths[0], lengths[1..].iter().sum())
}

fn median(mut costs: Vec<usize>) -> usize {
    costs.sort_unstable();
    costs[costs.len() / 2]
}

/// Walks through the whole unit of the demo, down and up.
fn walk(size: (u16, u16), lang: &str) {
    let home = Home::new();
    let mut terminal = home.start_with(&["--lang", lang], size);
    terminal.send("\x1b[H");
    while terminal.written_within(Duration::from_millis(300)) > 0 {}
    let keys: Vec<&str> = ["j"; 9].into_iter().chain(["k"; 9]).collect();
    let costs: Vec<(usize, usize)> = keys.iter().map(|key| cost(&mut terminal, key)).collect();
    let moved = median(costs.iter().map(|it| it.0).collect());
    let report: Vec<String> =
        costs.iter().map(|(moved, ranked)| format!("{moved}+{ranked}")).collect();
    println!("{size:?} {lang}: median {moved}, each move and what is suggested: {report:?}");
    assert!(moved < MEDIAN, "{moved} bytes at the median: {report:?}");
    terminal.send("\t");
    while terminal.written_within(Duration::from_millis(300)) > 0 {}
    let keys: Vec<&str> = ["j"; 6].into_iter().chain(["k"; 6]).collect();
    let costs: Vec<usize> = keys.iter().map(|key| cost(&mut terminal, key).0).collect();
    let hits = median(costs.clone());
    println!("{size:?} {lang}: suggestions, median {hits}: {costs:?}");
    assert!(hits < MEDIAN, "{hits} bytes at the median: {costs:?}");
    terminal.send("q");
    terminal.wait_for_end();
}

#[test]
fn a_cursor_move_sends_few_bytes() {
    walk((80, 24), "en");
}

#[test]
fn a_cursor_move_sends_few_bytes_on_a_large_screen() {
    walk((120, 40), "de");
}
