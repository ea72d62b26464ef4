//! Profiles as files: JSON and TOML, strict by name.

use super::library;
use crate::domain::{Contraindication, Goal, Level, Profile};
use crate::planner::{PlannerError, read_profile};

fn read(text: &str) -> Result<Profile, PlannerError> {
    read_profile(text, library())
}

#[test]
fn only_the_kind_is_required() {
    let Ok(Profile::Athlete(profile)) = read(r#"{"kind":"athlete"}"#) else { panic!() };
    assert_eq!(profile, crate::domain::AthleteProfile::default());
    let Ok(Profile::Group(profile)) = read("kind = \"group\"") else { panic!() };
    assert_eq!(profile, crate::domain::GroupProfile::default());
    assert_eq!(read("{}").unwrap_err(), PlannerError::NoKind);
}

#[test]
fn both_formats_say_the_same() {
    let json = r#"{"kind":"athlete","name":"Jana","age":34,"goal":"hypertrophy","level":"advanced",
        "weeks":8,"days_per_week":5,"minutes":70,"equipment":["barbell","rack"],
        "injuries":["knee"],"one_rm_kg":{"back_squat":120},"language":"de","height_cm":171.5}"#;
    let toml = r#"
        kind = "athlete"
        name = "Jana"
        age = 34
        goal = "hypertrophy"
        level = "advanced"
        weeks = 8
        days_per_week = 5
        minutes = 70
        equipment = ["barbell", "rack"]
        injuries = ["knee"]
        language = "de"
        height_cm = 171.5
        [one_rm_kg]
        back_squat = 120
    "#;
    let one = read(json).unwrap();
    assert_eq!(one, read(toml).unwrap());
    let Profile::Athlete(profile) = one else { panic!() };
    assert_eq!((profile.goal, profile.level), (Goal::Hypertrophy, Level::Advanced));
    assert_eq!(profile.injuries, vec![Contraindication::Knee]);
    let group = r#"{"kind":"group","name":"Judo","size":13,"age_min":10,"age_max":12,
        "target_group":"kids_older","style":"judo","level_mix":{"beginner":8,"intermediate":5},
        "units_per_week":2,"minutes":75,"weeks":12,"skills":{"falling":1.0},
        "equipment":["tatami"],"language":"de"}"#;
    assert!(matches!(read(group), Ok(Profile::Group(_))));
}

#[test]
fn what_is_wrong_is_named() {
    let unknown = |field, value: &str| PlannerError::UnknownId { field, value: value.into() };
    let with = |field: &str| read(&format!(r#"{{"kind":"athlete",{field}}}"#)).unwrap_err();
    assert!(
        matches!(with(r#""days":3"#), PlannerError::UnknownField { name, .. } if name == "days")
    );
    assert_eq!(with(r#""goal":"abs""#), unknown("goal", "abs"));
    assert_eq!(with(r#""level":"god""#), unknown("level", "god"));
    assert_eq!(with(r#""language":"fr""#), unknown("language", "fr"));
    assert_eq!(with(r#""injuries":["ego"]"#), unknown("injuries", "ego"));
    assert_eq!(with(r#""equipment":["lightsaber"]"#), unknown("equipment", "lightsaber"));
    assert_eq!(with(r#""one_rm_kg":{"flying":1}"#), unknown("one_rm_kg", "flying"));
    for minutes in ["0", "-5", "19", "151", "1e9", "45.5"] {
        let error = with(&format!(r#""minutes":{minutes}"#));
        let named = matches!(error, PlannerError::OutOfRange { field: "minutes", .. });
        assert!(named, "{minutes}: {error:?}");
    }
    assert!(matches!(
        read(r#"{"kind":"robot"}"#),
        Err(PlannerError::UnknownId { field: "kind", .. })
    ));
    assert!(matches!(read("kind = "), Err(PlannerError::Unreadable(_))));
    assert!(matches!(read("[1]"), Err(PlannerError::Unreadable(_))));
    assert!(matches!(with(r#""name":7"#), PlannerError::Unreadable(_)));
    let group = read(r#"{"kind":"group","level_mix":{"novice":3}}"#).unwrap_err();
    assert_eq!(group, unknown("level_mix", "novice"));
}

#[test]
fn every_error_can_be_said_in_both_languages() {
    use crate::domain::{Explain, Lang};
    use crate::language::Catalogue;
    let errors = [
        PlannerError::NoKind,
        PlannerError::NothingFits,
        PlannerError::Unreadable("x".into()),
        PlannerError::UnknownField { name: "x".into(), known: "y".into() },
        PlannerError::UnknownId { field: "goal", value: "x".into() },
        PlannerError::OutOfRange { field: "weeks", value: "0".into(), min: 1, max: 52 },
    ];
    for error in errors {
        for lang in Lang::ALL {
            assert!(Catalogue::load(lang).has(&error.message().id), "{error:?}");
        }
    }
}
