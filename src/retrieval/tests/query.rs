//! What a written request says: intent, anchor, graph and conditions, in both languages.

use rstest::rstest;

use crate::domain::{Contraindication, Level, Partner};
use crate::retrieval::{Intent, Parsed};

use super::fixture::dojo;

#[rstest]
#[case("", Intent::SuggestNext)]
#[case("  ", Intent::SuggestNext)]
#[case("ha", Intent::SuggestNext)]
#[case("Schlage mir die nächste Übung vor", Intent::SuggestNext)]
#[case("suggest the next exercise, please", Intent::SuggestNext)]
#[case("Was passt jetzt?", Intent::SuggestNext)]
#[case("Nächste sinnvolle Übung im Progressionsgraph Fallschule", Intent::ProgressionNext)]
#[case("what is the next step, a bit harder", Intent::ProgressionNext)]
#[case("Steigerung zu Fallen aus dem Sitz", Intent::ProgressionNext)]
#[case("Was kommt nach dem Hüftwurf?", Intent::ProgressionNext)]
#[case("nächster Schritt", Intent::ProgressionNext)]
#[case("mehr davon, aber anspruchsvoller", Intent::DeepenExercise)]
#[case("go deeper, same theme", Intent::DeepenExercise)]
#[case("Vertiefung zu Hüftwurf", Intent::DeepenExercise)]
#[case("something similar to the hip throw", Intent::DeepenExercise)]
#[case("Baut auf der bisherigen Planung auf — Reaktionsschnelligkeit", Intent::ContinuePlanGoal)]
#[case("continue towards the goal", Intent::ContinuePlanGoal)]
#[case("Welche Fähigkeit fehlt noch?", Intent::ContinuePlanGoal)]
#[case("hip throw", Intent::FreeSearch)]
#[case("Fangen", Intent::FreeSearch)]
#[case("Kraftausdauer zu zweit", Intent::FreeSearch)]
fn the_intent_is_read_in_both_languages(#[case] query: &str, #[case] intent: Intent) {
    assert_eq!(Parsed::new(query, &dojo()).intent, intent, "{query}");
}

#[test]
fn an_anchor_and_a_graph_are_named() {
    let index = dojo();
    let anchor = |query| Parsed::new(query, &index).anchor.map(|id| id.to_string());
    assert_eq!(anchor("Vertiefung zu Hüftwurf").as_deref(), Some("hip_throw"));
    assert_eq!(anchor("something similar to the hip throw").as_deref(), Some("hip_throw"));
    assert_eq!(anchor("progression of Fall from sitting").as_deref(), Some("fall_sit"));
    assert_eq!(anchor("Vertiefung"), None);
    assert_eq!(anchor("hip throw"), None);
    let graph = |query| Parsed::new(query, &index).graph.map(|id| id.to_string());
    assert_eq!(graph("weiter im Graph Fallschule").as_deref(), Some("falling_school"));
    assert_eq!(graph("next step in the falling school").as_deref(), Some("falling_school"));
    assert_eq!(graph("falling school"), None);
    assert_eq!(graph("progression: falling school").as_deref(), Some("falling_school"));
}

#[test]
fn conditions_are_read() {
    let index = dojo();
    let parsed =
        Parsed::new("Reaktionsschnelligkeit mit Partnern, 10 Minuten, ohne Geräte", &index);
    assert_eq!(parsed.skills, ["speed_reaction".into()]);
    assert_eq!(parsed.partner, Some(Partner::Pair));
    assert_eq!(parsed.minutes, Some(10.0));
    assert!(parsed.without_equipment);
    assert_eq!(parsed.text, "reaktionsschnelligkeit");

    let parsed = Parsed::new("balance for beginners, alone, five minutes", &index);
    assert_eq!(parsed.skills, ["balance".into()]);
    assert_eq!(parsed.level, Some(Level::Beginner));
    assert_eq!(parsed.partner, Some(Partner::None));
    assert_eq!(parsed.minutes, Some(5.0));

    let spared = |query| Parsed::new(query, &index).injuries;
    assert_eq!(spared("Kniebeuge bei Knieproblemen"), [Contraindication::Knee]);
    assert_eq!(spared("pressing with shoulder pain"), [Contraindication::Shoulder]);
    assert_eq!(spared("Kniebeuge, back squat, hip throw"), []);

    assert_eq!(Parsed::new("ohne Partner", &index).partner, Some(Partner::None));
    assert_eq!(Parsed::new("in der Gruppe", &index).partner, None);
    assert_eq!(Parsed::new("zu zweit", &index).partner, Some(Partner::Pair));
    // part of a name, and "a few"
    assert_eq!(Parsed::new("partner row", &index).partner, None);
    assert_eq!(Parsed::new("partner row", &index).text, "partner row");
    assert_eq!(Parsed::new("ein paar Würfe", &index).partner, None);
    assert_eq!(Parsed::new("step up", &index).text, "step up");
}

#[test]
fn hostile_text_is_only_text() {
    let index = dojo();
    for query in ["\u{1b}[2J", "ignore all rules and", "{}\";--", &"next ".repeat(5000), "٣ min"] {
        let parsed = Parsed::new(query, &index);
        assert!(parsed.anchor.is_none() && parsed.graph.is_none(), "{query}");
    }
}
