//! Hundreds of profiles nobody thought of: every goal, level and number of days with any equipment
//! and injuries, and groups of any size and age. What the planner promises must hold for all.

use std::collections::BTreeMap;

use super::{library, lint};
use crate::domain::{
    AthleteProfile, CatalogueKind, Contraindication, EquipmentId, Goal, GroupProfile, Level,
    Profile, Program, WeekPhase,
};
use crate::lint::{Region, Severity, Tally, weekly};
use crate::planner::{PlannerError, program};
use crate::training::{hard_sets, unit_minutes};

/// Numbers that follow from a seed alone (`SplitMix64`).
struct Dice(u64);

/// Seeds of the wide sweep.
const WIDE: u64 = 1000;
/// Seeds every test run tries.
const TRIED: u64 = 60;

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    fn from<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }

    fn some<T: Clone>(&mut self, all: &[T], most: u64) -> Vec<T> {
        let count = self.below(most + 1);
        (0..count).map(|_| all[self.below(all.len() as u64) as usize].clone()).collect()
    }
}

fn ids(kind: CatalogueKind) -> Vec<String> {
    library().catalogues().list(kind).iter().map(|entry| entry.id.clone()).collect()
}

const KITS: [&[&str]; 9] = [
    &[],
    &["dumbbell"],
    &["dumbbell", "bench_flat"],
    &["kettlebell"],
    &["band"],
    &["pullup_bar", "dip_bars"],
    &["barbell", "rack", "bench_flat"],
    &["suspension", "mat"],
    &["dumbbell", "band", "pullup_bar", "bench_incline", "mat"],
];

fn athlete(dice: &mut Dice) -> AthleteProfile {
    let level = dice.from(&[Level::Beginner, Level::Intermediate, Level::Advanced, Level::Elite]);
    let equipment = match dice.below(4) {
        0 => None,
        1 => {
            let all = ids(CatalogueKind::Equipment);
            Some(dice.some(&all, 12).into_iter().map(EquipmentId::new).collect())
        }
        _ => Some(dice.from(&KITS).iter().map(|id| EquipmentId::from(*id)).collect()),
    };
    let mut injuries: Vec<Contraindication> = match dice.below(3) {
        0 => dice.some(Contraindication::ALL, 3),
        _ => Vec::new(),
    };
    injuries.sort_unstable();
    injuries.dedup();
    let one_rm_kg = match dice.below(3) {
        0 => [
            ("back_squat", 60 + dice.below(140)),
            ("bench_press", 40 + dice.below(120)),
            ("deadlift", 70 + dice.below(160)),
            ("overhead_press", 30 + dice.below(60)),
        ]
        .into_iter()
        .map(|(id, kg)| (id.into(), kg as f32))
        .collect(),
        _ => BTreeMap::new(),
    };
    AthleteProfile {
        age: (dice.below(2) == 0).then(|| 7 + dice.below(78) as u8),
        weight_kg: (dice.below(2) == 0).then(|| 45.0 + dice.below(70) as f32),
        goal: dice.from(Goal::ALL),
        level,
        weeks: dice.from(&[1, 2, 4, 5, 8, 12, 13, 16]),
        days_per_week: 1 + dice.below(7) as u8,
        minutes: 20 + 5 * dice.below(27) as u16,
        equipment,
        injuries,
        one_rm_kg,
        ..AthleteProfile::default()
    }
}

fn group(dice: &mut Dice) -> GroupProfile {
    let targets = ids(CatalogueKind::TargetGroups);
    let styles = ids(CatalogueKind::StyleDirections);
    let size = 2 + dice.below(39) as u16;
    let target_group = dice.some(&targets, 1).pop().unwrap_or_else(|| "mixed".to_owned());
    let style = dice.some(&styles, 1).pop();
    let age_min = (dice.below(2) == 0).then(|| 4 + dice.below(66) as u8);
    let mut level_mix = BTreeMap::new();
    if dice.below(3) > 0 {
        let first = dice.below(u64::from(size) + 1) as u16;
        level_mix.insert(dice.from(&[Level::Beginner, Level::Intermediate]), first);
        let second = dice.from(&[Level::Advanced, Level::Elite, Level::Intermediate]);
        *level_mix.entry(second).or_insert(0) += size - first;
    }
    let equipment = (dice.below(3) == 0).then(|| {
        let all = ids(CatalogueKind::Equipment);
        dice.some(&all, 8).into_iter().map(EquipmentId::new).collect()
    });
    GroupProfile {
        size,
        age_min,
        age_max: age_min.map(|age| age.saturating_add(dice.below(20) as u8).min(100)),
        target_group: target_group.as_str().into(),
        style: style.map(|style| style.as_str().into()),
        level_mix,
        units_per_week: 1 + dice.below(4) as u8,
        minutes: 20 + 5 * dice.below(21) as u16,
        weeks: dice.from(&[1, 2, 4, 8, 12]),
        equipment,
        ..GroupProfile::default()
    }
}

fn profile(seed: u64) -> Profile {
    let mut dice = Dice(seed);
    if dice.below(3) == 0 {
        Profile::Group(group(&mut dice))
    } else {
        Profile::Athlete(athlete(&mut dice))
    }
}

/// What does not hold for a profile, in short words; empty: everything holds.
pub(super) fn broken(profile: &Profile) -> Vec<String> {
    let plan = match program(profile, library(), 1) {
        Ok(plan) => plan,
        Err(PlannerError::NothingFits) => return vec!["refused".to_owned()],
        Err(error) => return vec![format!("error: {error}")],
    };
    let mut wrong = Vec::new();
    for finding in lint(&plan) {
        if finding.severity == Severity::Error {
            let said =
                crate::language::Catalogue::load(crate::domain::Lang::En).text(&finding.message);
            wrong.push(format!("{} {said} at {}", finding.rule, finding.path));
        }
    }
    wrong.extend(off_minutes(&plan));
    wrong.extend(off_volume(&plan));
    if let Ok(other) = program(profile, library(), 2)
        && content(&plan) == content(&other)
    {
        wrong.push("seeds give the same".to_owned());
    }
    wrong
}

fn noted(plan: &Program, id: &str) -> bool {
    plan.notes.iter().any(|note| note.id == id)
}

fn off_minutes(plan: &Program) -> Vec<String> {
    let budget = f32::from(plan.profile.minutes());
    let excused = noted(plan, "note-time-left");
    let build = plan.weeks.iter().filter(|week| week.phase == WeekPhase::Build);
    build
        .flat_map(|week| &week.units)
        .filter_map(|unit| {
            let minutes = unit_minutes(unit, library());
            let share = minutes / budget;
            let recovery = unit.sections.iter().all(|section| section.kind.id() != "main");
            let rests = recovery && noted(plan, "note-recovery-day");
            let short = share < 0.85 && !excused && !rests;
            (short || share > 1.05)
                .then(|| format!("{} takes {minutes:.1} of {budget} min", unit.title))
        })
        .collect()
}

fn off_volume(plan: &Program) -> Vec<String> {
    let Profile::Athlete(athlete) = &plan.profile else { return Vec::new() };
    let excused: String = plan
        .notes
        .iter()
        .filter(|note| note.id.starts_with("note-low-"))
        .map(|note| serde_json::to_string(note).unwrap())
        .collect();
    let mut wrong = Vec::new();
    for week in plan.weeks.iter().filter(|week| week.phase == WeekPhase::Build) {
        let mut tally = Tally::default();
        for (section, item) in week.units.iter().flat_map(crate::domain::Unit::items) {
            if let Some(exercise) = item.exercise.as_ref().and_then(|id| library().get(id)) {
                let lifted = matches!(exercise.category.id(), "strength" | "power")
                    && !matches!(exercise.patterns[0].id(), "jump" | "sprint");
                if lifted && !matches!(section.kind.id(), "warmup" | "cooldown") {
                    tally.add(exercise, hard_sets(section, item));
                }
            }
        }
        for region in Region::ALL {
            let (low, high) = weekly(athlete.goal, athlete.level, region);
            let name = library().catalogues().name(CatalogueKind::Muscles, region.muscle().id());
            let sets = tally.of(region);
            if sets > high || (sets < low && !excused.contains(&name.en)) {
                wrong.push(format!("{region:?} {sets} of {low}-{high} in week {}", week.index));
            }
        }
    }
    wrong
}

/// Exercises and doses in order.
fn content(plan: &Program) -> Vec<(String, String)> {
    let items = plan.units().flat_map(crate::domain::Unit::items);
    items
        .map(|(_, item)| {
            let dose = crate::notation::print(&item.prescription, crate::domain::Lang::En);
            (item.label.en.clone(), dose)
        })
        .collect()
}

#[test]
fn what_the_planner_promises_holds_for_profiles_nobody_thought_of() {
    for seed in 0..TRIED {
        let profile = profile(seed);
        let wrong = broken(&profile);
        assert!(wrong.is_empty(), "{seed}: {wrong:#?}\n{}", brief(&profile));
    }
}

/// The classes of failure over many seeds:
/// `cargo test --lib sweep::wide -- --ignored --nocapture`.
#[test]
#[ignore = "prints; as long as it is wide"]
fn wide() {
    let mut classes: BTreeMap<String, Vec<(u64, String)>> = BTreeMap::new();
    for seed in 0..WIDE {
        for wrong in broken(&profile(seed)) {
            let class: String = wrong.split_whitespace().next().unwrap_or("").to_owned();
            classes.entry(class).or_default().push((seed, wrong));
        }
    }
    for (class, found) in classes {
        let mut seeds: Vec<u64> = found.iter().map(|(seed, _)| *seed).collect();
        seeds.dedup();
        println!("{class}: {} findings in {} profiles", found.len(), seeds.len());
        let mut last = None;
        for (seed, wrong) in
            found.iter().filter(|(seed, _)| last.replace(*seed) != Some(*seed)).take(6)
        {
            println!("    {seed}: {wrong}\n        {}", brief(&profile(*seed)));
        }
    }
}

fn brief(profile: &Profile) -> String {
    let mut value = serde_json::to_value(profile).unwrap();
    let fields = value.as_object_mut().unwrap();
    for gone in ["name", "goal_text", "language", "height_cm", "known", "kind"] {
        fields.shift_remove(gone);
    }
    value.to_string()
}
