//! Clubs, coaches, groups, athletes.

use crate::domain::{Athlete, AthleteProfile, ClubId, Coach, CoachId, Lang};
use crate::store::{Store, StoreError, Thing};

use crate::store::tests::fixture::{clubs, group, viewer};

pub(in crate::store::tests) async fn coaches_are_known_by_login(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    assert_eq!(store.coach(&CoachId::new("nobody")).await.unwrap(), None);
    let known = store.coach(&ann.coach).await.unwrap().unwrap();
    assert_eq!((known.club.as_str(), known.lang), ("red", None));
    store.set_lang(&ann, Lang::De).await.unwrap();
    assert_eq!(store.coach(&ann.coach).await.unwrap().unwrap().lang, Some(Lang::De));
    let ids: Vec<String> =
        store.coaches(&ann).await.unwrap().into_iter().map(|coach| coach.id.to_string()).collect();
    assert_eq!(ids, ["red-ann", "red-bob"]);
    assert_eq!(store.clubs().await.unwrap().len(), 2);

    let again = store.add_coach(&known).await;
    assert!(matches!(again, Err(StoreError::Taken { thing: Thing::Coach, .. })), "{again:?}");
    let homeless = Coach {
        id: CoachId::new("x"),
        club: ClubId::new("none"),
        name: "X".to_owned(),
        lang: None,
    };
    let refused = store.add_coach(&homeless).await;
    assert!(matches!(refused, Err(StoreError::NotFound { thing: Thing::Club, .. })));
}

pub(in crate::store::tests) async fn groups_and_athletes_are_kept(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let mut kids = group("kids");
    store.put_group(&ann, &kids).await.unwrap();
    kids.size = 14;
    store.put_group(&viewer("red-bob"), &kids).await.unwrap();
    assert_eq!(store.group(&ann, &kids.id).await.unwrap(), kids);
    assert_eq!(store.groups(&ann).await.unwrap(), [kids.clone()]);
    store.archive_group(&ann, &kids.id).await.unwrap();
    assert_eq!(store.groups(&ann).await.unwrap(), []);
    assert_eq!(store.group(&ann, &kids.id).await.unwrap(), kids);

    let mut profile = AthleteProfile { age: Some(29), ..AthleteProfile::default() };
    profile.one_rm_kg.insert("bench_press".into(), 92.5);
    let mia = Athlete { id: "mia".into(), name: "Mia".to_owned(), profile };
    store.put_athlete(&ann, &mia).await.unwrap();
    assert_eq!(store.athlete(&ann, &mia.id).await.unwrap(), mia);
    assert_eq!(store.athletes(&ann).await.unwrap(), std::slice::from_ref(&mia));
    store.archive_athlete(&ann, &mia.id).await.unwrap();
    assert_eq!(store.athletes(&ann).await.unwrap(), []);
    let gone = store.archive_athlete(&ann, &"nobody".into()).await;
    assert!(matches!(gone, Err(StoreError::NotFound { thing: Thing::Athlete, .. })));
}
