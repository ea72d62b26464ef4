//! The people screens: nobody there yet, the list, both forms.

use jiff::civil::date;

use super::screens;
use crate::app::people::{Card, FrameworkCard, Known, PeopleEffect, PeopleReply, Person};
use crate::app::tests::script::{Session, group};
use crate::app::{Effect, Event, Reply};
use crate::domain::{Athlete, AthleteProfile, Contraindication, ExerciseId, Group, Lang, Level};

fn jonas() -> Athlete {
    let profile = AthleteProfile {
        name: "Jonas Weber".into(),
        age: Some(29),
        height_cm: Some(183.0),
        weight_kg: Some(82.4),
        goal_text: "120 kg".into(),
        level: Level::Intermediate,
        equipment: Some(vec!["dumbbell".into(), "bench_flat".into()]),
        injuries: vec![Contraindication::Knee],
        one_rm_kg: [(ExerciseId::from("bench_press"), 92.5)].into(),
        language: Some(Lang::De),
        ..AthleteProfile::default()
    };
    Athlete { id: "a1".into(), name: "Jonas Weber".into(), profile }
}

fn children() -> Group {
    Group {
        level_mix: [(Level::Beginner, 8), (Level::Intermediate, 5)].into(),
        devices: [("mat".into(), 4)].into(),
        framework: Some("f1".into()),
        known: vec![ExerciseId::from("plank")],
        ..group()
    }
}

/// Answers what the people screens ask for.
fn answer(session: &mut Session, cards: &[Card]) {
    for effect in std::mem::take(&mut session.effects) {
        let Effect::People(effect) = effect else { continue };
        let told = match *effect {
            PeopleEffect::List(ticket) => {
                let title = "Falling in ten weeks".to_owned();
                let frameworks = vec![FrameworkCard { id: "f1".into(), title }];
                PeopleReply::Listed(ticket, cards.to_vec(), frameworks)
            }
            PeopleEffect::FetchKept(ticket, _) => PeopleReply::Kept(ticket, None),
            PeopleEffect::Know(ticket, _) => {
                let bests = [(ExerciseId::from("bench_press"), 95.0)].into();
                let known = Known { units: 24, done: 20, since: Some(date(2026, 3, 2)), bests };
                PeopleReply::Known(ticket, Box::new(known))
            }
            _ => continue,
        };
        session.event(Event::Reply(Reply::People(Box::new(told))));
    }
}

fn everybody() -> Vec<Card> {
    vec![
        Card { person: Person::Group(children()), units: 12, since: Some(date(2026, 3, 2)) },
        Card { person: Person::Athlete(jonas()), units: 1, since: Some(date(2026, 11, 2)) },
    ]
}

/// Opens the list and presses keys, everything answered.
fn pressed(session: &mut Session, cards: &[Card], keys: &[&str]) {
    for key in keys {
        session.keys(key);
        answer(session, cards);
    }
}

#[test]
fn nobody_is_there_yet() {
    insta::assert_snapshot!(screens(|session| pressed(session, &[], &["O"])));
}

#[test]
fn the_list_of_people() {
    insta::assert_snapshot!(screens(|session| pressed(session, &everybody(), &["O"])));
}

#[test]
fn the_form_for_a_new_athlete_with_something_wrong() {
    insta::assert_snapshot!(screens(|session| {
        pressed(session, &everybody(), &["O", "n"]);
        session.typed("Lea Brandt").keys("down").typed("3");
    }));
}

#[test]
fn the_form_for_an_athlete_with_an_estimate() {
    insta::assert_snapshot!(screens(|session| {
        pressed(session, &everybody(), &["O", "j", "e"]);
        session.keys("up up up up up ctrl-u").typed("80x5");
    }));
}

#[test]
fn the_form_for_a_group() {
    insta::assert_snapshot!(screens(|session| {
        session.model.onboarding.has_models = true;
        pressed(session, &everybody(), &["O", "e"]);
        session.keys("up up");
    }));
}

#[test]
fn things_are_counted() {
    insta::assert_snapshot!(screens(|session| {
        pressed(session, &everybody(), &["O", "e"]);
        session.keys("down down down down down down down down down down down down down down down");
        session.keys("enter down 6");
    }));
}
