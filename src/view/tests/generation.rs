//! A generation as it is watched: weeks being written side by side, folded when they are done.

use super::screens;
use crate::app::tests::script::{Session, shelf};
use crate::app::{Event, Reply};
use crate::domain::{AthleteProfile, JobId, Owner, Profile, Program};
use crate::generation::{EngineKind, Job, ProgressEvent, Request, Target};
use crate::planner;

fn progress(session: &mut Session, event: ProgressEvent) {
    session.event(Event::Reply(Reply::Progress(JobId::from("j1"), Box::new(event))));
}

fn begun(session: &mut Session) {
    let profile = Profile::Athlete(AthleteProfile::default());
    let request = Request {
        engine: EngineKind::Llm,
        ..Request::new(Target::Program, profile, Owner::Nobody)
    };
    let job = Job::new(JobId::from("j1"), request.clone(), "llm");
    session.event(Event::Reply(Reply::JobKnown(Box::new(job))));
    progress(session, ProgressEvent::Started { engine: "llm".into() });
    let text = "{\"title\":\"Strength\u{1b}[2J and growth\",\n\"phases\":[\"build\"".to_owned();
    progress(session, ProgressEvent::Text { index: 0, text });
}

fn running(session: &mut Session) {
    begun(session);
    let profile = Profile::Athlete(AthleteProfile::default());
    let whole = planner::program(&profile, &shelf().library, 7).unwrap();
    let first = whole.weeks[0].clone();
    let head = Program { weeks: Vec::new(), ..whole };
    progress(session, ProgressEvent::Outlined { program: Box::new(head) });
    for index in 1..=4 {
        progress(session, ProgressEvent::WeekStarted { index });
    }
    for index in [2, 1, 4] {
        let text = format!("{{\"week\":{index},\"focus\":\"more\",\"days\":[[\"=\",\"RIR1\",");
        progress(session, ProgressEvent::Text { index, text });
    }
    progress(session, ProgressEvent::WeekReady { week: Box::new(first) });
    progress(session, ProgressEvent::Remaining { seconds: 31 });
}

#[test]
fn an_outline_that_is_being_written() {
    insta::assert_snapshot!(screens(begun));
}

#[test]
fn weeks_that_are_being_written_side_by_side() {
    insta::assert_snapshot!(screens(running));
}

#[test]
fn the_form_with_a_model() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("G up right");
    }));
}
