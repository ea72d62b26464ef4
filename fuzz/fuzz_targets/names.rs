//! Names looked up in the built-in library: never a panic, confidences fall and stay in 0–1.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use planwright::library::{Library, builtin};
use planwright::matching::Matcher;

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let data = builtin().expect("the built-in library is readable");
    Matcher::for_library(&Library::from_data(data).expect("the built-in library is sound"))
});

fuzz_target!(|name: &str| {
    let found = MATCHER.find(name, 5);
    assert!(found.candidates.iter().all(|c| (0.0..=1.0).contains(&c.confidence)), "{name:?}");
    let falling = found.candidates.windows(2).all(|two| two[0].confidence >= two[1].confidence);
    assert!(falling, "{name:?}");
});
