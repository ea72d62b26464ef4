//! A program by a model, as a coach makes one: the form with a wish, the question whether a model
//! may be told, weeks as they are written, a week made again, the review, a part of it taken,
//! printed. In both languages, on the usual screen.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

use super::Home;
use super::model::{Answers, Asked, Model};
use super::pty::keys::{DOWN, ENTER, ESC};
use super::pty::{self, Terminal, USUAL};

/// What the screens say in a language.
struct Words {
    lang: &'static str,
    form: &'static str,
    may: &'static str,
    made: &'static str,
    done: &'static str,
    wrote: &'static str,
    draft: &'static str,
    week: &'static str,
    different: &'static str,
    unchanged: &'static str,
    taken: &'static str,
    back: &'static str,
    waits: &'static str,
}

const ENGLISH: Words = Words {
    lang: "en",
    form: "Generate for",
    may: "May a language model",
    made: "Week 1 complete",
    done: "Generation completed",
    wrote: "What the model wrote for week 1",
    draft: "Draft: ",
    week: "[ ] Week 1",
    different: "What should be different?",
    unchanged: "no change",
    taken: "in the plans now",
    back: "Taken back",
    waits: "waits for your decision",
};

const GERMAN: Words = Words {
    lang: "de",
    form: "Erzeugen für",
    may: "ein Sprachmodell gefragt werden",
    made: "Woche 1 fertig",
    done: "Erzeugung fertig",
    wrote: "Was das Modell für Woche 1 schrieb",
    draft: "Entwurf: ",
    week: "[ ] Woche 1",
    different: "Was soll anders werden?",
    unchanged: "keine Änderung",
    taken: "in den Plänen",
    back: "Zurückgenommen",
    waits: "wartet auf Entscheidung",
};

fn configure(home: &Home, model: &Model) {
    let dir = home.0.path().join("config/planwright");
    fs::create_dir_all(&dir).unwrap();
    let text = format!(
        "[llm.providers.test]\nkind = \"openai-responses\"\nbase_url = \"{}/v1\"\n\n\
         [llm.roles]\ngenerate = {{ provider = \"test\", model = \"gpt-4.1-mini\" }}\n",
        model.url
    );
    fs::write(dir.join("config.toml"), text).unwrap();
}

fn planwright(home: &Home, args: &[&str]) -> Output {
    let output = Command::new(pty::program())
        .args(args)
        .env_clear()
        .envs(pty::environment("anna", home.0.path()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Opens the form, asks for two weeks by a model with a wish, and agrees to what would be sent.
fn ask(terminal: &mut Terminal, words: &Words) {
    terminal.type_and_wait("G", words.form);
    terminal.send(&format!("{DOWN}{DOWN}2"));
    // around the end: who plans stands last
    terminal.send("\x1b[A\x1b[A\x1b[A\x1b[C");
    terminal.wait_for("gpt-4.1-mini");
    terminal.send(&format!("{DOWN}{DOWN}Mehr Boden, größere Pausen"));
    terminal.wait_for("größere Pausen");
    terminal.send(ENTER);
    terminal.wait_for(words.may);
    terminal.send(ENTER);
}

fn story(words: &Words) {
    let model = Model::start(Answers::Improvised);
    let home = Home::new();
    configure(&home, &model);
    let mut terminal = home.start_with(&["--lang", words.lang], USUAL);
    ask(&mut terminal, words);
    terminal.wait_for(words.done);

    // What was written for a week stays to be read.
    terminal.send("/");
    terminal.send(&format!("{}{ENTER}", words.made));
    terminal.wait_for(&format!("/{}", words.made));
    terminal.send(ENTER);
    terminal.wait_for(words.wrote);
    terminal.wait_for("\"week\"");
    terminal.send(ESC);
    terminal.wait_gone(words.wrote);

    // The draft, a week of it made again with a wish of its own.
    terminal.send(&format!("f{ENTER}"));
    terminal.wait_for(words.draft);
    terminal.wait_for(words.week);
    assert_eq!(model.count(Asked::Week(1)), 1);
    terminal.type_and_wait("r", words.different);
    terminal.send(&format!("weniger Fallschule{ENTER}"));
    terminal.wait_for(words.unchanged);
    assert_eq!(model.count(Asked::Week(1)), 2);
    assert_eq!((model.count(Asked::Week(2)), model.count(Asked::Outline)), (1, 1));

    // One week is taken, taken back, and taken again.
    terminal.type_and_wait("a", words.taken);
    terminal.type_and_wait("u", words.back);
    terminal.type_and_wait("a", words.taken);
    terminal.send(ESC);
    // a key right behind Escape would be read as one with Alt
    terminal.wait_for("[JOB ");
    terminal.wait_gone(words.draft);
    terminal.quit();

    // What was taken is printed; the rest waits.
    let jobs = planwright(&home, &["job", "list", "--json"]);
    let jobs: Value = serde_json::from_slice(&jobs.stdout).unwrap();
    let program = jobs[0]["program"].as_str().unwrap();
    let sheet = planwright(&home, &["plan", "export", program, "--format", "markdown"]);
    let sheet = String::from_utf8(sheet.stdout).unwrap();
    let weeks = sheet.lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!(weeks, 1, "{sheet}");
    assert!(sheet.lines().filter(|line| line.starts_with("- ")).count() > 5, "{sheet}");
    let mut terminal = home.start_with(&["--lang", words.lang], USUAL);
    terminal.wait_for(words.waits);
    terminal.quit();

    let seen = model.seen();
    let outline = seen.iter().find(|seen| seen.asked == Asked::Outline).unwrap();
    assert!(outline.body.to_string().contains("größere Pausen"));
    let mut weeks = seen.iter().filter(|seen| seen.asked == Asked::Week(1));
    assert!(weeks.next_back().unwrap().body.to_string().contains("weniger Fallschule"));
}

#[test]
fn a_program_by_a_model_is_watched_mended_and_taken_in_part() {
    story(&ENGLISH);
}

#[test]
fn the_same_in_german() {
    story(&GERMAN);
}
