//! The flat view of the import's JSON.

use serde_json::{Value, json};

use crate::domain::Lang;
use crate::notation::{Flat, parse};

fn flat(line: &str) -> Value {
    serde_json::to_value(Flat::of(&parse(line).unwrap(), Lang::En)).unwrap()
}

/// The fields of `line` that say something, next to its text.
fn said(line: &str) -> Value {
    let Value::Object(mut fields) = flat(line) else { unreachable!() };
    fields.remove("text");
    fields.retain(|_, value| !value.is_null() && *value != json!(false));
    Value::Object(fields)
}

#[test]
fn every_field_is_there_and_unknown_is_null() {
    assert_eq!(
        flat("4x6-8/side @75% RIR2 tempo 31X1 rest 2:00"),
        json!({
            "text": "4x6-8/side @75% RIR2 tempo 31X1 rest 2:00", "sets": 4, "reps": [6, 8],
            "reps_list": null, "amrap": false, "load": {"value": 75.0, "unit": "%1rm"},
            "loads_list": null, "rpe": null, "rir": 2.0, "duration_s": null, "distance_m": null,
            "calories": null, "rest_s": 120, "tempo": "31X1", "per_side": true,
        })
    );
}

#[test]
fn schemes_become_fields() {
    for (line, fields) in [
        (
            "5/3/1+ @85,90,95%TM",
            json!({
                "sets": 3, "reps_list": [5, 3, 1], "amrap": true, "loads_list": [
                    {"value": 85.0, "unit": "%tm"}, {"value": 90.0, "unit": "%tm"},
                    {"value": 95.0, "unit": "%tm"}],
            }),
        ),
        ("5,5,5", json!({"sets": 3, "reps": [5, 5]})),
        ("EMOM 10: 5", json!({"sets": 10, "reps": [5, 5]})),
        ("E2MOM 20: 3", json!({"sets": 10, "reps": [3, 3]})),
        ("AMRAP 12'", json!({"amrap": true, "duration_s": 720})),
        ("8x 20s:10s", json!({"sets": 8, "duration_s": 20, "rest_s": 10})),
        ("3 rounds x 3:00 rest 1:00", json!({"sets": 3, "duration_s": 180, "rest_s": 60})),
        (
            "for time 21-15-9 cap 10:00",
            json!({"sets": 3, "reps_list": [21, 15, 9], "duration_s": 600}),
        ),
        ("3x max", json!({"sets": 3, "amrap": true})),
        ("6x400m", json!({"sets": 6, "distance_m": 400.0})),
        ("30/24 cal", json!({"calories": 30.0})),
        ("3-4x8-12 rest 60-90s", json!({"sets": 3, "reps": [8, 12], "rest_s": 60})),
        ("5x800,400m", json!(null)),
        ("@60-65kg", json!({"load": {"value": [60.0, 65.0], "unit": "kg"}})),
        ("@24/16kg", json!({"load": {"value": 24.0, "unit": "kg"}})),
        ("@BW", json!({"load": {"value": 1.0, "unit": "bw"}})),
        ("@50%BW", json!({"load": {"value": 0.5, "unit": "bw"}})),
        ("@10RM", json!({"load": {"value": 10.0, "unit": "rm"}})),
        ("@RPE7-8", json!({"rpe": 7.0})),
        ("@Z2", json!({})),
    ] {
        if fields.is_null() {
            assert!(parse(line).is_err(), "{line}");
        } else {
            assert_eq!(said(line), fields, "{line}");
        }
    }
}
