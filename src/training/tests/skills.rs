//! Skill profiles of exercises and units, the gap to a target, and intensity.

use crate::domain::{
    Basis, Category, IntensityBand, Load, Prescription, Quantity, SectionKind, Span,
};
use crate::library::sample::{drill, library, skills};
use crate::training::{item_intensity, match_profile, normalised, skill_gap, unit_skills};

use super::{item, section, unit};

#[test]
fn the_first_focus_weighs_more_and_games_train_less_intensely() {
    let mut game = drill("tag", "Tag", "Fangen");
    game.category = Category::Game;
    game.focus = vec!["speed".into(), "coordination".into(), "speed".into()];
    game.styles = vec!["judo".into()];
    game.skills = skills(&[("agility", 1.0), ("reaction", 0.5)]);
    let profile = match_profile(&game);
    assert_eq!(profile.focus, [("speed".into(), 1.0), ("coordination".into(), 0.85)].into());
    assert_eq!(profile.styles, [("judo".into(), 1.0)].into());
    assert_eq!(profile.skills, skills(&[("agility", 0.9), ("reaction", 0.45)]));
}

#[test]
fn a_unit_trains_by_weight_time_and_intensity() {
    let mut falls = drill("falls", "Falls", "Fallen");
    falls.skills = skills(&[("falling", 1.0), ("courage", 0.5)]);
    let mut rolls = drill("rolls", "Rolls", "Rollen");
    rolls.skills = skills(&[("rolling", 1.0), ("courage", 0.4)]);
    let library = library(vec![falls, rolls], vec![]);
    let hard = Prescription {
        load: Some(Load::Intensity(IntensityBand::High)),
        ..Prescription::minutes(5)
    };
    let items = vec![item(1, "falls", Prescription::minutes(15)), item(2, "rolls", hard)];
    let profile = unit_skills(&unit(vec![section(1, SectionKind::Skill, items)]), &library);
    // falling 1 x 15/20; rolling 1 x 5/20 x 1.2; courage 0.5 x 0.75 + 0.4 x 0.25 x 1.2
    let expected = skills(&[("courage", 0.495), ("falling", 0.75), ("rolling", 0.3)]);
    for ((skill, weight), (wanted, expected)) in profile.iter().zip(&expected) {
        assert_eq!(skill, wanted);
        assert!((weight - expected).abs() < 1e-6, "{skill}: {weight}");
    }
    assert_eq!(profile.len(), 3);
    assert!(unit_skills(&unit(vec![]), &library).is_empty());
}

#[test]
fn a_gap_is_what_is_wanted_beyond_the_plan_and_the_threshold() {
    let wanted = skills(&[("falling", 0.8), ("rolling", 0.4), ("balance", 0.2), ("courage", 0.04)]);
    // normalised: falling 1, rolling 0.5, balance 0.25, courage 0.05 (below the threshold)
    let planned = skills(&[("falling", 0.3), ("rolling", 0.135), ("agility", 0.1)]);
    // normalised: falling 1, rolling 0.45 (0.05 open is too little)
    assert_eq!(skill_gap(&wanted, &planned), skills(&[("balance", 0.25)]));
    assert_eq!(skill_gap(&wanted, &skills(&[])).len(), 3);
    assert!(skill_gap(&skills(&[]), &planned).is_empty());
    assert!(normalised(&skills(&[("falling", 0.0)])).is_empty());
}

#[test]
fn intensity_is_read_from_effort_words_and_load() {
    let with = |load| item_intensity(&Prescription { load: Some(load), ..Prescription::default() });
    let percent = |value| Load::Of { basis: Basis::Pct1Rm, amount: Quantity::Exactly(value) };
    assert_eq!(item_intensity(&Prescription::default()), 1.0);
    assert_eq!(with(percent(90.0)), 1.2);
    assert_eq!(with(percent(75.0)), 1.0);
    assert_eq!(with(percent(50.0)), 0.8);
    assert_eq!(with(Load::Intensity(IntensityBand::Low)), 0.8);
    let rir = |rir| Prescription { rir: Some(Span::exactly(rir)), ..Prescription::default() };
    assert_eq!(
        [0.0, 1.0, 2.0, 4.0, 5.0].map(|r| item_intensity(&rir(r))),
        [1.2, 1.2, 1.0, 1.0, 0.8]
    );
}
