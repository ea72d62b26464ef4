//! The library screen: listing, narrowing, walking, inserting.

use super::script::Session;
use crate::app::library::{
    ExerciseForm, LibraryChange, LibraryEffect, LibraryPane, LibraryReply, Row, Similar, Tab,
    Teaching, Use, UseKind, Uses,
};
use crate::app::picker::Target;
use crate::app::{Effect, Event, Overlay, Reply, Ticket};
use crate::domain::{
    Bilingual, CatalogueKind, ExerciseKind, Goal, Level, Message, Origin, Visibility,
};

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
                _ => None,
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
    let old = Ticket(1);
    let reply = LibraryReply::Listed(old, Box::default());
    session.event(Event::Reply(Reply::Library(Box::new(reply))));
    assert_eq!(pane(&session).listing.found.len(), all);
}

fn form(session: &Session) -> &ExerciseForm {
    match session.model.overlays.last() {
        Some(Overlay::Exercise(form)) => form,
        other => panic!("{other:?} lies on top"),
    }
}

/// The changes that were asked for.
fn changes(session: &Session) -> Vec<(Ticket, LibraryChange)> {
    let asked = session.effects.iter().filter_map(|effect| match effect {
        Effect::Library(effect) => match &**effect {
            LibraryEffect::Change(ticket, change) => Some((*ticket, (**change).clone())),
            _ => None,
        },
        _ => None,
    });
    asked.collect()
}

fn reply(session: &mut Session, reply: LibraryReply) {
    session.event(Event::Reply(Reply::Library(Box::new(reply))));
}

/// Goes to a row of the form.
fn row(session: &mut Session, row: Row) {
    while form(session).row() != row {
        session.keys("down");
    }
}

#[test]
fn a_new_exercise_is_typed_picked_and_saved() {
    let mut session = Session::new();
    session.keys("L n").typed("Cellar press").keys("down").typed("Kellerdrücken");
    row(&mut session, Row::Patterns);
    session.keys("enter").typed("horizontal pu").keys("space enter");
    row(&mut session, Row::Equipment);
    // two alternatives: barbell with a bench, or a kettlebell
    session.keys("enter").typed("barbell").keys("1");
    for _ in 0.."barbell".len() {
        session.keys("backspace");
    }
    session.typed("kettleb").keys("2 enter");
    row(&mut session, Row::Skills);
    session.keys("enter").typed("reaction").keys("7 enter");
    row(&mut session, Row::Dose(Goal::General));
    session.typed("3x8 rest 1:30").keys("ctrl-s");
    let (ticket, change) = changes(&session).pop().unwrap();
    let LibraryChange::Exercise(saved) = change else { panic!("{change:?}") };
    assert_eq!(saved.id.as_str(), "own_cellar_press");
    assert_eq!(saved.name, Bilingual::new("Cellar press", "Kellerdrücken"));
    assert_eq!(saved.patterns.len(), 1);
    assert_eq!(saved.equipment, [vec!["barbell".into()], vec!["kettlebell".into()]]);
    assert_eq!(saved.skills, [("reaction".into(), 0.7)].into());
    assert_eq!(saved.doses[&Goal::General], "3x8 rest 1:30");
    assert_eq!((saved.origin, saved.visibility), (Origin::Club, Visibility::Club));
    // refused: the form stays with everything in it; done: it closes
    reply(&mut session, LibraryReply::Refused(ticket, Message::new("edit-no-name")));
    assert!(form(&session).refused.is_some());
    assert_eq!(form(&session).text(Row::NameEn), "Cellar press");
    session.keys("ctrl-s");
    let (ticket, _) = changes(&session).pop().unwrap();
    reply(&mut session, LibraryReply::Changed(ticket, Message::new("library-kept-mine")));
    assert_eq!(pane(&session).listing.found.len(), pane(&session).library.exercises().len());
}

#[test]
fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    let mut session = Session::new();
    session.keys("L n").typed("Thing");
    row(&mut session, Row::Dose(Goal::Strength));
    session.typed("5x@@");
    assert!(form(&session).sheet.errors.contains_key(&Row::Dose(Goal::Strength)));
    session.keys("home").keys("up ctrl-s");
    // saving goes to the row that is wrong
    assert_eq!(form(&session).row(), Row::Dose(Goal::Strength));
    assert!(changes(&session).is_empty());
    session.keys("esc");
    assert_eq!(form(&session).text(Row::Dose(Goal::Strength)), "5x@@");
    session.keys("esc");
    assert!(matches!(session.model.overlays.last(), Some(Overlay::Library(_))));
}

#[test]
fn an_exercise_that_is_there_already_is_shown_before_saving() {
    let mut session = Session::new();
    session.keys("L n").typed("Goblet squats");
    let ticket = form(&session).comparing.unwrap();
    let one = Similar {
        exercise: "goblet_squat".into(),
        name: Bilingual::new("Goblet squat", "Goblet-Kniebeuge"),
        confidence: 0.97,
    };
    reply(&mut session, LibraryReply::Similar(ticket, vec![one]));
    session.keys("ctrl-s");
    assert!(changes(&session).is_empty());
    session.keys("ctrl-s");
    assert_eq!(changes(&session).len(), 1);
}

#[test]
fn a_combination_is_built_of_parts() {
    let mut session = Session::new();
    session.keys("L n").typed("Dungeon complex");
    for name in ["push up", "goblet squat"] {
        row(&mut session, Row::AddPart);
        session.keys("enter").typed(name).keys("enter").typed("10");
    }
    session.keys("alt-up ctrl-s");
    let (_, change) = changes(&session).pop().unwrap();
    let LibraryChange::Exercise(saved) = change else { panic!("{change:?}") };
    let ExerciseKind::Combination(parts) = &saved.kind else { panic!("no parts") };
    let parts: Vec<(&str, &str)> =
        parts.iter().map(|part| (part.exercise.as_str(), part.dose.as_str())).collect();
    assert_eq!(parts, [("goblet_squat", "10"), ("push_up", "10")]);
}

#[test]
fn a_built_in_exercise_becomes_the_clubs_version() {
    let mut session = Session::new();
    session.keys("L /").typed("goblet squat").keys("enter e");
    assert_eq!(form(&session).text(Row::NameEn), "Goblet squat");
    row(&mut session, Row::MinAge);
    session.keys("ctrl-u").typed("16").keys("ctrl-s");
    let (_, change) = changes(&session).pop().unwrap();
    let LibraryChange::Exercise(saved) = change else { panic!("{change:?}") };
    assert_eq!((saved.id.as_str(), saved.min_age), ("goblet_squat", 16));
    assert_eq!((saved.origin, saved.visibility), (Origin::Club, Visibility::Club));
}

#[test]
fn archiving_teaching_and_lists_ask_for_their_changes() {
    let mut session = Session::new();
    session.keys("L /").typed("goblet squat").keys("enter d t").typed("Kelch").keys("enter");
    session.keys("C n").typed("Juggling / Jonglieren").keys("enter");
    let asked = changes(&session);
    assert!(matches!(&asked[0].1, LibraryChange::Exercise(it)
        if it.visibility == Visibility::Archived && it.origin == Origin::BuiltIn));
    assert_eq!(
        asked[1].1,
        LibraryChange::Teach("Kelch".to_owned(), "goblet_squat".into(), Teaching::Me)
    );
    assert!(matches!(&asked[2].1, LibraryChange::Entry(CatalogueKind::Skills, it)
        if it.id == "juggling" && it.is_own()));
    // what is built in stays as it is
    session.keys("d");
    assert_eq!(changes(&session).len(), 3);
}

#[test]
fn a_step_is_added_and_taken_out() {
    let mut session = Session::new();
    session.keys("L /").typed("goblet squat").keys("enter enter l +");
    session.keys("enter").typed("handstand").keys("enter").typed("more / mehr").keys("enter");
    let (_, change) = changes(&session).pop().unwrap();
    let LibraryChange::Graph(graph) = change else { panic!("{change:?}") };
    let edge = graph.edges.last().unwrap();
    assert_eq!((edge.from.as_str(), edge.harder.de.as_str()), ("goblet_squat", "mehr"));
    let before = pane(&session).library.graph(&graph.id).unwrap().edges.len();
    assert_eq!(graph.edges.len(), before + 1);
    session.keys("-");
    let (_, change) = changes(&session).pop().unwrap();
    let LibraryChange::Graph(graph) = change else { panic!("{change:?}") };
    let before = pane(&session).library.graph(&graph.id).unwrap().edges.len();
    assert_eq!(graph.edges.len(), before - 1);
}
