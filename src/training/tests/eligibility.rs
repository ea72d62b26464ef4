//! Which obstacles keep an exercise from a group, and that each is told.

use crate::domain::{Bilingual, Contraindication, DrillMinutes, Exercise, Level, Message, Partner};
use crate::library::sample::{catalogues, drill};
use crate::training::{Constraints, Obstacle, obstacles};

fn throw() -> Exercise {
    let mut throw = drill("hip_throw", "Hip throw", "Hüftwurf");
    throw.equipment = vec![vec!["tatami".into(), "gi".into()], vec!["soft_mat".into()]];
    throw.partner = Partner::Pair;
    throw.level = Level::Intermediate;
    throw.min_age = 8;
    throw.contra = vec![Contraindication::Neck, Contraindication::LowBack];
    throw.minutes = Some(DrillMinutes { min: 6, usual: 10, max: 15 });
    throw
}

fn at_hand(things: &[&str]) -> Constraints {
    let equipment = Some(things.iter().map(|thing| (*thing).into()).collect());
    Constraints { equipment, ..Constraints::default() }
}

#[test]
fn nothing_known_is_no_obstacle() {
    assert_eq!(obstacles(&throw(), &Constraints::default()), []);
}

#[test]
fn one_complete_alternative_is_enough() {
    assert_eq!(obstacles(&throw(), &at_hand(&["soft_mat"])), []);
    assert_eq!(obstacles(&throw(), &at_hand(&["gi", "tatami", "belt"])), []);
    let missing = |things: &[&str]| {
        vec![Obstacle::Equipment { missing: things.iter().map(|thing| (*thing).into()).collect() }]
    };
    assert_eq!(obstacles(&throw(), &at_hand(&["tatami"])), missing(&["gi"]));
    assert_eq!(obstacles(&throw(), &at_hand(&[])), missing(&["soft_mat"]));
    let mut bodyweight = throw();
    bodyweight.equipment.push(vec!["none".into()]);
    assert_eq!(obstacles(&bodyweight, &at_hand(&[])), []);
}

#[test]
fn people_must_be_enough_and_pairs_even() {
    let of =
        |people| obstacles(&throw(), &Constraints { people: Some(people), ..Default::default() });
    assert_eq!(of(1), [Obstacle::TooFew { needed: 2, people: 1 }]);
    assert_eq!(of(12), []);
    assert_eq!(of(13), [Obstacle::Odd { people: 13 }]);
    assert!(of(13).iter().all(Obstacle::is_soft));
    assert!(!of(1).iter().any(Obstacle::is_soft));
}

#[test]
fn every_obstacle_is_told() {
    let constraints = Constraints {
        equipment: Some(["tatami".into()].into()),
        people: Some(1),
        level: Some(Level::Beginner),
        youngest: Some(7),
        injuries: vec![Contraindication::Knee, Contraindication::Neck],
        minutes_left: Some(5.5),
    };
    let messages: Vec<Message> = obstacles(&throw(), &constraints)
        .iter()
        .map(|obstacle| obstacle.message(&catalogues()))
        .collect();
    assert_eq!(
        messages,
        [
            Message::new("obstacle-equipment")
                .with("things", Bilingual::new("Gi jacket", "Gi (Jacke)")),
            Message::new("obstacle-too-few").with("needed", 2_u16).with("people", 1_u16),
            Message::new("obstacle-level")
                .with("level", Bilingual::new("Intermediate", "Fortgeschrittene")),
            Message::new("obstacle-age").with("age", 8_u8),
            Message::new("obstacle-injury").with("regions", Bilingual::new("Neck", "Nacken")),
            Message::new("obstacle-time").with("needed", 6.0_f32).with("left", 5.0_f32),
        ]
    );
}
