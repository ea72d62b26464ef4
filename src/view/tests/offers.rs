//! Generated plans before their coach.

use super::screens;
use crate::app::tests::offers::{otherwise, reviewing};
use crate::app::{Event, Reply};

#[test]
fn a_program_that_waits_for_a_decision() {
    insta::assert_snapshot!(screens(|session| {
        reviewing(session);
        session.keys("a j l j space");
        session.model.notice = None;
    }));
}

#[test]
fn a_week_to_look_at_before_it_is_taken() {
    insta::assert_snapshot!(screens(|session| {
        reviewing(session);
        session.keys("j enter");
    }));
}

#[test]
fn a_generated_unit_against_the_open_one() {
    insta::assert_snapshot!(screens(|session| {
        let unit = Box::new(otherwise());
        session.event(Event::Reply(Reply::UnitOffer("j1".into(), unit)));
        session.keys("j space");
    }));
}

#[test]
fn what_differs_between_two_versions() {
    insta::assert_snapshot!(screens(|session| {
        reviewing(session);
        session.keys("c");
    }));
}

#[test]
fn two_versions_line_by_line() {
    insta::assert_snapshot!(screens(|session| {
        reviewing(session);
        session.keys("c tab");
    }));
}

#[test]
fn the_figures_of_two_versions() {
    insta::assert_snapshot!(screens(|session| {
        reviewing(session);
        session.keys("c tab tab");
    }));
}
