//! `[match]`: from which confidence a match belongs to which band.

use super::error::Fault;
use super::scope::{Said, Scope};

/// Lower bounds of the confidence bands, each 0–1 and falling. Below `low` a name is unmatched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    /// High: taken without a look.
    pub high: f32,
    /// Medium: worth a look.
    pub medium: f32,
    /// Low: probably another one.
    pub low: f32,
}

impl Default for Bands {
    /// The source document's thresholds (S2.14–S2.16).
    fn default() -> Self {
        Self { high: 0.90, medium: 0.80, low: 0.70 }
    }
}

impl Bands {
    /// Takes the table; bands that overlap are a problem, and the defaults stand in.
    pub(super) fn take(mut scope: Scope<'_>) -> Self {
        let defaults = Self::default();
        let said = ["high", "medium", "low"].map(|key| scope.number(key, 0.0..=1.0));
        let [high, medium, low] = &said;
        let of = |said: &Option<Said<f64>>, default: f32| {
            said.as_ref().map_or(default, |said| said.value as f32)
        };
        let bands = Self {
            high: of(high, defaults.high),
            medium: of(medium, defaults.medium),
            low: of(low, defaults.low),
        };
        let ordered = bands.high >= bands.medium && bands.medium >= bands.low;
        if !ordered {
            let origin = said
                .into_iter()
                .flatten()
                .next()
                .map_or_else(|| scope.origin(), |said| said.origin);
            let [high, medium, low] = [bands.high, bands.medium, bands.low]
                .map(|value| (f64::from(value) * 1000.0).round() / 1000.0);
            scope.problem(origin, "high", Fault::BandsOutOfOrder { high, medium, low });
        }
        scope.finish();
        if ordered { bands } else { defaults }
    }
}
