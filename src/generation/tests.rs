//! The builtin engine as a stream, and the job as a value.

use std::collections::BTreeSet;
use std::sync::Arc;

use futures_util::StreamExt;
use jiff::civil::date;

use super::{
    BaseKind, BaseStands, Builtin, Engine, EngineKind, Estimate, Job, JobStatus, Past,
    ProgressEvent, Request, Steps, Target, WrittenBy, estimate, written_by,
};
use crate::domain::{
    AthleteProfile, Bilingual, Explain, Item, ItemLog, JobId, Lang, Message, Owner, Profile,
    Program, Provenance, Section, SectionKind, SetLog, Unit, Visibility, Week,
};
use crate::language::Catalogue;
use crate::library::{Library, builtin};
use crate::llm::{LlmSettings, ModelName, ProviderKind, ProviderSettings, Role, RoleModel};
use crate::notation;
use crate::planner::{PlannerError, program};

fn library() -> Arc<Library> {
    Arc::new(Library::from_data(builtin().unwrap()).unwrap())
}

fn request() -> Request {
    let profile = Profile::Athlete(AthleteProfile::default());
    Request { seed: 7, ..Request::new(Target::Program, profile, Owner::Nobody) }
}

fn events(request: Request, done: Vec<Week>) -> Vec<ProgressEvent> {
    let stream = Builtin::new(library()).run(request, done);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(stream.collect())
}

fn finished(events: &[ProgressEvent]) -> &Program {
    match events.last() {
        Some(ProgressEvent::Finished { program }) => program,
        other => panic!("{other:?}"),
    }
}

fn made(events: &[ProgressEvent]) -> Vec<u16> {
    events
        .iter()
        .filter_map(|event| match event {
            ProgressEvent::WeekReady { week } => Some(week.index),
            _ => None,
        })
        .collect()
}

#[test]
fn the_stream_tells_outline_weeks_and_the_whole_in_order() {
    let events = events(request(), Vec::new());
    assert!(matches!(events.first(), Some(ProgressEvent::Started { .. })));
    assert!(matches!(events.get(1), Some(ProgressEvent::Outlined { .. })));
    assert_eq!(made(&events), (1..=12).collect::<Vec<_>>());
    let planned = program(&request().profile, &library(), 7).unwrap();
    assert_eq!(*finished(&events), planned);
}

#[test]
fn resuming_makes_the_missing_weeks_only_and_ends_with_the_same_program() {
    let whole = events(request(), Vec::new());
    let whole = finished(&whole);
    let kept: Vec<Week> =
        whole.weeks.iter().filter(|week| [1, 2, 5].contains(&week.index)).cloned().collect();
    let resumed = events(request(), kept);
    assert_eq!(made(&resumed), [3, 4, 6, 7, 8, 9, 10, 11, 12]);
    assert_eq!(finished(&resumed), whole);
    let nothing_left = events(request(), whole.weeks.clone());
    assert!(made(&nothing_left).is_empty());
    assert_eq!(finished(&nothing_left), whole);
}

#[test]
fn a_week_a_coach_changed_stays_as_it_is_when_resuming() {
    let whole = events(request(), Vec::new());
    let mut week = finished(&whole).weeks[3].clone();
    week.units[0].title = "Changed by hand".into();
    let resumed = events(request(), vec![week]);
    assert_eq!(finished(&resumed).weeks[3].units[0].title, "Changed by hand");
}

#[test]
fn dropping_the_stream_stops_the_work() {
    let mut stream = Builtin::new(library()).run(request(), Vec::new());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let seen = runtime.block_on(async {
        let mut seen = Vec::new();
        while let Some(event) = stream.next().await {
            let enough = matches!(&event, ProgressEvent::WeekReady { week } if week.index == 2);
            seen.push(event);
            if enough {
                break;
            }
        }
        seen
    });
    drop(stream);
    assert_eq!(made(&seen), [1, 2]);
}

#[test]
fn a_single_unit_can_be_asked_for() {
    let events = events(Request { target: Target::Unit, ..request() }, Vec::new());
    let program = finished(&events);
    assert_eq!((program.weeks.len(), program.units().count()), (1, 1));
}

#[test]
fn a_profile_that_makes_no_sense_fails_with_the_reason() {
    let profile = Profile::Athlete(AthleteProfile { minutes: 0, ..AthleteProfile::default() });
    let events = events(Request { profile, ..request() }, Vec::new());
    let range = PlannerError::OutOfRange { field: "minutes", value: "0".into(), min: 20, max: 150 };
    match events.last() {
        Some(ProgressEvent::Failed { message }) => assert_eq!(*message, range.message()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_job_advances_in_at_least_fifteen_steps_and_says_each_line() {
    let mut job = Job::new(JobId::from("j1"), request(), "builtin");
    let (mut percents, mut lines) = (BTreeSet::from([job.percent]), Vec::new());
    for event in events(request(), Vec::new()) {
        let before = job.percent;
        lines.extend(job.apply(&event));
        assert!(job.percent >= before);
        percents.insert(job.percent);
    }
    assert!(percents.len() >= 15, "{percents:?}");
    assert_eq!((job.status, job.percent, job.done.len()), (JobStatus::Done, 100, 12));
    assert_eq!(job.units, 36);
    let text = |lang| -> Vec<String> {
        lines.iter().map(|line| Catalogue::load(lang).text(line)).collect()
    };
    let english = text(Lang::En);
    assert!(english.iter().all(|line| line.starts_with("[JOB j1] ")), "{english:#?}");
    assert!(english.iter().any(|line| line.contains("Week 3/12")));
    assert!(english.iter().any(|line| line.contains("Week 3 complete (build, 3 units)")));
    assert!(english.iter().any(|line| line.contains("0 errors")), "{english:#?}");
    assert!(english.last().is_some_and(|line| line.contains("36")));
    assert!(text(Lang::De).iter().any(|line| line.contains("Woche 3 fertig (Aufbau")));
}

#[test]
fn a_cancelled_or_failed_job_keeps_its_weeks_and_runs_again() {
    let mut job = Job::new(JobId::from("j1"), request(), "builtin");
    for event in events(request(), Vec::new()).into_iter().take(8) {
        job.apply(&event);
    }
    let kept = job.done.len();
    assert!(kept > 0);
    job.cancel();
    assert_eq!((job.status, job.done.len()), (JobStatus::Cancelled, kept));
    job.apply(&ProgressEvent::Started { engine: "builtin".into() });
    assert_eq!(job.status, JobStatus::Running);
    job.apply(&ProgressEvent::Failed { message: Message::new("error-plan-nothing-fits") });
    assert_eq!((job.status, job.done.len()), (JobStatus::Failed, kept));
    assert!(job.error.is_some());
}

/// A provider of a kind for the role `generate`, one that costs nothing for `structure`.
fn models(kind: ProviderKind) -> LlmSettings {
    let provider = |kind, url: &str| ProviderSettings {
        kind,
        base_url: Some(url.to_owned()),
        api_version: None,
        key: None,
        ca_file: None,
    };
    let role = |provider: &str, model: &str| RoleModel {
        provider: provider.to_owned(),
        model: model.to_owned(),
        ..RoleModel::default()
    };
    LlmSettings {
        providers: [
            ("cloud".to_owned(), provider(kind, "https://models.example")),
            ("desk".to_owned(), provider(ProviderKind::Ollama, "http://localhost:1")),
        ]
        .into(),
        roles: [
            (Role::Generate, role("cloud", "gpt-4.1")),
            (Role::Structure, role("desk", "small")),
        ]
        .into(),
        ..LlmSettings::default()
    }
}

fn reckoned(request: &Request, settings: &LlmSettings, base: BaseStands) -> Option<Estimate> {
    estimate(&Request { engine: EngineKind::Llm, ..request.clone() }, &library(), settings, base)
}

#[test]
fn an_estimate_knows_what_is_asked_and_of_whom() {
    let settings = models(ProviderKind::OpenAiResponses);
    assert_eq!(estimate(&request(), &library(), &settings, BaseStands::NotYet), None);
    assert_eq!(reckoned(&request(), &LlmSettings::default(), BaseStands::NotYet), None);

    let whole = reckoned(&request(), &settings, BaseStands::NotYet).unwrap();
    assert_eq!((whole.requests, whole.in_a_row), (14, 5));
    let kept = reckoned(&request(), &settings, BaseStands::Already).unwrap();
    assert_eq!((kept.requests, kept.in_a_row), (13, 4));
    assert!(kept.price < whole.price);
    assert!((kept.seconds(2.0) - 8.0).abs() < 1e-9);
    // who keeps no conversations is told no base
    let chat = models(ProviderKind::OpenAiChat);
    let chat = reckoned(&request(), &chat, BaseStands::NotYet).unwrap();
    assert_eq!((chat.requests, chat.in_a_row), (13, 4));
    assert_eq!(chat.usage.input(), kept.usage.input());

    let unit = Request { target: Target::Unit, ..request() };
    let one = reckoned(&unit, &settings, BaseStands::Already).unwrap();
    let two = Request { steps: Steps::Two, ..unit };
    let two = reckoned(&two, &settings, BaseStands::Already).unwrap();
    assert_eq!((one.requests, two.requests, two.in_a_row), (1, 2, 2));
    // the second step costs nothing here, but prose is longer than the form
    assert!(two.price > one.price);

    let named = |text| Request { model: ModelName::parse(text), ..request() };
    let local = reckoned(&named("desk/small"), &settings, BaseStands::NotYet).unwrap();
    assert_eq!((local.requests, local.price), (13, Some(0.0)));
    let unknown = reckoned(&named("cloud/brand-new"), &settings, BaseStands::NotYet).unwrap();
    assert_eq!(unknown.price, None);
    assert_eq!(reckoned(&named("nobody/x"), &settings, BaseStands::NotYet), None);
}

#[test]
fn weeks_say_who_wrote_them() {
    let events = events(request(), Vec::new());
    let mut week = finished(&events).weeks[0].clone();
    assert_eq!(written_by(&week), WrittenBy::Planner);
    let cases = [
        ("intent-model", WrittenBy::Model),
        ("intent-repaired", WrittenBy::Repaired),
        ("intent-filled", WrittenBy::Filled),
    ];
    for (id, by) in cases {
        week.intent.push(Message::new(id));
        assert_eq!(written_by(&week), by);
    }
}

#[test]
fn what_an_earlier_version_kept_is_still_read() {
    let text = r#"{"engine":"llm","seed":3,"model":"openai/m; unit@ab; base cd"}"#;
    let old: Provenance = serde_json::from_str(text).unwrap();
    assert_eq!((old.seed, old.audit, old.version_of), (3, None, None));
    assert_eq!(old.model.as_deref(), Some("openai/m; unit@ab; base cd"));
    let mut request = serde_json::to_value(request()).unwrap();
    let fields = request.as_object_mut().unwrap();
    fields.remove("steps");
    assert!(!fields.contains_key("model") && !fields.contains_key("version_of"));
    let read: Request = serde_json::from_value(request).unwrap();
    assert_eq!((read.steps, read.model, read.version_of), (Steps::One, None, None));
}

#[test]
fn what_is_archived_stands_in_no_base() {
    let mut data = builtin().unwrap();
    let squat = data.exercises.iter_mut().find(|known| known.id.as_str() == "back_squat").unwrap();
    squat.visibility = Visibility::Archived;
    let id = squat.id.clone();
    let smaller = Library::from_data(data).unwrap();
    assert!(BaseKind::Strength.pool(&library()).ids().contains(&id));
    assert!(!BaseKind::Strength.pool(&smaller).ids().contains(&id));
}

/// A unit of some days ago with a logged squat and a plank.
fn past_unit(n: i8) -> Unit {
    let id = |what: &str| format!("{what}{n}");
    let line = |what: &str, exercise: &str, dose: &str| Item {
        prescription: notation::parse(dose).unwrap(),
        ..Item::new(id(what).as_str().into(), Some(exercise.into()), Bilingual::same(exercise))
    };
    let done = SetLog { reps: Some(5), load_kg: Some(100.0 + f64::from(n)), ..SetLog::default() };
    let squat = Item {
        log: Some(ItemLog { done: true, sets: vec![done; 3] }),
        ..line("a", "back_squat", "3x5 @100kg")
    };
    let mut unit = Unit::new(id("u").as_str().into(), "Zacharias's evening", Owner::Nobody);
    unit.date = Some(date(2026, 5, n));
    let mut section = Section::new(id("s").as_str().into(), SectionKind::Main);
    section.items = vec![squat, line("b", "plank", "3x30s")];
    unit.sections = vec![section];
    unit
}

#[test]
fn the_past_is_told_bounded_and_always_the_same() {
    let units: Vec<Unit> = (1..=20).map(past_unit).collect();
    let past = Past::of(&units, Some(date(2026, 5, 22)), 3);
    assert_eq!(past.sessions.len(), 6);
    let days: Vec<u16> = past.sessions.iter().map(|session| session.days_ago).collect();
    assert_eq!(days, [2, 3, 4, 5, 6, 7]);
    assert_eq!(past.sessions[0].lines[0].1, "✓ 3x5 @120kg");
    assert_eq!(past.sessions[0].lines[1].1, "3x30s");
    // three sets of five with 120 kg: about 138 kg by Epley and Brzycki
    assert_eq!(past.best.values().copied().collect::<Vec<_>>(), [138]);
    let mut other_way = units.clone();
    other_way.reverse();
    assert_eq!(Past::of(&other_way, Some(date(2026, 5, 22)), 3), past);
    assert!(!serde_json::to_string(&past).unwrap().contains("Zacharias"));
    assert!(Past::of(&units, Some(date(2026, 12, 1)), 3).is_empty(), "too long ago");
}

#[test]
fn requests_and_jobs_survive_the_store() {
    let job = Job::new(JobId::from("j1"), request(), "builtin");
    let text = serde_json::to_string(&job).unwrap();
    assert_eq!(serde_json::from_str::<Job>(&text).unwrap(), job);
}
