//! Plans on offer: in no list until they are taken, and out of it again.

use crate::domain::{JobId, Viewer, Visibility};
use crate::store::{JobRequest, OfferDecision, Offered, PlanQuery, Store, StoreError, WeekExists};

use crate::store::tests::fixture::{clubs, edit, insert, program, unit, viewer, week};

/// A job on offer whose program has two of its weeks.
async fn offered(store: &Store) -> (Viewer, JobId) {
    clubs(store).await;
    let ann = viewer("red-ann");
    let job = JobId::from("j");
    let request =
        JobRequest { id: job.clone(), program: None, request: "{}".to_owned(), seed: 1, weeks: 3 };
    store.add_job(&ann, &request).await.unwrap();
    store.offer(&ann, &job).await.unwrap();
    assert_eq!(store.offered(&ann, &job).await.unwrap().unwrap().plan, Offered::Nothing);
    let now = "2026-03-02T10:00:00Z".parse().unwrap();
    let lease = jiff::SignedDuration::from_secs(20);
    let claim = store.claim_job(&ann, &job, "me", now, lease).await.unwrap();
    let planned = program("p");
    store.start_program(&ann, &planned).await.unwrap();
    store.link_job(&ann, &claim, &planned.id).await.unwrap();
    for index in [1, 2] {
        store.save_week(&ann, &planned.id, &week("p", index), WeekExists::Keep).await.unwrap();
    }
    (ann, job)
}

async fn listed(store: &Store, viewer: &Viewer) -> Vec<String> {
    let plans = store.plans(viewer, &PlanQuery::default()).await.unwrap();
    plans.into_iter().map(|plan| plan.id).collect()
}

pub(in crate::store::tests) async fn an_offer_is_in_no_list_until_it_is_taken(store: Store) {
    let (ann, job) = offered(&store).await;
    assert_eq!(listed(&store, &ann).await, [""; 0]);
    let whole = store.whole_program(&ann, &"p".into()).await.unwrap();
    assert_eq!(whole.units().count(), 4);
    assert!(whole.units().all(|unit| unit.visibility == Visibility::Archived));
    assert_eq!(store.offers(&ann).await.unwrap().len(), 1);
    assert_eq!(store.offers(&viewer("red-bob")).await.unwrap(), []);

    let decision = OfferDecision {
        taken: vec!["p-1-1".into(), "p-1-3".into()],
        record: "kept".to_owned(),
        ..OfferDecision::default()
    };
    store.decide_offer(&ann, &job, &decision).await.unwrap();
    assert_eq!(listed(&store, &ann).await, ["p", "p-1-1", "p-1-3"]);
    let taken = store.program(&ann, &"p".into()).await.unwrap();
    assert_eq!(taken.weeks.iter().map(|week| week.index).collect::<Vec<_>>(), [1]);
    assert_eq!(taken.week(1).unwrap().units[0].visibility, Visibility::Club);
    let known = store.offered(&ann, &job).await.unwrap().unwrap();
    assert_eq!((known.closed, known.record.as_str()), (false, "kept"));
    // what is saved later waits too, and what was taken stays when the head is written again
    store.start_program(&ann, &program("p")).await.unwrap();
    store.save_week(&ann, &"p".into(), &week("p", 3), WeekExists::Keep).await.unwrap();
    assert_eq!(listed(&store, &ann).await, ["p", "p-1-1", "p-1-3"]);
    assert_eq!(store.whole_program(&ann, &"p".into()).await.unwrap().units().count(), 6);
}

pub(in crate::store::tests) async fn taking_is_taken_back_unless_a_coach_worked_on_it(
    store: Store,
) {
    let (ann, job) = offered(&store).await;
    let both = vec!["p-1-1".into(), "p-1-3".into()];
    let take = OfferDecision { taken: both.clone(), closed: true, ..OfferDecision::default() };
    store.decide_offer(&ann, &job, &take).await.unwrap();
    assert_eq!(store.offers(&ann).await.unwrap(), []);
    let back = OfferDecision { given_back: both, ..OfferDecision::default() };
    store.decide_offer(&ann, &job, &back).await.unwrap();
    assert_eq!(listed(&store, &ann).await, [""; 0]);
    assert_eq!(store.offers(&ann).await.unwrap().len(), 1);

    store.decide_offer(&ann, &job, &take).await.unwrap();
    let mut open = store.unit(&ann, &"p-1-3".into()).await.unwrap();
    edit(&store, &ann, &mut open, insert("mine", 0)).await.unwrap();
    let refused = store.decide_offer(&ann, &job, &back).await;
    let Err(StoreError::Conflict { current }) = refused else { panic!("{refused:?}") };
    assert_eq!(current.document.id.as_str(), "p-1-3");
    assert_eq!(listed(&store, &ann).await, ["p", "p-1-1", "p-1-3"], "all of it or nothing");
}

pub(in crate::store::tests) async fn a_single_unit_waits_as_well(store: Store) {
    let (ann, job) = offered(&store).await;
    store.add_unit(&ann, &unit("u", Visibility::Club)).await.unwrap();
    store.offer_unit(&ann, &job, &"u".into()).await.unwrap();
    assert_eq!(listed(&store, &ann).await, [""; 0]);
    let known = store.offered(&ann, &job).await.unwrap().unwrap();
    assert_eq!(known.plan, Offered::Unit("u".into()));
    let take = OfferDecision { taken: vec!["u".into()], closed: true, ..OfferDecision::default() };
    store.decide_offer(&ann, &job, &take).await.unwrap();
    assert_eq!(listed(&store, &ann).await, ["u"]);
}
