//! A wrong line names the column and what was expected there.

use crate::domain::{Explain, Lang};
use crate::language::Catalogue;
use crate::notation::{Expected, Part, parse, read, spans};

#[test]
fn errors_point_at_the_column() {
    for (line, column, expected) in [
        ("4x6 wobble", 5, Expected::Clause),
        ("4x6 rest soon", 10, Expected::Rest),
        ("4x6 rest", 9, Expected::Rest),
        ("4x6 tempo 31", 11, Expected::Tempo),
        ("4x6 @", 6, Expected::Load),
        ("4x6 @band purple", 11, Expected::Band),
        ("4x6 RPE 11", 9, Expected::Rpe),
        ("4x6 RIR", 8, Expected::Rir),
        ("4x6 80", 7, Expected::Unit),
        ("4x6x60", 7, Expected::Unit),
        ("4x6 rest 90s rest 60s", 14, Expected::Once),
        ("4x6 @60kg @70kg", 11, Expected::Once),
        ("3x12,10", 1, Expected::EntryPerSet),
        ("0x5", 1, Expected::Count),
        ("2.5x5", 1, Expected::Count),
        ("3x5 for time", 1, Expected::OneScheme),
        ("EMOM: 5 rounds", 9, Expected::Time),
        ("EMOM", 5, Expected::Time),
        ("20s:10s", 1, Expected::Count),
        ("Übung 4x6", 1, Expected::Clause),
        ("4x6 für Anfänger", 9, Expected::Clause),
        ("4x6 ?", 5, Expected::Clause),
    ] {
        let error = parse(line).expect_err(line);
        assert_eq!((error.column, error.expected), (column, expected), "{line}");
    }
}

#[test]
fn errors_speak_both_languages() {
    let error = parse("4x6 rest soon").unwrap_err();
    assert_eq!(error.to_string(), "column 10: expected a rest such as 90s or 2:00");
    let text = |lang| Catalogue::load(lang).text(&error.message());
    assert_eq!(text(Lang::En), "Column 10: expected a rest such as 90s or 2:00.");
    assert_eq!(text(Lang::De), "Spalte 10, erwartet: eine Pause wie 90s oder 2:00.");
    for expected in Expected::ALL {
        let message = expected.message();
        assert_eq!(Catalogue::load(Lang::En).text(&message), expected.to_string());
    }
}

#[test]
fn what_was_understood_before_an_error_stays() {
    let reading = read("4x6 @75% wobble");
    assert_eq!(reading.prescription, parse("4x6 @75%").unwrap());
    assert_eq!(reading.error.map(|error| error.column), Some(10));
}

#[test]
fn spans_tell_what_became_what() {
    let line = "warmup 4x6/side @75% RIR2 tempo 31X1 rest 2:00 ; easy";
    let parts: Vec<(String, Part)> = spans(line)
        .into_iter()
        .map(|mark| (line.chars().skip(mark.from).take(mark.to - mark.from).collect(), mark.part))
        .collect();
    let expected = [
        ("warmup", Part::SetType),
        ("4x", Part::Sets),
        ("6", Part::Reps),
        ("/side", Part::Side),
        ("@75%", Part::Load),
        ("RIR2", Part::Rir),
        ("tempo 31X1", Part::Tempo),
        ("rest 2:00", Part::Rest),
        ("; easy", Part::Note),
    ];
    assert_eq!(parts, expected.map(|(text, part)| (text.to_owned(), part)));
}

#[test]
fn spans_count_characters() {
    let marks = spans("3 Sätze à 10 Wdh. für 90s");
    assert_eq!(
        marks.iter().map(|mark| (mark.from, mark.to)).collect::<Vec<_>>(),
        [(0, 7), (10, 17), (22, 25)]
    );
}
