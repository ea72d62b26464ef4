//! People and groups that really come, each awkward in another way: one kettlebell, a bike, a
//! bare hall, forty-one people, a contest, a pregnancy. None may be refused, and what cannot be
//! met must be said.

use super::{library, lint, sweep};
use crate::domain::{EquipmentId, Level, Profile, SectionKind, Unit, WeekPhase};
use crate::lint::Severity;
use crate::planner::{program, read_profile};
use crate::training::unit_minutes;

/// The profiles as a coach would write them, by name.
const PROFILES: [(&str, &str); 27] = [
    (
        "one kettlebell and a bench",
        r#"{"kind":"athlete","equipment":["kettlebell","bench_flat"],"goal":"hypertrophy",
            "level":"intermediate","days_per_week":4,"minutes":50}"#,
    ),
    (
        "nothing but rings",
        r#"{"kind":"athlete","equipment":["rings"],"goal":"strength","level":"advanced",
            "days_per_week":4,"minutes":60}"#,
    ),
    (
        "nothing but a bike",
        r#"{"kind":"athlete","equipment":["bike"],"goal":"general","minutes":40}"#,
    ),
    (
        "four injuries",
        r#"{"kind":"athlete","injuries":["shoulder","elbow","low_back","knee"],"days_per_week":4,
            "goal":"hypertrophy","level":"intermediate"}"#,
    ),
    (
        "pregnant, high blood pressure",
        r#"{"kind":"athlete","age":32,"injuries":["pregnancy","hypertension"],"minutes":45,
            "equipment":["band","swiss_ball","mat"],"goal":"general","level":"intermediate"}"#,
    ),
    (
        "20 minutes every day",
        r#"{"kind":"athlete","minutes":20,"days_per_week":7,"level":"intermediate",
            "equipment":["dumbbell"]}"#,
    ),
    (
        "150 minutes once a week",
        r#"{"kind":"athlete","minutes":150,"days_per_week":1,"level":"advanced","goal":"strength"}"#,
    ),
    (
        "jumper of fifteen",
        r#"{"kind":"athlete","age":15,"goal":"power","level":"intermediate","minutes":75}"#,
    ),
    (
        "seven years old, called advanced",
        r#"{"kind":"athlete","age":7,"level":"advanced","goal":"strength","days_per_week":5,
            "minutes":30}"#,
    ),
    (
        "eighty-two with brittle bones",
        r#"{"kind":"athlete","age":82,"injuries":["osteoporosis","hip"],"goal":"older",
            "equipment":["band","dumbbell"],"minutes":45,"language":"de"}"#,
    ),
    (
        "elite lifter before a contest",
        r#"{"kind":"athlete","level":"elite","goal":"strength","days_per_week":5,"minutes":120,
            "contest_week":12,"weight_kg":93,"age":28,
            "one_rm_kg":{"back_squat":220,"bench_press":150,"deadlift":255}}"#,
    ),
    (
        "contest in the middle",
        r#"{"kind":"athlete","level":"intermediate","goal":"strength_hypertrophy","weeks":16,
            "days_per_week":4,"contest_week":9}"#,
    ),
    (
        "back after a birth",
        r#"{"kind":"athlete","goal":"return","days_per_week":4,"minutes":35,
            "equipment":["mini_band","mat"],"injuries":["hernia"]}"#,
    ),
    (
        "hotel rooms",
        r#"{"kind":"athlete","equipment":[],"goal":"hypertrophy","level":"advanced",
            "days_per_week":5,"minutes":45}"#,
    ),
    (
        "a year of endurance",
        r#"{"kind":"athlete","goal":"endurance","weeks":52,"days_per_week":2,"minutes":90}"#,
    ),
    (
        "trains seated",
        r#"{"kind":"athlete","injuries":["knee","hip","ankle"],"minutes":50,"goal":"general",
            "equipment":["dumbbell","band","cable","bench_flat","lat_machine"],
            "level":"intermediate"}"#,
    ),
    (
        "a couple gets fit",
        r#"{"kind":"group","size":2,"target_group":"adults","minutes":60,"equipment":["mat","band"]}"#,
    ),
    (
        "seven over seventy",
        r#"{"kind":"group","size":7,"target_group":"older","age_min":70,"minutes":60,
            "equipment":["mat","band","swiss_ball"],"language":"de"}"#,
    ),
    (
        "eighteen adults, few weights",
        r#"{"kind":"group","size":18,"target_group":"adults","minutes":75,
            "equipment":["mat","kettlebell","dumbbell","jump_rope"],
            "devices":{"kettlebell":4,"dumbbell":2}}"#,
    ),
    (
        "forty-one adults",
        r#"{"kind":"group","size":41,"target_group":"adults","minutes":60,"units_per_week":1}"#,
    ),
    (
        "families of all ages",
        r#"{"kind":"group","size":13,"age_min":8,"age_max":60,"target_group":"family",
            "style":"ju_jutsu","level_mix":{"beginner":9,"intermediate":4}}"#,
    ),
    (
        "judo without mats",
        r#"{"kind":"group","size":12,"style":"judo","target_group":"teens","equipment":[]}"#,
    ),
    (
        "ten of four to six",
        r#"{"kind":"group","size":10,"age_min":4,"age_max":6,"target_group":"preschool",
            "minutes":45,"units_per_week":1,"language":"de"}"#,
    ),
    (
        "karate before a grading",
        r#"{"kind":"group","size":14,"style":"karate_shotokan","target_group":"adults","weeks":8,
            "contest_week":8,"level_mix":{"beginner":6,"intermediate":8}}"#,
    ),
    (
        "handball in the season",
        r#"{"kind":"group","size":16,"age_min":15,"style":"team_handball","weeks":10,
            "target_group":"team_sport","units_per_week":3,"minutes":90,"contest_week":6,
            "level_mix":{"intermediate":16}}"#,
    ),
    (
        "women's self-defence",
        r#"{"kind":"group","size":9,"age_min":16,"target_group":"women_sd","style":"krav_maga",
            "weeks":6,"minutes":90,"units_per_week":1}"#,
    ),
    (
        "inclusive group",
        r#"{"kind":"group","size":11,"age_min":14,"target_group":"inclusive","minutes":60,
            "equipment":["ball_soft","cones","mat"]}"#,
    ),
];

fn all() -> Vec<(&'static str, Profile)> {
    let read = |text| read_profile(text, library()).unwrap();
    PROFILES.into_iter().map(|(name, text)| (name, read(text))).collect()
}

#[test]
fn every_awkward_profile_gets_a_plan_that_keeps_its_promises() {
    for (name, profile) in all() {
        let wrong = sweep::broken(&profile);
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    }
}

#[test]
fn a_seed_gives_the_same_bytes_again() {
    for (name, profile) in all() {
        let text = || serde_json::to_string(&program(&profile, library(), 7).unwrap()).unwrap();
        assert_eq!(text(), text(), "{name}");
    }
}

fn planned(name: &str) -> crate::domain::Program {
    let found = PROFILES.iter().find(|(known, _)| *known == name).unwrap().1;
    program(&read_profile(found, library()).unwrap(), library(), 1).unwrap()
}

fn sections(
    program: &crate::domain::Program,
) -> impl Iterator<Item = (&Unit, &crate::domain::Section)> {
    program.units().flat_map(|unit| unit.sections.iter().map(move |section| (unit, section)))
}

#[test]
fn grown_ups_who_come_to_get_fit_work_at_stations() {
    for (name, people) in
        [("a couple gets fit", 2), ("seven over seventy", 7), ("forty-one adults", 41)]
    {
        let plan = planned(name);
        let mut circuits = 0;
        for (_, section) in sections(&plan) {
            if section.format.is_none_or(|format| format.id() != "stations") {
                continue;
            }
            circuits += 1;
            assert_eq!(section.kind, SectionKind::Main);
            let stations = section.items.len();
            assert!(stations * 4 >= people, "{name}: {stations} stations");
            let patterns = |at: usize| {
                let id = section.items[at].exercise.as_ref().unwrap();
                library().get(id).unwrap().patterns[0]
            };
            for at in 1..stations {
                assert_ne!(patterns(at - 1), patterns(at), "{name}: neighbours tire the same");
            }
            assert!(!section.notes.is_empty(), "{name}: people must know how it turns");
        }
        assert_eq!(circuits, plan.units().count(), "{name}");
    }
}

#[test]
fn at_a_station_nobody_waits_for_a_weight() {
    let plan = planned("eighteen adults, few weights");
    for (_, section) in sections(&plan).filter(|(_, section)| section.rounds.is_some()) {
        let each = 18_usize.div_ceil(section.items.len());
        for item in &section.items {
            let exercise = library().get(item.exercise.as_ref().unwrap()).unwrap();
            let things: Vec<&str> =
                exercise.equipment.iter().flatten().map(EquipmentId::as_str).collect();
            assert!(!things.contains(&"dumbbell") || each <= 2, "{}: {each}", exercise.id);
        }
    }
    assert!(lint(&plan).iter().all(|found| !matches!(found.rule.id(), "EQP002" | "GRP007")));
}

#[test]
fn before_a_contest_volume_falls_and_load_stays() {
    let plan = planned("elite lifter before a contest");
    let sets = |week: usize| -> u16 {
        let items = plan.weeks[week - 1].units.iter().flat_map(Unit::items);
        items.filter_map(|(_, item)| item.prescription.set_count()).sum()
    };
    let phase = |week: usize| plan.weeks[week - 1].phase;
    assert_eq!((phase(11), phase(12)), (WeekPhase::Taper, WeekPhase::Taper));
    let share = f32::from(sets(12)) / f32::from(sets(10));
    assert!((0.4..=0.65).contains(&share), "{share}");
    let middle = planned("contest in the middle");
    assert_eq!(middle.weeks[8].phase, WeekPhase::Taper);
    assert!(middle.weeks[9..].iter().any(|week| week.phase == WeekPhase::Build));
    assert_eq!(middle.mesocycles.last().unwrap().last, 16);
    let blocks = middle.mesocycles.windows(2);
    assert!(blocks.into_iter().all(|pair| pair[0].last + 1 == pair[1].first));
}

#[test]
fn nothing_new_comes_in_the_week_of_a_grading() {
    let plan = planned("karate before a grading");
    let taught = |weeks: &[crate::domain::Week]| {
        let units = weeks.iter().flat_map(|week| &week.units);
        let all: std::collections::BTreeSet<_> = units.flat_map(Unit::exercises).cloned().collect();
        all
    };
    let before = taught(&plan.weeks[..7]);
    assert_eq!(plan.weeks[7].phase, WeekPhase::Taper);
    for section in plan.weeks[7].units.iter().flat_map(|unit| &unit.sections) {
        if matches!(section.kind, SectionKind::Skill | SectionKind::Main) {
            for item in &section.items {
                let id = item.exercise.as_ref().unwrap();
                let play = library().get(id).unwrap().category.id() == "game";
                assert!(play || before.contains(id), "{id} is new");
            }
        }
    }
}

#[test]
fn what_was_relaxed_is_said() {
    let noted = |text: &str, id: &str| {
        let profile = read_profile(text, library()).unwrap();
        let plan = program(&profile, library(), 1).unwrap();
        assert!(plan.notes.iter().any(|note| note.id == id), "{text}: {:?}", plan.notes);
        plan
    };
    let plan = noted(PROFILES[8].1, "note-young-level");
    let Profile::Athlete(child) = &plan.profile else { panic!() };
    assert_eq!((child.level, child.days_per_week), (Level::Beginner, 3));
    noted(PROFILES[8].1, "note-fewer-days");
    noted(r#"{"kind":"athlete","age":40,"goal":"youth","weeks":1}"#, "note-other-age");
    noted(r#"{"kind":"athlete","age":25,"goal":"older","weeks":1}"#, "note-other-age");
    noted(r#"{"kind":"athlete","days_per_week":7,"weeks":1}"#, "note-fewer-days");
    noted(PROFILES[2].1, "note-missing-patterns");
}

/// The table of these profiles, for people:
/// `cargo test --lib planner::tests::awkward::table -- --ignored --nocapture`.
#[test]
#[ignore = "prints"]
fn table() {
    for (name, profile) in all() {
        let plan = program(&profile, library(), 1).unwrap();
        let found = lint(&plan);
        let count = |severity| found.iter().filter(|f| f.severity == severity).count();
        let budget = f32::from(plan.profile.minutes());
        let shares: Vec<f32> = plan
            .weeks
            .iter()
            .filter(|week| week.phase == WeekPhase::Build)
            .flat_map(|week| &week.units)
            .map(|unit| unit_minutes(unit, library()) / budget * 100.0)
            .collect();
        let least = shares.iter().copied().fold(f32::MAX, f32::min);
        let most = shares.iter().copied().fold(0.0, f32::max);
        let mut warned: Vec<&str> = found
            .iter()
            .filter(|finding| finding.severity == Severity::Warn)
            .map(|finding| finding.rule.id())
            .collect();
        warned.sort_unstable();
        warned.dedup();
        let notes: Vec<&str> = plan.notes.iter().map(|note| note.id.as_ref()).collect();
        println!(
            "| {name} | {budget:.0} | {least:.0}–{most:.0} % | {} | {} {} | {} |",
            count(Severity::Error),
            count(Severity::Warn),
            warned.join(" "),
            notes.join(" ").replace("note-", "")
        );
    }
}
