//! What a coach archived is planned by nobody any more.

use std::collections::BTreeSet;

use crate::domain::{AthleteProfile, ExerciseId, GroupProfile, Profile, StyleId, Unit, Visibility};
use crate::library::{Library, builtin};
use crate::planner::program;

use super::library;

fn used(profile: &Profile, library: &Library) -> BTreeSet<ExerciseId> {
    let plan = program(profile, library, 1).unwrap();
    plan.units().flat_map(Unit::exercises).cloned().collect()
}

#[test]
fn archived_exercises_are_left_out_of_every_plan_and_pool() {
    let judo = GroupProfile { style: Some(StyleId::from("judo")), ..GroupProfile::default() };
    for profile in [Profile::Athlete(AthleteProfile::default()), Profile::Group(judo)] {
        // every second one, so that others can stand in
        let gone: BTreeSet<ExerciseId> = used(&profile, library()).into_iter().step_by(2).collect();
        assert!(gone.len() > 5);
        let mut data = builtin().unwrap();
        for known in data.exercises.iter_mut().filter(|known| gone.contains(&known.id)) {
            known.visibility = Visibility::Archived;
        }
        let smaller = Library::from_data(data).unwrap();
        let still = used(&profile, &smaller);
        assert_eq!(still.intersection(&gone).collect::<Vec<_>>(), Vec::<&ExerciseId>::new());
        assert!(
            gone.iter().all(|id| smaller.get(id).is_some()),
            "plans that have it still show it"
        );
    }
}
