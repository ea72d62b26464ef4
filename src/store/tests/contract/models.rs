//! The ledger of calls, and consents.

use jiff::{SignedDuration, Timestamp};

use crate::llm::Usage;
use crate::store::{Consent, ModelCall, Store, Subject};

use crate::store::tests::fixture::{clubs, viewer};

fn call(at: Timestamp, role: &str, price: Option<f64>) -> ModelCall {
    ModelCall {
        at,
        role: role.into(),
        job: None,
        provider: "openai".into(),
        kind: "openai-chat".into(),
        model: "gpt-4o-mini".into(),
        prompt: "rerank".into(),
        prompt_hash: "abc".into(),
        forked: false,
        outcome: "ok".into(),
        error: None,
        retries: 1,
        usage: Usage { input_new: 10, input_cached: 1_024, output: 5, ..Usage::default() },
        bytes_out: 100,
        bytes_in: 200,
        first_ms: Some(12),
        total_ms: 40,
        price,
    }
}

pub(in crate::store::tests) async fn calls_are_kept_and_added_up(store: Store) {
    clubs(&store).await;
    let (ann, bob) = (viewer("red-ann"), viewer("red-bob"));
    let now = Timestamp::from_second(1_780_000_000).unwrap();
    let ago = |hours: i64| now - SignedDuration::from_hours(hours);
    for made in [
        call(ago(30), "rerank", Some(0.5)),
        call(ago(2), "parse", Some(0.25)),
        call(now, "parse", None),
    ] {
        store.note_model_call(&ann, made).await.unwrap();
    }
    let calls = store.model_calls(&ann, ago(24)).await.unwrap();
    assert_eq!(calls, [call(ago(2), "parse", Some(0.25)), call(now, "parse", None)]);
    let spent = store.model_spending(&ann, ago(24), ago(48), ago(1)).await.unwrap();
    assert!((spent.today - 0.25).abs() < 1e-9 && (spent.month - 0.75).abs() < 1e-9);
    assert_eq!((spent.parses, spent.oldest_parse), (1, Some(now)));
    assert!(store.model_calls(&bob, ago(99)).await.unwrap().is_empty(), "a coach's own");
    assert_eq!(store.model_spending(&bob, now, now, now).await.unwrap().parses, 0);
}

pub(in crate::store::tests) async fn consent_is_the_club_s_and_can_be_taken_back(store: Store) {
    clubs(&store).await;
    let (ann, bob, eve) = (viewer("red-ann"), viewer("red-bob"), viewer("blue-eve"));
    let kids = Subject::Group("kids".into());
    assert_eq!(store.consent(&ann, &kids).await.unwrap(), None);
    store.set_consent(&ann, &kids, Some(Consent::Given)).await.unwrap();
    store.set_consent(&bob, &kids, Some(Consent::Refused)).await.unwrap();
    assert_eq!(store.consent(&ann, &kids).await.unwrap(), Some(Consent::Refused));
    assert_eq!(store.consent(&eve, &kids).await.unwrap(), None, "another club's");
    assert_eq!(store.consent(&ann, &Subject::Athlete("kids".into())).await.unwrap(), None);
    store.set_consent(&ann, &kids, None).await.unwrap();
    assert_eq!(store.consent(&ann, &kids).await.unwrap(), None);
}
