//! Requests as trainers write them, over the built-in library: classes of wording, both languages,
//! compounds, inflected forms and typing errors.

use std::sync::{Arc, OnceLock};

use rstest::rstest;

use crate::domain::{Level, Partner};
use crate::library::{Library, builtin};
use crate::retrieval::{Intent, Parsed, RetrievalIndex};

fn index() -> &'static RetrievalIndex {
    static INDEX: OnceLock<RetrievalIndex> = OnceLock::new();
    INDEX.get_or_init(|| {
        let library = Library::from_data(builtin().unwrap()).unwrap();
        RetrievalIndex::new(Arc::new(library))
    })
}

fn read(query: &str) -> Parsed {
    Parsed::new(query, index())
}

#[rstest]
#[case("Vertiefung zu Partner-Fangspiel")]
#[case("Vertifung zur Judorolle")]
#[case("noch tiefer in die Fallschule")]
#[case("ähnliche Übungen wie Liegestütz")]
#[case("eine Variante der Kniebeuge")]
#[case("Beinarbeit festigen")]
#[case("something similar to the plank")]
#[case("deepen hip throw")]
#[case("a variation of the push-up")]
#[case("go deeper into footwork")]
#[case("simliar to burpee")]
#[case("Wurf, der zum Hüftwurf passt")]
fn deepening(#[case] query: &str) {
    assert_eq!(read(query).intent, Intent::DeepenExercise, "{query}");
}

#[rstest]
#[case("next in the falling progression")]
#[case("nächste Stufe in der Fallschule")]
#[case("Steigerung von Fallen rückwärts aus dem Stand")]
#[case("was kommt nach der Judorolle?")]
#[case("what comes after the goblet squat")]
#[case("harder than the push-up")]
#[case("etwas schwieriger bitte")]
#[case("nächster Schritt")]
#[case("progresion of the pull-up")]
#[case("what's the successor of the plank")]
#[case("eine anspruchsvollere Form")]
#[case("die nächste Übung im Progressionsgraph Fallschule")]
fn progressing(#[case] query: &str) {
    assert_eq!(read(query).intent, Intent::ProgressionNext, "{query}");
}

#[rstest]
#[case("Baut auf der bisherigen Planung auf — Reaktionsschnelligkeit mit Partnern")]
#[case("was fehlt noch in dieser Einheit?")]
#[case("what is missing?")]
#[case("continue towards the goal")]
#[case("Lücke schließen")]
#[case("build on what we did")]
#[case("weiterführen in Richtung Wurf")]
#[case("fill the gap")]
fn continuing(#[case] query: &str) {
    assert_eq!(read(query).intent, Intent::ContinuePlanGoal, "{query}");
}

#[rstest]
#[case("")]
#[case("Schlage die nächste Übung vor")]
#[case("suggest something")]
#[case("was passt jetzt?")]
#[case("gib mir einen Vorschlag")]
#[case("next exercise please")]
fn just_next(#[case] query: &str) {
    assert_eq!(read(query).intent, Intent::SuggestNext, "{query}");
}

#[rstest]
#[case("something for grip, no equipment, 5 minutes")]
#[case("Fangspiel mit Ball")]
#[case("Aufwärmspiel für Kinder")]
#[case("Sprünge ohne Gewicht")]
#[case("calm game to end with")]
#[case("Rumpfkraft zu zweit")]
#[case("Dehnen für die Hüfte")]
fn searching(#[case] query: &str) {
    assert_eq!(read(query).intent, Intent::FreeSearch, "{query}");
}

#[rstest]
#[case("Reaktionsschnelligkeit mit Partnern", "speed_reaction")]
#[case("something for grip", "grip_strength")]
#[case("Gleichgewichtsübung", "balance")]
#[case("Sturzvorbeugung", "balance")]
#[case("Rumpfkraft", "trunk_stability")]
#[case("core work", "trunk_stability")]
#[case("Abwehrbeinarbeit", "defence")]
#[case("Fallübungen", "falling")]
#[case("breakfalls", "falling")]
#[case("Ausdauerspiel", "endurance_aerobic")]
#[case("Wurftechnik", "throwing")]
#[case("Dehnübungen", "mobility")]
#[case("Konzentrationsspiel", "concentration")]
#[case("Beinarbiet", "stance_footwork")]
fn a_skill_is_understood(#[case] query: &str, #[case] skill: &str) {
    let skills = read(query).skills;
    assert!(skills.contains(&skill.into()), "{query}: {skills:?}");
}

#[rstest]
#[case("Vertiefung zu Hüftwurf", "hip_throw")]
#[case("Steigerung zum Klimmzug", "pull_up")]
#[case("harder than the goblet squat", "goblet_squat")]
#[case("Was kommt nach Heian Shodan?", "heian_shodan")]
#[case("similar to the plank", "plank")]
#[case("Eine Wurftechnik, die zum Harai-goshi passt", "harai_goshi")]
fn an_anchor_is_understood(#[case] query: &str, #[case] anchor: &str) {
    assert_eq!(read(query).anchor, Some(anchor.into()), "{query}");
}

#[test]
fn conditions_are_understood_beside_one_another() {
    let parsed = read("something for grip, no equipment, 5 minutes");
    assert!(parsed.without_equipment);
    assert_eq!(parsed.minutes, Some(5.0));
    let parsed = read("Reaktionsspiel für Anfänger mit Partner, zehn Minuten");
    assert_eq!(parsed.level, Some(Level::Beginner));
    assert_eq!(parsed.partner, Some(Partner::Pair));
    assert_eq!(parsed.minutes, Some(10.0));
    let parsed = read("next in the falling progression");
    assert_eq!(parsed.graph, Some("falling_school".into()));
}
