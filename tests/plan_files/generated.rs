//! Plans the offline planner makes for profiles drawn by lot: every line prints and reads back as
//! itself, the linter finds no error, the file reads back as the plan, and every way out works.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::date;
use planwright::domain::{
    AthleteProfile, CatalogueKind, Contraindication, EquipmentId, Goal, GroupProfile, Lang, Level,
    Profile, Program, Unit,
};
use planwright::export::{
    Exported, PLAN_SCHEMA, PlanWriter, SheetWriter, calendar, html, liftoscript, markdown, table,
};
use planwright::import::{PlanFile, read_plan};
use planwright::language::Catalogue;
use planwright::library::{Library, builtin};
use planwright::lint::{LintContext, Severity, lint_program};
use planwright::{notation, planner};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;
use proptest::{collection, option, sample};
use serde_json::Value;

use crate::schema::faults;

const NOW: Timestamp = Timestamp::constant(1_800_000_000, 0);

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::from_data(builtin().unwrap()).unwrap())
}

fn ids(kind: CatalogueKind) -> Vec<String> {
    library().catalogues().list(kind).iter().map(|entry| entry.id.clone()).collect()
}

fn things() -> impl Strategy<Value = Option<Vec<EquipmentId>>> {
    let all = ids(CatalogueKind::Equipment);
    let some = collection::btree_set(sample::select(all), 0..8);
    option::of(some.prop_map(|ids| ids.into_iter().map(EquipmentId::new).collect()))
}

fn maxima() -> impl Strategy<Value = BTreeMap<planwright::domain::ExerciseId, f32>> {
    let lifts = sample::select(vec!["back_squat", "bench_press", "deadlift", "overhead_press"]);
    collection::btree_map(lifts.prop_map(Into::into), (30_u16..240).prop_map(f32::from), 0..4)
}

fn athlete() -> impl Strategy<Value = Profile> {
    let levels =
        sample::select(vec![Level::Beginner, Level::Intermediate, Level::Advanced, Level::Elite]);
    let course =
        (1_u16..=9, 1_u8..=7, 20_u16..=150, option::of(sample::select(Lang::ALL.to_vec())));
    let person = (option::of(6_u8..90), option::of(40_u16..130), maxima());
    let injuries = collection::btree_set(sample::select(Contraindication::ALL.to_vec()), 0..3);
    (sample::select(Goal::ALL.to_vec()), levels, course, person, things(), injuries).prop_map(
        |(goal, level, (weeks, days, minutes, language), person, equipment, injuries)| {
            let (age, weight, one_rm_kg) = person;
            Profile::Athlete(AthleteProfile {
                name: "N".to_owned(),
                goal,
                level,
                weeks,
                days_per_week: days,
                minutes,
                language,
                age,
                weight_kg: weight.map(f32::from),
                one_rm_kg,
                equipment,
                injuries: injuries.into_iter().collect(),
                ..AthleteProfile::default()
            })
        },
    )
}

fn group() -> impl Strategy<Value = Profile> {
    let target = sample::select(ids(CatalogueKind::TargetGroups));
    let style = option::of(sample::select(ids(CatalogueKind::StyleDirections)));
    let course =
        (1_u16..=6, 1_u8..=4, 20_u16..=120, option::of(sample::select(Lang::ALL.to_vec())));
    let mix = prop_oneof![
        Just(None),
        (0.0_f32..=1.0).prop_map(|share| Some((Level::Beginner, share))),
        (0.0_f32..=1.0).prop_map(|share| Some((Level::Intermediate, share))),
    ];
    let people = (2_u16..=41, option::of(4_u8..70), mix);
    (target, style, course, people, things()).prop_map(
        |(target, style, (weeks, units, minutes, language), (size, age, mix), equipment)| {
            let mut level_mix = BTreeMap::new();
            if let Some((level, share)) = mix {
                let first = (f32::from(size) * share) as u16;
                level_mix.insert(level, first);
                level_mix.insert(Level::Advanced, size - first);
            }
            Profile::Group(GroupProfile {
                name: "N".to_owned(),
                size,
                age_min: age,
                target_group: target.as_str().into(),
                style: style.map(|style| style.as_str().into()),
                level_mix,
                units_per_week: units,
                minutes,
                weeks,
                language,
                equipment,
                ..GroupProfile::default()
            })
        },
    )
}

/// With dates, so that calendars have something to say.
fn planned(profile: &Profile, seed: u64) -> Program {
    let outline = planner::outline(profile, library(), seed).unwrap();
    let outline = outline.starting(Some(date(2026, 3, 2)));
    let weeks: Vec<_> = (1..=outline.profile.weeks())
        .map(|index| planner::week(&outline, library(), index))
        .collect();
    planner::compose(&outline, weeks, planwright::domain::Owner::Nobody)
}

fn lines_read_back(program: &Program) -> Result<(), TestCaseError> {
    for (_, item) in program.units().flat_map(Unit::items) {
        for lang in Lang::ALL {
            let line = notation::print(&item.prescription, lang);
            let read = notation::parse(&line);
            prop_assert_eq!(read.as_ref(), Ok(&item.prescription), "{}", line);
        }
    }
    Ok(())
}

fn no_error_is_left(program: &Program) -> Result<(), TestCaseError> {
    let context = LintContext::new(library()).for_profile(&program.profile);
    let mut findings = lint_program(program, &context);
    findings.retain(|finding| finding.severity == Severity::Error);
    prop_assert!(findings.is_empty(), "{:#?}", findings);
    Ok(())
}

fn the_file_reads_back(program: &Program) -> Result<(), TestCaseError> {
    for lang in Lang::ALL {
        let mut out = Vec::new();
        let writer =
            PlanWriter { catalogue: Catalogue::load(lang), library_hash: library().hash() };
        writer.write(&mut out, Exported::Program(program)).unwrap();
        let text = String::from_utf8(out).unwrap();
        let schema: Value = serde_json::from_str(PLAN_SCHEMA).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(faults(&schema, &document), Vec::<String>::new());
        let read = read_plan(&text).unwrap();
        prop_assert_eq!(read, PlanFile::Program(Box::new(program.clone())));
    }
    Ok(())
}

fn every_way_out_works(program: &Program) -> Result<(), TestCaseError> {
    let units = program.units().count();
    for lang in Lang::ALL {
        let catalogues = library().catalogues();
        let writer = || SheetWriter { catalogue: Catalogue::load(lang), catalogues };
        let sheet = writer().sheet(Exported::Program(program));
        let text = markdown(&sheet);
        prop_assert!(program.units().all(|unit| text.contains(&unit.title)));
        prop_assert!(html(&sheet).is_ok());
        let rows = table(writer(), Exported::Program(program)).lines().count();
        let items = program.units().flat_map(Unit::items).count();
        prop_assert!(rows > items, "{} rows of {} items", rows, items);
        let dated = calendar(writer(), Exported::Program(program), NOW).unwrap();
        prop_assert_eq!(dated.matches("BEGIN:VEVENT").count(), units);
        // what Liftoscript cannot say it leaves to the other ways
        let _ = liftoscript(Exported::Program(program), lang);
    }
    Ok(())
}

fn whole(profile: &Profile, seed: u64) -> Result<(), TestCaseError> {
    let program = planned(profile, seed);
    lines_read_back(&program)?;
    no_error_is_left(&program)?;
    the_file_reads_back(&program)?;
    every_way_out_works(&program)
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(32))]

    #[test]
    fn a_program_for_anybody_is_whole(profile in athlete(), seed in any::<u64>()) {
        whole(&profile, seed)?;
    }

    #[test]
    fn a_course_for_any_group_is_whole(profile in group(), seed in any::<u64>()) {
        whole(&profile, seed)?;
    }
}
