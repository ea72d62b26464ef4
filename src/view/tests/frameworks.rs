//! The frameworks, and templates on the desk.

use super::{screens, suggest};
use crate::app::frameworks::{Card, FrameworkEffect, FrameworkReply};
use crate::app::tests::script::Session;
use crate::app::{Effect, Event, Reply};
use crate::domain::{Framework, Slot, SlotRole};

/// A course of three units, of which the first is planned, and one without units.
fn frameworks(session: &mut Session) {
    session.keys("F");
    let ticket = session.effects.iter().rev().find_map(|effect| match effect {
        Effect::Frameworks(effect) => match &**effect {
            FrameworkEffect::List(ticket) => Some(*ticket),
            _ => None,
        },
        _ => None,
    });
    let mut course =
        Framework::new("course".into(), "From falling to throwing", "kids_older".into());
    course.style = Some("judo".into());
    course.focus = vec!["falling".into()];
    course.skills = [("falling".into(), 0.6), ("throwing".into(), 1.0)].into();
    let units = [
        ("Falling backwards", SlotRole::Introduce, Some(75)),
        ("Grip and balance", SlotRole::Develop, Some(75)),
        ("A little tournament", SlotRole::Test, None),
    ];
    for (at, (title, role, minutes)) in units.into_iter().enumerate() {
        let mut slot = Slot::new(format!("slot{at}").as_str().into(), title);
        (slot.role, slot.minutes) = (role, minutes);
        slot.skills = [("falling".into(), 1.0)].into();
        course.slots.push(slot);
    }
    course.slots[0].blueprint = Some(Box::new(session.unit().clone()));
    course.slots[0].notes = "Everybody falls ten times before anything is thrown.".to_owned();
    let strength = Framework::new("strength".into(), "Strength in ten weeks", "adults".into());
    let cards = [course, strength].map(|framework| Card::stored(framework, 1)).to_vec();
    let reply = FrameworkReply::Listed(ticket.unwrap(), cards);
    session.event(Event::Reply(Reply::Frameworks(Box::new(reply))));
}

#[test]
fn the_list_of_frameworks() {
    insta::assert_snapshot!(screens(frameworks));
}

#[test]
fn a_framework_with_its_units() {
    insta::assert_snapshot!(screens(|session| {
        frameworks(session);
        session.keys("enter down down down down down down down");
    }));
}

#[test]
fn a_unit_of_a_framework() {
    insta::assert_snapshot!(screens(|session| {
        frameworks(session);
        session.keys("enter down down down down down down down enter down down");
    }));
}

#[test]
fn the_plan_of_a_unit_on_the_desk() {
    insta::assert_snapshot!(screens(|session| {
        frameworks(session);
        session.keys("enter down down down down down down down p");
        suggest(session);
        session.model.notice = None;
    }));
}

#[test]
fn the_parts_of_a_combination_on_the_desk() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("L n").typed("Fall and grip").keys("ctrl-p 1 1");
        suggest(session);
        session.model.notice = None;
    }));
}

#[test]
fn picking_one_for_a_framework() {
    insta::assert_snapshot!(screens(|session| {
        frameworks(session);
        session.keys("enter down down enter down space");
    }));
}
