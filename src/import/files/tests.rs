//! Training logs of other programs, written anew with the columns those programs use.

use crate::import::{ReadOptions, SourceFormat, read};
use crate::matching::{Entry, Matcher};

fn matcher() -> Matcher {
    let names = ["Barbell Row", "Front Squat", "Running"];
    Matcher::new(names.iter().map(|name| Entry::named(*name, *name)).collect(), None)
}

#[test]
fn hevy_sets_become_rows_with_supersets() {
    let text = "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,\
set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n\
Pull,\"13 Mar 2026, 15:22\",,,Barbell Row,0,,0,normal,60,8,,,\n\
Pull,\"13 Mar 2026, 15:22\",,,Barbell Row,0,,1,normal,60,8,,,8.5\n\
Pull,\"13 Mar 2026, 15:22\",,,Running,,,0,normal,,,2.5,900,\n";
    let draft = read(text, &matcher(), &ReadOptions::default());
    assert_eq!(draft.format, SourceFormat::Hevy);
    assert_eq!(draft.days, 1);
    let rows: Vec<_> = draft.rows().collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].group.as_deref(), Some("A"));
    assert_eq!(rows[0].fields.sets.map(|sets| sets.min), Some(2));
    assert_eq!(rows[0].fields.load.map(|load| load.value), Some(60.0));
    assert_eq!(rows[0].fields.rpe.map(|rpe| rpe.min), Some(8.5));
    assert_eq!(rows[1].fields.distance_m, Some(2_500.0));
    assert_eq!(rows[1].fields.duration_s.map(|time| time.min), Some(900));
}

#[test]
fn strong_leaves_rest_timers_out_and_reads_its_units() {
    let text = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;\
Distance Unit;Seconds;Notes;Workout Notes\n\
2024-02-01 18:00:00;Legs;Front Squat;1;95;lbs;5;;;;0;;\n\
2024-02-01 18:00:00;Legs;Front Squat;Rest Timer;;;;;;;90;;\n\
2024-02-01 18:00:00;Legs;Front Squat;2;105;lbs;3;;;;0;;\n\
2024-02-03 18:00:00;Legs;Front Squat;1;100;lbs;5;;;;0;;\n";
    let draft = read(text, &matcher(), &ReadOptions::default());
    assert_eq!(draft.days, 2);
    assert_eq!(draft.ignored, [3]);
    let first = draft.rows().next().expect("a row");
    assert_eq!(first.line, 2);
    let reps: Vec<u16> = first.fields.reps_list.iter().map(|span| span.min).collect();
    assert_eq!(reps, [5, 3]);
    let loads: Vec<f64> = first.fields.loads_list.iter().map(|load| load.value).collect();
    assert_eq!(loads, [95.0, 105.0]);
}

#[test]
fn stronglifts_writes_its_sets_into_columns() {
    let text = "\u{feff}Date (yyyy/mm/dd),Workout,Workout Name,Top Set (Reps×KG),Exercise,\
Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG)\n2024/05/01,1,A,5×60,Barbell Row,5,60,4,60\n";
    let draft = read(text, &matcher(), &ReadOptions::default());
    assert_eq!(draft.format, SourceFormat::StrongLifts);
    let row = draft.rows().next().expect("a row");
    let reps: Vec<u16> = row.fields.reps_list.iter().map(|span| span.min).collect();
    assert_eq!(reps, [5, 4]);
    assert_eq!(row.fields.load.map(|load| load.value), Some(60.0));
}
