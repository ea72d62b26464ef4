//! Percentages, estimated maxima and plates against the published tables.

use rstest::rstest;

use crate::training::{
    Rounding, brzycki, e1rm, effective_reps, epley, load_for, percent_of_max, plates_per_side,
    prilepin, rir_of_rpe, round_load, training_max,
};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

// the chart column of the table in `docs/planner.md` §2.3, and half steps
#[rstest]
#[case(1.0, 0.0, 100.0)]
#[case(3.0, 0.0, 92.2)]
#[case(5.0, 0.0, 86.3)]
#[case(8.0, 0.0, 78.6)]
#[case(10.0, 0.0, 73.9)]
#[case(12.0, 0.0, 68.0)]
#[case(5.0, 2.0, 81.1)]
#[case(5.0, 0.5, 85.0)]
// between two half steps: a quarter from 86.3 to 85.0 on the way to 5.25
#[case(5.0, 0.25, 85.65)]
#[case(16.0, 0.0, 57.4)]
// beyond the chart 1.2 points per repetition, then the floor
#[case(20.0, 0.0, 52.6)]
#[case(18.0, 2.0, 52.6)]
#[case(40.0, 0.0, 40.0)]
#[case(0.5, 0.0, 100.0)]
fn the_chart_gives_the_percentage(#[case] reps: f64, #[case] rir: f64, #[case] percent: f64) {
    assert!(close(percent_of_max(reps, rir), percent), "{}", percent_of_max(reps, rir));
}

#[test]
fn repetitions_and_percentage_are_inverse() {
    for half_steps in 2..=60 {
        let reps = f64::from(half_steps) / 2.0;
        let back = effective_reps(percent_of_max(reps, 0.0));
        assert!((back - reps).abs() < 1e-9, "{reps} came back as {back}");
    }
    assert!(close(effective_reps(105.0), 1.0));
    assert!(close(effective_reps(30.0), 30.5));
}

#[test]
fn the_chart_never_rises() {
    let percents: Vec<f64> =
        (10..400).map(|tenth| percent_of_max(f64::from(tenth) / 10.0, 0.0)).collect();
    assert!(percents.is_sorted_by(|a, b| a >= b));
}

// Epley and Brzycki columns of `docs/planner.md` §2.3: load in percent of the estimate
#[rstest]
#[case(3.0, 90.9, 94.4)]
#[case(5.0, 85.7, 88.9)]
#[case(8.0, 78.9, 80.6)]
#[case(10.0, 75.0, 75.0)]
fn the_formulas_match_the_table(#[case] reps: f64, #[case] by_epley: f64, #[case] by_brzycki: f64) {
    assert!(close(100.0 * 100.0 / epley(100.0, reps), by_epley));
    assert!(close(100.0 * 100.0 / brzycki(100.0, reps), by_brzycki));
}

#[test]
fn a_best_single_is_estimated() {
    // 100 kg x 5 with two in reserve: 100 / 0.811
    assert!(close(e1rm(100.0, 5.0, Some(2.0)), 123.3));
    // without a reserve: mean of 116.67 and 112.5
    assert!(close(e1rm(100.0, 5.0, None), 114.58));
    // beyond ten repetitions the chart: 60 / 0.68
    assert!(close(e1rm(60.0, 12.0, None), 88.24));
    assert!(close(e1rm(140.0, 1.0, None), 140.0));
    assert!(close(load_for(123.3, 5.0, 2.0), 100.0));
    assert!(close(training_max(150.0), 135.0));
    assert!(close(rir_of_rpe(8.5), 1.5));
}

#[rstest]
#[case(81.9, 2.5, Rounding::Down, 80.0)]
#[case(82.5, 2.5, Rounding::Down, 82.5)]
#[case(81.9, 2.5, Rounding::Nearest, 82.5)]
#[case(81.25, 2.5, Rounding::Nearest, 80.0)]
#[case(0.3, 0.1, Rounding::Down, 0.3)]
#[case(81.9, 0.0, Rounding::Down, 81.9)]
#[case(1.0, 2.5, Rounding::Down, 0.0)]
fn loads_become_settable(
    #[case] load: f64,
    #[case] step: f64,
    #[case] way: Rounding,
    #[case] to: f64,
) {
    assert!((round_load(load, step, way) - to).abs() < 1e-9);
}

#[test]
fn plates_come_heaviest_first() {
    let plates = [1.25, 2.5, 5.0, 10.0, 20.0];
    assert_eq!(plates_per_side(97.5, 20.0, &plates), [20.0, 10.0, 5.0, 2.5, 1.25]);
    assert_eq!(plates_per_side(100.0, 20.0, &plates), [20.0, 20.0]);
    // 99 kg is not there: 97.5 is the closest from below
    assert_eq!(plates_per_side(99.0, 20.0, &plates), [20.0, 10.0, 5.0, 2.5, 1.25]);
    assert!(plates_per_side(15.0, 20.0, &plates).is_empty());
}

#[test]
fn prilepin_has_four_rows() {
    let totals: Vec<_> = [60.0, 72.0, 85.0, 95.0]
        .map(|percent| prilepin(percent).unwrap().total)
        .map(|total| (total.min, total.max))
        .to_vec();
    assert_eq!(totals, [(18, 30), (12, 24), (10, 20), (4, 10)]);
    assert_eq!(prilepin(50.0), None);
    assert_eq!(prilepin(67.0), prilepin(60.0));
}
