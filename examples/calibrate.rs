//! Fits the calibration of the matcher: a logistic regression from the features of the first
//! candidate to whether it is right. Prints the table for `data/calibration.toml` and, by
//! five-fold cross-validation, what to expect of it on rows it has not seen. Every row is also
//! asked as if the library did not hold what is expected: then whatever comes first is wrong.
//!
//! `cargo run --release --example calibrate -- LIBRARY ROWS [LIBRARY ROWS]…`; a row is a JSON
//! line with `query` and `expected` (names or ids); `own` stands for the built-in library. `--explain NAME` after a library prints features.

use std::io::Write;

use planwright::import::read_library;
use planwright::library::{Library, builtin};
use planwright::matching::{Calibration, Entry, FEATURES, Features, Matcher};

type Failure = Box<dyn std::error::Error>;

/// Features of a candidate, whether it is right, and the row it belongs to.
struct Sample {
    features: Features,
    right: bool,
    row: usize,
    /// How much it counts: rows asked without their answer are rarer in life.
    weight: f64,
}

/// Weight of a row asked without its answer.
const ABSENT: f64 = 0.02;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ours = Library::from_data(builtin()?)?;
    let mut out = std::io::stdout().lock();
    let mut samples = Vec::new();
    if let [library, flag, names @ ..] = arguments.as_slice()
        && flag == "--explain"
    {
        let matcher = Matcher::new(read_library(&std::fs::read_to_string(library)?)?, Some(&ours));
        for name in names {
            writeln!(out, "{name}")?;
            for (id, features) in matcher.features(name, 4) {
                writeln!(out, "  {id}")?;
                for (feature, value) in FEATURES.iter().zip(features).filter(|(_, v)| *v != 0.0) {
                    write!(out, "    {feature} {value:.3}")?;
                }
                writeln!(out)?;
            }
        }
        return Ok(());
    }
    for pair in arguments.chunks_exact(2) {
        let [library, rows] = pair else { continue };
        let entries = if library == "own" {
            ours.exercises().iter().map(|exercise| Entry::from(exercise.as_ref())).collect()
        } else {
            read_library(&std::fs::read_to_string(library)?)?
        };
        let bridge = (library != "own").then_some(&ours);
        let names: std::collections::HashMap<String, String> = entries
            .iter()
            .map(|entry| (entry.id.clone(), entry.names.first().cloned().unwrap_or_default()))
            .collect();
        let matcher = Matcher::new(entries, bridge);
        for line in std::fs::read_to_string(rows)?.lines() {
            let row: serde_json::Value = serde_json::from_str(line)?;
            let query = row.get("query").and_then(|query| query.as_str()).unwrap_or_default();
            let expected: Vec<&str> = row
                .get("expected")
                .and_then(|expected| expected.as_array())
                .into_iter()
                .flatten()
                .filter_map(|e| e.as_str())
                .collect();
            let row = samples.last().map_or(0, |sample: &Sample| sample.row + 1);
            let right = |id: &str| {
                expected.contains(&id)
                    || names.get(id).is_some_and(|name| expected.contains(&name.as_str()))
            };
            let found = matcher.features(query, 12);
            if let Some((id, features)) = found.first() {
                samples.push(Sample { features: *features, right: right(id), row, weight: 1.0 });
            }
            let mut others = found.iter().filter(|(id, _)| !right(id)).map(|(_, f)| *f);
            if !expected.is_empty()
                && let Some(mut first) = others.next()
            {
                let second = others.next().map_or(0.0, |features| features[0]);
                first[2] = (first[0] - second).clamp(-0.5, 0.3);
                samples.push(Sample { features: first, right: false, row, weight: ABSENT });
            }
        }
    }
    if samples.is_empty() {
        return Err("expected LIBRARY ROWS [LIBRARY ROWS]…".into());
    }
    let (mut seen, mut absent): (Vec<(f32, bool)>, Vec<f32>) = (Vec::new(), Vec::new());
    for fold in 0..5 {
        let before = seen.len();
        let (test, train): (Vec<&Sample>, Vec<&Sample>) =
            samples.iter().partition(|sample| sample.row % 5 == fold);
        let fitted = fit(&train);
        let asked = test.iter().filter(|sample| sample.weight == 1.0);
        seen.extend(asked.map(|s| (fitted.probability(&s.features), s.right)));
        absent.extend(
            test.iter().filter(|s| s.weight < 1.0).map(|s| fitted.probability(&s.features)),
        );
        let own = seen.get(before..).unwrap_or_default();
        writeln!(out, "# fold {fold}: {} rows, calibration error {:.3}", own.len(), error(own))?;
    }
    for (bin, (count, sum, hits)) in bins(&seen).into_iter().enumerate() {
        let rows = count.max(1.0);
        writeln!(
            out,
            "# said {:.1}-{:.1}: {count} rows, said {:.2}, right {:.2}",
            bin as f64 / 10.0,
            (bin + 1) as f64 / 10.0,
            sum / rows,
            hits / rows
        )?;
    }
    let high: Vec<&(f32, bool)> = seen.iter().filter(|(p, _)| *p >= 0.9).collect();
    let right = high.iter().filter(|(_, right)| *right).count();
    writeln!(
        out,
        "# cross-validated on {} rows: calibration error {:.3}, high {} of which right {:.1} %; \
         asked without their answer high {:.1} %",
        seen.len(),
        error(&seen),
        high.len(),
        100.0 * right as f64 / high.len().max(1) as f64,
        100.0 * absent.iter().filter(|p| **p >= 0.9).count() as f64 / absent.len().max(1) as f64
    )?;
    let fitted = fit(&samples.iter().collect::<Vec<_>>());
    writeln!(out, "[match]\nbias = \"{:.3}\"", fitted.bias)?;
    for (name, weight) in FEATURES.iter().zip(fitted.weights) {
        writeln!(out, "{name} = \"{weight:.3}\"")?;
    }
    Ok(())
}

/// Strength of the pull towards zero; few rows fit many weights too well.
const PULL: f64 = 0.3;

/// Maximum likelihood with a quadratic penalty, by plain gradient steps.
fn fit(samples: &[&Sample]) -> Calibration {
    let mut weights = [0.0_f64; FEATURES.len()];
    let (mut bias, count) = (0.0_f64, samples.len() as f64);
    for step in 0..20_000 {
        let rate = 0.8 / (1.0 + f64::from(step) / 4_000.0);
        let (mut gradient, mut shift) = ([0.0_f64; FEATURES.len()], 0.0_f64);
        for sample in samples {
            let sum: f64 = weights.iter().zip(sample.features).map(|(w, x)| w * f64::from(x)).sum();
            let odds = 1.0 / (1.0 + (-(bias + sum)).exp());
            let miss = sample.weight * (odds - f64::from(u8::from(sample.right)));
            shift += miss;
            for (slope, value) in gradient.iter_mut().zip(sample.features) {
                *slope += miss * f64::from(value);
            }
        }
        bias -= rate * shift / count;
        for (weight, slope) in weights.iter_mut().zip(gradient) {
            *weight -= rate * (slope + PULL * *weight) / count;
        }
    }
    Calibration { bias: bias as f32, weights: weights.map(|weight| weight as f32) }
}

/// Rows, sum of confidences and right answers in ten bins.
fn bins(pairs: &[(f32, bool)]) -> [(f64, f64, f64); 10] {
    let mut bins = [(0.0_f64, 0.0_f64, 0.0_f64); 10];
    for (confidence, right) in pairs {
        let bin = ((confidence * 10.0) as usize).min(9);
        if let Some((count, sum, hits)) = bins.get_mut(bin) {
            *count += 1.0;
            *sum += f64::from(*confidence);
            *hits += f64::from(u8::from(*right));
        }
    }
    bins
}

/// Expected calibration error in ten bins.
fn error(pairs: &[(f32, bool)]) -> f64 {
    let total = pairs.len().max(1) as f64;
    bins(pairs).iter().map(|(_, sum, hits)| (sum - hits).abs() / total).sum()
}
