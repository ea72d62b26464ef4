//! Tonight's judo unit by suggestions only: thirteen children of mixed level, 75 minutes, no crash
//! mat in the hall. From an empty unit to a full one without a lint warning.

use std::process::Command;

use super::pty::keys::ENTER;
use super::{Home, pty};

/// Every key of the evening, part by part, with what the screen shows then.
const SCRIPT: [(&str, &str); 7] = [
    ("NJudo\r", "▶ Judo ─"),
    ("am5\r", "0/5′"),
    ("am15\r", "0/15′"),
    ("am20\r", "0/20′"),
    ("am20\r", "0/20′"),
    ("attm10\r", "0/10′"),
    ("attm5\r", "0/5′"),
];

#[test]
fn a_judo_unit_is_full_after_less_than_sixty_keys() {
    let home = Home::new();
    let mut terminal = home.start_with(&[], (100, 44));
    let mut pressed = 0;
    for (part, (keys, shown)) in SCRIPT.into_iter().enumerate() {
        terminal.send(keys);
        terminal.wait_for(shown);
        pressed += keys.chars().count();
        if part > 0 {
            terminal.type_and_wait("f", "Proposal");
            terminal.send(ENTER);
            terminal.wait_gone("Proposal");
            terminal.wait_for("changes made");
            pressed += 2;
        }
    }
    assert!(pressed < 60, "{pressed} keys");
    let screen = terminal.wait_saved();
    let full = ["73/75′", "74/75′", "75/75′", "76/75′"];
    assert!(full.iter().any(|minutes| screen.contains(minutes)), "{screen}");
    terminal.send("q");
    terminal.wait_for_end();
    let run = |args: &[&str]| {
        let mut command = Command::new(pty::program());
        command.env_clear().envs(pty::environment("anna", home.0.path())).args(args);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let plans: serde_json::Value = serde_json::from_str(&run(&["plan", "list", "--json"])).unwrap();
    let id = plans.as_array().unwrap().iter().find(|plan| plan["title"] == "Judo").unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let report: serde_json::Value = serde_json::from_str(&run(&["lint", &id, "--json"])).unwrap();
    let serious: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["severity"] != "info")
        .collect();
    assert!(serious.is_empty(), "{serious:#?}");
}
