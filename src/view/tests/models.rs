//! The pages about language models.

use jiff::civil::date;

use super::screens;
use super::stage::suggest;
use crate::app::models::{Cost, CostDay, CostRow, WouldSend};
use crate::app::tests::script::Session;
use crate::app::{Event, Reply};
use crate::domain::Message;

fn would_send(session: &mut Session) {
    suggest(session);
    session.keys("tab r");
    let ticket = session.model.suggest.reranking.unwrap();
    let sent = WouldSend {
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
