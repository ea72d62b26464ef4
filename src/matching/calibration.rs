//! From what an alignment found to the probability that it is right: a logistic regression whose
//! coefficients stand in `data/calibration.toml` and are fitted by
//! `cargo run --release --example calibrate`.

use super::table::rows;

/// Names of the features, in the order of [`Features`].
pub const FEATURES: [&str; 13] = [
    "score",
    "score_squared",
    "margin",
    "unexplained",
    "unasked",
    "conflict",
    "repaired",
    "renamed",
    "verbatim",
    "content_lost",
    "other_head",
    "no_head",
    "rivals",
];

/// What is known of a candidate, see [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// Coefficients of the regression.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// The constant.
    pub bias: f32,
    /// One weight per feature.
    pub weights: Features,
}

impl Calibration {
    /// The coefficients that ship with planwright.
    pub(super) fn shipped() -> Self {
        Self::parse(include_str!("../../data/calibration.toml"))
    }

    fn parse(text: &str) -> Self {
        let mut read = Self { bias: 0.0, weights: [0.0; FEATURES.len()] };
        for row in rows(text) {
            let value: f32 = row.value.parse().unwrap_or(0.0);
            if row.key == "bias" {
                read.bias = value;
            }
            for (name, weight) in FEATURES.iter().zip(&mut read.weights) {
                if *name == row.key {
                    *weight = value;
                }
            }
        }
        read
    }

    /// The probability that a candidate with these features is right.
    #[must_use]
    pub fn probability(&self, features: &Features) -> f32 {
        let sum: f32 = self.weights.iter().zip(features).map(|(w, x)| w * x).sum();
        1.0 / (1.0 + (-(self.bias + sum)).exp())
    }
}
