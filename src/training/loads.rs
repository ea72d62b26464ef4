//! From repetitions and effort to load and back: the RPE-RIR-%1RM chart, estimated maxima,
//! training maximum, and loads that can really be put on a bar.

/// Percent of the best single by effective repetitions (repetitions + RIR) from 1 to 16 in half
/// steps: the Tuchscherer/Zourdos chart (`docs/planner.md` §2.3, source RTS).
const CHART: [f64; 31] = [
    100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6,
    77.4, 76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9, 58.6, 57.4,
];
const CHART_END_REPS: f64 = 16.0;
const CHART_END_PCT: f64 = 57.4;
/// Beyond the chart: points lost per repetition, down to a floor (`docs/planner.md` §2.3).
const SLOPE_BEYOND: f64 = 1.2;
const FLOOR_PCT: f64 = 40.0;

/// Percent of the best single at which `reps` leave `rir` in reserve; between half steps it is
/// interpolated, one repetition at RIR 0 and less is 100.
#[must_use]
pub fn percent_of_max(reps: f64, rir: f64) -> f64 {
    let effective = reps + rir;
    if effective > CHART_END_REPS {
        return (CHART_END_PCT - SLOPE_BEYOND * (effective - CHART_END_REPS)).max(FLOOR_PCT);
    }
    let index = (2.0 * (effective - 1.0)).max(0.0);
    let below = index.floor();
    let at = |index: f64| CHART.get(index as usize).copied().unwrap_or(CHART_END_PCT);
    at(below) + (at(below + 1.0) - at(below)) * (index - below)
}

/// Effective repetitions (repetitions + RIR) that belong to a percentage: the inverse of
/// [`percent_of_max`]. 100 % and more is one repetition; at the floor the smallest number counts.
#[must_use]
pub fn effective_reps(percent: f64) -> f64 {
    if percent <= CHART_END_PCT {
        return CHART_END_REPS + (CHART_END_PCT - percent.max(FLOOR_PCT)) / SLOPE_BEYOND;
    }
    let mut reps = 1.0;
    for pair in CHART.windows(2) {
        let [upper, lower] = pair else { break };
        if percent >= *upper {
            return reps;
        }
        if percent > *lower {
            return reps + 0.5 * (upper - percent) / (upper - lower);
        }
        reps += 0.5;
    }
    CHART_END_REPS
}

/// Repetitions in reserve for a rating of perceived exertion.
#[must_use]
pub fn rir_of_rpe(rpe: f64) -> f64 {
    (10.0 - rpe).max(0.0)
}

/// Best single estimated from a set: by the chart when the reserve is known, else the mean of
/// Epley and Brzycki; those hold to ten repetitions, beyond them the chart stands in with
/// nothing in reserve.
#[must_use]
pub fn e1rm(load: f64, reps: f64, rir: Option<f64>) -> f64 {
    const FORMULAS_HOLD_TO: f64 = 10.0;
    match rir {
        None if reps <= FORMULAS_HOLD_TO => f64::midpoint(epley(load, reps), brzycki(load, reps)),
        None => load * 100.0 / percent_of_max(reps, 0.0),
        Some(rir) => load * 100.0 / percent_of_max(reps, rir),
    }
}

/// Epley's estimate of the best single, `w (1 + r/30)`; one repetition is the single itself.
#[must_use]
pub fn epley(load: f64, reps: f64) -> f64 {
    if reps <= 1.0 { load } else { load * (1.0 + reps / 30.0) }
}

/// Brzycki's estimate of the best single, `36 w / (37 − r)`; meant for up to ten repetitions.
#[must_use]
pub fn brzycki(load: f64, reps: f64) -> f64 {
    load * 36.0 / (37.0 - reps.clamp(1.0, 36.0))
}

/// Load for `reps` that leave `rir` in reserve, before rounding.
#[must_use]
pub fn load_for(one_rm: f64, reps: f64, rir: f64) -> f64 {
    one_rm * percent_of_max(reps, rir) / 100.0
}

/// Planning base of percent cycles: nine tenths of the best single.
#[must_use]
pub fn training_max(one_rm: f64) -> f64 {
    0.9 * one_rm
}

/// Which way a load goes that cannot be set exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// To the lighter one: the safe way for prescriptions.
    Down,
    /// To the closer one; halfway goes down.
    Nearest,
}

/// The load as a multiple of `step`; a step of zero or less leaves it as it is.
#[must_use]
pub fn round_load(load: f64, step: f64, rounding: Rounding) -> f64 {
    // a multiple that floating point puts a hair below itself must not lose a whole step
    const HAIR: f64 = 1e-6;
    if step <= 0.0 {
        return load;
    }
    let steps = load / step;
    let whole = match rounding {
        Rounding::Down => (steps + HAIR).floor(),
        Rounding::Nearest => (steps - 0.5 - HAIR).ceil(),
    };
    (whole * step).max(0.0)
}

/// Plates for one side of a bar, heaviest first, that bring it closest to `load` from below.
/// `plates` are the weights there are (any number of pairs of each), in kilograms; empty when the
/// bar alone is already too heavy.
#[must_use]
pub fn plates_per_side(load: f64, bar: f64, plates: &[f64]) -> Vec<f64> {
    const HAIR: f64 = 1e-6;
    let mut sorted: Vec<f64> = plates.iter().copied().filter(|plate| *plate > 0.0).collect();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let mut side = (load - bar) / 2.0 + HAIR;
    let mut chosen = Vec::new();
    for plate in sorted {
        while plate <= side {
            side -= plate;
            chosen.push(plate);
        }
    }
    chosen
}
