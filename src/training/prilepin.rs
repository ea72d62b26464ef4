//! Prilepin's table: how many repetitions a competition or Olympic lift takes in one unit.

use crate::domain::Span;

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrilepinBand {
    /// Repetitions per set.
    pub per_set: Span<u16>,
    /// Best total of the unit; the pages differ for the heaviest row, so it is a span.
    pub optimum: Span<u16>,
    /// Useful totals of the unit.
    pub total: Span<u16>,
}

/// The row for a percentage of the best single; `None` below 55 %. Gaps between the printed rows
/// (65–70, 79–80, 89–90) belong to the lower one (`docs/planner.md` §2.4, source PRI).
#[must_use]
pub fn prilepin(percent: f64) -> Option<PrilepinBand> {
    let row = |per_set: (u16, u16), optimum: (u16, u16), total: (u16, u16)| PrilepinBand {
        per_set: Span::between(per_set.0, per_set.1),
        optimum: Span::between(optimum.0, optimum.1),
        total: Span::between(total.0, total.1),
    };
    match percent {
        p if p >= 90.0 => Some(row((1, 2), (4, 7), (4, 10))),
        p if p >= 80.0 => Some(row((2, 4), (15, 15), (10, 20))),
        p if p >= 70.0 => Some(row((3, 6), (18, 18), (12, 24))),
        p if p >= 55.0 => Some(row((3, 6), (24, 24), (18, 30))),
        _ => None,
    }
}
