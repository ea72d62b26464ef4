//! Text that would like to be obeyed by the terminal. Wherever it comes from and wherever it is
//! shown, none of it reaches the terminal: every byte the program writes is looked at.

use std::collections::BTreeMap;

use planwright::domain::{
    Bilingual, ExerciseId, IdSource, Item, Owner, Section, SectionKind, Unit,
};

use super::pty::Terminal;
use super::pty::keys::{ENTER, ESC, F2, TAB};
use super::{Home, anna};

/// What hostile text may carry, each with a name to recognise it by.
const PAYLOADS: &[(&str, &str)] = &[
    ("title", "\u{1b}]0;pwned\u{7}"),
    ("clear", "\u{1b}[2J\u{1b}[H"),
    ("colour", "\u{1b}[31;1mred"),
    ("query", "\u{1b}[6n\u{1b}[c\u{1b}[21t"),
    ("clipboard", "\u{1b}]52;c;cHduZWQ=\u{1b}\\"),
    ("link", "\u{1b}]8;;http://evil.example\u{1b}\\here\u{1b}]8;;\u{1b}\\"),
    ("c1", "\u{9b}2J\u{9d}0;x\u{9c}\u{85}"),
    ("dcs", "\u{1b}P1$r0m\u{1b}\\"),
    ("single", "\u{1b}c\u{1b}7\u{1b}(0\u{e}\u{f}\u{8}\u{8}\u{8}\r\u{b}\u{c}"),
    ("bidi", "\u{202e}reverse\u{202c}\u{2066}isolate\u{2069}\u{200f}"),
    ("invisible", "\u{200b}\u{200c}\u{2060}\u{feff}\u{ad}"),
    ("tags", "\u{e0001}\u{e0041}\u{e0042}\u{e007f}"),
    ("accents", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}"),
];

/// A string that is opened and never closed: it must not swallow what follows it on the screen.
const UNTERMINATED: [&str; 2] = ["\u{1b}]0;never closed ", "\u{1b}Pnever closed "];

#[test]
fn nothing_of_a_pasted_text_is_obeyed() {
    let home = Home::new();
    let mut terminal = home.start_with(&[], (100, 40));
    let mut text = String::from("Upper\u{1b}[2J body\n");
    for (number, (name, payload)) in (3..).zip(PAYLOADS) {
        text += &format!("Bench press{payload} {number}x5 @80kg\n");
        text += &format!("{payload}Zorkel {name} 3x{number}\n");
        text += &format!("a note about {payload}nothing\n");
    }
    for payload in UNTERMINATED {
        text += &format!("Plank {payload}3x30s\n");
    }
    terminal.paste(&text);
    terminal.wait_for("Review");
    terminal.wait_for("invisible or control characters were removed");
    terminal.send("n/");
    terminal.wait_for("Exercise for this row");
    terminal.paste(PAYLOADS[0].1);
    terminal.send(ESC);
    terminal.wait_for("Review");
    terminal.send("e");
    terminal.wait_for("Dose");
    terminal.paste(&everything());
    terminal.send(ESC);
    terminal.wait_gone(" Dose ");
    terminal.send("t");
    terminal.wait_for("Text to import");
    terminal.send(ESC);
    terminal.wait_gone("Text to import");
    terminal.paste(&text);
    terminal.wait_for("Review");
    terminal.send(ENTER);
    terminal.wait_for("inserted");
    terminal.send("jjr");
    terminal.wait_for("Title");
    terminal.paste(&everything());
    terminal.send(ENTER);
    terminal.wait_gone(" Title ");
    terminal.send("/");
    terminal.wait_for("Ask");
    terminal.paste(&everything());
    terminal.send(ENTER);
    terminal.wait_gone(" Ask ");
    finish(terminal);
}

#[test]
fn bytes_that_are_no_text_are_not_obeyed() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.send_bytes(
        b"\x1b[200~Bench \x9b2J press\x9d0;x\x9c\xff\xfe 3x5\nSquat\xc2 3x5\n\x1b[201~",
    );
    terminal.wait_for("Review");
    terminal.send(ENTER);
    terminal.wait_for("inserted");
    finish(terminal);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nothing_of_a_stored_name_is_obeyed() {
    let home = Home::new();
    home.start().quit();
    poison(&home).await;
    let mut terminal = home.start_with(&[], (100, 40));
    // Plan and chips, in both languages.
    terminal.wait_for("hostile group");
    terminal.send(F2);
    terminal.wait_for("Vorschläge");
    terminal.send(F2);
    terminal.wait_for("Suggestions");
    // Suggestions, and why.
    terminal.send("/");
    terminal.wait_for("Ask");
    terminal.send("hostile drill");
    terminal.wait_for("1 hostile drill");
    terminal.send(ENTER);
    terminal.wait_gone(" Ask ");
    terminal.send("w");
    terminal.wait_for("Parts of the score");
    // Its page.
    terminal.send("i");
    terminal.wait_for("hostile fact");
    terminal.send(ESC);
    terminal.wait_gone("hostile fact");
    // The lists.
    terminal.send("o");
    terminal.wait_for("Open a unit");
    terminal.wait_for("Jonas Weber");
    terminal.send(ESC);
    terminal.wait_gone("Open a unit");
    terminal.send("O");
    terminal.wait_for("Groups and athletes");
    terminal.wait_for("hostile group");
    terminal.send("e");
    terminal.wait_for("Age of the youngest");
    terminal.send(ESC);
    terminal.wait_gone("Age of the youngest");
    terminal.send(ESC);
    terminal.wait_gone("Groups and athletes");
    // Log and program.
    terminal.send("G");
    terminal.wait_for("Generate for");
    terminal.send(&format!("\x1b[B\x1b[B1{ENTER}"));
    terminal.wait_for("Generation completed");
    terminal.send(ENTER);
    terminal.wait_for("Week 1   build");
    terminal.send(ENTER);
    terminal.wait_gone("Week 1   build");
    terminal.send(ESC);
    terminal.wait_for("Week 1   build");
    terminal.send(ESC);
    terminal.wait_gone("Week 1   build");
    // The line being typed, filled with a stored title.
    terminal.send(TAB);
    terminal.send("r");
    terminal.wait_for("Title");
    terminal.send(ESC);
    terminal.wait_gone(" Title ");
    finish(terminal);
}

/// Gives everything that has a name a hostile one.
async fn poison(home: &Home) {
    let store = home.store();
    let viewer = anna(&store).await;
    let hostile = |name: &str| format!("{name} {}", everything());
    let mut group = store.groups(&viewer).await.unwrap().into_iter().next().unwrap();
    group.name = hostile("hostile group");
    store.put_group(&viewer, &group).await.unwrap();
    let mut exercise = store.exercise(&viewer, &ExerciseId::from("tag_simple")).await.unwrap();
    exercise.id = ExerciseId::from("hostile_drill");
    exercise.name = Bilingual::same(hostile("hostile drill"));
    exercise.fact = Bilingual::same(hostile("hostile fact"));
    store.put_exercise(&viewer, &exercise).await.unwrap();

    let mut ids = IdSource::new(5);
    let mut unit = Unit::new(ids.unit(), hostile("hostile unit"), Owner::Group(group.id));
    let mut section = Section::new(ids.section(), SectionKind::Main);
    section.title = hostile("hostile section");
    for (name, payload) in PAYLOADS {
        let label = Bilingual::same(format!("{payload}hostile {name}"));
        section.items.push(Item::new(ids.item(), Some(exercise.id.clone()), label));
    }
    for payload in UNTERMINATED {
        section.items.push(Item::new(ids.item(), None, Bilingual::same(payload)));
    }
    unit.sections.push(section);
    store.add_unit(&viewer, &unit).await.unwrap();
    let mut bookmark = store.bookmark(&viewer).await.unwrap().unwrap();
    bookmark.unit = Some(unit.id);
    (bookmark.section, bookmark.item) = (None, None);
    store.set_bookmark(&viewer, &bookmark).await.unwrap();
    store.close().await;
}

fn everything() -> String {
    PAYLOADS.iter().map(|(_, payload)| *payload).chain(UNTERMINATED).collect()
}

fn finish(terminal: Terminal) {
    let mut terminal = terminal;
    for _ in 0..2 {
        terminal.send("q");
    }
    terminal.wait_for_end();
    audit(&terminal.bytes);
    super::ending::is_clean(&terminal);
}

/// Looks at every byte: only text, and the sequences the surface itself uses.
fn audit(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("the program writes UTF-8");
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let mut accents = 0;
    let mut rest = text.chars();
    while let Some(sign) = rest.next() {
        if sign == '\u{1b}' {
            assert_eq!(rest.next(), Some('['), "an escape that is no CSI");
            let mut sequence = String::new();
            while !sequence.ends_with(|sign: char| sign.is_ascii_alphabetic()) {
                sequence.extend(Some(rest.next().expect("a sequence that ends")));
            }
            *used.entry(kind(&sequence)).or_default() += 1;
            continue;
        }
        assert!(!sign.is_control(), "the control {sign:?} was written");
        assert!(!is_treacherous(sign), "{sign:?} was written");
        accents = if ('\u{300}'..='\u{36f}').contains(&sign) { accents + 1 } else { 0 };
        assert!(accents <= 4, "a stack of accents was written");
    }
    let known = ["m", "H", "2J", "?2026h", "?2026l", "?1049h", "?1049l", "?25h", "?25l"];
    let known = known.iter().chain(&["?2004h", "?2004l", "?1000h", "?1000l", "?1006h", "?1006l"]);
    // steps of the cursor, and erasing up to the end of a line or some cells
    let known: Vec<&str> = known.copied().chain(["A", "B", "C", "D", "G", "K", "X"]).collect();
    for sequence in used.keys() {
        assert!(known.contains(&sequence.as_str()), "CSI {sequence} was written");
    }
    assert!(used["?2026h"] > 3, "next to nothing was drawn");
    assert_eq!(used["?2026h"] + 1, used["?2026l"], "frames, and the one on leaving");
    // The screen is cleared on entering; this size never changes.
    assert_eq!(used["2J"], 1, "the screen was cleared in between");
}

/// A sequence without the numbers that differ: places and colours.
fn kind(sequence: &str) -> String {
    match sequence.chars().last() {
        Some(last @ ('m' | 'H' | 'A'..='D' | 'G' | 'X')) if !sequence.starts_with('?') => {
            last.to_string()
        }
        _ => sequence.to_owned(),
    }
}

/// Signs that are not seen, or that turn what is seen around.
fn is_treacherous(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[test]
fn the_audit_sees_what_it_is_for() {
    for (name, payload) in PAYLOADS {
        let written = format!("\u{1b}[1;1Hplain{payload}");
        let found = std::panic::catch_unwind(|| audit(written.as_bytes()));
        assert!(found.is_err(), "{name} was not seen");
    }
}
