//! A unit in two steps; what was trained lately in the question; a job played again from its
//! transcripts, without a network.

use planwright::domain::{ExerciseId, GroupProfile, PastUnit, Profile, StyleId, TargetGroupId};
use planwright::generation::{Past, ProgressEvent, Request, Session, Steps, Target};
use planwright::llm::{ModelName, ProviderKind};

use crate::desk::{Desk, answers, plan, request};
use crate::machine::Machine;
use crate::model::{Answers, Asked, Fault, Manner, Model, Script};

fn unit() -> Request {
    Request { target: Target::Unit, steps: Steps::Two, ..request() }
}

fn model(script: Box<Script>) -> Model {
    let answers = Answers::Given(plan(&request()).first_unit());
    Model::with(answers, Manner { script, ..Manner::default() })
}

#[test]
fn prose_streams_first_and_a_second_model_brings_it_into_the_form() {
    let model = model(Box::new(|_, _| None));
    let desk = Desk::with_structure(&model, ProviderKind::OpenAiResponses, "gpt-4.1-nano");
    let ran = desk.run(unit(), None, Vec::new());
    assert_eq!(ran.program().units().count(), 1);
    let asked: Vec<Asked> = model.seen().iter().map(|seen| seen.asked).collect();
    assert_eq!(asked, [Asked::Base, Asked::Prose, Asked::Outline]);
    let seen = model.seen();
    assert_eq!(seen[1].body["model"], "gpt-4.1-mini");
    assert!(seen[1].body["previous_response_id"].is_string(), "prose is a fork of the base");
    assert!(seen[1].body["text"]["format"]["schema"].is_null(), "{}", seen[1].body["text"]);
    let second = &seen[2].body;
    assert_eq!(second["model"], "gpt-4.1-nano");
    assert!(second["previous_response_id"].is_null());
    assert!(second.to_string().contains("Watch the knees."));
    // only the exercises the prose names, not the whole library
    assert!(seen[2].input < 3_000, "{}", seen[2].input);
    let streamed: String = ran
        .events
        .iter()
        .filter_map(|event| match event {
            ProgressEvent::Text { index: 0, text } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert!(streamed.contains("A unit that builds on the last one."), "{streamed}");
    let audit = ran.program().provenance.audit.clone().unwrap();
    assert_eq!(audit.structured_by.as_deref(), Some("test/test-model-1"));
    let prompts: Vec<&str> = audit.prompts.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(prompts, ["training_principles_base", "unit_prose", "unit_structure"]);
}

#[test]
fn a_form_that_cannot_be_read_is_asked_for_again_and_the_prose_is_not() {
    let bad = || Fault::Says("{\"title\":\"x\"}".into());
    let model =
        model(Box::new(move |asked, before| (asked == Asked::Outline && before == 0).then(bad)));
    let desk = Desk::with_structure(&model, ProviderKind::OpenAiResponses, "gpt-4.1-nano");
    let ran = desk.run(unit(), None, Vec::new());
    assert_eq!(ran.says("job-outline-filled"), 0);
    assert_eq!((model.count(Asked::Prose), model.count(Asked::Outline)), (1, 2));
}

#[test]
fn without_a_second_model_the_first_one_does_both_and_a_named_one_too() {
    let model = model(Box::new(|_, _| None));
    let desk = Desk::new(&model, ProviderKind::OpenAiChat);
    let named = ModelName::parse("test/gpt-4.1");
    desk.run(Request { model: named, ..unit() }, None, Vec::new()).program();
    let seen = model.seen();
    assert_eq!(seen.len(), 2);
    assert!(seen.iter().all(|it| it.body["model"] == "gpt-4.1"));
}

#[test]
fn what_was_trained_stands_behind_the_fork_and_is_the_same_every_time() {
    let squat = ExerciseId::from("back_squat");
    let past = Past {
        sessions: vec![Session {
            days_ago: 3,
            lines: vec![(squat.clone(), "✓ 3x5 @120kg".into())],
        }],
        best: [(squat, 138)].into(),
    };
    let question = |model: &Model| -> String {
        let seen = model.seen();
        let first = seen.iter().find(|it| it.asked == Asked::Outline).unwrap();
        assert!(first.cached >= 14_000, "the base is known all the same: {}", first.cached);
        first.body["input"].to_string()
    };
    let mut questions = Vec::new();
    for _ in 0..2 {
        let model = Model::start(answers(&request()));
        let desk = Desk::new(&model, ProviderKind::OpenAiResponses);
        desk.run(Request { past: past.clone(), ..request() }, None, Vec::new()).program();
        questions.push(question(&model));
    }
    assert_eq!(questions[0], questions[1]);
    assert!(questions[0].contains("3 days before: e"), "{}", questions[0]);
    assert!(questions[0].contains("best singles estimated from it: e"));
    assert!(!questions[0].contains("back_squat"), "short names only");
}

#[test]
fn a_groups_history_names_what_was_trained_too_little() {
    let profile = Profile::Group(GroupProfile {
        style: Some(StyleId::from("judo")),
        target_group: TargetGroupId::from("kids_older"),
        skills: [("falling".into(), 1.0), ("gripping".into(), 1.0)].into(),
        history: vec![PastUnit { days_ago: 4, exercises: vec!["fall_back_sit".into()] }],
        ..GroupProfile::default()
    });
    let model = Model::start(Answers::Improvised);
    let desk = Desk::new(&model, ProviderKind::OpenAiResponses);
    let ran = desk.run(Request { profile, target: Target::Unit, ..request() }, None, Vec::new());
    ran.program();
    let question = model.seen()[1].body["input"].to_string();
    assert!(question.contains("4 days before: e"), "{question}");
    assert!(question.contains("against what is wanted: gripping"), "{question}");
}

#[test]
fn a_whole_job_is_played_again_from_its_transcripts_without_a_network() {
    let model = Model::start(answers(&request()));
    let machine = Machine::new(&model, &request());
    let profile = machine.path("profile.json").display().to_string();
    let program = ["generate", "program", "--profile", &profile, "--engine", "llm"];
    let first = machine.json(&program);
    let asked = model.seen().len();
    machine.replay();
    let again = machine.json(&program);
    assert_eq!(model.seen().len(), asked, "nobody was asked");
    let ids = [&first, &again].map(|plan| plan["id"].as_str().unwrap());
    let both = machine.json(&["plan", "compare", ids[0], ids[1]]);
    let days = both["weeks"].as_array().unwrap().iter().filter_map(|it| it["days"].as_array());
    let rows: Vec<_> = days.flatten().filter_map(|day| day["rows"].as_array()).flatten().collect();
    assert!(rows.len() > 400);
    assert!(rows.iter().all(|row| row["change"] == "same"));
    assert_eq!(both["right"]["filled"].as_array().unwrap().len(), 0);
}
