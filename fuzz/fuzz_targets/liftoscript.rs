//! Liftoscript programs: never a panic, and a bounded number of rows however exercises repeat.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use planwright::import::{ReadOptions, SourceFormat, read};
use planwright::matching::{Entry, Matcher};

static MATCHER: LazyLock<Matcher> =
    LazyLock::new(|| Matcher::new(vec![Entry::named("squat", "Squat")], None));

fuzz_target!(|text: &str| {
    if text.len() > 4_000 {
        return;
    }
    let options =
        ReadOptions { format: Some(SourceFormat::Liftoscript), ..ReadOptions::default() };
    let draft = read(text, &MATCHER, &options);
    assert!(draft.rows().count() <= 50_000);
});
