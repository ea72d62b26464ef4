//! Written names of both languages find their exercise, with the band their confidence earns.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::table::rows;
use super::*;
use crate::library::{Library, builtin};

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let names = [
        "Barbell Bench Press",
        "Dumbbell Bench Press",
        "Incline Dumbbell Bench Press",
        "Decline Barbell Bench Press",
        "Pullups",
        "Seated Cable Rows",
        "Barbell Squat",
        "Hip Adduction Machine",
        "Hip Abduction Machine",
        "Standing Military Press",
        "Romanian Deadlift",
        "Hammer Curls",
        "Side Lateral Raise",
        "EZ-Bar Skullcrusher",
        "Plank",
        "Rope Jumping",
        "Leg Press",
        "Kettlebell Swing",
        "Good Morning",
    ];
    Matcher::new(names.iter().map(|name| Entry::named(*name, *name)).collect(), None)
});

fn first(query: &str) -> (String, Band) {
    let found = MATCHER.find(query, 3);
    (found.candidates.first().map(|c| c.name.clone()).unwrap_or_default(), found.band)
}

#[test]
fn finds_across_languages_abbreviations_order_and_slips() {
    for (query, expected) in [
        ("Bankdrücken KH", "Dumbbell Bench Press"),
        ("Schrägbankdrücken mit Kurzhanteln", "Incline Dumbbell Bench Press"),
        ("pull-ups", "Pullups"),
        ("PULL UPS", "Pullups"),
        ("Klimmzüge", "Pullups"),
        ("OHP", "Standing Military Press"),
        ("Rudern am Kabel sitzend", "Seated Cable Rows"),
        ("RDL", "Romanian Deadlift"),
        ("curls, hammer", "Hammer Curls"),
        ("seitheben", "Side Lateral Raise"),
        ("nose breakers", "EZ-Bar Skullcrusher"),
        ("Seilspringen", "Rope Jumping"),
        ("romanain deadlfit", "Romanian Deadlift"),
        ("goodmorning", "Good Morning"),
        ("Kettlebellschwingen", "Kettlebell Swing"),
        ("B2) Leg press 3 x 12-15", "Leg Press"),
    ] {
        assert_eq!(first(query).0, expected, "{query}");
    }
}

#[test]
fn opposites_are_kept_apart() {
    assert_eq!(first("hip adduction").0, "Hip Adduction Machine");
    assert_eq!(first("Abduktorenmaschine").0, "Hip Abduction Machine");
    assert_eq!(first("decline bench press barbell").0, "Decline Barbell Bench Press");
    assert!(first("incline barbell bench press").1 < Band::High);
}

#[test]
fn lines_of_plans_are_no_exercises() {
    for line in [
        "Rest day",
        "Trainer: Susanne",
        "3 rounds of:",
        "Week 4",
        "Notizen",
        "Legs",
        "Satzpause",
        "Warm up",
        "60/80/100",
        "https://example.org/x",
        "",
    ] {
        assert!(first(line).1 < Band::Medium, "{line}: {:?}", first(line));
    }
}

#[test]
fn a_word_nobody_knows_is_never_high() {
    assert!(first("Grunzlian bench press").1 <= Band::Medium);
    assert!(first("Barbell quixotic squat").1 <= Band::Medium);
}

#[test]
fn remarks_beside_a_name_change_nothing() {
    for (query, expected) in [
        ("4) Pull-ups - stop before failure!", "Pullups"),
        ("Leg press, feet high, don't lock out", "Leg Press"),
        ("optional: Hammer curls", "Hammer Curls"),
        ("Kniebeugen (langsam und sauber)", "Barbell Squat"),
        ("Good mornings 10/side", "Good Morning"),
        ("Klimmzüge so viele wie möglich", "Pullups"),
        ("B2. Skull crushers 💪 keep elbows in", "EZ-Bar Skullcrusher"),
    ] {
        assert_eq!(first(query), (expected.to_owned(), Band::High), "{query}");
    }
    // what is done with what stays part of the name
    assert_eq!(first("Bench press (dumbbell, slow)").0, "Dumbbell Bench Press");
    assert_eq!(first("press, bench, decline").0, "Decline Barbell Bench Press");
}

#[test]
fn words_that_are_no_exercise_find_none() {
    for name in ["Sportler", "golf swing", "Machine", "Curling"] {
        assert!(first(name).1 < Band::High, "{name}: {:?}", first(name));
    }
}

#[test]
fn compounds_are_made_of_words_of_the_library_too() {
    let names = ["Randori", "Bodenrandori", "Nagekomi"];
    let entries = names.iter().map(|name| Entry::named(*name, *name)).collect();
    let matcher = Matcher::new(entries, None);
    let first = |query: &str| matcher.find(query, 1).candidates[0].name.clone();
    assert_eq!(first("Randori am Boden"), "Bodenrandori");
    assert_eq!(first("nage komi"), "Nagekomi");
}

#[test]
fn bands_follow_their_borders() {
    let strict = Thresholds { high: 0.999_9, medium: 0.5, low: 0.2 };
    assert_eq!(strict.band(0.99), Band::Medium);
    assert_eq!(Thresholds::default().band(0.9), Band::High);
    assert_eq!(Thresholds::default().band(0.1), Band::Unmatched);
}

#[test]
fn tables_read_by_hand_equal_the_toml() {
    for text in [
        include_str!("../../data/lexicon/words.toml"),
        include_str!("../../data/lexicon/phrases.toml"),
        include_str!("../../data/lexicon/kin.toml"),
        include_str!("../../data/lexicon/concepts.toml"),
        include_str!("../../data/lexicon/usual.toml"),
        include_str!("../../data/lexicon/cues.toml"),
        include_str!("../../data/calibration.toml"),
    ] {
        let parsed: toml::Table = toml::from_str(text).expect("valid TOML, no key twice");
        let mut count = 0;
        for row in rows(text) {
            let value = parsed[row.section][row.key].as_str();
            assert_eq!(value, Some(row.value), "{} {}", row.section, row.key);
            count += 1;
        }
        let all: usize = parsed.values().filter_map(|v| v.as_table()).map(toml::Table::len).sum();
        assert_eq!(count, all);
    }
}

#[test]
fn the_calibration_names_every_feature() {
    let text = include_str!("../../data/calibration.toml");
    let parsed: toml::Table = toml::from_str(text).expect("valid TOML");
    for feature in FEATURES {
        assert!(parsed["match"].get(feature).is_some(), "{feature}");
    }
}

proptest! {
    #[test]
    fn any_name_is_looked_up_without_panic(name in "\\PC{0,60}") {
        let found = MATCHER.find(&name, 5);
        prop_assert!(found.candidates.len() <= 5);
        let falling = found.candidates.windows(2).all(|two| two[0].confidence >= two[1].confidence);
        prop_assert!(falling);
        prop_assert!(found.candidates.iter().all(|c| (0.0..=1.0).contains(&c.confidence)));
    }
}

#[test]
fn a_foreign_shelf_is_searched_by_way_of_our_library() {
    let own = Library::from_data(builtin().unwrap()).unwrap();
    let row = |name: &str, equipment: &str| Entry {
        equipment: vec![equipment.to_owned()],
        ..Entry::named(name, name)
    };
    let entries = [
        row("Pullups", "body only"),
        row("Romanian Deadlift From A Block", "barbell"),
        row("Barbell Squat", "barbell"),
        row("Cable Crossover", "cable"),
    ];
    let shelf = Shelf::new(&entries, &own);
    let first = |query: &str| {
        let found = shelf.search(query, 3);
        found.first().map_or("", |found| entries[found.position].id.as_str())
    };
    // its own words, facts and typing errors
    assert_eq!(first("cable cro"), "Cable Crossover");
    assert_eq!(first("barbell squ"), "Barbell Squat");
    assert_eq!(first("barbel sqaut"), "Barbell Squat");
    // what only our library knows: German beginnings, abbreviations among other words
    assert_eq!(first("klimmz"), "Pullups");
    assert_eq!(first("kniebeu"), "Barbell Squat");
    assert_eq!(first("rdl bloc"), "Romanian Deadlift From A Block");
    assert_eq!(first("xyzzy"), "");
    assert!(shelf.search("barbell", 10).is_sorted_by(|a, b| a.confidence >= b.confidence));
}

#[test]
fn a_taught_name_comes_first_and_sure_for_whoever_taught_it() {
    let taught = |written: &str, id: &str| (written.to_owned(), id.to_owned(), id.to_owned());
    let own = MATCHER.clone().with_taught(Taught::new([
        taught("Zorkel (schwer)", "Plank"),
        taught("bench", "Dumbbell Bench Press"),
        taught("!!", "Plank"),
    ]));
    for written in ["zorkel schwer", "ZORKEL – Schwer", "Zorkel (schwer)"] {
        let found = own.find(written, 3);
        assert_eq!((found.band, found.candidates[0].id.as_str()), (Band::High, "Plank"));
        assert_ne!(MATCHER.find(written, 3).band, Band::High, "others have not taught it");
    }
    let found = own.find("Bench", 3);
    assert_eq!(found.candidates[0].id, "Dumbbell Bench Press");
    assert!(found.candidates[1..].iter().all(|other| other.confidence < 0.7));
    assert_eq!(found.candidates.len(), 3);
    // only the whole name was taught
    assert_eq!(own.find("Zorkel", 3).band, MATCHER.find("Zorkel", 3).band);
    assert_eq!(own.find("!!", 3), MATCHER.find("!!", 3));
}

/// What a list of a gym holds decides: the nearest of its own names, not one that goes by another.
#[test]
fn a_library_that_tells_variants_apart_is_asked_for_the_variant() {
    let ours = Library::from_data(builtin().unwrap()).unwrap();
    let names = [
        "Chin-Up",
        "Chin-Up - Negative",
        "Seated Leg Curl",
        "Prone Leg Curl",
        "Skipping - Single Under",
        "Skipping - Double Under",
        "Rear Squat - Paused",
        "Rear Squat - High Bar",
        "Hip Thrust LH",
        "Beckenheben auf der Matte",
        "Reverse Flys Maschine",
        "Seitheben KH vorgebeugt",
        "Ruderergometer",
        "Bankdrücken LH",
        "Beinstrecker Gerät",
    ];
    let entries = names.iter().map(|name| Entry::named(*name, *name)).collect();
    let matcher = Matcher::new(entries, Some(&ours));
    for (query, expected) in [
        ("Chin Up (eccentric)", "Chin-Up - Negative"),
        ("chin up, slow and strict", "Chin-Up"),
        ("Lying Leg Curl (Machine)", "Prone Leg Curl"),
        ("DUs", "Skipping - Double Under"),
        ("glute bridge", "Beckenheben auf der Matte"),
        ("vorgebeugtes Seitheben mit KH", "Seitheben KH vorgebeugt"),
        ("Ruder-Ergometer", "Ruderergometer"),
        ("Bankdr. 3x5", "Bankdrücken LH"),
        ("Beinstr. 3x12", "Beinstrecker Gerät"),
    ] {
        let found = matcher.find(query, 3);
        assert_eq!(found.candidates.first().map(|c| c.name.as_str()), Some(expected), "{query}");
    }
    assert!(matcher.find("RPE 8, 2 Wdh. im Tank", 1).band < Band::High);
}
