//! The bands a confidence falls into, and the borders between them.

use serde::{Deserialize, Serialize};

/// How far a match can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Below the lowest border: nothing in the library is this.
    Unmatched,
    /// A guess.
    Low,
    /// Probably right, worth a look.
    Medium,
    /// At least 98 of 100 are right.
    High,
}

impl Band {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unmatched => "unmatched",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Lower borders of the bands, each between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Thresholds {
    /// From here on: high.
    pub high: f32,
    /// From here on: medium.
    pub medium: f32,
    /// From here on: low; below: unmatched.
    pub low: f32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { high: 0.90, medium: 0.80, low: 0.70 }
    }
}

impl Thresholds {
    /// The band of a confidence.
    #[must_use]
    pub fn band(&self, confidence: f32) -> Band {
        if confidence >= self.high {
            Band::High
        } else if confidence >= self.medium {
            Band::Medium
        } else if confidence >= self.low {
            Band::Low
        } else {
            Band::Unmatched
        }
    }
}
