//! Two clubs with two coaches each, and small things to put into them.

use jiff::civil::date;

use crate::domain::{
    Bilingual, Club, ClubId, Coach, CoachId, IdSource, Item, ItemId, Owner, Place, PlanEdit,
    ProgramId, Section, SectionId, SectionKind, Unit, UnitId, Viewer, Visibility, Week, WeekPhase,
};
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
