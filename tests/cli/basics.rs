//! Help, versions, languages, configuration, exit codes.

use std::fmt::Write;

use crate::program::{Home, steers};

/// Every command with its subcommands, as help lists them.
const COMMANDS: &[&[&str]] = &[
    &[],
    &["demo"],
    &["import"],
    &["match"],
    &["suggest"],
    &["generate"],
    &["generate", "program"],
    &["generate", "unit"],
    &["job"],
    &["job", "list"],
    &["job", "show"],
    &["job", "resume"],
    &["job", "retry"],
    &["job", "redo"],
    &["job", "cancel"],
    &["plan"],
    &["plan", "list"],
    &["plan", "show"],
    &["plan", "export"],
    &["plan", "diff"],
    &["lint"],
    &["athlete"],
    &["athlete", "list"],
    &["athlete", "show"],
    &["athlete", "add"],
    &["athlete", "edit"],
    &["athlete", "archive"],
    &["group"],
    &["group", "list"],
    &["group", "show"],
    &["group", "add"],
    &["group", "edit"],
    &["group", "archive"],
    &["library"],
    &["library", "list"],
    &["library", "show"],
    &["library", "search"],
    &["library", "check"],
    &["library", "export"],
    &["library", "import"],
    &["library", "alias"],
    &["library", "alias", "add"],
    &["library", "alias", "remove"],
    &["library", "alias", "list"],
    &["doctor"],
    &["keys"],
    &["render"],
    &["completions"],
    &["man"],
    &["config"],
    &["config", "path"],
    &["config", "show"],
    &["config", "example"],
    &["config", "schema"],
];

#[test]
fn help_stays_as_it_is() {
    let home = Home::new();
    for lang in ["en", "de"] {
        let mut text = String::new();
        for command in COMMANDS {
            let ran = home.run(&[*command, &["--help", "--lang", lang]].concat()).ok();
            writeln!(text, "$ planwright {}\n{}", command.join(" "), ran.out).unwrap();
        }
        insta::assert_snapshot!(format!("help_{lang}"), text);
    }
}

#[test]
fn every_command_takes_the_global_options() {
    let home = Home::new();
    for command in COMMANDS {
        let out = home.run(&[*command, &["--help"]].concat()).ok().out;
        for option in ["--db", "--config", "--as", "--lang", "--log"] {
            assert!(out.contains(option), "{command:?} lacks {option}");
        }
    }
}

#[test]
fn version_names_the_program() {
    assert!(Home::new().run(&["--version"]).ok().out.starts_with("planwright "));
}

#[test]
fn what_is_not_understood_ends_with_2_on_standard_error() {
    let home = Home::new();
    home.run(&["nonsense"]).usage();
    home.run(&["library", "list", "--nonsense"]).usage();
    home.run(&["library", "list", "--lang", "fr"]).usage();
    home.run(&["library", "list", "--log", "loud"]).usage();
    home.run(&["library", "list", "--config", "missing.toml"]).usage();
    home.run(&["library", "show", "no_such_exercise"]).usage();
    home.run(&["match", "squat", "--limit", "0"]).usage();
    let ran = home.run(&[]).usage();
    assert!(ran.err.contains("terminal"), "{}", ran.err);
}

#[test]
fn the_language_follows_option_variable_file_and_locale() {
    let home = Home::new();
    let err = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = home.command(&[&["library", "show", "x"], args].concat());
        let output = command.envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let german = "gibt es nicht";
    assert!(!err(&[], &[]).contains(german));
    assert!(err(&["--lang", "de"], &[]).contains(german));
    assert!(err(&[], &[("PLANWRIGHT_LANG", "de")]).contains(german));
    assert!(err(&[], &[("LC_ALL", "de_DE.UTF-8")]).contains(german));
    assert!(!err(&["--lang=en"], &[("PLANWRIGHT_LANG", "de")]).contains(german));
    let config = home.file("c.toml", "language = \"de\"\n");
    assert!(err(&["--config", &config], &[]).contains(german));
}

#[test]
fn a_broken_configuration_is_named_with_file_and_line() {
    let home = Home::new();
    let config = home.file("c.toml", "\n[match]\nhihg = 1\n");
    let ran = home.run(&["library", "list", "--config", &config]).usage();
    assert!(ran.err.contains(&format!("{config}:3")), "{}", ran.err);
    assert!(ran.err.contains("“high”"), "{}", ran.err);
    let ran = home.run(&["doctor", "--config", &config]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("BAD") && ran.out.contains(&format!("{config}:3")), "{}", ran.out);
}

#[test]
fn the_configuration_can_be_looked_at() {
    let home = Home::new();
    let config = home.file("c.toml", "theme = \"mono\"\n");
    let out = home.run(&["config", "show", "--config", &config, "--as", "anna"]).ok().out;
    assert!(out.contains("\"mono\"") && out.contains("\"anna\""), "{out}");
    let out = home.run(&["config", "path"]).ok().out;
    assert_eq!(out.trim(), home.path().join(".config/planwright/config.toml").to_str().unwrap());
    let example = home.run(&["config", "example"]).ok().out;
    let config = home.file("example.toml", example);
    home.run(&["config", "show", "--config", &config]).ok();
    serde_json::from_str::<serde_json::Value>(&home.run(&["config", "schema", "plan"]).ok().out)
        .unwrap();
}

#[test]
fn doctor_finds_a_sound_installation_sound() {
    let out = Home::new().run(&["doctor"]).ok().out;
    assert!(!out.contains("BAD"), "{out}");
}

#[test]
fn nothing_is_written_by_commands_that_only_look() {
    let home = Home::new();
    home.run(&["doctor"]).ok();
    home.run(&["library", "list"]).ok();
    home.run(&["match", "squat"]).ok();
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn completions_and_manual_are_printed() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(home.run(&["completions", shell]).ok().out.contains("library"), "{shell}");
    }
    assert!(home.run(&["man"]).ok().out.contains(".TH planwright 1"));
    home.run(&["man", "--dir", home.path().to_str().unwrap()]).ok();
    assert!(home.path().join("planwright-library.1").exists());
}

#[test]
fn the_library_is_listed_and_shown() {
    let home = Home::new();
    let list = home.run(&["library", "list", "--json"]).ok().json();
    let squat = list.as_array().unwrap().iter().find(|row| row["id"] == "back_squat").unwrap();
    assert_eq!(squat["name"]["en"], "Back squat");
    let shown = home.run(&["library", "show", "back_squat", "--json"]).ok().json();
    assert_eq!(&shown, squat);
    let out = home.run(&["library", "show", "back_squat", "--graph", "--lang", "de"]).ok().out;
    assert!(out.contains("Kniebeuge"), "{out}");
    home.run(&["library", "check"]).ok();
    let found = home.run(&["library", "search", "back sq", "--json"]).ok().json();
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["query", "matches"]);
    assert_eq!(found["matches"][0]["id"], "back_squat");
    let file = home.file("names.txt", "Goblet Squat\nPlank\n");
    let search = ["library", "search", "--json", "--limit", "1", "--library", &file];
    let found = home.run_with(&search, "gob sq\npla\n").ok().json_lines();
    let names: Vec<_> = found.iter().map(|line| &line["matches"][0]["name"]).collect();
    assert_eq!(names, ["Goblet Squat", "Plank"]);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};
    let home = Home::new();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("planwright"))
        .env_clear()
        .env("HOME", home.path())
        .args(["library", "list", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn hostile_arguments_cannot_steer_the_terminal() {
    let home = Home::new();
    let hostile = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{202e}x\u{9b}31m";
    for args in [
        vec![hostile],
        vec!["library", "show", hostile],
        vec!["match", hostile],
        vec!["match", hostile, "--json"],
        vec!["doctor", "--as", hostile],
        vec!["config", "show", "--as", hostile],
        vec!["library", "list", "--config", hostile],
        vec!["library", "list", "--lang", hostile],
    ] {
        let ran = home.run(&args);
        assert!(!steers(&ran.out), "{args:?}: {:?}", ran.out);
        assert!(!steers(&ran.err), "{args:?}: {:?}", ran.err);
    }
}
