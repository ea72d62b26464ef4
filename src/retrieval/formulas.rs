//! The formulas of the ranking over plain maps, as they are published; [`super::score`] reckons
//! the same over dense arrays, and a test keeps the two together.

use std::collections::BTreeMap;

/// How much two profiles have in common: Σ min(a, b) / Σ max(a, b) over all keys; 0 when both are
/// empty.
#[must_use]
pub fn overlap<K: Ord>(a: &BTreeMap<K, f32>, b: &BTreeMap<K, f32>) -> f32 {
    let shared: f32 = a.iter().filter_map(|(key, x)| Some(x.min(*b.get(key)?))).sum();
    // max(x, y) = x + y − min(x, y)
    let all = a.values().sum::<f32>() + b.values().sum::<f32>() - shared;
    if all > 0.0 { shared / all } else { 0.0 }
}

/// How much of a gap a candidate fills: Σ min(gap, candidate) / Σ gap; 0 when there is no gap.
#[must_use]
pub fn gap_coverage<K: Ord>(gap: &BTreeMap<K, f32>, candidate: &BTreeMap<K, f32>) -> f32 {
    let filled: f32 = gap.iter().filter_map(|(key, x)| Some(x.min(*candidate.get(key)?))).sum();
    let open: f32 = gap.values().sum();
    if open > 0.0 { filled / open } else { 0.0 }
}

/// Shared keys by all keys, whatever their weights; 0 when both are empty.
#[must_use]
pub fn jaccard<K: Ord, V>(a: &BTreeMap<K, V>, b: &BTreeMap<K, V>) -> f32 {
    let shared = a.keys().filter(|key| b.contains_key(key)).count();
    let all = a.len() + b.len() - shared;
    if all > 0 { shared as f32 / all as f32 } else { 0.0 }
}
