//! What must go, what must stay, and properties over arbitrary text.

use std::borrow::Cow;

use proptest::prelude::*;
use unicode_normalization::char::is_combining_mark;

use super::{clean, columns, shown};

#[test]
fn sequences_go_with_all_they_hold() {
    for (evil, harmless) in [
        ("a\u{1b}[31mred\u{1b}[0m", "ared"),
        ("a\u{1b}[2J\u{1b}[1;1Hb", "ab"),
        ("\u{1b}]0;title\u{7}text", "text"),
        ("\u{1b}]52;c;c2VjcmV0\u{1b}\\text", "text"),
        ("\u{9b}31mred", "red"),
        ("\u{9d}0;title\u{9c}text", "text"),
        ("\u{1b}Pq#0\u{1b}\\text", "text"),
        ("\u{1b}(Btext", "text"),
        ("\u{1b}ctext", "text"),
        ("\u{1b}_payload\u{1b}\\text", "text"),
        ("a\u{8}\u{7f}\0b", "ab"),
    ] {
        let cleaned = clean(evil);
        assert_eq!(cleaned.text, harmless, "{evil:?}");
        assert_eq!(cleaned.removed, evil.chars().count() - harmless.chars().count(), "{evil:?}");
    }
}

#[test]
fn a_sequence_without_end_swallows_nothing() {
    assert_eq!(clean("\u{1b}]0;Kniebeuge 4x6\nBank 3x8").text, "0;Kniebeuge 4x6\nBank 3x8");
    assert_eq!(clean("\u{1b}PKniebeuge").text, "Kniebeuge");
    assert_eq!(clean("\u{9d}Kniebeuge").text, "Kniebeuge");
    assert_eq!(clean("\u{1b}[").text, "");
    assert_eq!(clean("Ende\u{1b}").text, "Ende");
    let long = format!("\u{1b}]0;{}\u{7}rest", "x".repeat(10_000));
    assert!(clean(&long).text.ends_with("xrest"));
    let broken = format!("\u{1b}[{}m", "1;".repeat(100));
    assert_eq!(clean(&broken).removed, 2);
}

#[test]
fn hidden_and_turning_characters_go() {
    for evil in [
        "a\u{202e}b",
        "a\u{2066}b",
        "a\u{200b}b",
        "\u{feff}ab",
        "a\u{200f}b",
        "a\u{200d}b",
        "a\u{e0041}b",
        "a\u{fe0f}b",
        "a\u{ad}b",
        "a\u{3164}b",
        "a\u{2060}b",
        "a\u{e0100}b",
    ] {
        let cleaned = clean(evil);
        assert_eq!((cleaned.text.as_str(), cleaned.removed), ("ab", 1), "{evil:?}");
    }
}

#[test]
fn towers_of_accents_are_cut() {
    let tower = format!("a{}b", "\u{301}".repeat(40));
    assert_eq!(clean(&tower).text, format!("a{}b", "\u{301}".repeat(4)));
    assert_eq!(clean("\u{301}a").text, "a");
    assert_eq!(clean("a\n\u{301}b").text, "a\nb");
}

#[test]
fn letters_and_emoji_stay() {
    for text in [
        "Übung für Füße: 3×10 – „groß“ … 2½",
        "Việt u\u{308}ber",
        "💪🏽 👨‍👩‍👧‍👦 ❤️ 🏋🏽‍♀️ 🇩🇪",
        "スクワット 深蹲 приседания שָׁלוֹם",
    ] {
        assert!(matches!(shown(text).into_cow(), Cow::Borrowed(_)), "{text}");
        assert_eq!(clean(text).removed, 0);
    }
}

#[test]
fn breaks_and_tabs() {
    assert_eq!(clean("a\r\nb\rc\u{2028}d\te").text, "a\nb\nc\nd    e");
    assert_eq!(clean("a\r\nb\tc").removed, 0);
    assert_eq!(shown("a\r\nb\nc").as_str(), "a b c");
}

#[test]
fn cutting_keeps_clusters_whole() {
    let cut = |text, limit| shown(text).truncate(limit).into_string();
    assert_eq!(cut("Kniebeuge", 9), "Kniebeuge");
    assert_eq!(cut("Kniebeuge", 5), "Knie…");
    assert_eq!(cut("Kniebeuge", 1), "…");
    assert_eq!(cut("Kniebeuge", 0), "");
    assert_eq!(cut("深蹲深蹲", 4), "深…");
    assert_eq!(cut("a👨‍👩‍👧‍👦bcd", 4), "a👨‍👩‍👧‍👦…");
    assert_eq!(cut("u\u{308}ber alles", 3), "u\u{308}b…");
}

/// Any text, with the dangerous characters much more frequent than by chance.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        4 => "[a-z0-9äöü ;,]{0,6}",
        6 => prop::sample::select(vec![
            "\u{1b}", "\u{1b}[", "\u{1b}]", "\u{1b}P", "\u{9b}", "\u{9d}", "\u{9c}", "\u{7}",
            "\u{1b}\\", "\u{200d}", "\u{fe0f}", "\u{301}", "\u{202e}", "\u{200b}", "\u{e0041}",
            "👨", "🏽", "❤", "\t", "\r", "\n", "\u{1160}", "\u{20e3}", "m", "H", "©",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(pieces, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_forbidden_comes_out(text in nasty()) {
        let out = clean(&text).text;
        let mut marks = 0;
        for letter in out.chars() {
            prop_assert!(letter == '\n' || !letter.is_control(), "{:?}", letter);
            prop_assert!(!matches!(letter,
                '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
                | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{e0000}'..='\u{e0fff}'), "{:?}", letter);
            marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
            // a letter's four, and one variation selector
            prop_assert!(marks <= 5);
        }
        prop_assert!(!shown(&text).contains('\n'));
        let joiner = '\u{200d}';
        prop_assert!(!out.ends_with(joiner) && !out.starts_with(joiner));
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in nasty()) {
        let once = clean(&text);
        let twice = clean(&once.text);
        prop_assert_eq!((&twice.text, twice.removed), (&once.text, 0));
        let line = shown(&text).into_string();
        prop_assert!(matches!(shown(&line).into_cow(), Cow::Borrowed(_)));
    }

    #[test]
    fn printable_text_is_left_alone(text in "[ -~äöüÄÖÜßéèç×–…“”„¿€]{0,80}") {
        prop_assert!(matches!(shown(&text).into_cow(), Cow::Borrowed(_)));
    }

    #[test]
    fn cut_text_fits(text in nasty(), limit in 0_usize..20) {
        let cut = shown(&text).truncate(limit);
        prop_assert!(columns(&cut) <= limit);
    }
}
