//! The review step by step: what decisions do, and that each can be taken back.

use std::sync::Arc;

use jiff::civil::date;

use super::{Desk, Lesson, ReviewPane, Shown, Span, Teach, To};
use crate::app::generate::Direction;
use crate::app::tests::script::shelf;
use crate::import::{Draft, ReadOptions, Verdict, read, read_rows};
use crate::matching::Matcher;
use crate::notation;

fn matcher() -> &'static Matcher {
    static MATCHER: std::sync::OnceLock<Matcher> = std::sync::OnceLock::new();
    MATCHER.get_or_init(|| Matcher::for_library(&shelf().library))
}

fn draft(text: &str) -> Draft {
    read(text, matcher(), &ReadOptions::default())
}

fn review(text: &str) -> ReviewPane {
    let today = date(2026, 11, 20);
    let id = "j1".into();
    ReviewPane::new(id, String::new(), Arc::from(text), draft(text), (today, Desk::Unit))
}

const TEXT: &str =
    "Bench press 4x6 @80kg\nZorkel 3x8\nfelt strong today\nZorkel 2x5\nPlank 3x30s\n";

fn names(review: &ReviewPane) -> Vec<&str> {
    review.draft.rows().map(|row| row.name.as_str()).collect()
}

/// The counts that are kept are those that counting gives, and every row is found where it is.
#[track_caller]
fn sound(review: &ReviewPane) {
    assert_eq!(review.counts, review.draft.counts());
    let rows = review.draft.rows().count();
    assert_eq!(review.outline.rows.len(), rows);
    for (number, row) in review.draft.rows().enumerate() {
        assert_eq!(review.row_at(number), Some(row));
        let stop = review.outline.stops[review.outline.stop_of[number]];
        assert!(matches!(review.outline.shown[stop], Shown::Row(it, _) if it == number));
    }
}

#[test]
fn it_begins_at_the_first_doubtful_row_and_goes_from_one_to_the_next() {
    let mut review = review(TEXT);
    sound(&review);
    assert_eq!(review.row().unwrap().line, 2);
    assert!(review.doubtful(Direction::More));
    assert_eq!(review.row().unwrap().line, 4);
    assert!(review.doubtful(Direction::More), "around the end");
    assert_eq!(review.row().unwrap().line, 2);
    assert!(review.doubtful(Direction::Less));
    assert_eq!(review.row().unwrap().line, 4);
}

#[test]
fn one_choice_decides_every_row_of_the_name_and_is_taken_back_as_one() {
    let mut review = review(TEXT);
    let before = review.draft.clone();
    let bench = "bench_press".into();
    let name = shelf().library.get(&bench).unwrap().name.clone();
    review.assign(review.number().unwrap(), &bench, &name);
    let decided = review.draft.rows().filter(|row| matches!(row.verdict, Verdict::Is(..))).count();
    assert_eq!(decided, 2);
    sound(&review);
    assert!(!review.doubtful(Direction::More));
    assert!(review.take_back());
    assert_eq!(review.draft, before);
    sound(&review);
    assert!(!review.take_back());
}

#[test]
fn what_is_corrected_is_taught_to_whoever_is_asked() {
    let mut review = review(TEXT);
    assert_eq!(review.lessons(), []);
    let bench = "bench_press".into();
    let name = shelf().library.get(&bench).unwrap().name.clone();
    review.assign(review.number().unwrap(), &bench, &name);
    let lesson = Lesson {
        name: "Zorkel".to_owned(),
        key: "zorkel".to_owned(),
        exercise: bench.clone(),
        line: 2,
        teach: Teach::Coach,
    };
    assert_eq!(review.lessons(), std::slice::from_ref(&lesson));
    assert_eq!(review.teach_next(), Some(Teach::Club));
    assert_eq!(review.lessons(), [Lesson { teach: Teach::Club, ..lesson }]);
    assert_eq!(review.teach_next(), Some(Teach::Nobody));
    assert_eq!(review.lessons(), []);
    // what was sure before teaches nothing
    review.go_to_line(1);
    review.confirm();
    assert_eq!(review.teaching(), None);
}

#[test]
fn a_name_with_two_meanings_teaches_nothing() {
    let mut review = review(TEXT);
    for (line, id) in [(2, "bench_press"), (4, "plank")] {
        review.go_to_line(line);
        review.confirm();
        let id = id.into();
        let name = shelf().library.get(&id).unwrap().name.clone();
        review.assign(review.number().unwrap(), &id, &name);
    }
    assert_eq!(review.lessons(), []);
}

#[test]
fn an_ignored_line_becomes_a_row_and_goes_back() {
    let mut review = review(TEXT);
    let before = review.draft.clone();
    review.go_to_line(3);
    let line = review.ignored_line().expect("the remark is ignored");
    review.replace(Span { line, with: None, row: None }, read_rows("felt strong", matcher()));
    sound(&review);
    assert_eq!(names(&review), ["Bench press", "Zorkel", "felt strong", "Zorkel", "Plank"]);
    assert_eq!(review.line(), Some(3), "the cursor stays with it");
    assert!(review.take_back());
    assert_eq!(review.draft, before);
    sound(&review);
}

#[test]
fn a_line_is_split_and_joined() {
    let mut review = review("Bench press 3x8 + Plank 3x30s\nPull-ups\n4x6\n");
    review.go_to_line(1);
    let rows = read_rows("Bench press 3x8\nPlank 3x30s", matcher());
    review.replace(Span { line: 1, with: None, row: None }, rows);
    sound(&review);
    assert_eq!(names(&review)[..2], ["Bench press", "Plank"]);
    assert!(review.draft.rows().take(2).all(|row| row.line == 1));
    review.go_to_line(2);
    let next = review.next_line();
    let joined = read_rows("Pull-ups 4x6", matcher());
    let count = review.draft.rows().count();
    review.replace(Span { line: 2, with: next.or(Some(3)), row: None }, joined);
    sound(&review);
    let last = review.draft.rows().last().unwrap();
    assert_eq!((last.name.as_str(), last.line), ("Pull-ups", 2));
    assert_eq!(last.prescription, notation::parse("4x6").unwrap());
    assert!(review.take_back());
    assert_eq!(review.draft.rows().count(), count);
    sound(&review);
}

#[test]
fn decisions_outlive_the_program() {
    let mut review = review(TEXT);
    let bench = "bench_press".into();
    let name = shelf().library.get(&bench).unwrap().name.clone();
    review.assign(review.number().unwrap(), &bench, &name);
    review.teach_next();
    review.go_to_line(1);
    review.ignore();
    review.go_to_line(3);
    let rows = read_rows("Burpees 3x10\nPlank", matcher());
    review.replace(Span { line: 3, with: None, row: None }, rows);
    review.go_elsewhere(0, To::New(Some(date(2026, 12, 1))));
    let kept = serde_json::to_string(&review.decisions()).unwrap();

    let decisions: super::Decisions = serde_json::from_str(&kept).unwrap();
    let mut again = draft(TEXT);
    decisions.rows.clone().restore(&mut again);
    let today = date(2026, 11, 21);
    let text = Arc::from(TEXT);
    let back = ReviewPane::new("j1".into(), String::new(), text, again, (today, Desk::Unit))
        .resumed(decisions);
    sound(&back);
    assert_eq!(back.draft, review.draft);
    assert_eq!(back.places, review.places);
    assert_eq!(back.lessons(), review.lessons());
    assert_eq!(back.line(), review.line());
}

#[test]
fn days_go_to_dates_their_headings_name() {
    let text = "Montag\nBench press 3x8\n\nMittwoch\nBack squat 5x5\n\nFreitag\nDeadlift 3x5\n";
    let mut review = review(text);
    // the 20th of November 2026 is a Friday
    let dates: Vec<&To> = review.places.iter().map(|place| &place.to).collect();
    let on = |day| To::New(Some(date(2026, 11, day)));
    assert_eq!(dates, [&on(23), &on(25), &on(27)]);
    review.go_to_line(5);
    assert_eq!(review.place(), Some(1));
    assert_eq!(review.shift_date(1, date(2026, 11, 20)), Some(date(2026, 11, 26)));
    assert!(review.take_back());
    assert_eq!(review.places[1].to, on(25));
    // each day is announced before its heading
    assert!(matches!(review.outline.shown[0], Shown::Day(0)));
}

#[test]
fn fifty_thousand_lines_are_looked_at_only_where_they_are_shown() {
    let mut text = String::new();
    for line in 0..50_000 {
        text.push_str(if line % 1_000 == 7 { "Zorkel 3x8\n" } else { "Plank 3x30s\n" });
    }
    // the reading is the importer's; here it is the pane that must stay quick
    let mut draft = draft("Plank 3x30s\nZorkel 3x8\n");
    let rows = draft.sections[0].rows.clone();
    draft.lines = text.lines().map(str::to_owned).collect();
    draft.sections[0].rows = (0..50_000)
        .map(|line| {
            let mut row = rows[usize::from(line % 1_000 == 7)].clone();
            row.line = line + 1;
            row
        })
        .collect();
    draft.ignored.clear();
    let today = date(2026, 11, 20);
    let text = Arc::from(text);
    let mut review = ReviewPane::new("j1".into(), String::new(), text, draft, (today, Desk::Unit));
    sound(&review);
    assert_eq!(review.line(), Some(8));
    review.step(isize::MAX);
    assert_eq!(review.line(), Some(50_000));
    review.keep_visible(15);
    assert_eq!(review.scroll, 50_000 - 15);
    review.go_to_line(8);
    review.confirm();
    assert_eq!(review.counts.unmatched, 0, "all of the name at once");
    assert!(review.take_back());
    assert_eq!(review.counts.unmatched, 50);
}
