//! What a coach feels: time to the first frame, key to screen, bytes per key, cost of doing
//! nothing, memory. Measured from outside, on the real binary in a pseudo-terminal.
//!
//! `cargo bench --bench terminal` prints a table; `PLANWRIGHT_BENCH_STARTS` and
//! `PLANWRIGHT_BENCH_KEYS` set how often (40 and 200 unless said otherwise).

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a bench prints, has a clock, and ends where something is wrong"
)]

#[path = "../tests/pty/mod.rs"]
mod pty;

use std::path::Path;
use std::time::{Duration, Instant};

use pty::{Terminal, USUAL, keys};
use tempfile::TempDir;

/// Silence after which a screen counts as stable.
const SILENCE: Duration = Duration::from_millis(40);

fn main() {
    let starts = setting("PLANWRIGHT_BENCH_STARTS", 40);
    let presses = setting("PLANWRIGHT_BENCH_KEYS", 200);
    let home = TempDir::new().unwrap();

    row("", &["p50", "p99", "unit"]);
    let firsts: Vec<Start> =
        (0..starts.min(15)).map(|_| start(TempDir::new().unwrap().path())).collect();
    times("first run, to first frame", &firsts.iter().map(|it| it.frame).collect::<Vec<_>>());
    times("first run, to suggestions", &firsts.iter().map(|it| it.whole).collect::<Vec<_>>());
    start(home.path());
    let again: Vec<Start> = (0..starts).map(|_| start(home.path())).collect();
    times("start, to first frame", &again.iter().map(|it| it.frame).collect::<Vec<_>>());
    times("start, to suggestions", &again.iter().map(|it| it.whole).collect::<Vec<_>>());

    let mut terminal = ready(home.path());
    let moves = ["j", "k"].repeat(presses / 2);
    keys_of("cursor in the plan", &mut terminal, &moves);
    terminal.send(keys::TAB);
    quiet(&mut terminal);
    keys_of("cursor in the suggestions", &mut terminal, &moves);
    keys_of("next pane", &mut terminal, &[keys::TAB].repeat(presses));
    let mut settled = Terminal::start(home.path(), &[], USUAL);
    while !settled.text().contains("▌1 ") {
        settled.read_within(SILENCE * 10);
    }
    quiet(&mut settled);
    idle(&mut settled);
    println!("{:<34} {:>10.1} {:>10} MiB", "resident", memory(&settled), "");
    end(settled);

    generating(&mut terminal, &moves);
    end(terminal);
}

struct Start {
    frame: Duration,
    whole: Duration,
}

/// Starts the program, notes when the first frame and when the suggestions are there, and ends it.
fn start(home: &Path) -> Start {
    let begun = Instant::now();
    let mut terminal = Terminal::start(home, &[], USUAL);
    let mut frame = None;
    let whole = loop {
        terminal.read_within(Duration::from_secs(20)).expect("it draws");
        if frame.is_none() && terminal.is_whole() && terminal.text().contains("Main part") {
            frame = Some(begun.elapsed());
        }
        if terminal.text().contains("▌1 ") {
            break begun.elapsed();
        }
    };
    end(terminal);
    Start { frame: frame.unwrap_or(whole), whole }
}

fn ready(home: &Path) -> Terminal {
    let mut terminal = Terminal::start(home, &[], USUAL);
    terminal.wait_for("▌1 ");
    quiet(&mut terminal);
    terminal
}

fn quiet(terminal: &mut Terminal) {
    while terminal.read_within(SILENCE).is_some() {}
}

fn end(mut terminal: Terminal) {
    terminal.send("q");
    terminal.wait_for_end();
}

/// Presses keys one after the other, each when the screen is stable, and notes how long until
/// the last byte that a key caused, and how many bytes those were.
fn keys_of(name: &str, terminal: &mut Terminal, presses: &[&str]) {
    let (mut first, mut last, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    for press in presses {
        let before = terminal.bytes.len();
        let pressed = Instant::now();
        terminal.send(press);
        let mut answered = None;
        let mut stable = Duration::ZERO;
        while terminal.read_within(SILENCE).is_some() {
            stable = pressed.elapsed();
            answered.get_or_insert(stable);
        }
        if let Some(answered) = answered {
            first.push(answered);
            last.push(stable);
            bytes.push((terminal.bytes.len() - before) as f64);
        }
    }
    times(&format!("{name}: answered"), &first);
    times(&format!("{name}: stable"), &last);
    values(&format!("{name}: sent"), bytes, "bytes");
}

/// Keys while a program of 52 weeks is generated and its log streams.
fn generating(terminal: &mut Terminal, presses: &[&str]) {
    let mut answered = Vec::new();
    while answered.len() < presses.len() {
        terminal.send("G");
        terminal.wait_for("Generate for");
        terminal.send(&format!("{d}{d}52{d}7{}", keys::ENTER, d = keys::DOWN));
        terminal.wait_for("Week 1");
        terminal.send(keys::TAB);
        let mut presses = presses.iter();
        while !terminal.text().contains("completed") {
            let Some(press) = presses.next() else { break };
            let cursor = cursor(terminal);
            let pressed = Instant::now();
            terminal.send(press);
            while cursor == self::cursor(terminal) && pressed.elapsed() < Duration::from_secs(1) {
                terminal.read_within(SILENCE);
            }
            answered.push(pressed.elapsed());
        }
        terminal.wait_for("completed");
        quiet(terminal);
        let moved = answered.len();
        if moved == 0 {
            break;
        }
    }
    answered.truncate(presses.len());
    times("key while generating: answered", &answered);
}

/// The line of the plan the cursor is on.
fn cursor(terminal: &Terminal) -> Option<usize> {
    terminal.text().lines().position(|line| line.starts_with('▌'))
}

/// Ten seconds of doing nothing.
fn idle(terminal: &mut Terminal) {
    let before = work(terminal.pid());
    let bytes = terminal.written_within(Duration::from_secs(10));
    let after = work(terminal.pid());
    println!(
        "{:<34} {bytes:>10} bytes, {} clock ticks, {} wake-ups",
        "idle for 10 s",
        after.0 - before.0,
        after.1 - before.1
    );
}

/// Clock ticks of the process, and how often its threads went to sleep.
fn work(pid: u32) -> (u64, u64) {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let (_, fields) = stat.rsplit_once(')').unwrap();
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
    let threads = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let sleeps = threads
        .map(|thread| number(&thread.unwrap().path().join("status"), "voluntary_ctxt_switches"))
        .sum();
    (ticks, sleeps)
}

fn memory(terminal: &Terminal) -> f64 {
    let status = format!("/proc/{}/status", terminal.pid());
    number(Path::new(&status), "VmRSS") as f64 / 1024.0
}

fn number(path: &Path, name: &str) -> u64 {
    let text = std::fs::read_to_string(path).unwrap();
    let line = text.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn times(name: &str, times: &[Duration]) {
    values(name, times.iter().map(|time| time.as_secs_f64() * 1000.0).collect(), "ms");
}

fn values(name: &str, mut values: Vec<f64>, unit: &str) {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values[((values.len() - 1) as f64 * share).round() as usize];
    if values.is_empty() {
        row(name, &["none", "", unit]);
    } else {
        row(name, &[&format!("{:.2}", at(0.5)), &format!("{:.2}", at(0.99)), unit]);
    }
}

fn row(name: &str, cells: &[&str; 3]) {
    println!("{name:<34} {:>10} {:>10} {}", cells[0], cells[1], cells[2]);
}

fn setting(name: &str, otherwise: usize) -> usize {
    std::env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}
