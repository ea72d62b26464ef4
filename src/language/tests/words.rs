//! Folding, tokens and number words.

use proptest::prelude::*;

use crate::domain::Lang;
use crate::language::{NumberWord, TokenKind, decimal, fold, number_word, tokens, write_number};

#[test]
fn folding_is_canonical() {
    for (raw, folded) in [
        ("Kniebeuge ÜBER Kopf", "kniebeuge uber kopf"),
        ("Fußheben", "fussheben"),
        ("STRASSE GROẞ", "strasse gross"),
        ("e\u{301}le\u{300}ve Élève", "eleve eleve"),
        ("3 × 10", "3 x 10"),
        ("4–6", "4-6"),
        ("Farmer’s", "farmer's"),
        ("ﬁre １２", "fire 12"),
        ("Ko\u{ad}ta\u{200b}u", "kotau"),
    ] {
        assert_eq!(fold(raw), folded, "{raw}");
    }
}

#[test]
fn tokens_know_their_place() {
    let found = tokens("Ä 3×10 Farmer’s Walk 2,5kg 12,10,8");
    let texts: Vec<&str> = found.iter().map(|token| token.text.as_str()).collect();
    assert_eq!(texts, ["a", "3", "x", "10", "farmers", "walk", "2.5", "kg", "12", "10", "8"]);
    let farmers = &found[4];
    assert_eq!((farmers.from, farmers.to, farmers.kind), (7, 15, TokenKind::Word));
    let number = &found[6];
    assert_eq!((number.from, number.to, number.kind), (21, 24, TokenKind::Number));
}

#[test]
fn only_a_lone_sign_between_digits_is_decimal() {
    for (text, expected) in [
        ("2,5", "2.5"),
        ("2.5 3", "2.5 3"),
        ("12,10,8,6", "12 10 8 6"),
        ("1.2.3", "1 2 3"),
        ("12, 10", "12 10"),
        ("5,", "5"),
        ("5,x2,5", "5 x 2.5"),
    ] {
        let texts: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
        assert_eq!(texts.join(" "), expected, "{text}");
    }
}

#[test]
fn number_words_of_both_languages() {
    for (word, value) in [
        ("two", 2.0),
        ("zwei", 2.0),
        ("dutzend", 12.0),
        ("einundzwanzig", 21.0),
        ("twenty-one", 21.0),
        ("fünfunddreißig", 35.0),
        ("anderthalb", 1.5),
    ] {
        assert_eq!(number_word(&fold(word)), Some(NumberWord::Count(value)), "{word}");
    }
    for (word, value) in [("zweimal", 2.0), ("Dreimal", 3.0), ("twice", 2.0), ("zwölfmal", 12.0)] {
        assert_eq!(number_word(&fold(word)), Some(NumberWord::Times(value)), "{word}");
    }
    for word in ["mal", "und", "rudern", "dreiunddrei", "hunderteinundx", "bank", ""] {
        assert_eq!(number_word(word), None, "{word}");
    }
}

#[test]
fn decimals_with_either_sign() {
    for (text, value) in
        [("2,5", 2.5), ("2.5", 2.5), (".5", 0.5), ("½", 0.5), ("1½", 1.5), ("7", 7.0)]
    {
        assert_eq!(decimal(text), Some(value), "{text}");
    }
    for text in ["", "-1", "1e3", "1,2,3", "1/0", "x", "5.", "nan"] {
        assert_eq!(decimal(text), None, "{text}");
    }
}

#[test]
fn numbers_are_written_short() {
    assert_eq!(write_number(2.50, 2, Lang::De), "2,5");
    assert_eq!(write_number(2.0, 2, Lang::En), "2");
    assert_eq!(write_number(10.0, 0, Lang::En), "10");
    assert_eq!(write_number(-0.001, 2, Lang::En), "0");
    assert_eq!(write_number(0.1 + 0.2, 2, Lang::En), "0.3");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn tokens_are_ordered_and_inside(text in any::<String>()) {
        let length = text.chars().count();
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(token.from >= end && token.to > token.from && token.to <= length);
            end = token.to;
        }
    }
}

#[test]
fn letters_broken_by_a_wrong_encoding_are_put_right() {
    use super::super::{broken_letter, mend};
    assert_eq!(mend("SchulterdrÃ¼cken, FÃ¼ÃŸe, 3Ã—8"), "Schulterdrücken, Füße, 3x8");
    assert_eq!(mend("Liegest√ºtze"), "Liegestütze");
    // what is no such pair stays
    assert_eq!(mend("SÃO √2"), "SÃO √2");
    assert_eq!(broken_letter('a', '¼'), None);
}
