//! Best singles: written, estimated, logged.

use crate::domain::{
    Bilingual, ExerciseId, Explain, Item, ItemId, ItemLog, Owner, Section, SectionId, SectionKind,
    SetLog, Unit,
};
use crate::notation;
use crate::training::{Best, logged_bests, read_best};

#[test]
fn a_best_single_is_kilograms_or_a_set() {
    assert_eq!(read_best("100"), Ok(Best::Tested(100.0)));
    assert_eq!(read_best(" 102,5 kg "), Ok(Best::Tested(102.5)));
    // the mean of Epley (93.3) and Brzycki (90)
    let five = Best::Estimated { kg: 91.5, load: 80.0, reps: 5.0 };
    for text in ["80x5", "80 kg x 5", "80×5", "80 X 5"] {
        assert_eq!(read_best(text), Ok(five), "{text}");
    }
    // five with two in reserve are seven to the limit: 81.1 % by the chart
    for text in ["80x5 RIR2", "80x5 @8", "80x5 RPE 8", "80x5@rpe8"] {
        assert_eq!(read_best(text).map(Best::kg), Ok(98.5), "{text}");
    }
    for text in
        ["", "x", "much", "80x", "x5", "80x5x3", "-80", "0", "80x40", "80x2.5", "nan", "100 RIR2"]
    {
        assert!(read_best(text).is_err(), "{text}");
        assert_eq!(read_best(text).unwrap_err().message().id, "error-best");
    }
}

fn unit(lines: &[(&str, &str, u16, f64, Option<f64>)]) -> Unit {
    let mut unit = Unit::new("u".into(), "Done", Owner::Nobody);
    let mut section = Section::new(SectionId::new("s"), SectionKind::Main);
    for (at, (exercise, dose, reps, load, rpe)) in lines.iter().enumerate() {
        let id = ExerciseId::from(*exercise);
        let name = Bilingual::same(*exercise);
        let mut item = Item::new(ItemId::new(format!("i{at}")), Some(id), name);
        item.prescription = notation::parse(dose).unwrap();
        let set =
            SetLog { reps: Some(*reps), load_kg: Some(*load), rpe: *rpe, ..SetLog::default() };
        item.log = Some(ItemLog { done: true, sets: vec![set] });
        section.items.push(item);
    }
    unit.sections.push(section);
    unit
}

#[test]
fn logged_sets_tell_the_best_single_of_each_exercise() {
    let units = [
        unit(&[
            ("squat", "3x5 @100kg", 5, 100.0, Some(8.0)),
            ("pull_up", "3x5 @BW+10kg", 5, 10.0, None),
        ]),
        unit(&[("squat", "3x3 @100kg", 3, 100.0, Some(10.0)), ("press", "3x20", 20, 30.0, None)]),
    ];
    let bests = logged_bests(&units);
    assert_eq!(bests.len(), 1, "added loads and long sets say nothing: {bests:?}");
    assert_eq!(bests.get(&ExerciseId::from("squat")), Some(&123.5));
}
