//! Versions side by side.

use super::*;
use crate::domain::{AthleteProfile, Goal, Item, Message, Profile, Scheme, Span};
use crate::library::{Library, builtin};
use crate::planner;

fn library() -> Library {
    Library::from_data(builtin().unwrap()).unwrap()
}

fn plan(library: &Library, days_per_week: u8) -> Program {
    let profile = AthleteProfile {
        goal: Goal::Hypertrophy,
        weeks: 4,
        days_per_week,
        ..AthleteProfile::default()
    };
    planner::program(&Profile::Athlete(profile), library, 1).unwrap()
}

fn items(program: &mut Program) -> &mut Vec<Item> {
    let sections = &mut program.weeks[1].units[0].sections;
    let most = sections.iter_mut().max_by_key(|section| section.items.len());
    &mut most.unwrap().items
}

#[test]
fn a_program_beside_itself_shows_no_difference() {
    let library = library();
    let program = plan(&library, 3);
    let both = side_by_side(&program, &program, &library);
    assert!(both.weeks.iter().all(WeekPair::is_same));
    assert_eq!(both.count(Change::Same), program.units().flat_map(Unit::items).count());
    assert_eq!(both.left, both.right);
    assert!(!both.muscles.is_empty());
    assert!(both.muscles.iter().all(|it| (it.left - it.right).abs() < f32::EPSILON));
    assert!(both.rules.iter().all(|it| it.left == it.right));
}

#[test]
fn what_was_changed_is_named_for_what_it_is() {
    let library = library();
    let before = plan(&library, 3);
    let mut after = before.clone();
    let unused: Vec<_> = library
        .exercises()
        .iter()
        .filter(|known| !before.units().flat_map(Unit::exercises).any(|id| *id == known.id))
        .collect();
    let (other, new) = (unused[0], unused[1]);
    let list = items(&mut after);
    assert!(list.len() >= 3, "{}", list.len());
    let Scheme::Sets { sets: Some(sets), .. } = &mut list[0].prescription.scheme else {
        panic!("{:?}", list[0].prescription);
    };
    *sets = Span::exactly(sets.min + 1);
    list[1].exercise = Some(other.id.clone());
    let gone = list.pop().unwrap();
    let gone = Item { exercise: Some(new.id.clone()), ..gone };
    after.weeks[2].units[0].sections[0].items.push(gone);
    after.weeks[3].intent.push(Message::new("intent-filled"));

    let both = side_by_side(&before, &after, &library);
    let counts = [Change::Dose, Change::Replaced, Change::Gone, Change::Come]
        .map(|change| both.count(change));
    assert_eq!(counts, [1, 1, 1, 1]);
    let changed: Vec<u16> =
        both.weeks.iter().filter(|week| !week.is_same()).map(|week| week.index).collect();
    assert_eq!(changed, [2, 3]);
    assert_eq!((both.right.filled.as_slice(), both.left.filled.len()), (&[4][..], 0));
    let come = both.weeks[2].days[0].rows.iter().position(|row| row.change == Change::Come);
    let first = before.weeks[2].units[0].sections[0].items.len();
    assert_eq!(come, Some(first), "it stands where it was put");
    let replaced = both.weeks[1].days[0].rows.iter().find(|row| row.change == Change::Replaced);
    let line = replaced.and_then(|row| row.right.as_ref()).unwrap();
    assert_eq!(line.exercise.as_ref(), Some(&other.id));
}

#[test]
fn a_line_that_only_moved_is_not_told_as_gone() {
    let library = library();
    let before = plan(&library, 3);
    let mut after = before.clone();
    items(&mut after).reverse();
    let both = side_by_side(&before, &after, &library);
    assert!(both.weeks.iter().all(WeekPair::is_same));
}

#[test]
fn versions_of_other_lengths_are_compared_as_far_as_they_go() {
    let library = library();
    let (three, mut four) = (plan(&library, 3), plan(&library, 4));
    four.weeks.remove(0);
    let both = side_by_side(&three, &four, &library);
    assert_eq!(both.weeks.len(), 4);
    assert!(both.weeks[0].right.is_none());
    assert!(both.weeks[0].days.iter().all(|day| day.right.is_none()));
    let second = &both.weeks[1];
    assert_eq!(second.days.len(), 4);
    assert!(second.days[3].left.is_none() && second.days[3].right.is_some());
    let json = serde_json::to_value(&both).unwrap();
    assert!(json["weeks"][1]["days"][0]["rows"][0]["left"]["dose"].is_string());
    assert_eq!(
        (json["left"]["weeks"].as_u64(), json["right"]["weeks"].as_u64()),
        (Some(4), Some(3))
    );
}
