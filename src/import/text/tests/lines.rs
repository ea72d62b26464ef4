//! Lines and short texts with the traits that real ones have, and what must be read from them.

use std::sync::LazyLock;

use proptest::prelude::*;

use crate::domain::Format;
use crate::import::{Draft, Going, ReadOptions, Row, read, read_watched};
use crate::matching::{Band, Entry, Matcher};

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let names = [
        "Bench Press",
        "Back Squat",
        "Deadlift",
        "Pull-up",
        "Push-up",
        "Barbell Row",
        "Burpee",
        "Kettlebell Swing",
        "Plank",
        "Rope Jumping",
        "Box Jump",
        "Face Pull",
        "Thruster",
        "Overhead Press",
        "Lunge",
        "Leg Curl",
        "Calf Raise",
        "Row",
        "Run",
    ];
    Matcher::new(names.iter().map(|name| Entry::named(*name, *name)).collect(), None)
});

fn draft(text: &str) -> Draft {
    read(text, &MATCHER, &ReadOptions::default())
}

/// Line, name and prescription of every row.
fn rows(text: &str) -> Vec<(usize, String, String)> {
    let written = |row: &Row| crate::notation::print(&row.prescription, crate::domain::Lang::En);
    draft(text).rows().map(|row| (row.line, row.name.clone(), written(row))).collect()
}

fn row(line: usize, name: &str, dose: &str) -> (usize, String, String) {
    (line, name.to_owned(), dose.to_owned())
}

#[test]
fn a_day_with_two_languages_and_a_remark() {
    let text =
        "Day 1: Upper\nBench Press 3x8 @75%\nKlimmzüge 4x6 RIR 2\nRest day notes: felt great";
    let draft = draft(text);
    assert_eq!(draft.sections.len(), 1);
    assert_eq!(draft.sections[0].title, "Day 1: Upper");
    assert_eq!(draft.ignored, [4]);
    assert!(draft.rows().all(|row| row.band == Band::High));
    assert_eq!(rows(text), [row(2, "Bench Press", "3x8 @75%"), row(3, "Klimmzüge", "4x6 RIR2")]);
}

#[test]
fn orders_of_sets_repetitions_and_loads() {
    let read = |line: &str| rows(line).first().map(|(_, name, dose)| format!("{name}: {dose}"));
    for (line, expected) in [
        ("Deadlift 5 x 3 @ 140 kg", "Deadlift: 5x3 @140kg"),
        ("Back squat 4 sets of 6 reps", "Back squat: 4x6"),
        ("Barbell row x4 8-10reps", "Barbell row: 4x8-10"),
        ("Kniebeuge 3 mal 10 mit 62,5 kg", "Kniebeuge: 3x10 @62.5kg"),
        ("Face pull 3 Sätze à 15 Wdh., Pause 60 s", "Face pull: 3x15 rest 1:00"),
        ("Bench press 12, 10, 8, 6 reps", "Bench press: 12,10,8,6"),
        ("Plank 3x45s rest 0:30", "Plank: 3x45s rest 30s"),
        ("10 burpees", "burpees: 10 reps"),
        ("Lunge 3x12 each leg", "Lunge: 3x12/side"),
        ("Overhead press 5x5 RPE 8 tempo 31X1", "Overhead press: 5x5 @RPE8 tempo 31X1"),
    ] {
        assert_eq!(read(line).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn sets_below_a_name_become_one_row() {
    let text = "Back Squat\n5 @ 60kg\n5 @ 80kg\n3 @ 100kg felt heavy\n\nBench Press\nSet 1: 60 kg x 8\nSet 2: 60 kg x 7";
    let draft = draft(text);
    let rows: Vec<&Row> = draft.rows().collect();
    assert_eq!(rows.len(), 2);
    let loads: Vec<f64> = rows[0].fields.loads_list.iter().map(|load| load.value).collect();
    assert_eq!(loads, [60.0, 80.0, 100.0]);
    let reps: Vec<u16> = rows[1].fields.reps_list.iter().map(|reps| reps.min).collect();
    assert_eq!(reps, [8, 7]);
    assert_eq!(rows[1].fields.load.map(|load| load.value), Some(60.0));
}

#[test]
fn a_header_organises_what_follows_and_a_footer_what_precedes() {
    let before = draft("3 rounds of:\n12 push-ups\n200 m run\n\nPlank 2x60s");
    assert_eq!(before.sections[0].format, Some(Format::Rounds));
    assert_eq!(before.sections[0].rounds, Some(3));
    assert_eq!(before.sections[0].rows.len(), 2);
    assert_eq!(before.sections[1].format, None);
    let after = draft("20 thrusters\n15 box jumps\n4 rounds for time");
    assert_eq!(after.sections[0].format, Some(Format::ForTime));
    assert!(after.rows().all(|row| row.fields.sets.map(|sets| sets.min) == Some(4)));
}

#[test]
fn a_scheme_is_shared_by_the_movements_below() {
    let draft = draft("15-12-9 of\nthrusters\npull-ups");
    let lists: Vec<usize> = draft.rows().map(|row| row.fields.reps_list.len()).collect();
    assert_eq!(lists, [3, 3]);
}

#[test]
fn prose_and_diaries_invent_nothing() {
    for text in [
        "Today I thought about why the push up is such a good exercise.\nYou should keep your back straight and breathe.",
        "Liebe Eltern,\nam Samstag fällt das Training leider aus, weil die Halle belegt ist.\nViele Grüße",
        "Shopping: 2 kg potatoes that we need for dinner, and some bread from the baker.",
        "Rest day",
        "https://example.org/video\n@tags: strength",
    ] {
        assert_eq!(draft(text).rows().count(), 0, "{text}");
    }
}

#[test]
fn control_sequences_never_survive() {
    let draft = draft("Bench\u{1b}[31m Press\u{202e} 3x8\u{7}");
    assert!(draft.removed > 0);
    let shown: Vec<&String> =
        draft.lines.iter().chain(draft.rows().next().map(|row| &row.name)).collect();
    assert!(shown.iter().all(|text| !text.chars().any(|c| c.is_control() || c == '\u{202e}')));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_without_panic_and_spans_lie_within_their_line(
        text in "(?s)[ -~äöüß×–½\n\t|#*@/:,.;()\\[\\]0-9xX]{0,160}"
    ) {
        let draft = draft(&text);
        for row in draft.rows() {
            let line = draft.lines.get(row.line - 1).map_or(0, |line| line.chars().count());
            for mark in &row.marks {
                prop_assert!(mark.from <= mark.to && mark.to <= line, "{mark:?} in {line}");
            }
        }
    }

    #[test]
    fn every_line_is_accounted_for_once(text in "([a-z0-9 x@:]{0,24}\n){0,8}") {
        let draft = draft(&text);
        let mut ignored = draft.ignored.clone();
        ignored.dedup();
        prop_assert_eq!(ignored.len(), draft.ignored.len());
        for row in draft.rows() {
            prop_assert!(!draft.ignored.contains(&row.line));
        }
    }
}

#[test]
fn reading_can_be_watched_and_stopped() {
    let text = "Back Squat 3x5\n".repeat(2_000);
    let mut told = Vec::new();
    let draft = read_watched(&text, &MATCHER, &ReadOptions::default(), &mut |progress| {
        told.push(progress.done);
        Going::On
    });
    assert_eq!(draft.map(|draft| draft.rows().count()), Some(2_000));
    assert!(told.len() >= 7 && told.is_sorted());
    let mut asked = 0;
    let stopped = read_watched(&text, &MATCHER, &ReadOptions::default(), &mut |_| {
        asked += 1;
        if asked == 3 { Going::Stop } else { Going::On }
    });
    assert_eq!((stopped, asked), (None, 3));
}

#[test]
fn words_that_lead_in_are_no_names() {
    let found = rows("First 10 min rowing\nDann 3x10 Thruster\nZum Schluss 5 min Plank");
    assert_eq!(
        found,
        [row(1, "rowing", "10 min"), row(2, "Thruster", "3x10"), row(3, "Plank", "5 min")]
    );
}

#[test]
fn a_lone_times_counts_repetitions_and_few_of_them_sets() {
    let found = rows("10x Burpee\nPush-up 12x\nPlank 3x\nThruster je 8x");
    assert_eq!(
        found,
        [
            row(1, "Burpee", "10 reps"),
            row(2, "Push-up", "12 reps"),
            row(3, "Plank", "3x"),
            row(4, "Thruster", "8 reps")
        ]
    );
}
