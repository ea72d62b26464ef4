//! Frameworks: made, changed, and their plans written on the desk; combinations from suggestions.

use super::script::Session;
use crate::app::aside::Home;
use crate::app::frameworks::{
    Card, FrameRow, FrameworkEffect, FrameworkReply, FrameworksPane, Level,
};
use crate::app::library::Row;
use crate::app::{Effect, Event, Overlay, Reply, Ticket};
use crate::domain::{ExerciseKind, Framework, Message, Owner, Slot, SlotRole, Visibility};
use crate::retrieval::Source;

fn pane(session: &Session) -> &FrameworksPane {
    match session.model.overlays.last() {
        Some(Overlay::Frameworks(pane)) => pane,
        other => panic!("{other:?} lies on top"),
    }
}

fn framework(session: &Session) -> &Framework {
    &pane(session).card().unwrap().framework
}

/// What was asked of the store, in order.
fn asked(session: &Session) -> Vec<FrameworkEffect> {
    let effects = session.effects.iter().filter_map(|effect| match effect {
        Effect::Frameworks(effect) => Some((**effect).clone()),
        _ => None,
    });
    effects.collect()
}

fn reply(session: &mut Session, reply: FrameworkReply) {
    session.event(Event::Reply(Reply::Frameworks(Box::new(reply))));
}

/// A framework of two units; the first asks for falling.
fn course() -> Framework {
    let mut course =
        Framework::new("course".into(), "From falling to throwing", "kids_older".into());
    course.style = Some("judo".into());
    course.skills = [("throwing".into(), 1.0)].into();
    let mut fall = Slot::new("fall".into(), "Falling backwards");
    fall.skills = [("falling".into(), 1.0)].into();
    fall.minutes = Some(75);
    course.slots = vec![fall, Slot::new("grip".into(), "Grip and balance")];
    course
}

/// The screen with that framework in the list.
fn session() -> Session {
    let mut session = Session::new();
    session.keys("F");
    let Some(FrameworkEffect::List(ticket)) = asked(&session).pop() else { panic!("no question") };
    reply(&mut session, FrameworkReply::Listed(ticket, vec![Card::stored(course(), 4)]));
    session
}

fn row(session: &mut Session, row: FrameRow) {
    while pane(session).row() != Some(row) {
        session.keys("down");
    }
}

#[test]
fn a_framework_is_made_row_by_row_and_each_change_is_written_from_the_version_before() {
    let mut session = session();
    session.keys("n").typed("Throws in ten weeks").keys("enter");
    assert_eq!(pane(&session).level, Level::Framework);
    assert_eq!(framework(&session).target_group.as_str(), "kids_older");
    row(&mut session, FrameRow::Skills);
    session.keys("enter").typed("balance").keys("8 enter");
    row(&mut session, FrameRow::AddSlot);
    session.keys("enter").typed("Entries").keys("enter enter");
    assert_eq!(pane(&session).level, Level::Slot(0));
    row(&mut session, FrameRow::Role);
    session.keys("left");
    row(&mut session, FrameRow::Minutes);
    session.keys("enter").typed("9000").keys("enter");
    assert!(session.model.entry.as_ref().is_some_and(|entry| entry.error.is_some()));
    session.keys("backspace backspace enter");
    let made = framework(&session).clone();
    assert_eq!(made.skills, [("balance".into(), 0.8)].into());
    assert_eq!((made.slots[0].role, made.slots[0].minutes), (SlotRole::Introduce, Some(90)));
    let bases: Vec<Option<u32>> = asked(&session)
        .iter()
        .skip(1)
        .map(|effect| match effect {
            FrameworkEffect::Change(_, base) => Some(*base),
            _ => None,
        })
        .collect();
    assert_eq!(bases, [None, Some(1), Some(2), Some(3), Some(4)]);
    assert!(matches!(asked(&session).last(), Some(FrameworkEffect::Change(it, _)) if **it == made));
    // u takes one back, and that is written too
    session.keys("u");
    assert_eq!(framework(&session).slots[0].minutes, None);
    assert!(matches!(asked(&session).last(), Some(FrameworkEffect::Change(_, 5))));
}

#[test]
fn units_are_copied_moved_and_taken_out() {
    let mut session = session();
    session.keys("enter");
    row(&mut session, FrameRow::Slot(0));
    session.keys("c J");
    let titles = |session: &Session| -> Vec<String> {
        framework(session).slots.iter().map(|slot| slot.title.clone()).collect()
    };
    assert_eq!(titles(&session), ["Falling backwards", "Grip and balance", "Falling backwards"]);
    let ids: std::collections::BTreeSet<_> =
        framework(&session).slots.iter().map(|slot| slot.id.clone()).collect();
    assert_eq!(ids.len(), 3);
    session.keys("d u u u");
    assert_eq!(titles(&session), ["Falling backwards", "Grip and balance"]);
}

#[test]
fn an_archived_framework_is_out_of_the_list_until_it_is_put_back() {
    let mut session = session();
    session.keys("c esc");
    assert_eq!(pane(&session).cards.len(), 2);
    session.keys("d");
    assert_eq!(pane(&session).cards.len(), 1);
    let Some(FrameworkEffect::Change(gone, _)) = asked(&session).pop() else { panic!() };
    assert_eq!(gone.visibility, Visibility::Archived);
    session.keys("u");
    assert_eq!(pane(&session).cards.len(), 2);
    let Some(FrameworkEffect::Change(back, _)) = asked(&session).pop() else { panic!() };
    assert_eq!(back.visibility, Visibility::Club);
}

#[test]
fn the_plan_of_a_unit_is_written_on_the_desk_with_suggestions_for_the_unit() {
    let mut session = session();
    session.keys("enter");
    row(&mut session, FrameRow::Slot(0));
    session.keys("p");
    assert_eq!(
        session.model.aside.as_ref().map(|it| it.home.clone()),
        Some(Home::Slot("fall".into()))
    );
    assert!(session.model.overlays.is_empty());
    session.keys("a 1");
    let answer = session.model.suggest.answer.as_ref().unwrap();
    assert!(answer.target.sources.contains(&Source::FrameworkSlotSkillProfile));
    let inserted = session.unit().exercises().next().cloned().unwrap();
    let saves = session.effects.iter().filter(|effect| matches!(effect, Effect::Save(..)));
    assert_eq!(saves.count(), 0, "a template is no unit of the store");
    session.keys("esc");
    // the unit of before lies there again, and the plan is in the framework
    assert_eq!(session.unit().title, "Tonight");
    assert!(session.model.aside.is_none());
    let slot = &framework(&session).slots[0];
    assert_eq!(slot.exercises().collect::<Vec<_>>(), [&inserted]);
    let blueprint = slot.blueprint.as_ref().unwrap();
    assert_eq!((&blueprint.owner, &blueprint.slot, blueprint.date), (&Owner::Nobody, &None, None));
    assert!(matches!(asked(&session).last(),
        Some(FrameworkEffect::Change(it, _)) if it.slots[0].exercises().count() == 1));
}

#[test]
fn what_comes_back_about_the_unit_that_waits_is_heard_when_it_is_back() {
    let mut session = Session::new();
    session.keys("home down d");
    let unit = session.unit().id.clone();
    assert_eq!(session.model.open.as_ref().unwrap().unconfirmed(), 1);
    session.keys("F");
    let Some(FrameworkEffect::List(ticket)) = asked(&session).pop() else { panic!("no question") };
    reply(&mut session, FrameworkReply::Listed(ticket, vec![Card::stored(course(), 4)]));
    session.keys("enter");
    row(&mut session, FrameRow::Slot(1));
    session.keys("p");
    session.event(Event::Reply(Reply::Saved(unit.clone(), 2)));
    assert_ne!(session.unit().id, unit);
    assert_eq!(session.model.place().unit, Some(unit.clone()));
    session.keys("esc");
    let open = session.model.open.as_ref().unwrap();
    assert_eq!((&open.unit.id, open.version, open.unconfirmed()), (&unit, 2, 0));
}

#[test]
fn when_somebody_else_was_faster_the_changes_go_on_in_a_copy() {
    let mut session = session();
    session.keys("enter");
    row(&mut session, FrameRow::Slot(0));
    session.keys("p a 1");
    reply(&mut session, FrameworkReply::Kept("course".into(), Message::new("store-outdated")));
    let Some(FrameworkEffect::Add(copy)) = asked(&session).pop() else { panic!("no copy") };
    assert_ne!(copy.id.as_str(), "course");
    assert_eq!(copy.slots[0].exercises().count(), 1);
    // a second refusal of the same changes finds nothing left to copy
    reply(&mut session, FrameworkReply::Kept("course".into(), Message::new("store-outdated")));
    session.keys("2");
    let Some(FrameworkEffect::Change(changed, 1)) = asked(&session).pop() else { panic!() };
    assert_eq!(changed.id, copy.id);
    assert_eq!(changed.slots[0].exercises().count(), 2);
}

#[test]
fn a_unit_is_planned_by_a_slot_with_ids_of_its_own() {
    let mut session = session();
    session.keys("enter");
    row(&mut session, FrameRow::Slot(0));
    session.keys("p a 1 esc");
    let blueprint = framework(&session).slots[0].blueprint.clone().unwrap();
    session.keys("a");
    let made = session.effects.iter().find_map(|effect| match effect {
        Effect::Create(_, unit) => Some((**unit).clone()),
        _ => None,
    });
    let made = made.unwrap();
    assert_eq!(made.slot, Some(("course".into(), "fall".into())));
    assert_eq!(made.owner, Owner::Group("judo".into()));
    assert_eq!((made.minutes, made.date), (Some(75), Some(session.model.today)));
    assert!(made.exercises().eq(blueprint.exercises()));
    assert_ne!(made.id, blueprint.id);
    assert_ne!(made.sections[0].id, blueprint.sections[0].id);
}

#[test]
fn keys_that_belong_to_a_unit_say_why_they_do_nothing_on_a_template() {
    let mut session = session();
    session.keys("enter");
    row(&mut session, FrameRow::Slot(0));
    session.keys("p O");
    assert!(session.model.overlays.is_empty());
    assert_eq!(session.model.notice.as_ref().unwrap().text.id, "why-not-template");
    session.event(Event::Paste("Bench press 4x6".to_owned()));
    assert!(session.model.reading.is_none());
}

#[test]
fn the_parts_of_a_combination_are_chosen_with_suggestions_that_build_on_the_one_before() {
    let mut session = Session::new();
    session.keys("L n").typed("Fall and roll").keys("ctrl-p");
    assert_eq!(session.model.aside.as_ref().map(|it| it.home.clone()), Some(Home::Form));
    session.keys("/").typed("fall back from squat").keys("enter enter");
    session.model.focus = crate::app::Pane::Plan;
    session.keys("esc");
    // the first esc forgets the question, the second takes the parts over
    let first = session.unit().exercises().next().cloned().unwrap();
    assert_eq!(session.model.suggest.answer.as_ref().unwrap().anchor.as_ref(), Some(&first));
    session.keys("1 e").typed("2x5").keys("enter esc");
    let Some(Overlay::Exercise(form)) = session.model.overlays.last() else { panic!("no form") };
    let parts = form.parts();
    assert_eq!(parts.len(), 2);
    assert_eq!((&parts[0].exercise, parts[0].dose.as_str()), (&first, ""));
    assert_eq!(parts[1].dose, "2x5");
    assert_eq!(form.row(), Row::AddPart);
    assert!(matches!(form.draft.kind, ExerciseKind::Combination(_)));
    // and again: the order is changed on the desk
    session.keys("ctrl-p K esc");
    let Some(Overlay::Exercise(form)) = session.model.overlays.last() else { panic!("no form") };
    assert_eq!(form.parts()[1].exercise, first);
    assert_eq!(form.parts()[0].dose, "2x5");
}

#[test]
fn a_list_that_comes_late_is_dropped() {
    let mut session = session();
    reply(&mut session, FrameworkReply::Listed(Ticket(1), Vec::new()));
    assert_eq!(pane(&session).cards.len(), 1);
}
