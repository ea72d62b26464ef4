//! A coach's settings.

use crate::domain::Owner;
use crate::store::{Bookmark, Store};

use crate::store::tests::fixture::{clubs, viewer};

pub(in crate::store::tests) async fn the_place_is_remembered(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    assert_eq!(store.bookmark(&ann).await.unwrap(), None);
    let mut place = Bookmark {
        owner: Owner::Group("kids".into()),
        unit: Some("u1".into()),
        section: Some("m".into()),
        item: None,
    };
    store.set_bookmark(&ann, &place).await.unwrap();
    place.item = Some("a".into());
    store.set_bookmark(&ann, &place).await.unwrap();
    assert_eq!(store.bookmark(&ann).await.unwrap(), Some(place));
    assert_eq!(store.bookmark(&viewer("red-bob")).await.unwrap(), None);

    store.remember(&ann, "theme", &"mono").await.unwrap();
    assert_eq!(store.recall::<String>(&ann, "theme").await.unwrap().as_deref(), Some("mono"));
    // a form it cannot read is as good as nothing
    assert_eq!(store.recall::<u32>(&ann, "theme").await.unwrap(), None);
}
