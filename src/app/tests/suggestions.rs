//! What a coach does with suggestions beyond taking them.

use super::script::{Session, shelf, unit};
use crate::app::page::Topic;
use crate::app::propose::read_evening;
use crate::app::{Overlay, chips};
use crate::domain::{Exercise, ExerciseId, IdSource, Item, Section, SectionKind, Unit};
use crate::planner::{is_fall, throws};
use crate::retrieval::Intent;
use crate::training::filled_section_minutes;

fn first(session: &Session) -> ExerciseId {
    session.model.suggest.hits()[0].exercise.id.clone()
}

fn topic(session: &Session) -> &Topic {
    match session.model.overlays.last() {
        Some(Overlay::Page(page)) => &page.topic,
        other => panic!("no page: {other:?}"),
    }
}

#[test]
fn a_section_is_filled_to_its_minutes_as_a_proposal() {
    let mut session = Session::new();
    session.keys("end m").typed("25").keys("enter");
    let before = session.unit().clone();
    session.keys("f");
    assert!(matches!(topic(&session), Topic::Proposal(_)));
    assert_eq!(*session.unit(), before, "nothing changes before it is accepted");
    session.keys("enter");
    let main = &session.unit().sections[1];
    let minutes = filled_section_minutes(main, &shelf().library);
    assert!((20.0..=26.0).contains(&minutes), "{minutes}");
    assert!(main.items.len() >= 2);
    session.keys("u");
    assert_eq!(session.unit().sections, before.sections, "one step takes all of it back");
    // refused, nothing happens either
    session.keys("f esc");
    assert_eq!(session.unit().sections, before.sections);
}

#[test]
fn pins_and_what_is_put_aside_last_for_the_unit() {
    let mut session = Session::new();
    session.keys("tab j j b");
    let pinned = session.model.suggest.pinned[0].clone();
    assert_eq!(first(&session), pinned);
    session.keys("d");
    assert_ne!(first(&session), pinned);
    assert!(session.model.suggest.hits().iter().all(|hit| hit.exercise.id != pinned));
    // c lists it as a chip, enter takes the chip away
    session.keys("c enter");
    assert!(session.model.suggest.dismissed.is_empty());
}

#[test]
fn more_like_this_builds_on_the_hit() {
    let mut session = Session::new();
    session.keys("tab");
    let wanted = first(&session);
    session.keys("m");
    let answer = session.model.suggest.answer.as_ref().unwrap();
    assert_eq!((answer.intent, answer.anchor.clone()), (Intent::DeepenExercise, Some(wanted)));
    session.keys("esc");
    assert_eq!(session.model.suggest.anchor, None);
}

#[test]
fn a_chip_is_changed_without_touching_the_words() {
    let mut session = Session::new();
    session.keys("/").typed("falling with a partner, 10 minutes").keys("enter");
    let told = chips::chips(&session.model.suggest);
    assert!(told.contains(&chips::Chip::Minutes(10)), "{told:?}");
    let minutes = chips::Chip::Minutes(10);
    chips::change(&mut session.model.suggest, &minutes, Some(&chips::Chip::Minutes(5)));
    let told = chips::chips(&session.model.suggest);
    assert!(told.contains(&chips::Chip::Minutes(5)) && !told.contains(&minutes));
    let pair = chips::Chip::Partner(crate::domain::Partner::Pair);
    chips::change(&mut session.model.suggest, &pair, None);
    session.keys("j");
    assert_eq!(session.model.suggest.understood().unwrap().partner, None);
    assert_eq!(session.model.suggest.query, "falling with a partner, 10 minutes");
    // new words are read anew
    session.keys("/").typed(" x").keys("enter");
    assert_eq!(session.model.suggest.edited, None);
}

#[test]
fn why_not_is_answered_beside_the_hit() {
    let mut session = Session::new();
    session.keys("tab W").typed("free fall").keys("enter");
    let Topic::Why(reasoned) = topic(&session) else { panic!("another page") };
    assert_eq!(reasoned.len(), 2);
    let first = &reasoned[0].explanation;
    assert_eq!(first.rank.is_some(), first.exclusions.is_empty());
    assert_eq!(reasoned[1].explanation.rank, Some(1));
}

#[test]
fn a_second_term_narrows_the_list() {
    let mut session = Session::new();
    session.keys("tab f").typed("ball").keys("enter");
    assert_eq!(session.model.suggest.term, "ball");
    let library = &shelf().library;
    let with_ball = |id: &ExerciseId| {
        library.search("ball", 5000).iter().any(|f| library.at(f.position).unwrap().id == *id)
    };
    assert!(session.model.suggest.hits().iter().all(|hit| with_ball(&hit.exercise.id)));
    assert!(!session.model.suggest.hits().is_empty());
}

#[test]
fn a_step_along_the_progression_and_back() {
    let mut session = Session::new();
    session.keys("/").typed("fall back sit").keys("enter enter tab tab");
    let item = || session.unit().exercises().last().cloned().unwrap();
    let begun = item();
    session.keys(">");
    let harder = session.unit().exercises().last().cloned().unwrap();
    assert_ne!(harder, begun);
    let library = &shelf().library;
    assert!(library.successors(&begun).iter().any(|(_, edge)| edge.to == harder));
    session.keys("<");
    let back = session.unit().exercises().last().cloned().unwrap();
    assert!(library.prerequisites(&harder).iter().any(|(_, edge)| edge.from == back));
}

#[test]
fn an_evening_is_read() {
    let library = &shelf().library;
    let evening = read_evening("60 / 11 - Weichbodenmatte, soft ball", library).unwrap();
    assert_eq!((evening.minutes, evening.people), (Some(60), Some(11)));
    assert_eq!(evening.missing, ["soft_mat".into(), "ball_soft".into()]);
    assert_eq!(read_evening("/ 7", library).unwrap().people, Some(7));
    assert_eq!(read_evening("- tatami", library).unwrap().missing, ["tatami".into()]);
    assert!(read_evening("", library).is_err());
    assert!(read_evening("60 - moon boots", library).is_err());
}

#[test]
fn less_time_and_missing_mats_make_a_proposal_that_fits() {
    let mut session = Session::new();
    session.keys("end m").typed("40").keys("enter f enter");
    session.keys("R ctrl-a ctrl-k").typed("30 / 13 - tatami").keys("enter enter");
    let library = &shelf().library;
    let unit = session.unit();
    assert_eq!((unit.minutes, unit.people), (Some(30), Some(13)));
    assert!(crate::training::filled_unit_minutes(unit, library) <= 31.5);
    let needs_mats = |id: &ExerciseId| {
        let exercise = library.get(id).unwrap();
        !exercise.possible_with(|thing| thing.as_str() != "tatami")
    };
    assert!(!unit.exercises().any(needs_mats));
}

/// A unit that begins with an empty part of some minutes; the cursor is on it.
fn beginning(kind: SectionKind, minutes: u16) -> Unit {
    let mut ids = IdSource::new(77);
    let mut unit = unit();
    let mut part = Section::new(ids.section(), kind);
    part.minutes = Some(minutes);
    unit.sections.insert(0, part);
    unit
}

#[test]
fn a_greeting_begins_as_it_did_last_time() {
    let fill = |recent: Vec<Unit>| {
        let mut session = Session::with(Some(beginning(SectionKind::Opening, 5)));
        session.model.trainee.as_mut().unwrap().recent = recent;
        session.keys("f enter");
        session.unit().sections[0].items[0].exercise.clone().unwrap()
    };
    let library = &shelf().library;
    let mut last = beginning(SectionKind::Opening, 5);
    last.id = "last".into();
    last.date = Some(jiff::civil::date(2026, 11, 18));
    let round = library.get(&"circle_welcome".into()).unwrap();
    last.sections[0].items =
        vec![Item::new("round".into(), Some(round.id.clone()), round.name.clone())];
    assert_ne!(fill(Vec::new()), round.id, "this would prove nothing");
    assert_eq!(fill(vec![last.clone()]), round.id);
    // a unit that is still to come is no last time
    last.date = Some(jiff::civil::date(2026, 12, 1));
    assert_ne!(fill(vec![last]), round.id);
}

#[test]
fn what_is_taught_is_filled_in_an_order_that_can_be_learned() {
    let mut session = Session::with(Some(beginning(SectionKind::Skill, 45)));
    session.keys("f enter");
    let library = &shelf().library;
    let taught: Vec<_> = session.unit().sections[0]
        .items
        .iter()
        .map(|item| library.get(item.exercise.as_ref().unwrap()).unwrap().clone())
        .collect();
    assert!(taught.iter().any(|it| is_fall(it)) && taught.len() > 3, "this would prove nothing");
    let place = |it: &Exercise| (!is_fall(it), throws(it), it.level);
    assert!(taught.is_sorted_by_key(|it| place(it)), "{taught:#?}");
}
