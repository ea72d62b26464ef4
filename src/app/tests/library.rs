//! The library screen: listing, narrowing, walking, inserting.

use super::script::Session;
use crate::app::library::{LibraryEffect, LibraryPane, LibraryReply, Tab, Use, UseKind, Uses};
use crate::app::picker::Target;
use crate::app::{Effect, Event, Overlay, Reply};
use crate::domain::{Bilingual, Level};

fn pane(session: &Session) -> &LibraryPane {
    match session.model.overlays.last() {
        Some(Overlay::Library(pane)) => pane,
        other => panic!("{other:?} lies on top"),
    }
}

fn subject(session: &Session) -> String {
    pane(session).subject().unwrap().id.to_string()
}

#[test]
fn the_library_lists_everything_and_search_narrows_while_typing() {
    let mut session = Session::new();
    session.keys("L");
    let all = pane(&session).listing.found.len();
    assert!(all > 1000);
    session.keys("/").typed("goblet squ");
    assert!(pane(&session).listing.found.len() < all);
    assert_eq!(subject(&session), "goblet_squat");
    session.keys("enter");
    assert_eq!(subject(&session), "goblet_squat");
    session.keys("x");
    assert_eq!(pane(&session).listing.found.len(), all);
}

#[test]
fn facets_combine_and_the_counts_follow() {
    let mut session = Session::new();
    session.keys("L f").typed("kettleb").keys("space");
    let kettlebell = pane(&session).listing.found.len();
    assert!(kettlebell > 5);
    // the words that were typed are given up first, then the facets are left
    session.keys("esc").typed("intermediate").keys("space esc esc");
    let both = pane(&session).listing.found.len();
    assert!(both > 0 && both < kettlebell);
    let pane = pane(&session);
    let listed = pane.listing.found.iter().filter_map(|at| pane.library.at(*at as usize));
    assert!(listed.clone().all(|exercise| exercise.level == Level::Intermediate));
    assert!(listed.clone().count() == both);
}

#[test]
fn an_exercise_goes_into_the_open_unit_from_the_library() {
    let mut session = Session::new();
    session.keys("L /").typed("goblet squat").keys("enter a");
    let item = session.unit().items().find(|(_, item)| item.label.en == "Goblet squat");
    assert!(item.is_some_and(|(_, item)| !item.prescription.is_empty()));
    assert!(matches!(session.model.overlays.last(), Some(Overlay::Library(_))));
    session.keys("esc u");
    assert!(!session.unit().items().any(|(_, item)| item.label.en == "Goblet squat"));
}

#[test]
fn progressions_are_walked_and_the_way_leads_back() {
    let mut session = Session::new();
    session.keys("L /").typed("goblet squat").keys("enter enter l");
    assert_eq!(pane(&session).detail.tab, Tab::Steps);
    let steps = pane(&session).detail.steps.len();
    assert!(steps > 2);
    session.keys("enter");
    let next = subject(&session);
    assert_ne!(next, "goblet_squat");
    session.keys("backspace");
    assert_eq!(subject(&session), "goblet_squat");
    assert_eq!(pane(&session).detail.steps.len(), steps);
}

#[test]
fn plans_that_hold_an_exercise_are_asked_for_once_and_opened() {
    let mut session = Session::new();
    session.keys("L /").typed("goblet squat").keys("enter w j k");
    let asked: Vec<_> = session
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Library(effect) => match &**effect {
                LibraryEffect::FindUses(ticket, exercise) => Some((*ticket, exercise.clone())),
                LibraryEffect::Browse(..) => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].1.as_str(), "goblet_squat");
    let used = Use {
        kind: UseKind::Unit,
        title: Bilingual::same("Legs"),
        detail: "2026-11-12".to_owned(),
        target: Some(Target::Unit("u9".into())),
    };
    let reply = LibraryReply::Uses(asked[0].0, vec![used.clone()]);
    session.event(Event::Reply(Reply::Library(Box::new(reply))));
    assert_eq!(pane(&session).detail.uses, Uses::Known(vec![used]));
    session.keys("enter");
    assert!(session.model.overlays.is_empty());
    assert!(session.effects.iter().any(|effect| matches!(effect, Effect::OpenUnit(..))));
}

#[test]
fn an_answer_to_an_older_question_is_dropped() {
    let mut session = Session::new();
    session.keys("L");
    let all = pane(&session).listing.found.len();
    let old = crate::app::Ticket(1);
    let reply = LibraryReply::Listed(old, Box::default());
    session.event(Event::Reply(Reply::Library(Box::new(reply))));
    assert_eq!(pane(&session).listing.found.len(), all);
}
