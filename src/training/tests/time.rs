//! How long items, sections and units take.

use crate::domain::{Beat, Category, Format, Tempo};
use crate::domain::{
    DrillMinutes, Exercise, Mechanic, Pattern, Prescription, Scheme, SectionKind, Span,
    SupersetTag, Work,
};
use crate::library::Library;
use crate::library::sample::{drill, library};
use crate::training::{item_seconds, section_minutes, unit_minutes};

use super::{item, section, unit};

fn lift(id: &str, mechanic: Mechanic) -> Exercise {
    let mut lift = drill(id, id, id);
    (lift.category, lift.patterns) = (Category::Strength, vec![Pattern::Squat]);
    (lift.mechanic, lift.increment_kg) = (Some(mechanic), Some(2.5));
    lift
}

fn gym() -> Library {
    let mut lunge = lift("lunge", Mechanic::Compound);
    lunge.unilateral = true;
    let mut falls = drill("falls", "Falls", "Fallen");
    falls.minutes = Some(DrillMinutes { min: 3, usual: 6, max: 10 });
    let (squat, curl) = (lift("squat", Mechanic::Compound), lift("curl", Mechanic::Isolation));
    library(vec![squat, lunge, curl, falls], vec![])
}

fn sets(sets: u16, reps: u16, rest: u32) -> Prescription {
    let mut prescription = Prescription::sets_of(sets, Span::exactly(reps));
    prescription.rest = Some(Span::exactly(rest));
    prescription
}

#[test]
fn sets_take_set_up_repetitions_rest_and_a_change() {
    let gym = gym();
    // 4 x (15 + 6 x 4) + 4 x 120 + 90 - 60
    assert_eq!(item_seconds(&item(1, "squat", sets(4, 6, 120)), &gym), 666.0);
    // rest of 30 s is saved whole: 3 x (15 + 40) + 3 x 30 + 90 - 30
    assert_eq!(item_seconds(&item(1, "curl", sets(3, 10, 30)), &gym), 315.0);
    // one-sided work takes half as long again: 3 x 1.5 x (15 + 32) + 3 x 60 + 90 - 60
    assert_eq!(item_seconds(&item(1, "lunge", sets(3, 8, 60)), &gym), 421.5);
    // a tempo replaces the four seconds: 3 x (15 + 8 x (3 + 1 + 1 + 1)) + 3 x 90 + 90 - 60
    let slow = Tempo([Beat::Seconds(3), Beat::Seconds(1), Beat::Explosive, Beat::Seconds(1)]);
    let slow = Prescription { tempo: Some(slow), ..sets(3, 8, 90) };
    assert_eq!(item_seconds(&item(1, "squat", slow), &gym), 489.0);
    // a range counts with its middle: 2 x (15 + 10 x 4) + 2 x 60 + 90 - 60
    let mut range = sets(2, 8, 60);
    range.scheme = Prescription::sets_of(2, Span::between(8, 12)).scheme;
    assert_eq!(item_seconds(&item(1, "squat", range), &gym), 260.0);
}

#[test]
fn clocks_and_given_minutes_count_as_they_stand() {
    let gym = gym();
    let of = |scheme| Prescription { scheme, ..Prescription::default() };
    let emom = of(Scheme::Emom { total_s: 600, every_s: 60, work: Work::Unsaid });
    assert_eq!(item_seconds(&item(1, "squat", emom), &gym), 690.0);
    let tabata = of(Scheme::Intervals { rounds: 8, work_s: 20, rest_s: 10 });
    assert_eq!(item_seconds(&item(1, "squat", tabata), &gym), 330.0);
    assert_eq!(item_seconds(&item(1, "falls", Prescription::minutes(8)), &gym), 480.0);
    // a drill without an amount takes its usual time
    assert_eq!(item_seconds(&item(1, "falls", Prescription::default()), &gym), 360.0);
    let mut given = item(1, "squat", sets(4, 6, 120));
    given.minutes = Some(12);
    assert_eq!(item_seconds(&given, &gym), 720.0);
    // rounds of combat: 3 x 180 + 2 x 60 + 90
    let mut rounds =
        of(Scheme::Rounds { rounds: Span::exactly(3), work: Work::Seconds(Span::exactly(180)) });
    rounds.rest = Some(Span::exactly(60));
    assert_eq!(item_seconds(&item(1, "falls", rounds), &gym), 750.0);
}

#[test]
fn a_superset_shares_its_rest() {
    let gym = gym();
    let tagged = |number: u8, exercise| {
        let mut item = item(usize::from(number), exercise, sets(3, 10, 90));
        item.superset = Some(SupersetTag { letter: 'A', number });
        item
    };
    let pair = section(1, SectionKind::Accessory, vec![tagged(1, "squat"), tagged(2, "curl")]);
    // each: 3 x (15 + 40) + 3 x 45 + 90 - 45 = 345 s
    assert_eq!(section_minutes(&pair, &gym), 11.5);
}

#[test]
fn a_circuit_repeats_its_round_and_planned_minutes_are_the_least() {
    let gym = gym();
    let items = vec![item(1, "squat", sets(1, 10, 20)), item(2, "curl", sets(1, 15, 20))];
    let mut circuit = section(1, SectionKind::Conditioning, items);
    (circuit.format, circuit.rounds) = (Some(Format::Circuit), Some(3));
    // 3 x ((15 + 40 + 20) + (15 + 60 + 20)) + 90 = 600 s
    assert_eq!(section_minutes(&circuit, &gym), 10.0);
    circuit.minutes = Some(15);
    assert_eq!(section_minutes(&circuit, &gym), 15.0);
    circuit.minutes = Some(5);
    assert_eq!(section_minutes(&circuit, &gym), 10.0);
}

#[test]
fn streams_take_the_time_of_the_longest() {
    let gym = gym();
    let minutes = |number, phase, stream, minutes| {
        let mut section = section(
            number,
            SectionKind::Skill,
            vec![item(number, "falls", Prescription::minutes(minutes))],
        );
        (section.phase, section.stream) = (phase, stream);
        section
    };
    let split = unit(vec![
        minutes(1, 0, 0, 10),
        minutes(2, 1, 0, 8),
        minutes(3, 1, 0, 5),
        minutes(4, 1, 1, 12),
        minutes(5, 2, 0, 4),
    ]);
    // 10 + max(8 + 5, 12) + 4
    assert_eq!(unit_minutes(&split, &gym), 27.0);
}

#[test]
fn strength_work_needs_a_warm_up_and_ramp_sets() {
    let gym = gym();
    let main =
        |number| section(number, SectionKind::Main, vec![item(number, "squat", sets(4, 6, 120))]);
    // 480 + 2 x 75 + 666
    assert_eq!(unit_minutes(&unit(vec![main(1)]), &gym), 21.6);
    let mut warm_up = section(9, SectionKind::Warmup, vec![]);
    warm_up.minutes = Some(10);
    // 600 + 3 lifts x 666, of which two are ramped
    let whole = unit(vec![warm_up, main(1), main(2), main(3)]);
    assert_eq!(unit_minutes(&whole, &gym), (600.0 + 300.0 + 3.0 * 666.0) / 60.0);
    assert_eq!(unit_minutes(&unit(vec![]), &gym), 0.0);
}
