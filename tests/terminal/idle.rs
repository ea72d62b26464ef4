//! Doing nothing costs nothing.

use std::time::Duration;

use super::Home;
use super::pty::Terminal;

/// Seconds without input; `PLANWRIGHT_IDLE_SECONDS` makes it longer.
fn span() -> Duration {
    #[expect(clippy::disallowed_methods, reason = "a test's own setting, not the program's")]
    let seconds = std::env::var("PLANWRIGHT_IDLE_SECONDS").ok();
    Duration::from_secs(seconds.map_or(2, |seconds| seconds.parse().unwrap()))
}

#[test]
fn an_idle_session_writes_nothing_and_does_not_wake_up() {
    let home = Home::new();
    let mut terminal = home.start();
    while terminal.written_within(Duration::from_millis(300)) > 0 {}
    let before = work(&terminal);
    assert_eq!(terminal.written_within(span()), 0, "something was drawn:\n{}", terminal.text());
    assert_eq!(work(&terminal), before, "(clock ticks, wake-ups) grew while nothing was typed");
    terminal.quit();
}

/// Clock ticks of the process, and how often its threads went to sleep again.
fn work(terminal: &Terminal) -> (u64, u64) {
    let pid = terminal.pid();
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let (_, fields) = stat.rsplit_once(')').unwrap();
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
    let mut sleeps = 0;
    for thread in std::fs::read_dir(format!("/proc/{pid}/task")).unwrap() {
        let status = std::fs::read_to_string(thread.unwrap().path().join("status")).unwrap();
        let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches"));
        let count = line.and_then(|line| line.split_whitespace().nth(1)).unwrap();
        sleeps += count.parse::<u64>().unwrap();
    }
    (ticks, sleeps)
}
