//! planwright's own plan files: read or refused with a place, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planwright::domain::Explain;
use planwright::import::{is_plan, read_plan};

fuzz_target!(|text: &str| {
    let _ = is_plan(text);
    if let Err(error) = read_plan(text) {
        let _ = error.message();
    }
});
