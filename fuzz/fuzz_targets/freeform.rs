//! Free text: never a panic, and every row, mark and ignored line lies within the text.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use planwright::import::{ReadOptions, SourceFormat, read};
use planwright::matching::{Entry, Matcher};

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let names = ["Squat", "Bench press", "Pull-up", "Row", "Easy run", "Plank", "Lateral raise"];
    Matcher::new(names.iter().map(|name| Entry::named(*name, *name)).collect(), None)
});

fuzz_target!(|text: &str| {
    if text.len() > 4_000 {
        return;
    }
    let options = ReadOptions { format: Some(SourceFormat::Text), ..ReadOptions::default() };
    let draft = read(text, &MATCHER, &options);
    for row in draft.rows() {
        let line = draft.lines.get(row.line.wrapping_sub(1)).expect("a line of the text");
        let letters = line.chars().count();
        for mark in &row.marks {
            assert!(mark.from <= mark.to && mark.to <= letters, "{line:?} {mark:?}");
        }
        assert!(!row.name.is_empty(), "{line:?}");
    }
    assert!(draft.ignored.iter().all(|number| (1..=draft.lines.len()).contains(number)));
});
