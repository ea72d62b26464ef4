//! Plans go over the line and come back; wrong answers are refused with their reason; a whole
//! program stays within its budget of tokens.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::{
    Frame, IdTable, WeekPlace, outline_schema, read_outline, read_week, week_schema, write_outline,
    write_week,
};
use crate::domain::{
    AthleteProfile, EquipmentId, ExerciseId, Goal, GroupProfile, Lang, Level, Profile, Program,
    StyleId, TargetGroupId, Unit, Week,
};
use crate::generation::{BaseKind, allowed};
use crate::library::{Library, builtin};
use crate::notation;
use crate::planner::{self, Outline};

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::from_data(builtin().unwrap()).unwrap())
}

/// A plan with everything it takes to send and read it.
struct Case {
    profile: Profile,
    outline: Outline,
    program: Program,
    table: IdTable,
    allowed: BTreeSet<ExerciseId>,
    frame: Frame,
}

impl Case {
    fn new(profile: &Profile) -> Self {
        let outline = planner::outline(profile, library(), 7).unwrap();
        let program = planner::program(profile, library(), 7).unwrap();
        let table = BaseKind::of(profile, library()).pool(library());
        let allowed = allowed(&outline.profile, &table, library());
        let frame = Frame::of(&program, library());
        Self { profile: outline.profile.clone(), outline, program, table, allowed, frame }
    }

    fn read(&self, week: u16, answer: &Value) -> Result<Week, String> {
        let skeleton = planner::week(&self.outline, library(), week);
        let place = WeekPlace {
            frame: &self.frame,
            skeleton: &skeleton,
            profile: &self.profile,
            table: &self.table,
            allowed: &self.allowed,
            library: library(),
        };
        read_week(answer, place).map_err(|complaint| complaint.0)
    }

    fn days(&self) -> usize {
        self.program.weeks[0].units.len()
    }

    fn read_outline(&self, answer: &Value) -> Result<Frame, String> {
        let weeks = self.program.profile.weeks();
        read_outline(answer, weeks, self.days(), &self.table, &self.allowed, library())
            .map_err(|complaint| complaint.0)
    }

    fn wire(&self, week: usize) -> Value {
        write_week(&self.program.weeks[week - 1], &self.frame, &self.table, library())
    }
}

fn lifter(level: Level, days: u8) -> Profile {
    Profile::Athlete(AthleteProfile {
        goal: Goal::StrengthHypertrophy,
        level,
        days_per_week: days,
        minutes: 90,
        one_rm_kg: [("back_squat", 140.0), ("bench_press", 100.0), ("deadlift", 180.0)]
            .into_iter()
            .map(|(id, kg)| (ExerciseId::from(id), kg))
            .collect(),
        ..AthleteProfile::default()
    })
}

fn judo() -> Profile {
    Profile::Group(GroupProfile {
        size: 12,
        age_min: Some(10),
        age_max: Some(12),
        target_group: TargetGroupId::from("kids_older"),
        style: Some(StyleId::from("judo")),
        level_mix: [(Level::Beginner, 12)].into_iter().collect(),
        ..GroupProfile::default()
    })
}

/// What is done, without ids, reasons and titles.
fn content(week: &Week) -> Vec<String> {
    week.units
        .iter()
        .flat_map(Unit::items)
        .map(|(section, item)| {
            format!(
                "{} {} {:?} {:?} {} {:?}",
                section.kind.id(),
                section.stream,
                item.superset,
                item.exercise,
                notation::print(&item.prescription, Lang::En),
                item.minutes,
            )
        })
        .collect()
}

#[test]
fn plans_of_every_sort_come_back_as_they_were_sent() {
    for profile in [
        lifter(Level::Beginner, 3),
        lifter(Level::Intermediate, 6),
        lifter(Level::Advanced, 5),
        Profile::Athlete(AthleteProfile { goal: Goal::Endurance, ..AthleteProfile::default() }),
        judo(),
    ] {
        let case = Case::new(&profile);
        let frame = case.read_outline(&write_outline(&case.frame, &case.table)).unwrap();
        assert_eq!(frame.phases, case.frame.phases);
        for (sent, read) in case.frame.blocks.iter().zip(&frame.blocks) {
            assert_eq!((sent.first, sent.last, &sent.days), (read.first, read.last, &read.days));
        }
        for week in &case.program.weeks {
            let wire = case.wire(usize::from(week.index));
            let read = case.read(week.index, &wire).unwrap();
            for (read, sent) in content(&read).iter().zip(&content(week)) {
                assert_eq!(read, sent);
            }
            assert_eq!(content(&read).len(), content(week).len());
            assert_eq!(read.phase, week.phase);
            let units = |week: &Week| -> Vec<_> {
                week.units.iter().map(|unit| (unit.id.clone(), unit.place.clone())).collect()
            };
            assert_eq!(units(&read), units(week));
        }
    }
}

#[test]
fn a_program_of_twelve_weeks_and_six_days_stays_within_twelve_thousand_tokens() {
    let tokens = tiktoken_rs::o200k_base().unwrap();
    let case = Case::new(&lifter(Level::Intermediate, 6));
    let count = |value: &Value| tokens.encode_ordinary(&value.to_string()).len();
    assert_eq!(case.program.units().count(), 72);
    assert!(case.program.units().all(|unit| unit.items().count() >= 6));
    let outline = count(&write_outline(&case.frame, &case.table));
    let weeks: usize = (1..=12).map(|week| count(&case.wire(week))).sum();
    println!("outline {outline}, weeks {weeks}, together {}", outline + weeks);
    assert!(outline + weeks <= 12_000, "outline {outline}, weeks {weeks}");
}

#[test]
fn wrong_weeks_are_refused_with_what_is_wrong_and_where() {
    let case = Case::new(&lifter(Level::Intermediate, 4));
    let good = case.wire(2);
    let loaded = case.frame.blocks[0].days[0]
        .slots
        .iter()
        .position(|slot| slot.dose.load.is_some())
        .unwrap();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut wire = good.clone();
        change(&mut wire);
        case.read(2, &wire).err().unwrap_or_else(|| panic!("accepted {wire}"))
    };
    for (line, expected) in [
        ("e99999 3x5", "no id of the library"),
        ("3x banana", "the dose"),
        ("12x5", "sets"),
        ("3x5 @600kg", "slip of the pen"),
        ("3x5 @400kg", "too far above"),
        ("3x60", "too far above"),
        ("main 3x5", "the dose"),
    ] {
        let why = with(&|wire| wire["days"][0][loaded] = json!(line));
        assert!(why.contains(expected), "{line}: {why}");
        assert!(why.contains(&format!("days[0][{loaded}]")), "{why}");
    }
    assert!(with(&|wire| wire["week"] = json!(3)).contains("week 3"));
    let gone = with(&|wire| {
        wire["days"].as_array_mut().unwrap().pop();
    });
    assert!(gone.contains("4 days"), "{gone}");
    let short = with(&|wire| {
        wire["days"][1].as_array_mut().unwrap().pop();
    });
    assert!(short.contains("days[1]"), "{short}");
    let more = with(&|wire| wire["days"][1].as_array_mut().unwrap().push(json!("=")));
    assert!(more.contains("begin with +"), "{more}");
    assert!(case.read(2, &json!({ "days": 3 })).unwrap_err().contains("no week"));
}

#[test]
fn what_is_not_owned_is_not_allowed() {
    let owned = vec![EquipmentId::from("dumbbell")];
    let home = AthleteProfile { equipment: Some(owned), ..AthleteProfile::default() };
    let case = Case::new(&Profile::Athlete(home));
    assert!(!case.allowed.contains(&ExerciseId::from("back_squat")));
    let squat = case.table.short(&ExerciseId::from("back_squat")).unwrap();
    let mut wire = case.wire(1);
    wire["days"][0][2] = json!(format!("{squat} 3x5"));
    let why = case.read(1, &wire).unwrap_err();
    assert!(why.contains("not among the allowed exercises"), "{why}");
    let mut outline = write_outline(&case.frame, &case.table);
    outline["blocks"][0]["days"][0]["items"][2] = json!(format!("main {squat} 3x5"));
    let why = case.read_outline(&outline).unwrap_err();
    assert!(why.contains("blocks[0].days[0].items[2]"), "{why}");
}

#[test]
fn wrong_outlines_are_refused() {
    let case = Case::new(&lifter(Level::Intermediate, 4));
    let good = write_outline(&case.frame, &case.table);
    let with = |change: &dyn Fn(&mut Value)| {
        let mut wire = good.clone();
        change(&mut wire);
        case.read_outline(&wire).unwrap_err()
    };
    let phases = with(&|wire| {
        wire["phases"].as_array_mut().unwrap().pop();
    });
    assert!(phases.contains("11 entries"), "{phases}");
    let weeks = with(&|wire| wire["blocks"][0]["weeks"] = json!(1));
    assert!(weeks.contains("instead of 12"), "{weeks}");
    let idle = with(&|wire| wire["blocks"][0]["days"][0]["items"] = json!(["warmup e1 5 min"]));
    assert!(idle.contains("no main part"), "{idle}");
    let word = with(&|wire| wire["blocks"][0]["days"][0]["items"][0] = json!("opening-act e1"));
    assert!(word.contains("no part of a unit"), "{word}");
}

#[test]
fn short_names_depend_on_the_pool_alone_and_survive_the_store() {
    let table = BaseKind::Strength.pool(library());
    assert_eq!(table, BaseKind::Strength.pool(library()));
    for id in table.ids() {
        assert_eq!(table.long(&table.short(id).unwrap()), Some(id));
    }
    for wrong in ["e0", "e", "12", "x3", "e99999", "e-1"] {
        assert_eq!(table.long(wrong), None, "{wrong}");
    }
    let text = serde_json::to_string(&table).unwrap();
    assert_eq!(serde_json::from_str::<IdTable>(&text).unwrap(), table);
}

#[test]
fn the_schemas_are_strict() {
    for schema in [outline_schema(), week_schema()] {
        assert_eq!(schema["additionalProperties"], json!(false));
        let properties = schema["properties"].as_object().unwrap();
        assert_eq!(schema["required"].as_array().unwrap().len(), properties.len());
        for word in ["oneOf", "const", "format", "prefixItems", "$ref"] {
            assert!(!schema.to_string().contains(&format!("\"{word}\"")), "{schema}");
        }
    }
}
