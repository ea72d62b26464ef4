//! Weights of one dimension as an array by number: what the target, the gap or the anchor says,
//! ready to be compared with thousands of candidates.

use std::hash::Hash;

use super::index::{Numbers, Weighted};

/// One dimension of the target as an array by number; ids no exercise has count in the total only.
#[derive(Debug, Default)]
pub(super) struct Dense {
    weights: Vec<f32>,
    total: f32,
}

impl Dense {
    pub(super) fn new<'a, K: Hash + Eq + Clone + 'a>(
        numbers: &Numbers<K>,
        profile: impl IntoIterator<Item = (&'a K, &'a f32)>,
    ) -> Self {
        let mut dense = Self { weights: vec![0.0; numbers.len()], total: 0.0 };
        for (id, weight) in profile {
            dense.total += weight;
            let slot = numbers.of(id).and_then(|at| dense.weights.get_mut(at as usize));
            if let Some(slot) = slot {
                *slot = *weight;
            }
        }
        dense
    }

    fn shared(&self, candidate: &Weighted) -> f32 {
        candidate.iter().map(|(at, weight)| weight.min(self.at(*at))).sum()
    }

    fn at(&self, number: u16) -> f32 {
        self.weights.get(number as usize).copied().unwrap_or_default()
    }

    /// As [`super::formulas::overlap`].
    pub(super) fn overlap(&self, candidate: &Weighted, total: f32) -> f32 {
        let shared = self.shared(candidate);
        let all = self.total + total - shared;
        if all > 0.0 { shared / all } else { 0.0 }
    }

    /// As [`super::formulas::gap_coverage`].
    pub(super) fn coverage(&self, candidate: &Weighted) -> f32 {
        if self.total > 0.0 { self.shared(candidate) / self.total } else { 0.0 }
    }

    /// As [`super::formulas::jaccard`].
    pub(super) fn jaccard(&self, count: usize, candidate: &Weighted) -> f32 {
        let shared = candidate.iter().filter(|(at, _)| self.at(*at) > 0.0).count();
        let all = count + candidate.len() - shared;
        if all > 0 { shared as f32 / all as f32 } else { 0.0 }
    }

    /// Weights by number; what comes twice is added up.
    pub(super) fn of(len: usize, weighted: impl Iterator<Item = (u16, f32)>) -> Self {
        let mut dense = Self { weights: vec![0.0; len], total: 0.0 };
        for (at, weight) in weighted {
            if let Some(slot) = dense.weights.get_mut(at as usize) {
                *slot += weight;
                dense.total += weight;
            }
        }
        dense
    }
}
