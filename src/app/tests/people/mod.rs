//! The people screens: whom there is, somebody new, the draft that follows.

mod form;

use jiff::civil::date;

use super::script::{Session, group};
use crate::app::people::{
    Card, FrameworkCard, PeopleEffect, PeoplePane, PeopleReply, Person, PersonForm, PersonKind,
    Row, Saving,
};
use crate::app::{Effect, Event, Overlay, Pane, Reply};
use crate::config::AfterOnboarding;
use crate::domain::{
    Athlete, AthleteProfile, Contraindication, ExerciseId, JobId, Lang, Level, Message, Owner,
};
use crate::language::Catalogue;

/// What the session asked the people's runtime, oldest first; asked once.
fn asked(session: &mut Session) -> Vec<PeopleEffect> {
    let effects = std::mem::take(&mut session.effects);
    let (people, rest): (Vec<_>, Vec<_>) =
        effects.into_iter().partition(|effect| matches!(effect, Effect::People(_)));
    session.effects = rest;
    let inner = |effect| match effect {
        Effect::People(effect) => Some(*effect),
        _ => None,
    };
    people.into_iter().filter_map(inner).collect()
}

fn reply(session: &mut Session, reply: PeopleReply) {
    session.event(Event::Reply(Reply::People(Box::new(reply))));
}

fn jonas() -> Athlete {
    let profile = AthleteProfile {
        name: "Jonas".into(),
        age: Some(29),
        weight_kg: Some(82.4),
        one_rm_kg: [(ExerciseId::from("back_squat"), 120.0)].into(),
        ..AthleteProfile::default()
    };
    Athlete { id: "a1".into(), name: "Jonas".into(), profile }
}

/// The list with the judo group and one athlete.
fn listed() -> Session {
    let mut session = Session::new();
    session.keys("O");
    let people = asked(&mut session);
    let [PeopleEffect::List(ticket)] = people.as_slice() else { panic!("{people:?}") };
    let cards = vec![
        Card { person: Person::Group(group()), units: 3, since: Some(date(2026, 9, 1)) },
        Card { person: Person::Athlete(jonas()), units: 0, since: None },
    ];
    let frameworks = vec![FrameworkCard { id: "f1".into(), title: "Falling in ten weeks".into() }];
    reply(&mut session, PeopleReply::Listed(*ticket, cards, frameworks));
    session
}

fn pane(session: &Session) -> &PeoplePane {
    match session.model.overlays.last() {
        Some(Overlay::People(pane)) => pane,
        other => panic!("{other:?} lies on top"),
    }
}

fn form(session: &Session) -> &PersonForm {
    match session.model.overlays.last() {
        Some(Overlay::Person(form)) => form,
        other => panic!("{other:?} lies on top"),
    }
}

/// Opens a form and answers that nothing was kept.
fn opened(session: &mut Session, key: &str) {
    session.keys(key);
    for effect in asked(session) {
        if let PeopleEffect::FetchKept(ticket, _) = effect {
            reply(session, PeopleReply::Kept(ticket, None));
        }
    }
}

/// Moves the cursor of the form to a row.
fn go_to(session: &mut Session, row: Row) {
    for _ in 0..form(session).rows().len() {
        if form(session).row() == row {
            return;
        }
        session.keys("down");
    }
    panic!("there is no row {row:?}");
}

fn write(session: &mut Session, row: Row, text: &str) {
    go_to(session, row);
    session.keys("end ctrl-u").typed(text);
}

/// Saves; the change that is asked for.
fn saving(session: &mut Session) -> (crate::app::Ticket, Saving) {
    session.keys("ctrl-s");
    let save = asked(session).into_iter().find_map(|effect| match effect {
        PeopleEffect::Save(ticket, saving) => Some((ticket, *saving)),
        _ => None,
    });
    save.expect("something to save")
}

fn said(session: &Session, row: Row) -> String {
    let why = form(session).sheet.errors.get(&row).expect("something wrong with the row");
    Catalogue::load(Lang::En).text(why)
}

#[test]
fn the_list_opens_on_whoever_the_desk_is_for_and_turns_to_others() {
    let mut session = listed();
    assert_eq!(pane(&session).chosen().unwrap().person.name(), "Judo U12");
    session.keys("/").typed("jon").keys("enter enter");
    assert!(session.model.overlays.is_empty());
    let turned = session.effects.iter().find_map(|effect| match effect {
        Effect::OpenOwner(ticket, Owner::Athlete(id)) if id.as_str() == "a1" => Some(*ticket),
        _ => None,
    });
    let trainee = crate::app::effect::Trainee {
        who: Person::Athlete(jonas()).into(),
        recent: Vec::new(),
        framework: None,
    };
    session.event(Event::Reply(Reply::Owner(turned.unwrap(), Box::new(trainee))));
    assert!(session.model.open.is_none(), "the group's unit is not his");
}

#[test]
fn a_new_athlete_is_typed_saved_and_drafted() {
    let mut session = listed();
    opened(&mut session, "n");
    session.typed("Lea Brandt");
    write(&mut session, Row::Age, "34");
    write(&mut session, Row::Weight, "61,5");
    go_to(&mut session, Row::Level);
    session.keys("right");
    go_to(&mut session, Row::Equipment);
    session.keys("enter").typed("dumbb").keys("space");
    session.keys("backspace backspace backspace backspace backspace").typed("flat b");
    session.keys("space enter");
    go_to(&mut session, Row::Injuries);
    session.keys("enter").typed("knee").keys("space enter");
    go_to(&mut session, Row::AddLift);
    session.keys("enter").typed("bench press").keys("enter").typed("60x5 RIR1");
    let (ticket, saving) = saving(&mut session);
    let Person::Athlete(lea) = saving.person.clone() else { panic!("{saving:?}") };
    let profile = &lea.profile;
    assert!(!lea.id.as_str().is_empty());
    assert_eq!((lea.name.as_str(), profile.name.as_str()), ("Lea Brandt", "Lea Brandt"));
    assert_eq!((profile.age, profile.weight_kg), (Some(34), Some(61.5)));
    assert_eq!(profile.level, Level::Intermediate);
    assert_eq!(profile.equipment, Some(vec!["dumbbell".into(), "bench_flat".into()]));
    assert_eq!(profile.injuries, [Contraindication::Knee]);
    // six to the limit are 83.7 % by the chart
    assert_eq!(profile.one_rm_kg, [(ExerciseId::from("bench_press"), 71.5)].into());

    reply(&mut session, PeopleReply::Saved(ticket, Box::new(saving.person)));
    assert!(session.model.overlays.is_empty(), "the desk is hers");
    assert_eq!(session.model.focus, Pane::Log);
    let after = asked(&mut session);
    assert!(after.iter().any(|it| matches!(it, PeopleEffect::Keep(PersonKind::Athlete, None))));
    let drafts: Vec<_> = after.iter().filter(|it| matches!(it, PeopleEffect::Draft(..))).collect();
    assert_eq!(drafts.len(), 1);
}

#[test]
fn the_draft_follows_the_configuration_and_needs_an_age() {
    for (draft, age, wanted) in [
        (AfterOnboarding::Builtin, Some(30), true),
        (AfterOnboarding::Llm, Some(30), true),
        (AfterOnboarding::Off, Some(30), false),
        (AfterOnboarding::Builtin, None, false),
    ] {
        let mut session = listed();
        session.model.onboarding.draft = draft;
        opened(&mut session, "n");
        session.typed("Lea");
        if let Some(age) = age {
            write(&mut session, Row::Age, &age.to_string());
        }
        let (ticket, saving) = saving(&mut session);
        reply(&mut session, PeopleReply::Saved(ticket, Box::new(saving.person)));
        let drafted = asked(&mut session);
        let drafted = drafted.iter().any(|it| matches!(it, PeopleEffect::Draft(..)));
        assert_eq!(drafted, wanted, "{draft:?} {age:?}");
        let told = session.model.log.lines.iter().any(|it| it.text.id == "onboarding-incomplete");
        assert_eq!(told, age.is_none());
    }
}

#[test]
fn a_draft_that_fails_leaves_the_athlete_and_says_what_to_do() {
    let mut session = listed();
    opened(&mut session, "n");
    session.typed("Lea");
    write(&mut session, Row::Age, "30");
    let (ticket, saving) = saving(&mut session);
    reply(&mut session, PeopleReply::Saved(ticket, Box::new(saving.person)));
    let job: JobId = asked(&mut session)
        .into_iter()
        .find_map(|effect| match effect {
            PeopleEffect::Draft(job, _) => Some(job),
            _ => None,
        })
        .unwrap();
    let other = JobId::from("another");
    session.event(Event::Reply(Reply::JobFailed(other, Message::new("error-job-ended-early"))));
    let told = |session: &Session| {
        session.model.log.lines.iter().filter(|it| it.text.id == "onboarding-failed").count()
    };
    assert_eq!(told(&session), 0, "another job is no draft");
    let why = Message::new("error-job-ended-early");
    session.event(Event::Reply(Reply::JobFailed(job, why)));
    assert_eq!(told(&session), 1);
    assert!(session.model.drafts.is_empty());
}

#[test]
fn archived_people_come_back_with_one_key() {
    let mut session = listed();
    session.keys("j d");
    let archived = asked(&mut session).into_iter().find_map(|effect| match effect {
        PeopleEffect::Archive(ticket, person) => Some((ticket, *person)),
        _ => None,
    });
    let (ticket, person) = archived.unwrap();
    reply(&mut session, PeopleReply::Archived(ticket, Box::new(person.clone())));
    session.keys("u");
    let back = asked(&mut session).into_iter().find_map(|effect| match effect {
        PeopleEffect::Save(_, saving) => Some(saving.person),
        _ => None,
    });
    assert_eq!(back, Some(person));
    session.keys("u");
    assert_eq!(session.model.notice.as_ref().unwrap().text.id, "why-not-nobody-gone");
}

#[test]
fn a_coach_without_people_is_led_to_them() {
    let mut session = Session::with(None);
    assert!(session.model.overlays.is_empty());
    session.model.onboarding.is_alone = true;
    let shelf = session.model.shelf.clone().unwrap();
    session.event(Event::Reply(Reply::Shelf(shelf.clone())));
    assert!(matches!(session.model.overlays.last(), Some(Overlay::People(_))));
    session.keys("esc");
    session.event(Event::Reply(Reply::Shelf(shelf)));
    assert!(session.model.overlays.is_empty(), "once is enough");
}

#[test]
fn the_undo_of_the_open_unit_outlives_a_form() {
    let mut session = Session::new();
    session.keys("home down d");
    let before = session.unit().clone();
    session.keys("O n").typed("Lea").keys("esc esc esc");
    assert_eq!(*session.unit(), before);
    session.keys("u");
    assert_ne!(*session.unit(), before);
}
