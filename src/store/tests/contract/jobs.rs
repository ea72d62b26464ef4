//! Jobs.

use jiff::{SignedDuration, Timestamp};

use crate::domain::Message;
use crate::store::{JobRequest, JobState, Store, StoreError, Thing, WeekProgress};

use crate::store::tests::fixture::{clubs, viewer};

const LEASE: SignedDuration = SignedDuration::from_secs(10);

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).unwrap()
}

fn request(id: &str) -> JobRequest {
    JobRequest {
        id: id.into(),
        program: Some("p".into()),
        request: "{\"goal\":\"strength\"}".to_owned(),
        seed: u64::MAX - 1,
        weeks: 12,
    }
}

pub(in crate::store::tests) async fn jobs_are_run_by_one_process(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let id = "j1".into();
    store.add_job(&ann, &request("j1")).await.unwrap();
    let taken = store.add_job(&ann, &request("j1")).await;
    assert!(matches!(taken, Err(StoreError::Taken { thing: Thing::Job, .. })));

    let first = store.claim_job(&ann, &id, "a", at(0), LEASE).await.unwrap();
    let second = store.claim_job(&ann, &id, "b", at(5), LEASE).await;
    assert!(matches!(second, Err(StoreError::Claimed { .. })), "{second:?}");
    let week = WeekProgress { week: 1, state: JobState::Running, took_ms: 0 };
    store.report_job(&ann, &first, 7, Some(week), at(8)).await.unwrap();
    // the report kept it alive beyond the first lease
    assert!(store.claim_job(&ann, &id, "b", at(15), LEASE).await.is_err());
    // silence frees it, and the first one is told at its next report
    let second = store.claim_job(&ann, &id, "b", at(19), LEASE).await.unwrap();
    let late = store.report_job(&ann, &first, 9, None, at(19)).await;
    assert!(matches!(late, Err(StoreError::Claimed { .. })));
    assert!(store.end_job(&ann, &first, JobState::Failed).await.is_err());

    let done = WeekProgress { week: 1, state: JobState::Done, took_ms: 31 };
    store.report_job(&ann, &second, 50, Some(done), at(20)).await.unwrap();
    store.log_job(&ann, &id, &Message::new("generation-week").with("week", 1_u8)).await.unwrap();
    store.end_job(&ann, &second, JobState::Done).await.unwrap();
    let job = store.job(&ann, &id).await.unwrap();
    assert_eq!(job.request, request("j1"));
    assert_eq!((job.state, job.percent, job.runner.as_deref()), (JobState::Done, 100, Some("b")));
    assert_eq!(job.weeks, [done]);
    assert_eq!(store.job_log(&ann, &id).await.unwrap().len(), 1);
    assert!(store.claim_job(&ann, &id, "c", at(99), LEASE).await.is_err());
    store.reopen_job(&ann, &id).await.unwrap();
    store.claim_job(&ann, &id, "c", at(99), LEASE).await.unwrap();
    store.reopen_job(&ann, &id).await.unwrap();
    assert_eq!(store.job(&ann, &id).await.unwrap().state, JobState::Running);
}

pub(in crate::store::tests) async fn a_cancelled_job_can_be_resumed(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let id = "j1".into();
    store.add_job(&ann, &request("j1")).await.unwrap();
    let claim = store.claim_job(&ann, &id, "a", at(0), LEASE).await.unwrap();
    store.cancel_job(&ann, &id).await.unwrap();
    let told = store.report_job(&ann, &claim, 10, None, at(1)).await;
    assert!(matches!(told, Err(StoreError::Claimed { .. })));
    assert_eq!(store.job(&ann, &id).await.unwrap().state, JobState::Cancelled);
    let again = store.claim_job(&ann, &id, "a", at(2), LEASE).await.unwrap();
    store.report_job(&ann, &again, 20, None, at(3)).await.unwrap();
    store.end_job(&ann, &again, JobState::Failed).await.unwrap();
    store.add_job(&ann, &request("j2")).await.unwrap();
    let states: Vec<_> = store.jobs(&ann).await.unwrap().into_iter().map(|job| job.state).collect();
    assert_eq!(states, [JobState::Pending, JobState::Failed]);
}
