//! Search as you type: what a query finds, and in which order names, aliases and facts stand.

use super::{SearchEntry, SearchIndex};

fn entry(id: &str, names: &[&str], aliases: &[&str], attributes: &[&str]) -> SearchEntry {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    SearchEntry {
        id: id.to_owned(),
        names: owned(names),
        aliases: owned(aliases),
        attributes: owned(attributes),
        minor_attributes: Vec::new(),
    }
}

fn gym() -> SearchIndex {
    SearchIndex::new([
        entry(
            "bench",
            &["Bench press", "Bankdrücken"],
            &["bench", "BP"],
            &["barbell Langhantel", "chest Brust"],
        ),
        entry(
            "bench_db",
            &["Dumbbell bench press", "Kurzhantel-Bankdrücken"],
            &["DB bench"],
            &["dumbbell Kurzhantel", "chest Brust"],
        ),
        entry(
            "bench_close",
            &["Close-grip bench press", "Enges Bankdrücken"],
            &[],
            &["barbell Langhantel", "triceps Trizeps"],
        ),
        entry(
            "pull_up",
            &["Pull-up", "Klimmzug"],
            &["pullups", "Klimmzüge"],
            &["pull-up bar Klimmzugstange", "lats Latissimus"],
        ),
        entry(
            "goblet",
            &["Goblet squat", "Goblet-Kniebeuge"],
            &["KB goblet squat"],
            &["kettlebell Kugelhantel", "quads Oberschenkel"],
        ),
        entry(
            "squat",
            &["Back squat", "Kniebeuge"],
            &["squats"],
            &["barbell Langhantel", "quads Oberschenkel"],
        ),
        entry(
            "farmer",
            &["Farmer's walk", "Farmers Walk mit Kurzhanteln"],
            &[],
            &["dumbbell Kurzhantel"],
        ),
    ])
}

fn ids(query: &str) -> Vec<String> {
    let gym = gym();
    let found = gym.search(query, 10);
    assert!(found.iter().all(|found| (0.0..=1.0).contains(&found.confidence)), "{query}");
    found.iter().map(|found| gym.id(found.position).unwrap().to_owned()).collect()
}

#[test]
fn every_word_is_a_beginning() {
    assert_eq!(ids("gob sq"), ["goblet"]);
    assert_eq!(ids("sq gob"), ["goblet"]);
    assert_eq!(ids("bench pr"), ["bench", "bench_db", "bench_close"]);
    assert_eq!(ids("gob bench"), [""; 0]);
    assert_eq!(ids(""), [""; 0]);
    assert_eq!(ids("  -- "), [""; 0]);
}

#[test]
fn umlauts_plurals_and_glued_words_are_found() {
    assert_eq!(ids("bankdruecken")[0], "bench");
    assert_eq!(ids("KLIMMZUEGE"), ["pull_up"]);
    assert_eq!(ids("pullu"), ["pull_up"]);
    assert_eq!(ids("pull up"), ["pull_up"]);
    assert_eq!(ids("farmers wa"), ["farmer"]);
    assert_eq!(ids("kniebeugen")[0], "squat");
}

#[test]
fn inner_parts_and_typing_errors_come_behind() {
    // the second half of a German compound
    assert_eq!(ids("beuge"), ["squat", "goblet"]);
    assert_eq!(ids("goblt"), ["goblet"]);
    assert_eq!(ids("gobelt"), ["goblet"]);
    assert_eq!(ids("gopblet"), ["goblet"]);
    assert_eq!(ids("xoblet"), [""; 0]);
}

#[test]
fn facts_are_words_too_and_stand_behind_names() {
    assert_eq!(ids("barbell chest"), ["bench"]);
    assert_eq!(ids("langhantel"), ["bench", "bench_close", "squat"]);
    assert_eq!(ids("kb quads"), ["goblet"]);
    // one is called so, the other only holds dumbbells
    assert_eq!(ids("dumbbell"), ["bench_db", "farmer"]);
}

#[test]
fn names_before_aliases_exact_before_beginnings_short_before_long() {
    let index = SearchIndex::new([
        entry("long", &["Row with a very long name"], &[], &[]),
        entry("begins", &["Rowing"], &[], &[]),
        entry("alias", &["Barbell pull"], &["row"], &[]),
        entry("name", &["Row"], &[], &[]),
        entry("fact", &["Machine"], &[], &["row"]),
    ]);
    let found = index.search("row", 10);
    let order: Vec<_> = found.iter().map(|found| index.id(found.position).unwrap()).collect();
    assert_eq!(order, ["name", "alias", "begins", "long", "fact"]);
    assert_eq!(found[0].confidence, 1.0);
    assert!(found.is_sorted_by(|a, b| a.confidence >= b.confidence));
}

#[test]
fn one_name_that_explains_all_beats_scattered_words() {
    let index = SearchIndex::new([
        entry("scattered", &["Front raise"], &["squat hold"], &[]),
        entry("together", &["Heels up front squat with a pause"], &[], &[]),
    ]);
    let found = index.search("front squat", 10);
    assert_eq!(found.len(), 2);
    assert_eq!(index.id(found[0].position), Some("together"));
    assert!(found[0].confidence > 0.5 && found[1].confidence <= 0.5);
}

#[test]
fn relevance_takes_any_word_and_weighs_rare_ones_more() {
    let gym = gym();
    let relevance = gym.relevance("something with goblet or bench");
    let of = |id: &str| {
        let found = relevance.iter().find(|found| gym.id(found.position) == Some(id));
        found.map_or(0.0, |found| found.confidence)
    };
    assert!(of("goblet") > of("bench"));
    assert!(of("bench") > 0.0);
    assert_eq!(of("pull_up"), 0.0);
    assert!(relevance.is_sorted_by(|a, b| a.position < b.position));
}

#[test]
fn hostile_queries_are_harmless() {
    let gym = gym();
    for query in
        ["\n", "\u{0}\u{1b}[31m", "🏋️ 💪", "ß", "a\nb", &"x".repeat(10_000), &"a ".repeat(10_000)]
    {
        assert!(gym.search(query, 5).len() <= 5);
    }
}

#[test]
fn an_abbreviation_among_other_words_is_spelled_out() {
    let index = SearchIndex::new([
        entry("rdl", &["Romanian deadlift"], &["RDL", "Stiff deads"], &[]),
        entry("deficit", &["Romanian deadlift from a deficit"], &[], &[]),
    ]);
    assert_eq!(index.spelled_out("rdl def").as_deref(), Some("romanian deadlift def"));
    assert_eq!(index.spelled_out("def stiff deads").as_deref(), Some("def romanian deadlift"));
    // the whole query is looked up as it is; a name needs no spelling out
    assert_eq!(index.spelled_out("rdl"), None);
    assert_eq!(index.spelled_out("romanian deadlift def"), None);
    let found = index.search("rdl def", 5);
    assert_eq!(index.id(found[0].position), Some("deficit"));
}
