//! Hard sets by muscle: what counts, and how much.

use crate::domain::{Category, Muscle, Pattern, Prescription, SectionKind, SetType, Span};
use crate::library::Library;
use crate::library::sample::{drill, library};
use crate::training::{hard_sets, unit_volume};

use super::{item, section, unit};

fn gym() -> Library {
    let lift = |id: &str, pattern, primary: &[Muscle], secondary: &[Muscle]| {
        let mut lift = drill(id, id, id);
        (lift.category, lift.patterns) = (Category::Strength, vec![pattern]);
        (lift.primary, lift.secondary) = (primary.to_vec(), secondary.to_vec());
        lift
    };
    let mut jump = lift("jump", Pattern::Jump, &[Muscle::Quads], &[]);
    jump.category = Category::Power;
    library(
        vec![
            lift("bench", Pattern::HPush, &[Muscle::Chest], &[Muscle::Triceps, Muscle::FrontDelts]),
            lift("pushdown", Pattern::IsolationArm, &[Muscle::Triceps], &[]),
            jump,
        ],
        vec![],
    )
}

fn sets(count: u16) -> Prescription {
    Prescription::sets_of(count, Span::exactly(8))
}

#[test]
fn primary_muscles_count_whole_secondary_half() {
    let items =
        vec![item(1, "bench", sets(4)), item(2, "pushdown", sets(3)), item(3, "jump", sets(5))];
    let volume = unit_volume(&unit(vec![section(1, SectionKind::Main, items)]), &gym());
    // jumps are far from failure and count nothing
    let expected = [(Muscle::Chest, 4.0), (Muscle::FrontDelts, 2.0), (Muscle::Triceps, 5.0)];
    assert_eq!(volume, expected.into());
}

#[test]
fn only_hard_sets_count() {
    let main = section(1, SectionKind::Main, vec![]);
    let of = |prescription| hard_sets(&main, &item(1, "bench", prescription));
    assert_eq!(of(sets(4)), 4.0);
    assert_eq!(of(Prescription { rir: Some(Span::exactly(4.0)), ..sets(4) }), 4.0);
    assert_eq!(of(Prescription { rir: Some(Span::exactly(5.0)), ..sets(4) }), 0.0);
    assert_eq!(of(Prescription { rpe: Some(Span::exactly(5.5)), ..sets(4) }), 0.0);
    assert_eq!(of(Prescription { set_type: SetType::Warmup, ..sets(4) }), 0.0);
    assert_eq!(of(Prescription { set_type: SetType::Drop, ..sets(2) }), 2.0);
    assert_eq!(of(Prescription::minutes(10)), 0.0);
    assert_eq!(of(Prescription::default()), 0.0);
    let mut circuit = section(1, SectionKind::Conditioning, vec![]);
    circuit.rounds = Some(3);
    assert_eq!(hard_sets(&circuit, &item(1, "bench", sets(1))), 3.0);
}
