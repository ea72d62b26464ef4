//! One plan of each kind that says everything a plan can say.

use std::collections::BTreeMap;

use jiff::civil::date;
use planwright::domain::{
    AthleteProfile, Audit, Bilingual, ExerciseId, FocusId, Format, Framework, FrameworkId, Goal,
    GroupId, GroupProfile, Item, ItemId, ItemLog, JobId, Level, Mesocycle, Message, Owner, Pattern,
    Place, Profile, Program, ProgramId, Progression, ProgressionKind, PromptMark, Provenance,
    Section, SectionId, SectionKind, SetLog, SkillId, Slot, SlotId, SlotRole, Span, Stream,
    StyleId, SupersetTag, Suppression, TargetGroupId, Unit, UnitId, Visibility, Week, WeekPhase,
};
use planwright::notation;

/// Text that tries everything: markup, control sequences, text that runs backwards.
pub(crate) const HOSTILE: &str = "<script>alert('x')</script> *b* [l](javascript:x) `c` {{ 7*7 }} \u{1b}[2J\u{202e}\u{9b}\u{200b}|\n# h";

const DOSES: &[&str] = &[
    "4x6 @75% RIR2 tempo 31X1 rest 2:00",
    "3x8-12 @60kg",
    "5/3/1+ @85,90,95%TM",
    "12,10,8,6 @ 40,45,50,55kg",
    "3x max rest 90s",
    "3x30s/side",
    "6x400m rest 1:30",
    "EMOM 10: 5",
    "AMRAP 12'",
    "8x 20s:10s",
    "3 rounds x 3:00 rest 1:00",
    "15 min",
    "2x10 @band heavy",
    "24/16kg",
];

fn message() -> Message {
    Message::new("reason-successor")
        .with("exercise", Bilingual::new("Squat", "Kniebeuge"))
        .with("share", 0.25)
        .with("graph", "falling")
        .with("inner", Message::new("phase-build"))
}

fn item(at: usize, dose: &str) -> Item {
    let label = Bilingual::new(format!("Lift {at}"), format!("Übung {at}"));
    let mut item = Item::new(ItemId::new(format!("i{at}")), None, label);
    item.prescription = notation::parse(dose).unwrap_or_else(|error| panic!("{dose}: {error}"));
    if at.is_multiple_of(2) {
        item.exercise = Some(ExerciseId::new("back_squat"));
        item.superset = Some(SupersetTag { letter: 'B', number: 12 });
        item.minutes = Some(7);
        item.notes = HOSTILE.into();
        item.progression = Some(Progression {
            kind: ProgressionKind::Double,
            step: 2.5,
            reps: Some(Span::between(6, 8)),
            misses: Some(3),
            back_off_pct: 10.0,
        });
        item.reasons = vec![message()];
        item.suppress = vec![Suppression { rule: "ORD001".to_owned(), reason: HOSTILE.into() }];
        let set =
            SetLog { reps: Some(5), load_kg: Some(102.5), rpe: Some(8.5), ..SetLog::default() };
        item.log = Some(ItemLog { done: true, sets: vec![set] });
    }
    item
}

pub(crate) fn unit() -> Unit {
    let mut unit = Unit::new(UnitId::new("u1"), HOSTILE, Owner::Group(GroupId::new("judo")));
    unit.date = Some(date(2026, 5, 17));
    unit.minutes = Some(75);
    unit.people = Some(1);
    unit.place = Some(Place { program: ProgramId::new("p1"), week: 3, day: 7 });
    unit.slot = Some((FrameworkId::new("f1"), SlotId::new("s1")));
    unit.streams = vec![Stream {
        phase: 1,
        stream: 1,
        title: format!("Beginners {HOSTILE}"),
        level: Some(Level::Beginner),
        size: Some(6),
    }];
    let mut warm = Section::new(SectionId::new("a"), SectionKind::Warmup);
    warm.minutes = Some(10);
    warm.items.push(Item::new(ItemId::new("free"), None, Bilingual::same(HOSTILE)));
    let mut main = Section::new(SectionId::new("b"), SectionKind::Main);
    main.title = HOSTILE.into();
    main.phase = 1;
    main.stream = 1;
    main.format = Some(Format::Circuit);
    main.rounds = Some(3);
    main.cap_s = Some(725);
    main.notes = HOSTILE.into();
    main.items = DOSES.iter().enumerate().map(|(at, dose)| item(at, dose)).collect();
    unit.sections = vec![warm, main];
    unit.notes = HOSTILE.into();
    unit.reasons = vec![message()];
    unit.suppress = vec![Suppression { rule: "STR007".to_owned(), reason: String::new() }];
    unit.visibility = Visibility::Private;
    unit.done = true;
    unit
}

pub(crate) fn athlete() -> Profile {
    Profile::Athlete(AthleteProfile {
        name: "Eva".to_owned(),
        age: Some(31),
        height_cm: Some(171.5),
        weight_kg: Some(64.0),
        goal: Goal::Strength,
        one_rm_kg: BTreeMap::from([(ExerciseId::new("back_squat"), 92.5)]),
        ..AthleteProfile::default()
    })
}

pub(crate) fn program(profile: Profile) -> Program {
    let week = |index, phase| Week { index, phase, intent: vec![message()], units: vec![unit()] };
    Program {
        id: ProgramId::new("p1"),
        title: HOSTILE.into(),
        owner: Owner::Nobody,
        profile,
        framework: Some(FrameworkId::new("f1")),
        start: Some(date(2026, 5, 1)),
        mesocycles: vec![Mesocycle { title: message(), first: 1, last: 2 }],
        weeks: vec![week(1, WeekPhase::Build), week(2, WeekPhase::Deload)],
        notes: vec![message()],
        provenance: Provenance {
            engine: "builtin".to_owned(),
            seed: u64::MAX,
            library_hash: "abc".to_owned(),
            profile_hash: "def".to_owned(),
            model: Some("openai/m-1".to_owned()),
            audit: Some(Box::new(Audit {
                provider: "openai".to_owned(),
                model: "m-1".to_owned(),
                answered_by: "m-1-2026-01-01".to_owned(),
                structured_by: Some("local/small".to_owned()),
                prompts: vec![PromptMark { name: "unit".to_owned(), hash: "0a1b".to_owned() }],
                base: "ffee".to_owned(),
                job: Some(JobId::new("j1")),
            })),
            version_of: Some(ProgramId::new("p0")),
        },
    }
}

pub(crate) fn group() -> Profile {
    Profile::Group(GroupProfile {
        level_mix: BTreeMap::from([(Level::Beginner, 8)]),
        style: Some(StyleId::new("judo")),
        skills: BTreeMap::from([(SkillId::new("falling"), 1.0)]),
        ..GroupProfile::default()
    })
}

pub(crate) fn framework() -> Framework {
    let slot = |id: &str, blueprint| Slot {
        id: SlotId::new(id),
        title: HOSTILE.into(),
        role: SlotRole::Introduce,
        minutes: Some(60),
        focus: vec![FocusId::new("falling")],
        patterns: vec![Pattern::Squat],
        skills: BTreeMap::from([(SkillId::new("falling"), 0.5)]),
        notes: HOSTILE.into(),
        blueprint,
    };
    Framework {
        id: FrameworkId::new("f1"),
        title: "Falling in six weeks".to_owned(),
        target_group: TargetGroupId::new("kids_older"),
        style: Some(StyleId::new("judo")),
        focus: vec![FocusId::new("falling")],
        training_types: Vec::new(),
        skills: BTreeMap::new(),
        slots: vec![slot("s1", Some(Box::new(unit()))), slot("s2", None)],
        visibility: Visibility::Club,
    }
}
