//! The forms: what is typed, picked, refused, given up and taken up again.

use jiff::civil::date;

use super::{asked, form, go_to, jonas, listed, opened, reply, said, saving, write};
use crate::app::Overlay;
use crate::app::people::{KeptForm, Known, PeopleEffect, PeopleReply, Person, PersonKind, Row};
use crate::app::tests::script::Session;
use crate::domain::{ExerciseId, FrameworkId, Level, Owner, StyleId};

#[test]
fn what_does_not_fit_is_said_at_once_with_field_value_and_range() {
    let mut session = listed();
    opened(&mut session, "n");
    write(&mut session, Row::Age, "300");
    let sentence = said(&session, Row::Age);
    for part in ["Age", "300", "4", "100"] {
        assert!(sentence.contains(part), "{sentence}");
    }
    write(&mut session, Row::Height, "tall");
    assert!(said(&session, Row::Height).contains("tall"));
    write(&mut session, Row::Weeks, "8");
    write(&mut session, Row::Contest, "9");
    assert!(said(&session, Row::Contest).contains('8'));
    session.keys("ctrl-s");
    assert!(asked(&mut session).iter().all(|it| !matches!(it, PeopleEffect::Save(..))));
    assert_eq!(form(&session).row(), Row::Name, "what is missing first has the cursor");
    assert!(form(&session).sheet.errors.contains_key(&Row::Name));
}

#[test]
fn a_group_is_typed_with_shares_skills_counts_and_a_framework() {
    let mut session = listed();
    opened(&mut session, "g");
    session.typed("Karate U10");
    go_to(&mut session, Row::TargetGroup);
    session.keys("enter").typed("7-9").keys("enter");
    go_to(&mut session, Row::AgeMin);
    assert_eq!(form(&session).sheet.text(Row::AgeMin), "7", "the target group knows the ages");
    assert_eq!(form(&session).sheet.text(Row::AgeMax), "9");
    go_to(&mut session, Row::Style);
    session.keys("enter").typed("karate").keys("enter");
    write(&mut session, Row::Share(Level::Beginner), "9");
    write(&mut session, Row::Share(Level::Intermediate), "4");
    assert!(said(&session, Row::Share(Level::Beginner)).contains("13"), "twelve come");
    write(&mut session, Row::Size, "13");
    assert!(form(&session).sheet.errors.is_empty());
    go_to(&mut session, Row::Skills);
    session.keys("enter").typed("balance").keys("8 enter");
    go_to(&mut session, Row::Devices);
    session.keys("enter").typed("dumbbell").keys("1 2 enter");
    go_to(&mut session, Row::Mastered);
    session.keys("enter").typed("goblet_squat").keys("space enter");
    go_to(&mut session, Row::Framework);
    session.keys("enter").typed("falling").keys("enter");
    let (ticket, saving) = saving(&mut session);
    let Person::Group(saved) = saving.person.clone() else { panic!("{saving:?}") };
    assert_eq!((saved.size, saved.age_min, saved.age_max), (13, 7, 9));
    assert_eq!(saved.target_group.as_str(), "kids_young");
    assert_eq!(saved.style.as_ref().map(StyleId::as_str), Some("karate_shotokan"));
    assert_eq!(saved.level_mix, [(Level::Beginner, 9), (Level::Intermediate, 4)].into());
    assert_eq!(saved.skills, [("balance".into(), 0.8)].into());
    assert_eq!(saved.devices, [("dumbbell".into(), 12)].into());
    assert_eq!(saved.known, [ExerciseId::from("goblet_squat")]);
    assert_eq!(saved.framework.as_ref().map(FrameworkId::as_str), Some("f1"));
    reply(&mut session, PeopleReply::Saved(ticket, Box::new(saving.person)));
    let drafted = asked(&mut session);
    assert!(drafted.iter().all(|it| !matches!(it, PeopleEffect::Draft(..))), "athletes only");
}

#[test]
fn somebody_there_is_changed_by_the_same_form_and_keeps_the_rest() {
    let mut session = listed();
    session.keys("j");
    opened(&mut session, "e");
    assert_eq!(form(&session).sheet.text(Row::Weight), "82.4");
    go_to(&mut session, Row::Lift(0));
    session.keys("ctrl-d");
    write(&mut session, Row::Days, "4");
    let (ticket, saving) = saving(&mut session);
    let mut wanted = jonas();
    wanted.profile.one_rm_kg.clear();
    wanted.profile.days_per_week = 4;
    assert_eq!(saving.person, Person::Athlete(wanted));
    reply(&mut session, PeopleReply::Saved(ticket, Box::new(saving.person)));
    assert!(matches!(session.model.overlays.last(), Some(Overlay::People(_))));
    let after = asked(&mut session);
    assert!(after.iter().any(|it| matches!(it, PeopleEffect::List(_))), "the list is renewed");
    assert!(after.iter().all(|it| !matches!(it, PeopleEffect::Draft(..))));
}

#[test]
fn results_that_were_logged_offer_best_singles() {
    let mut session = listed();
    session.keys("j e");
    for effect in asked(&mut session) {
        match effect {
            PeopleEffect::FetchKept(ticket, _) => {
                reply(&mut session, PeopleReply::Kept(ticket, None));
            }
            PeopleEffect::Know(ticket, owner) => {
                assert_eq!(owner, Owner::Athlete("a1".into()));
                let bests = [("back_squat".into(), 131.0), ("bench_press".into(), 92.5)].into();
                let since = Some(date(2026, 3, 2));
                let known = Known { units: 24, done: 20, since, bests };
                reply(&mut session, PeopleReply::Known(ticket, Box::new(known)));
            }
            other => panic!("{other:?}"),
        }
    }
    go_to(&mut session, Row::History);
    session.keys("enter");
    let (_, saving) = saving(&mut session);
    let Person::Athlete(saved) = saving.person else { panic!() };
    let wanted = [("back_squat".into(), 120.0), ("bench_press".into(), 92.5)].into();
    assert_eq!(saved.profile.one_rm_kg, wanted, "what was written stays");
}

#[test]
fn escape_asks_before_it_gives_up_what_was_typed() {
    let mut session = listed();
    opened(&mut session, "n");
    session.typed("Le").keys("esc");
    assert_eq!(session.model.notice.as_ref().unwrap().text.id, "edit-unsaved");
    session.typed("a");
    assert_eq!(form(&session).sheet.text(Row::Name), "Lea");
    session.keys("esc esc");
    assert!(matches!(session.model.overlays.last(), Some(Overlay::People(_))));
    let forgotten = asked(&mut session);
    assert!(matches!(forgotten.last(), Some(PeopleEffect::Keep(PersonKind::Athlete, None))));
    opened(&mut session, "n");
    session.keys("esc");
    assert!(matches!(session.model.overlays.last(), Some(Overlay::People(_))), "nothing to ask");
}

#[test]
fn what_was_being_typed_comes_back_after_a_crash() {
    let mut session = listed();
    opened(&mut session, "n");
    session.typed("Lea");
    write(&mut session, Row::Age, "34");
    let kept: KeptForm = asked(&mut session)
        .into_iter()
        .filter_map(|effect| match effect {
            PeopleEffect::Keep(_, kept) => kept.map(|it| *it),
            _ => None,
        })
        .next_back()
        .unwrap();
    let kept: KeptForm = serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap();

    let ticket = |session: &mut Session| {
        let fetch = asked(session).into_iter().find_map(|effect| match effect {
            PeopleEffect::FetchKept(ticket, _) => Some(ticket),
            _ => None,
        });
        fetch.unwrap()
    };
    let mut session = listed();
    session.keys("n");
    let asked_for = ticket(&mut session);
    reply(&mut session, PeopleReply::Kept(asked_for, Some(Box::new(kept.clone()))));
    assert_eq!(form(&session).sheet.text(Row::Name), "Lea");
    assert_eq!(form(&session).sheet.text(Row::Age), "34");
    assert!(form(&session).is_changed());

    // it belongs to somebody new, and not to Jonas
    let mut session = listed();
    session.keys("j e");
    let asked_for = ticket(&mut session);
    reply(&mut session, PeopleReply::Kept(asked_for, Some(Box::new(kept.clone()))));
    assert_eq!(form(&session).sheet.text(Row::Name), "Jonas");

    // who types faster than the answer comes keeps what was typed
    let mut session = listed();
    session.keys("n");
    let asked_for = ticket(&mut session);
    session.typed("Max");
    reply(&mut session, PeopleReply::Kept(asked_for, Some(Box::new(kept))));
    assert_eq!(form(&session).sheet.text(Row::Name), "Max");
}
