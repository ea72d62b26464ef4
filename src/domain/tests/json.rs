//! What JSON keeps of every entity, and what it refuses.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::domain::{
    Arg, Athlete, AthleteProfile, Basis, Bilingual, BilingualList, CatalogueEntry, CatalogueKind,
    Catalogues, Category, Club, Coach, Contraindication, DrillMinutes, Edge, Exercise,
    ExerciseKind, Framework, Goal, Group, GroupProfile, Lang, Level, Load, Mechanic, Mesocycle,
    Message, Muscle, Origin, Owner, Part, Partner, Pattern, Prescription, Profile, Program,
    ProgressionGraph, Provenance, Quantity, Scheme, SetType, SkillWeights, Slot, SlotRole, Span,
    Unit, Visibility, Week, WeekPhase, Work,
};

#[track_caller]
fn survives<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value, "{json}");
}

fn skills() -> SkillWeights {
    SkillWeights::from([("falling".into(), 0.5), ("balance".into(), 1.0)])
}

fn exercise() -> Exercise {
    Exercise {
        id: "complex".into(),
        name: Bilingual::new("Complex", "Komplex"),
        aliases: BilingualList { en: vec!["Bear".into()], de: Vec::new() },
        kind: ExerciseKind::Combination(vec![Part {
            exercise: "back_squat".into(),
            dose: "3x5".into(),
        }]),
        category: Category::Strength,
        patterns: vec![Pattern::Squat],
        primary: vec![Muscle::Quads],
        secondary: vec![Muscle::Glutes],
        equipment: vec![vec!["barbell".into(), "plates".into()]],
        mechanic: Some(Mechanic::Compound),
        unilateral: true,
        level: Level::Advanced,
        min_age: 16,
        contra: vec![Contraindication::Knee],
        skills: skills(),
        focus: vec!["strength".into()],
        training_types: vec!["strength".into()],
        target_groups: vec!["adults".into()],
        styles: vec!["judo".into()],
        partner: Partner::Pair,
        doses: BTreeMap::from([(Goal::Strength, "3x5 @80%".to_owned())]),
        increment_kg: Some(2.5),
        minutes: Some(DrillMinutes { min: 5, usual: 8, max: 12 }),
        fact: Bilingual::new("Stay tall.", "Aufrecht bleiben."),
        visibility: Visibility::Club,
        origin: Origin::Imported { source: "wger".into(), licence: "CC-BY-SA".into() },
    }
}

fn athlete() -> AthleteProfile {
    AthleteProfile {
        name: "Ada".into(),
        age: Some(30),
        one_rm_kg: BTreeMap::from([("back_squat".into(), 120.5)]),
        equipment: Some(Vec::new()),
        language: Some(Lang::De),
        ..AthleteProfile::default()
    }
}

#[test]
fn entities_survive() {
    survives(&exercise());
    survives(&Athlete { id: "a".into(), name: "Ada".into(), profile: athlete() });
    survives(&Club { id: "c".into(), name: "Judo-Club".into() });
    survives(&Coach { id: "k".into(), club: "c".into(), name: "Kim".into(), lang: Some(Lang::De) });
    survives(&Group {
        id: "g".into(),
        name: "U12".into(),
        size: 13,
        age_min: 10,
        age_max: 12,
        target_group: "kids_older".into(),
        style: Some("judo".into()),
        level_mix: BTreeMap::from([(Level::Beginner, 8), (Level::Intermediate, 5)]),
        skills: skills(),
        equipment: vec!["mats".into()],
        devices: BTreeMap::new(),
        minutes: 75,
        units_per_week: 2,
        weeks: 12,
        framework: Some("f".into()),
        known: vec!["back_fall".into()],
    });
    survives(&ProgressionGraph {
        id: "falling".into(),
        name: Bilingual::new("Falling", "Fallschule"),
        focus: Some("falling".into()),
        edges: vec![Edge {
            from: "a".into(),
            to: "b".into(),
            harder: Bilingual::new("height", "Höhe"),
        }],
    });
    survives(&Framework {
        id: "f".into(),
        title: "Herbst".into(),
        target_group: "kids".into(),
        style: None,
        focus: Vec::new(),
        training_types: Vec::new(),
        skills: skills(),
        slots: vec![Slot {
            id: "x".into(),
            title: "Fallen".into(),
            role: SlotRole::Introduce,
            minutes: Some(60),
            focus: vec!["falling".into()],
            patterns: vec![Pattern::Squat],
            skills: skills(),
            notes: "ruhig".into(),
            blueprint: Some(Box::new(Unit::new("u".into(), "Vorlage", Owner::Nobody))),
        }],
        visibility: Visibility::Official,
    });
}

#[test]
fn programs_survive() {
    survives(&Program {
        id: "p".into(),
        title: "Kraft".into(),
        owner: Owner::Athlete("a".into()),
        profile: Profile::Athlete(athlete()),
        framework: None,
        start: Some(jiff::civil::date(2026, 1, 5)),
        mesocycles: vec![Mesocycle { title: Message::new("meso-base"), first: 1, last: 4 }],
        weeks: vec![Week {
            index: 1,
            phase: WeekPhase::Deload,
            intent: vec![Message::new("week-deload").with("pct", 60.0)],
            units: vec![Unit::new("u".into(), "A", Owner::Nobody)],
        }],
        notes: vec![Message::new("note").with("inner", Message::new("deep").with("n", 1_u8))],
        provenance: Provenance {
            engine: "builtin".into(),
            seed: u64::MAX,
            ..Provenance::default()
        },
    });
}

#[test]
fn catalogues_survive_with_their_facts() {
    let entry = CatalogueEntry {
        id: "kids".into(),
        name: Bilingual::new("Kids", "Kinder"),
        facts: BTreeMap::from([("age_min".to_owned(), "6".to_owned())]),
    };
    let mut catalogues = Catalogues::default();
    catalogues.put(CatalogueKind::TargetGroups, entry);
    survives(&catalogues);
    assert_eq!(
        serde_json::to_value(&catalogues).unwrap(),
        json!({"target_groups": [{"id": "kids", "en": "Kids", "de": "Kinder", "age_min": "6"}]})
    );
}

#[test]
fn prescriptions_survive() {
    for scheme in [
        Scheme::Open,
        Scheme::List(vec![Work::Max, Work::Seconds(Span::exactly(30))]),
        Scheme::Emom { total_s: 600, every_s: 60, work: Work::Unsaid },
        Scheme::ForTime { work: vec![Work::Calories(Quantity::Pair(30.0, 24.0))], cap_s: None },
    ] {
        survives(&Prescription {
            scheme,
            load: Some(Load::PerSet { basis: Basis::PctTm, amounts: vec![85.0, 92.5] }),
            rpe: Some(Span::between(8.5, 7.0)),
            set_type: SetType::Backoff,
            ..Prescription::default()
        });
    }
}

#[test]
fn message_values_keep_their_kind() {
    let message = Message::new("m")
        .with("number", 2.5)
        .with("text", "2.5")
        .with("name", Bilingual::new("Squat", "Kniebeuge"))
        .with("inner", Message::new("n"));
    survives(&message);
    let back: Message = serde_json::from_str(&serde_json::to_string(&message).unwrap()).unwrap();
    assert!(matches!(
        back.args.as_slice(),
        [(_, Arg::Number(_)), (_, Arg::Text(_)), (_, Arg::Name(_)), (_, Arg::Message(_))]
    ));
}

#[test]
fn profiles_need_only_a_kind_and_refuse_what_they_do_not_know() {
    let read = |value| serde_json::from_value::<Profile>(value);
    assert_eq!(
        read(json!({"kind": "athlete"})).unwrap(),
        Profile::Athlete(AthleteProfile::default())
    );
    assert_eq!(read(json!({"kind": "group"})).unwrap(), Profile::Group(GroupProfile::default()));
    let error = read(json!({"kind": "athlete", "wieght_kg": 80})).unwrap_err().to_string();
    assert!(error.contains("wieght_kg"), "{error}");
    assert!(read(json!({"kind": "horse"})).is_err());
    survives(&Profile::Group(GroupProfile { skills: skills(), ..GroupProfile::default() }));
}

#[test]
fn vocabularies_are_written_by_their_ids() {
    for pattern in Pattern::ALL {
        assert_eq!(serde_json::to_value(pattern).unwrap(), json!(pattern.id()));
        assert_eq!(Pattern::from_id(pattern.id()), Some(*pattern));
    }
    for kind in SetType::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), json!(kind.id()));
    }
}
