//! The prescription language: whatever parses is printed in both languages and parses back to the
//! same; whatever does not is refused at a column of the line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planwright::domain::Lang;
use planwright::notation::{parse, print, read};

fuzz_target!(|text: &str| {
    if text.len() > 400 {
        return;
    }
    let reading = read(text);
    for mark in &reading.marks {
        assert!(mark.from <= mark.to && mark.to <= text.chars().count(), "{text:?}");
    }
    if let Ok(prescription) = parse(text) {
        for lang in [Lang::En, Lang::De] {
            let printed = print(&prescription, lang);
            assert_eq!(parse(&printed).as_ref(), Ok(&prescription), "{text:?} as {printed:?}");
        }
    }
});
