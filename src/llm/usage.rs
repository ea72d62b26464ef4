//! What a call used, counted the same way for every provider.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

/// Tokens of one or more calls. The input is the sum of its three parts; `reasoning` is a part
/// of `output`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Usage {
    /// Input the provider read anew.
    pub input_new: u64,
    /// Input it had in its cache.
    pub input_cached: u64,
    /// Input it wrote into its cache, where it counts that apart.
    pub cache_written: u64,
    /// Output, reasoning included.
    pub output: u64,
    /// Output that was reasoning.
    pub reasoning: u64,
}

impl Usage {
    /// All of the input.
    #[must_use]
    pub const fn input(&self) -> u64 {
        self.input_new + self.input_cached + self.cache_written
    }

    /// Share of the input that came from the cache, 0–1; 0 without input.
    #[must_use]
    pub fn cached_share(&self) -> f64 {
        if self.input() == 0 { 0.0 } else { self.input_cached as f64 / self.input() as f64 }
    }

    /// Usage of a provider that counts cached and written tokens inside its input figure.
    #[must_use]
    pub const fn of_total(
        input: u64,
        cached: u64,
        written: u64,
        output: u64,
        reasoning: u64,
    ) -> Self {
        Self {
            input_new: input.saturating_sub(cached).saturating_sub(written),
            input_cached: cached,
            cache_written: written,
            output,
            reasoning,
        }
    }
}

impl AddAssign for Usage {
    fn add_assign(&mut self, other: Self) {
        self.input_new += other.input_new;
        self.input_cached += other.input_cached;
        self.cache_written += other.cache_written;
        self.output += other.output;
        self.reasoning += other.reasoning;
    }
}
