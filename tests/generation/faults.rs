//! What happens when the model, the server or the network does not do its part: finished weeks
//! stay, wrong ones are never taken, and nothing is asked for twice.

use planwright::domain::{EquipmentId, ExerciseId, Profile, Unit, Week};
use planwright::generation::{BaseKind, ProgressEvent, Request, Target};
use planwright::lint::{LintContext, Severity, lint_program};
use planwright::llm::ProviderKind;
use serde_json::json;

use crate::desk::{Desk, Ran, answers, library, plan, request};
use crate::model::{Answers, Asked, Fault, Manner, Model, Script};

fn play(script: Box<Script>) -> (Model, Ran) {
    let model = Model::with(answers(&request()), Manner { script, ..Manner::default() });
    let desk = Desk::new(&model, ProviderKind::OpenAiResponses);
    let ran = desk.run(request(), None, Vec::new());
    (model, ran)
}

/// The program is whole and the linter finds no error in it.
fn whole(ran: &Ran) {
    let program = ran.program();
    assert_eq!(program.weeks.len(), 12);
    let context = LintContext::new(library()).for_profile(&program.profile);
    let errors: Vec<_> = lint_program(program, &context)
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn a_week_that_always_fails_is_filled_and_marked_and_the_others_are_the_models() {
    for fault in [
        Fault::Status(500, r#"{"error":{"message":"broken","type":"server_error"}}"#),
        Fault::Says("no week at all".into()),
        Fault::BreaksOff,
    ] {
        let (_, ran) =
            play(Box::new(move |asked, _| (asked == Asked::Week(8)).then(|| fault.clone())));
        whole(&ran);
        assert_eq!(ran.filled(), [8]);
        assert_eq!(ran.says("job-week-filled"), 1);
    }
}

#[test]
fn a_wrong_week_is_repaired_once_and_else_never_taken() {
    let wrong = [
        json!({ "week": 8, "focus": "x", "days": [["e99999 3x5"]] }).to_string(),
        json!({ "week": 8, "focus": "x", "days": [] }).to_string(),
        plan(&request()).weeks[&7].to_string(),
        plan(&request()).weeks[&8].to_string().replacen("\"=\"", "\"3x5 @900kg\"", 1),
        "{".to_owned(),
    ];
    for answer in wrong {
        let says = answer.clone();
        let (model, ran) = play(Box::new(move |asked, before| {
            (asked == Asked::Week(8) && before == 0).then(|| Fault::Says(says.clone()))
        }));
        whole(&ran);
        assert!(ran.filled().is_empty(), "{answer}");
        assert_eq!(model.count(Asked::Week(8)), 2, "{answer}");
        let (model, ran) = play(Box::new(move |asked, _| {
            (asked == Asked::Week(8)).then(|| Fault::Says(answer.clone()))
        }));
        whole(&ran);
        assert_eq!((ran.filled(), model.count(Asked::Week(8))), (vec![8], 2));
    }
}

#[test]
fn a_week_with_what_is_not_owned_or_leaps_is_never_taken() {
    let mut home = request();
    if let Profile::Athlete(profile) = &mut home.profile {
        profile.equipment = Some(vec![EquipmentId::from("dumbbell"), EquipmentId::from("mat")]);
        profile.days_per_week = 3;
        profile.minutes = 60;
        profile.one_rm_kg.clear();
    }
    let table = BaseKind::of(&home.profile, library()).pool(library());
    let squat = table.short(&ExerciseId::from("back_squat")).unwrap();
    let good = Model::start(Answers::Improvised);
    let outline = Desk::new(&good, ProviderKind::OpenAiResponses).run(home.clone(), None, vec![]);
    let day = &outline.kept().frame.blocks[0].days[0];
    for line in [format!("{squat} 3x5 RIR2"), "12x36".to_owned()] {
        let mut days = vec![vec!["=".to_owned(); day.slots.len()]];
        days[0][2] = line.clone();
        for other in &outline.kept().frame.blocks[0].days[1..] {
            days.push(vec!["=".to_owned(); other.slots.len()]);
        }
        let says = json!({ "week": 2, "focus": "x", "days": days }).to_string();
        let manner = Manner {
            script: Box::new(move |asked, _| {
                (asked == Asked::Week(2)).then(|| Fault::Says(says.clone()))
            }),
            ..Manner::default()
        };
        let model = Model::with(Answers::Improvised, manner);
        let ran = Desk::new(&model, ProviderKind::OpenAiResponses).run(home.clone(), None, vec![]);
        whole(&ran);
        assert_eq!(
            (ran.filled(), model.count(Asked::Week(2))),
            (vec![2], 2),
            "{line} {:#?}",
            ran.logged()
        );
        let squatted = Some(ExerciseId::from("back_squat"));
        let mut used = ran.program().units().flat_map(Unit::items);
        assert!(used.all(|(_, item)| item.exercise != squatted));
    }
}

#[test]
fn a_base_lost_in_the_middle_is_told_once_more() {
    let (model, ran) = play(Box::new(|asked, before| {
        (asked == Asked::Week(6) && before == 0).then_some(Fault::Forgets)
    }));
    whole(&ran);
    assert!(ran.filled().is_empty());
    // the base, and the conversation told again
    assert_eq!(model.count(Asked::Base), 2);
    assert_eq!(model.answered_weeks(), (1..=12).collect::<Vec<_>>());
}

#[test]
fn a_storm_of_too_many_requests_slows_down_and_finishes() {
    let (model, ran) = play(Box::new(|asked, before| {
        let storm = matches!(asked, Asked::Week(_)) && before < 2;
        storm.then_some(Fault::Status(429, r#"{"error":{"code":"rate_limit_exceeded"}}"#))
    }));
    whole(&ran);
    assert!(ran.filled().is_empty());
    assert_eq!(model.answered_weeks(), (1..=12).collect::<Vec<_>>());
}

#[test]
fn quota_that_ends_leaves_the_weeks_and_resuming_asks_for_the_missing_ones_only() {
    let script: Box<Script> = Box::new(|asked, before| match asked {
        Asked::Week(5..) if before == 0 => {
            Some(Fault::Status(429, r#"{"error":{"code":"insufficient_quota"}}"#))
        }
        _ => None,
    });
    let model = Model::with(answers(&request()), Manner { script, ..Manner::default() });
    let desk = Desk::new(&model, ProviderKind::OpenAiResponses);
    let broken = desk.run(request(), None, Vec::new());
    let Some(ProgressEvent::Failed { message }) = broken.events.last() else {
        panic!("{:?}", broken.events.last());
    };
    assert_eq!(message.id, "job-missing");
    let done: Vec<Week> = broken.weeks();
    let before = model.answered_weeks();
    assert!(!done.is_empty() && done.len() < 12);
    // what was turned away once may be turned away again before it was ever tried
    let mut kept = (broken.kept(), done);
    let finished = loop {
        let ran = desk.run(request(), Some(kept.0.clone()), kept.1.clone());
        if matches!(ran.events.last(), Some(ProgressEvent::Finished { .. })) {
            break ran;
        }
        kept.1.extend(ran.weeks());
    };
    whole(&finished);
    assert_eq!(model.count(Asked::Outline), 1);
    assert_eq!(model.count(Asked::Base), 1);
    assert_eq!(model.answered_weeks(), (1..=12).collect::<Vec<_>>(), "{before:?}");
}

#[test]
fn an_outline_that_makes_no_sense_is_drawn_up_by_the_offline_planner() {
    let (_, ran) = play(Box::new(|asked, _| {
        (asked == Asked::Outline).then(|| Fault::Says("{\"title\":1}".into()))
    }));
    whole(&ran);
    assert_eq!(ran.says("job-outline-filled"), 1);
}

#[test]
fn a_single_unit_takes_one_question() {
    let model = Model::start(Answers::Given(plan(&request()).first_unit()));
    let desk = Desk::new(&model, ProviderKind::OpenAiResponses);
    let ran = desk.run(Request { target: Target::Unit, ..request() }, None, Vec::new());
    assert_eq!(ran.program().units().count(), 1);
    assert_eq!(ran.says("job-outline-filled"), 0);
    assert_eq!((model.count(Asked::Outline), model.seen().len()), (1, 2));
}
