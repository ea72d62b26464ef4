//! How well imports were understood over a span of time.

use jiff::civil::Date;

/// The numbers of a coach's imports.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportStatistics {
    /// The first day that counts; `None`: all there is.
    pub since: Option<Date>,
    /// Imports that are over.
    pub imports: u32,
    /// Those that went into a plan.
    pub accepted: u32,
    /// Those in which at least one exercise was found.
    pub understood: u32,
    /// Rows per band as they were read: high, medium, low, unmatched.
    pub bands: [u32; 4],
    /// Lines and rows left out.
    pub ignored: u32,
    /// Rows a coach gave another exercise than was read.
    pub corrections: u32,
    /// Median of the milliseconds a reading took.
    pub read_ms: u32,
    /// Longest of them.
    pub slowest_ms: u32,
    /// Median of the seconds a review took, over those that had one.
    pub review_s: u32,
    /// Imports by format, most first.
    pub formats: Vec<(String, u32)>,
    /// Names that were corrected or not found, with how often; most first.
    pub mismatched: Vec<(String, u32)>,
}

impl ImportStatistics {
    /// Rows in all.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.bands.iter().sum()
    }

    /// Share of rows that needed no look: read as high and not corrected, 0–1.
    #[must_use]
    pub fn success(&self) -> f64 {
        let [high, ..] = self.bands;
        share(high, self.rows())
    }
}

/// A share of a whole, 0–1; of nothing it is nothing.
#[must_use]
pub fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}
