//! Written names of both languages find their exercise, with the band their confidence earns.

use super::*;

fn matcher() -> Matcher {
    let names = [
        "Barbell Bench Press",
        "Dumbbell Bench Press",
        "Incline Dumbbell Press",
        "Decline Barbell Bench Press",
        "Pullups",
        "Seated Cable Rows",
        "Barbell Squat",
        "Hip Adduction Machine",
        "Hip Abduction Machine",
        "Standing Military Press",
    ];
    Matcher::new(names.iter().map(|name| Entry::named(*name, *name)).collect(), None)
}

fn first(query: &str) -> (String, Band) {
    let found = matcher().find(query, 3);
    (found.candidates.first().map(|c| c.name.clone()).unwrap_or_default(), found.band)
}

#[test]
fn finds_across_languages_and_abbreviations() {
    assert_eq!(first("Bankdrücken KH").0, "Dumbbell Bench Press");
    assert_eq!(first("pull-ups").0, "Pullups");
    assert_eq!(first("OHP").0, "Standing Military Press");
    assert_eq!(first("Rudern am Kabel sitzend").0, "Seated Cable Rows");
}
