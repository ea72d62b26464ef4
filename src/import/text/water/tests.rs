//! Which texts swim, and what their words mean.

use super::{swims, swum};

#[test]
fn words_of_swimmers_name_strokes() {
    for (name, wanted) in [
        ("kick", Some("kick swim")),
        ("FR", Some("freestyle swim")),
        ("drill/swim by 25", Some("drill swim")),
        ("easy C/D", Some("easy swim")),
        ("Kraul mit Brett", Some("freestyle swim")),
        ("bench press", None),
        ("lane 1 skip the last four", None),
    ] {
        assert_eq!(swum(name).as_deref(), wanted, "{name}");
    }
}

#[test]
fn a_text_swims_from_two_strokes_on() {
    assert!(swims(["easy", "kick", "FR"].into_iter()));
    assert!(!swims(["kick", "run", "strides"].into_iter()));
}
