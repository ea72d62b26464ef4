//! Two clubs with two coaches each, and small things to put into them.

use jiff::civil::date;

use crate::domain::{
    AthleteProfile, Bilingual, Category, Club, ClubId, Coach, CoachId, Edge, Exercise, Framework,
    Goal, Group, IdSource, Item, ItemId, Level, Mesocycle, Message, Owner, Pattern, Place,
    PlanEdit, Profile, Program, ProgramId, ProgressionGraph, Provenance, Section, SectionId,
    SectionKind, SkillWeights, Unit, UnitId, Viewer, Visibility, Week, WeekPhase,
};
use crate::library::sample::drill;
use crate::store::{Change, Recorded, Store, StoreError, Stored};

pub(super) fn viewer(coach: &str) -> Viewer {
    let club = coach.split('-').next().unwrap();
    Viewer { coach: CoachId::new(coach), club: ClubId::new(club) }
}

/// `red-ann`, `red-bob`, `blue-cem`, `blue-dan`.
pub(super) async fn clubs(store: &Store) {
    for club in ["red", "blue"] {
        let id = ClubId::new(club);
        store.put_club(&Club { id, name: club.to_uppercase() }).await.unwrap();
    }
    for coach in ["red-ann", "red-bob", "blue-cem", "blue-dan"] {
        let viewer = viewer(coach);
        let coach =
            Coach { id: viewer.coach, club: viewer.club, name: coach.to_owned(), lang: None };
        store.add_coach(&coach).await.unwrap();
    }
}

/// A unit with an empty main section `m`.
pub(super) fn unit(id: &str, visibility: Visibility) -> Unit {
    let mut unit = Unit::new(UnitId::new(id), format!("Unit {id}"), Owner::Nobody);
    unit.date = Some(date(2026, 3, 2));
    unit.visibility = visibility;
    unit.sections.push(Section::new(SectionId::new("m"), SectionKind::Main));
    unit
}

pub(super) fn insert(item: &str, at: usize) -> PlanEdit {
    let item = Item::new(ItemId::new(item), None, Bilingual::same(item));
    PlanEdit::InsertItem { section: SectionId::new("m"), at, item: Box::new(item) }
}

/// Carries an edit out on `unit` and records it.
pub(super) async fn edit(
    store: &Store,
    viewer: &Viewer,
    unit: &mut Stored<Unit>,
    edit: PlanEdit,
) -> Result<Recorded, StoreError> {
    let inverse = edit.clone().apply(&mut unit.document).unwrap();
    let change = Change {
        unit_after: &unit.document,
        edit: &edit,
        inverse: &inverse,
        base_version: unit.version,
    };
    let recorded = store.record(viewer, change).await?;
    unit.version = recorded.version;
    Ok(recorded)
}

pub(super) fn labels(unit: &Unit) -> Vec<&str> {
    unit.items().map(|(_, item)| item.label.en.as_str()).collect()
}

/// A week of two units.
pub(super) fn week(program: &str, index: u16) -> Week {
    let mut ids = IdSource::new(u64::from(index));
    let units = [1, 3]
        .into_iter()
        .map(|day| {
            let mut unit = unit(&format!("{program}-{index}-{day}"), Visibility::Club);
            unit.date = None;
            unit.place = Some(Place { program: ProgramId::new(program), week: index, day });
            unit.sections[0].items.push(Item::new(ids.item(), None, Bilingual::same("squat")));
            unit
        })
        .collect();
    Week { index, phase: WeekPhase::Build, intent: Vec::new(), units }
}

/// A program of three weeks, none of them there yet.
pub(super) fn program(id: &str) -> Program {
    Program {
        id: ProgramId::new(id),
        title: format!("Program {id}"),
        owner: Owner::Athlete("mia".into()),
        profile: Profile::Athlete(AthleteProfile { weeks: 3, ..AthleteProfile::default() }),
        framework: None,
        start: None,
        mesocycles: vec![Mesocycle { title: Message::new("plan-block"), first: 1, last: 3 }],
        weeks: Vec::new(),
        notes: vec![Message::new("plan-note").with("weeks", 3_u8)],
        provenance: Provenance { engine: "builtin".to_owned(), seed: 7, ..Provenance::default() },
    }
}

pub(super) fn framework(id: &str, visibility: Visibility) -> Framework {
    Framework {
        id: id.into(),
        title: format!("Framework {id}"),
        target_group: "kids_older".into(),
        style: Some("judo".into()),
        focus: Vec::new(),
        training_types: Vec::new(),
        skills: SkillWeights::new(),
        slots: Vec::new(),
        visibility,
    }
}

pub(super) fn group(id: &str) -> Group {
    Group {
        id: id.into(),
        name: format!("Group {id}"),
        size: 13,
        age_min: 10,
        age_max: 12,
        target_group: "kids_older".into(),
        style: None,
        level_mix: [(Level::Beginner, 8), (Level::Intermediate, 5)].into(),
        skills: [("balance".into(), 0.8)].into(),
        equipment: vec!["tatami".into()],
        devices: std::collections::BTreeMap::new(),
        minutes: 75,
        units_per_week: 2,
        weeks: 12,
        framework: None,
        known: Vec::new(),
    }
}

pub(super) fn exercise(id: &str, visibility: Visibility) -> Exercise {
    Exercise {
        category: Category::Strength,
        patterns: vec![Pattern::Squat],
        skills: [("strength_max".into(), 0.3)].into(),
        doses: [(Goal::Strength, "4x6".to_owned())].into(),
        increment_kg: Some(2.5),
        visibility,
        ..drill(id, id, id)
    }
}

/// A graph of one edge.
pub(super) fn graph(id: &str, to: &str) -> ProgressionGraph {
    let edge = Edge { from: "lie".into(), to: to.into(), harder: Bilingual::same("higher") };
    ProgressionGraph { id: id.into(), name: Bilingual::same(id), focus: None, edges: vec![edge] }
}
