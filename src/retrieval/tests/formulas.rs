//! The formulas of the score on numbers small enough to check by hand.

use std::collections::BTreeMap;

use crate::retrieval::{Intent, gap_coverage, jaccard, overlap};

fn map(pairs: &[(&'static str, f32)]) -> BTreeMap<&'static str, f32> {
    pairs.iter().copied().collect()
}

fn close(a: f32, b: f32) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn overlap_is_the_sum_of_minima_by_the_sum_of_maxima() {
    let a = map(&[("focus", 1.0), ("other", 0.85)]);
    let b = map(&[("focus", 0.5), ("third", 0.4)]);
    // (0.5) / (1.0 + 0.85 + 0.4)
    assert!(close(overlap(&a, &b), 0.5 / 2.25));
    assert!(close(overlap(&a, &b), overlap(&b, &a)));
    assert!(close(overlap(&a, &a), 1.0));
    assert_eq!(overlap(&a, &map(&[])), 0.0);
    assert_eq!(overlap(&map(&[]), &map(&[])), 0.0);
}

#[test]
fn gap_coverage_looks_at_the_gap_only() {
    let gap = map(&[("rolling", 0.5), ("throwing", 0.3)]);
    // min(0.5, 1.0) / 0.8, however much else the candidate trains
    assert!(close(gap_coverage(&gap, &map(&[("rolling", 1.0), ("courage", 1.0)])), 0.625));
    assert!(close(gap_coverage(&gap, &map(&[("rolling", 0.4), ("throwing", 0.1)])), 0.625));
    assert_eq!(gap_coverage(&gap, &map(&[])), 0.0);
    assert_eq!(gap_coverage(&map(&[]), &gap), 0.0);
}

#[test]
fn jaccard_counts_keys() {
    let a = map(&[("falling", 1.0), ("courage", 0.1)]);
    let b = map(&[("falling", 0.2), ("rolling", 1.0)]);
    assert!(close(jaccard(&a, &b), 1.0 / 3.0));
    assert_eq!(jaccard(&a, &a), 1.0);
    assert_eq!(jaccard(&map(&[]), &map(&[])), 0.0);
}

#[test]
fn weights_add_up_and_stay_in_their_bounds() {
    for intent in Intent::ALL {
        let w = intent.weights();
        assert!(
            close(w.fulltext + w.progression + w.skill + w.plan + w.profile, 1.0),
            "{intent:?}"
        );
        assert!((0.15..=0.35).contains(&w.profile), "{intent:?}");
        let p = intent.profile_weights();
        let sum = p.focus + p.style + p.training_type + p.target_group + p.skill + p.gap;
        assert!(close(sum, 1.0), "{intent:?}: {sum}");
        assert_eq!(Intent::from_id(intent.id()), Some(intent));
    }
    let heaviest = |value: fn(Intent) -> f32| {
        Intent::ALL.into_iter().max_by(|a, b| value(*a).total_cmp(&value(*b)))
    };
    // what each intent is named for
    assert_eq!(heaviest(|intent| intent.weights().progression), Some(Intent::ProgressionNext));
    assert_eq!(heaviest(|intent| intent.weights().skill), Some(Intent::DeepenExercise));
    assert_eq!(heaviest(|intent| intent.weights().fulltext), Some(Intent::FreeSearch));
    assert_eq!(heaviest(|intent| intent.profile_weights().gap), Some(Intent::ContinuePlanGoal));
}
