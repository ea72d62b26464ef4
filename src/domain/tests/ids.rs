//! New ids.

use std::collections::BTreeSet;

use crate::domain::IdSource;

#[test]
fn ids_of_one_source_differ_and_sort_by_age() {
    let mut source = IdSource::new(7);
    let ids: Vec<String> = (0..5000).map(|_| source.next('i')).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert!(ids.is_sorted());
}

#[test]
fn sources_with_different_seeds_never_meet() {
    let take = |seed| {
        let mut source = IdSource::new(seed);
        (0..2000).map(|_| source.next('i')).collect::<BTreeSet<_>>()
    };
    for (one, other) in [(0, 1), (1, 32), (u64::MAX, u64::MAX - 1), (0, u64::MAX)] {
        assert!(take(one).is_disjoint(&take(other)), "{one} and {other}");
    }
}

#[test]
fn equal_sources_give_equal_ids() {
    let (mut one, mut other) = (IdSource::new(42), IdSource::new(42));
    assert_eq!(one.unit(), other.unit());
    assert_eq!(one.item(), other.item());
    assert_ne!(one.item().as_str(), other.section().as_str());
}
