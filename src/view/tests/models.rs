//! The pages about language models.

use jiff::civil::date;

use super::screens;
use super::stage::suggest;
use crate::app::asking::{Answered, Errand};
use crate::app::import::Reread;
use crate::app::models::{Cost, CostDay, CostRow, WouldSend};
use crate::app::tests::script::Session;
use crate::app::{Effect, Event, Overlay, Pane, Reply};
use crate::assist::parse;
use crate::domain::{Bilingual, Message, Partner};
use crate::llm::Role;
use crate::matching::Band;
use crate::retrieval::{Intent, Parsed};

fn would_send(session: &mut Session) {
    suggest(session);
    session.keys("tab r");
    let ticket = session.model.suggest.reranking.unwrap();
    let sent = WouldSend {
        role: Role::Rerank,
        provider: "openai".into(),
        model: "gpt-4.1-mini".into(),
        url: "https://api.openai.com/v1/responses".into(),
        bytes: 9_412,
        lines: vec![
            "{".into(),
            "  \"model\": \"gpt-4.1-mini\",".into(),
            "  \"instructions\": \"You help a coach choose the next exercise for a training unit."
                .into(),
            "<data name=\"plan\">".into(),
            "{\"unit\":\"Falls\",\"group\":\"[group-1]\",\"planned\":[\"Sit roll\"]}".into(),
            "</data>".into(),
        ],
        asks_for: Some("Judo kids".into()),
    };
    session.event(Event::Reply(Reply::WouldSend(ticket, Box::new(sent))));
}

fn cost(session: &mut Session) {
    session.keys("$");
    let ticket = session.model.opening.unwrap();
    let day = |number: i8, tokens: u64| CostDay {
        day: date(2026, 5, number),
        tokens,
        price: tokens as f64 / 1e6,
    };
    let cost = Cost {
        rows: vec![CostRow {
            role: "rerank".into(),
            model: "gpt-4.1-mini".into(),
            calls: 12,
            good: 0.917,
            input: (20_100, 16_384),
            output: 6_200,
            first_ms: Some(640),
            price: 0.02,
            unpriced: 1,
        }],
        days: vec![day(3, 0), day(4, 12_000), day(5, 30_684)],
        alerts: vec![Message::new("usage-alert-day").with("spent", "$0.43").with("limit", "$0.50")],
        today: (0.43, Some(0.5)),
        month: (3.2, None),
        prices_as_of: "2025-12-01",
    };
    session.event(Event::Reply(Reply::Cost(ticket, Box::new(cost))));
}

#[test]
fn what_would_be_sent() {
    insta::assert_snapshot!(screens(would_send));
}

#[test]
fn the_cost_of_models() {
    insta::assert_snapshot!(screens(cost));
}

#[test]
fn a_model_is_asked_only_after_a_yes_and_the_same_key_stops_it() {
    let mut session = super::stage::session();
    would_send(&mut session);
    assert_eq!(session.model.overlays.len(), 1);
    session.keys("enter");
    assert!(session.model.overlays.is_empty());
    let first = session.model.suggest.reranking.expect("asked after the yes");
    session.keys("r");
    assert_eq!(session.model.suggest.reranking, None, "the same key stops it");
    // an answer to what no longer stands is dropped
    let hits = session.model.suggest.answer.clone().unwrap();
    let before = session.model.suggest.by_model;
    session.event(Event::Reply(Reply::Reranked(first, Box::new(hits.clone()))));
    assert_eq!(session.model.suggest.by_model, before);
    session.keys("r");
    let second = session.model.suggest.reranking.unwrap();
    session.event(Event::Reply(Reply::Reranked(second, Box::new(hits))));
    assert!(session.model.suggest.by_model);
}

fn drafted(session: &mut Session) {
    suggest(session);
    session.keys("tab n");
    let asking = session.model.asking.clone().unwrap();
    let Errand::Exercise(outline) = asking.errand else { panic!("no draft was asked for") };
    let mut exercise = *outline;
    exercise.name = Bilingual::new("Belt tug duel", "Gürtelziehen-Duell");
    exercise.fact =
        Bilingual::new("Whoever steps over the line loses.", "Wer übertritt, verliert.");
    let answer = Answered::Exercise(Box::new(exercise), "gpt-4.1-mini".to_owned());
    session.event(Event::Reply(Reply::Answered(asking.ticket, Box::new(answer))));
}

#[test]
fn a_draft_of_an_exercise_by_a_model() {
    insta::assert_snapshot!(screens(drafted));
}

#[test]
fn a_draft_is_kept_only_when_it_is_saved_and_opens_without_a_model_too() {
    let mut session = super::stage::session();
    drafted(&mut session);
    assert!(matches!(session.model.overlays.last(), Some(Overlay::Exercise(form))
        if form.drafted_by.is_some()));
    assert!(!session.effects.iter().any(|it| matches!(it, Effect::AddExercise(_))));
    session.keys("esc");
    assert_eq!(session.model.overlays.len(), 1, "leaving asks once");
    session.keys("esc");
    assert!(session.model.overlays.is_empty());

    // without a model: one line that says so, and a form with what the plan says
    session.keys("n");
    let ticket = session.model.asking.as_ref().unwrap().ticket;
    let off = Message::new("llm-off").with("role", "draft");
    session.event(Event::Reply(Reply::Failed(Some(ticket), off.clone())));
    assert!(matches!(session.model.overlays.last(), Some(Overlay::Exercise(form))
        if form.drafted_by.is_none() && !form.draft.skills.is_empty()));
    assert_eq!(session.model.log.lines.back().unwrap().text, off);
    session.keys("esc");

    // an answer that comes while something else is done waits for the key
    session.keys("n");
    let ticket = session.model.asking.as_ref().unwrap().ticket;
    session.keys("?");
    session.event(Event::Reply(Reply::Failed(Some(ticket), off)));
    assert!(matches!(session.model.overlays.last(), Some(Overlay::Page(_))));
    session.keys("esc n");
    assert!(matches!(session.model.overlays.last(), Some(Overlay::Exercise(_))));
    session.keys("esc");

    // the same key again stops it, and a late answer is dropped
    session.keys("n");
    let ticket = session.model.asking.as_ref().unwrap().ticket;
    session.keys("n");
    assert!(session.model.asking.is_none());
    assert!(session.effects.iter().any(|it| matches!(it, Effect::StopAsking)));
    let late = Answered::Rows(Vec::new());
    session.event(Event::Reply(Reply::Answered(ticket, Box::new(late))));
    assert!(session.model.overlays.is_empty());
}

/// The doubtful rows of the review on top, as a model would read them: the second candidate.
fn reread(session: &Session) -> Vec<Reread> {
    let Some(Overlay::Review(review)) = session.model.overlays.last() else { panic!("no review") };
    let mut draft = review.draft.clone();
    let before = draft.clone();
    let readings: Vec<parse::Reading> = parse::doubtful(&draft)
        .into_iter()
        .map(|row| parse::Reading { row, candidate: Some(1), band: Band::Medium })
        .collect();
    parse::apply(&mut draft, &readings);
    Reread::between(&before, &draft)
}

fn advised(session: &mut Session) {
    super::stage::review(session);
    let rows = reread(session);
    session.keys("r");
    let ticket = session.model.asking.as_ref().unwrap().ticket;
    let answer = Answered::Rows(rows);
    session.event(Event::Reply(Reply::Answered(ticket, Box::new(answer))));
}

#[test]
fn doubtful_rows_read_by_a_model() {
    insta::assert_snapshot!(screens(advised));
}

#[test]
fn what_a_model_reads_stays_doubtful_is_one_step_and_spares_what_was_decided() {
    let mut session = super::stage::session();
    super::stage::review(&mut session);
    let rows = reread(&session);
    assert_eq!(rows.len(), 1, "what has no candidates cannot be asked about");
    let row = |session: &Session| match session.model.overlays.last() {
        Some(Overlay::Review(review)) => review.row_at(rows[0].number).cloned().unwrap(),
        _ => panic!("no review"),
    };
    let answered = |session: &mut Session| {
        let ticket = session.model.asking.as_ref().unwrap().ticket;
        let answer = Answered::Rows(rows.clone());
        session.event(Event::Reply(Reply::Answered(ticket, Box::new(answer))));
    };
    // the coach decides while the model thinks
    session.keys("r y");
    let decided = row(&session);
    answered(&mut session);
    assert_eq!(row(&session), decided);
    session.keys("u r");
    answered(&mut session);
    assert_eq!(row(&session), rows[0].after);
    assert!(row(&session).is_doubtful(), "nothing becomes sure by a model");
    session.keys("u");
    assert_eq!(row(&session), rows[0].before, "one step back");

    // leaving the review stops the question
    session.keys("r esc");
    assert!(session.model.asking.is_none());
    assert!(matches!(session.effects.last(), Some(Effect::StopAsking)));
}

fn meant(session: &mut Session) {
    suggest(session);
    session.keys("/");
    session.typed("with belts");
    session.keys("enter");
    session.model.focus = Pane::Suggest;
    session.keys("I");
    let asking = session.model.asking.clone().unwrap();
    assert!(matches!(&asking.errand, Errand::Request(query) if query == "with belts"));
    let own = session.model.suggest.understood().cloned().unwrap_or_default();
    let parsed = Parsed {
        intent: Intent::FreeSearch,
        skills: vec!["gripping".into()],
        partner: Some(Partner::Pair),
        ..own
    };
    let answer = Answered::Request(Box::new(parsed));
    session.event(Event::Reply(Reply::Answered(asking.ticket, Box::new(answer))));
}

#[test]
fn a_request_read_by_a_model() {
    insta::assert_snapshot!(screens(meant));
}

#[test]
fn a_models_reading_stands_until_the_words_change_and_needs_words() {
    let mut session = super::stage::session();
    suggest(&mut session);
    session.model.focus = Pane::Suggest;
    session.keys("I");
    assert!(session.model.asking.is_none(), "nothing is asked about no words");
    meant(&mut session);
    assert!(session.model.suggest.is_meant());
    assert_eq!(session.model.suggest.understood().unwrap().partner, Some(Partner::Pair));
    session.keys("/");
    session.typed(" now");
    assert!(!session.model.suggest.is_meant(), "other words are read anew");
    session.keys("enter");
    session.model.focus = Pane::Suggest;

    // an answer about other words comes too late
    session.keys("I");
    let ticket = session.model.asking.as_ref().unwrap().ticket;
    session.keys("/");
    session.typed(" please");
    let late = Answered::Request(Box::default());
    session.event(Event::Reply(Reply::Answered(ticket, Box::new(late))));
    assert!(!session.model.suggest.is_meant());
}
