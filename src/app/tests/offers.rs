//! Generated plans before their coach: what is taken, taken back, made again, put back.

use std::collections::BTreeSet;

use super::script::{Session, unit};
use crate::app::compare::{ComparePane, Line};
use crate::app::effect::{Effect, PlanCard};
use crate::app::offer::{Difference, Offer, Record, Row, Source, WeekState, differences, edit_of};
use crate::app::picker::Target;
use crate::app::{Event, Overlay, Reply};
use crate::domain::{
    AthleteProfile, Bilingual, IdSource, Item, JobId, Message, Owner, Place, Profile, Program,
    Provenance, Section, SectionKind, Unit, UnitId, Visibility, Week, WeekPhase,
};
use crate::generation::{Change, EngineKind, Job, JobStatus, ProgressEvent, Request};
use crate::notation;

fn day(week: u16, day: u8) -> Unit {
    Unit {
        id: UnitId::new(format!("u-{week}-{day}")),
        place: Some(Place { program: "p".into(), week, day }),
        date: None,
        visibility: Visibility::Archived,
        ..unit()
    }
}

fn week(index: u16) -> Week {
    let phase = if index == 3 { WeekPhase::Deload } else { WeekPhase::Build };
    Week { index, phase, intent: Vec::new(), units: vec![day(index, 1), day(index, 4)] }
}

/// A program of four weeks by a model: the second repaired and made again, the third filled, the
/// fourth missing.
pub(crate) fn offer() -> Offer {
    let profile = AthleteProfile { weeks: 4, ..AthleteProfile::default() };
    let profile_of = Profile::Athlete(profile.clone());
    let request = Request {
        engine: EngineKind::Llm,
        ..Request::new(crate::generation::Target::Program, profile_of, Owner::Nobody)
    };
    let mut job = Job::new(JobId::from("j1"), request, "llm");
    job.status = JobStatus::Done;
    let said = |line: Message| Message::new("job-line").with("id", "j1").with("line", line);
    let of_week = |id, week: u16| Message::new(id).with("week", week);
    let why = Message::new("llm-garbled");
    let cost = Message::new("job-cost")
        .with("calls", 5_u16)
        .with("new", 3_210_u16)
        .with("cached", 41_000_u32)
        .with("output", 812_u16)
        .with("share", 93_u8)
        .with("price", Message::new("job-price").with("price", "$0.02"));
    let mut filled = week(3);
    filled.intent.push(Message::new("intent-filled"));
    let mut repaired = week(2);
    repaired.intent.push(Message::new("intent-repaired"));
    let mut former = week(2);
    former.units[0].sections[0].items[1].prescription = notation::parse("2x10").unwrap();
    Offer {
        job,
        program: Program {
            id: "p".into(),
            title: "Strength in four weeks".to_owned(),
            owner: Owner::Nobody,
            profile: Profile::Athlete(profile),
            framework: None,
            start: None,
            mesocycles: Vec::new(),
            weeks: vec![week(1), repaired, filled],
            notes: Vec::new(),
            provenance: Provenance {
                engine: "llm".to_owned(),
                model: Some("club/gpt-4.1-mini".to_owned()),
                ..Provenance::default()
            },
        },
        closed: false,
        record: Record { former: [(2, former)].into(), ..Record::default() },
        lines: vec![
            said(of_week("job-week", 2)),
            said(of_week("job-week-filled", 3).with("why", why)),
            said(of_week("job-week-mended", 1)),
            said(cost),
        ],
        earlier: None,
    }
}

/// A session with the review open.
pub(crate) fn reviewing(session: &mut Session) {
    let ticket = session.model.ticket();
    session.model.opening = Some(ticket);
    session.event(Event::Reply(Reply::Offer(ticket, Box::new(offer()))));
}

fn pane(session: &Session) -> &crate::app::offer::OfferPane {
    match session.model.overlays.last() {
        Some(Overlay::Offer(pane)) => pane,
        other => panic!("{other:?}"),
    }
}

fn decided(session: &mut Session) -> crate::app::offer::Decision {
    match session.effects.pop() {
        Some(Effect::DecideOffer(job, decision)) if job.as_str() == "j1" => *decision,
        other => panic!("{other:?}"),
    }
}

fn ids(units: &[UnitId]) -> Vec<&str> {
    units.iter().map(UnitId::as_str).collect()
}

#[test]
fn where_weeks_come_from_is_read_from_what_the_job_said() {
    let mut session = Session::new();
    reviewing(&mut session);
    let origins = &pane(&session).origins;
    assert_eq!(origins[&1].source, Source::Model);
    assert!(origins[&1].mended && !origins[&2].mended);
    assert_eq!(origins[&2].source, Source::Repaired);
    assert_eq!(origins[&3].source, Source::Filled(Some(Message::new("llm-garbled"))));
    assert_eq!(origins.get(&4), None);
    assert_eq!(pane(&session).changes[&2], [0, 0, 1]);
    assert_eq!(pane(&session).changes.get(&1), None);
    // a week made again counts anew
    let mut again = offer();
    again.lines.push(Message::new("job-week").with("week", 1));
    session.model.overlays.clear();
    let ticket = session.model.ticket();
    session.model.opening = Some(ticket);
    session.event(Event::Reply(Reply::Offer(ticket, Box::new(again))));
    assert!(!pane(&session).origins[&1].mended);
}

#[test]
fn a_week_is_taken_and_taken_back() {
    let mut session = Session::new();
    reviewing(&mut session);
    session.keys("a");
    let decision = decided(&mut session);
    assert_eq!(ids(&decision.taken), ["u-1-1", "u-1-4"]);
    assert!(!decision.closed);
    assert_eq!(pane(&session).state(1), WeekState::Taken);
    session.keys("a");
    assert!(session.effects.is_empty(), "there is nothing more to take of it");
    session.keys("u");
    let decision = decided(&mut session);
    assert_eq!(ids(&decision.given_back), ["u-1-1", "u-1-4"]);
    assert_eq!(pane(&session).state(1), WeekState::Open);
    session.keys("u");
    assert!(session.effects.is_empty());
}

#[test]
fn what_is_marked_is_taken_together_and_a_unit_alone() {
    let mut session = Session::new();
    reviewing(&mut session);
    // week 1 whole, of week 3 the second unit
    session.keys("space j l j j space");
    assert_eq!(pane(&session).cursor, Row::Week(4));
    session.keys("a");
    let decision = decided(&mut session);
    assert_eq!(ids(&decision.taken), ["u-1-1", "u-1-4", "u-3-4"]);
    assert_eq!(pane(&session).state(3), WeekState::InPart);
    session.keys("A");
    let decision = decided(&mut session);
    assert_eq!(ids(&decision.taken), ["u-2-1", "u-2-4", "u-3-1"]);
    assert!(!decision.closed, "a week is missing still");
    session.keys("x");
    assert!(decided(&mut session).closed);
    session.keys("u u u");
    let last = decided(&mut session);
    assert_eq!(ids(&last.given_back), ["u-1-1", "u-1-4", "u-3-4"]);
    assert!(!last.closed);
}

#[test]
fn weeks_are_made_again_with_a_wish_unless_they_were_taken() {
    let mut session = Session::new();
    reviewing(&mut session);
    session.keys("a j r").typed("weniger Springen, größere Pausen").keys("enter");
    let Some(Effect::Anew(job, weeks, wish)) = session.effects.pop() else { panic!() };
    assert_eq!((job.as_str(), weeks), ("j1", BTreeSet::from([2])));
    assert_eq!(wish, "weniger Springen, größere Pausen");
    session.keys("R enter");
    let Some(Effect::Anew(_, weeks, wish)) = session.effects.pop() else { panic!() };
    assert_eq!((weeks, wish.as_str()), (BTreeSet::from([2, 3, 4]), ""));
    session.keys("k r");
    assert!(session.model.entry.is_none(), "the first week is in the plans");
}

#[test]
fn a_former_week_comes_back_and_goes_again() {
    let mut session = Session::new();
    reviewing(&mut session);
    session.keys("b");
    assert!(!matches!(session.effects.last(), Some(Effect::PutBack(..))));
    session.keys("j b");
    let Some(Effect::PutBack(_, kept)) = session.effects.pop() else { panic!() };
    let (week, record) = *kept;
    assert!(!week.units[0].sections[0].items[1].prescription.is_empty());
    assert!(record.former[&2].units[0].sections[0].items[1].prescription.is_empty());
    session.keys("b");
    let Some(Effect::PutBack(_, kept)) = session.effects.pop() else { panic!() };
    assert!(kept.0.units[0].sections[0].items[1].prescription.is_empty());
}

#[test]
fn the_review_follows_its_job_and_keeps_its_place() {
    let mut session = Session::new();
    reviewing(&mut session);
    session.keys("space j");
    let event = ProgressEvent::WeekReady { week: Box::new(week(4)) };
    session.event(Event::Reply(Reply::Progress("j1".into(), Box::new(event))));
    let Some(Effect::OpenOffer(ticket, _)) = session.effects.pop() else { panic!() };
    let mut now = offer();
    now.program.weeks.push(week(4));
    session.event(Event::Reply(Reply::Offer(ticket, Box::new(now))));
    assert_eq!(session.model.overlays.len(), 1);
    assert_eq!(pane(&session).cursor, Row::Week(3));
    assert_eq!(pane(&session).marked.len(), 2);
    assert_eq!(pane(&session).state(4), WeekState::Open);
}

/// Tonight's unit as somebody else would plan it.
pub(crate) fn otherwise() -> Unit {
    let mut ids = IdSource::new(99);
    let mut other = unit();
    other.id = "made".into();
    other.title = "More groundwork".to_owned();
    let item = |ids: &mut IdSource, name: &str| Item {
        minutes: Some(8),
        ..Item::new(ids.item(), Some(name.into()), Bilingual::same(name))
    };
    other.sections[0].items[0].minutes = Some(4);
    other.sections[0].items[1] = item(&mut ids, "bear_crawl");
    let games = ["seat_war", "turtle_turn"].map(|name| item(&mut ids, name));
    other.sections[1].items.extend(games);
    let mut end = Section::new(ids.section(), SectionKind::Closing);
    end.items.push(item(&mut ids, "bow_out"));
    other.sections.push(end);
    other
}

#[test]
fn all_lines_taken_over_leave_no_difference_and_undo_leaves_none_to_the_former() {
    let (old, new) = (unit(), otherwise());
    let lines = differences(&old, &new);
    assert_eq!(lines.len(), 5);
    assert!(matches!(&lines[1], Difference::Other { to, .. } if to.label.en == "bear_crawl"));
    let mut ids = IdSource::new(1);
    let mut now = old.clone();
    let back = edit_of(&old, &lines, &mut ids).apply(&mut now).unwrap();
    assert_eq!(differences(&now, &new), []);
    let order: Vec<_> = now.sections[1].items.iter().map(|item| item.label.en.as_str()).collect();
    assert_eq!(order, ["seat_war", "turtle_turn"]);
    let own: BTreeSet<_> = new.items().map(|(_, item)| &item.id).collect();
    let brought = now.sections[1].items.iter().chain(&now.sections[2].items);
    assert!(brought.map(|item| &item.id).all(|id| !own.contains(id)), "ids of its own");
    back.apply(&mut now).unwrap();
    assert_eq!(now, old);
}

#[test]
fn any_choice_of_lines_fits_and_is_undone_whole() {
    let (old, new) = (unit(), otherwise());
    for (from, to) in [(&old, &new), (&new, &old)] {
        let lines = differences(from, to);
        for choice in 0_u32..1 << lines.len() {
            let chosen: Vec<_> = (0..lines.len())
                .filter(|at| choice & (1 << at) != 0)
                .map(|at| &lines[at])
                .collect();
            let mut now = from.clone();
            let edit = edit_of(from, chosen.iter().copied(), &mut IdSource::new(3));
            let back = edit.apply(&mut now).unwrap();
            assert_eq!(differences(&now, to).len(), lines.len() - chosen.len(), "{choice:b}");
            back.apply(&mut now).unwrap();
            assert_eq!(now, *from);
        }
    }
}

#[test]
fn chosen_lines_go_into_the_open_unit_as_one_step() {
    let mut session = Session::new();
    session.event(Event::Reply(Reply::UnitOffer("j1".into(), Box::new(otherwise()))));
    // not the first
    session.keys("space enter");
    let Some(Effect::DecideOffer(_, decision)) =
        session.effects.iter().find(|effect| matches!(effect, Effect::DecideOffer(..)))
    else {
        panic!()
    };
    assert!(decision.closed && decision.taken.is_empty());
    assert_eq!(session.labels(0), ["Simple tag", "bear_crawl"]);
    assert_eq!(session.labels(1), ["seat_war", "turtle_turn"]);
    assert_eq!(session.unit().sections[0].items[0].minutes, None);
    session.keys("u");
    assert_eq!(*session.unit(), unit());
}

#[test]
fn a_generated_unit_becomes_one_of_its_own() {
    let mut session = Session::new();
    session.event(Event::Reply(Reply::UnitOffer("j1".into(), Box::new(otherwise()))));
    session.keys("n");
    let decision = decided(&mut session);
    assert_eq!(ids(&decision.taken), ["made"]);
    assert_eq!(*session.unit(), unit());
}

#[test]
fn a_program_is_compared_with_one_that_is_chosen() {
    let mut session = Session::new();
    let mut plain = offer();
    plain.record = Record::default();
    let ticket = session.model.ticket();
    session.model.opening = Some(ticket);
    session.event(Event::Reply(Reply::Offer(ticket, Box::new(plain.clone()))));
    session.keys("c");
    let Some(Effect::ListPlans(ticket)) = session.effects.pop() else { panic!() };
    let card = |target, title: &str| PlanCard {
        target,
        title: title.to_owned(),
        owner: String::new(),
        date: None,
    };
    let cards = vec![
        card(Target::Unit("u".into()), "no program"),
        card(Target::Program("q".into()), "another"),
    ];
    session.event(Event::Reply(Reply::Plans(ticket, cards)));
    session.keys("enter");
    let Some(Effect::OpenProgram(ticket, other)) = session.effects.pop() else { panic!() };
    assert_eq!(other.as_str(), "q");
    let mut other = plain.program;
    other.id = "q".into();
    other.weeks[0].units[0].sections[0].items.remove(1);
    session.event(Event::Reply(Reply::Program(ticket, Box::new(other))));
    let Some(Overlay::Compare(pane)) = session.model.overlays.last() else { panic!() };
    assert_eq!(pane.both.left.id.as_str(), "q");
    assert_eq!(pane.both.count(Change::Come), 1);
    let rows =
        |pane: &ComparePane| pane.lines.iter().filter(|line| matches!(line, Line::Row(..))).count();
    assert_eq!(rows(pane), 1);
    session.keys("tab");
    let Some(Overlay::Compare(pane)) = session.model.overlays.last() else { panic!() };
    assert_eq!(rows(pane), 12);
}
