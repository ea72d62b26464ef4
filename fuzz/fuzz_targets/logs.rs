//! Training logs of other programs: the first byte chooses the format, the rest is the file.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use planwright::import::{ReadOptions, SourceFormat, read};
use planwright::matching::{Entry, Matcher};

static MATCHER: LazyLock<Matcher> =
    LazyLock::new(|| Matcher::new(vec![Entry::named("squat", "Squat")], None));

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let format = [
        None,
        Some(SourceFormat::Strong),
        Some(SourceFormat::Hevy),
        Some(SourceFormat::FitNotes),
        Some(SourceFormat::StrongLifts),
    ][usize::from(choice % 5)];
    let draft = read(text, &MATCHER, &ReadOptions { format, ..ReadOptions::default() });
    for row in draft.rows() {
        assert!(row.line >= 1);
        assert!(row.fields.reps.is_none_or(|reps| reps.max <= 1_000), "{text:?}");
    }
});
