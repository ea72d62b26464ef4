//! Training logs of other programs, written anew with the columns those programs use.

use crate::domain::SetType;
use crate::import::{LoadUnit, MOST_ROWS, ReadOptions, Refusal, SourceFormat, read};
use crate::matching::{Entry, Matcher};

fn matcher() -> Matcher {
    let names = ["Barbell Row", "Front Squat", "Running", "Dumbbell Bench Press", "Bench Press"];
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

fn draft(text: &str) -> crate::import::Draft {
    read(text, &matcher(), &ReadOptions::default())
}

fn written(text: &str) -> Vec<(String, String)> {
    let print = |row: &crate::import::Row| {
        crate::notation::print(&row.prescription, crate::domain::Lang::En)
    };
    draft(text).rows().map(|row| (row.name.clone(), print(row))).collect()
}

#[test]
fn strong_without_units_assumes_them_and_reads_clocks_behind_narrow_spaces() {
    let text = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,\
Notes,Workout Notes,RPE\n\
\"2024-02-01 6:05:00\u{202f}pm\",\"Legs\",1h,\"Front Squat\",W,40,5,0,0,,,\n\
\"2024-02-01 6:05:00\u{202f}pm\",\"Legs\",1h,\"Front Squat\",1,80,5,0,0,,,8\n\
\"2024-02-01 6:05:00\u{202f}pm\",\"Legs\",1h,\"Front Squat\",2,80,5,0,0,,,9\n";
    let draft = draft(text);
    assert_eq!(draft.format, SourceFormat::Strong);
    assert_eq!(draft.sections[0].date, Some(jiff::civil::date(2024, 2, 1)));
    let rows: Vec<_> = draft.rows().collect();
    assert_eq!(rows[0].prescription.set_type, SetType::Warmup);
    assert_eq!(rows[1].fields.sets.map(|sets| sets.min), Some(2));
    assert!(rows[1].fields.load.is_some_and(|load| load.assumed));
}

#[test]
fn a_unit_in_the_title_of_a_column_counts() {
    let text = "Date;Workout Name;Exercise Name;Set Order;Weight (lbs);Reps;Distance (meters)\n\
2024-02-01 10:00:00;Legs;Front Squat;1;95;5;\n2024-02-01 10:00:00;Legs;Running;1;;;400\n";
    let draft = draft(text);
    let rows: Vec<_> = draft.rows().collect();
    assert_eq!(rows[0].fields.load.map(|load| (load.value, load.unit)), Some((95.0, LoadUnit::Lb)));
    assert_eq!(rows[1].fields.distance_m, Some(400.0));
}

#[test]
fn hevy_in_miles_and_pounds_parted_by_tabs() {
    let text = "title\tstart_time\tend_time\tdescription\texercise_title\tsuperset_id\t\
exercise_notes\tset_index\tset_type\tweight_lbs\treps\tdistance_miles\tduration_seconds\trpe\n\
Pull\t2024-03-01T18:00:00Z\t\t\tBarbell Row\t\t\t0\twarmup\t45\t8\t\t\t\n\
Pull\t2024-03-01T18:00:00Z\t\t\tBarbell Row\t\t\t1\tfailure\t135\t8\t\t\t\n\
Pull\t2024-03-01T18:00:00Z\t\t\tRunning\t\t\t0\tnormal\t\t\t2\t900\t\n";
    let draft = draft(text);
    assert_eq!(draft.format, SourceFormat::Hevy);
    let rows: Vec<_> = draft.rows().collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].prescription.set_type, SetType::Warmup);
    assert!(rows[1].fields.amrap);
    assert_eq!(rows[1].fields.load.map(|load| load.unit), Some(LoadUnit::Lb));
    assert_eq!(rows[2].fields.distance_m, Some(3_218.0));
    assert_eq!(
        draft.sections[0].day.as_ref().map(|day| day.title.as_str()),
        Some("2024-03-01 Pull")
    );
}

#[test]
fn fitnotes_of_both_phones() {
    let android = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n\
2026-08-04,Front Squat,Legs,35.0,kgs,10,,,,\"\"\n2026-08-04,Running,Cardio,,,,5,km,0:25:30,\n";
    let rows = written(android);
    assert_eq!(rows[0], ("Front Squat".to_owned(), "10 reps @35kg".to_owned()));
    assert_eq!(
        draft(android).rows().nth(1).unwrap().fields.duration_s.map(|it| it.min),
        Some(1_530)
    );
    let ios = "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,\
IsWarmup,RPE,RIR,Categories,Note\n\
Push,2026-08-04 18:00,2026-08-04 19:00,80,Bench Press,Dumbbell,10,22.5,,,Done,false,8,2,Chest,\n";
    let draft = draft(ios);
    assert_eq!(draft.format, SourceFormat::FitNotes);
    let row = draft.rows().next().unwrap();
    assert_eq!(row.candidates[0].name, "Dumbbell Bench Press");
    assert_eq!(row.fields.rir.map(|rir| rir.min), Some(2.0));
}

#[test]
fn fitnotes_json_tells_units_by_number() {
    let text = r#"{"type":"workout","date":"2026-08-04","notes":"","exercises":[
{"exercise":{"name":"Running","category":{"name":"Cardio"},"kind":12,"unit":1},"superset":null,
"sets":[{"distance":1.5,"distanceUnit":1,"time":720,"isWarmup":false}]},
{"exercise":{"name":"Front Squat","category":{"name":"Legs"},"kind":3},"superset":1,
"sets":[{"weightLbs":"95","reps":5,"rpe":8,"isWarmup":true},{"weightKg":60,"reps":"5","rir":2}]}]}"#;
    let draft = draft(text);
    assert_eq!(draft.format, SourceFormat::FitNotes);
    let rows: Vec<_> = draft.rows().collect();
    assert_eq!(rows[0].fields.distance_m, Some(2_413.5));
    assert_eq!(rows[1].fields.load.map(|load| load.unit), Some(LoadUnit::Lb));
    assert_eq!(rows[2].fields.load.map(|load| load.value), Some(60.0));
    assert_eq!(rows[2].group.as_deref(), Some("B"));
    let broken = read("{\"type\":\"workout\",", &matcher(), &ReadOptions::default());
    assert!(matches!(broken.refused[0].why, Refusal::Unreadable { .. }));
}

#[test]
fn limits_are_told_with_line_and_reason() {
    let head = "Date,Exercise,Category,Weight,Weight Unit,Reps\n";
    let many = format!(
        "{head}2026-08-04,Front Squat,Legs,35,kgs,1001\n2026-08-04,Front Squat,Legs,x,kgs,5\n2026-08-04,Front Squat,Legs,40,kgs,5\n"
    );
    let draft = draft(&many);
    assert_eq!(draft.ignored, [2, 3]);
    assert_eq!((draft.refused[0].line, draft.refused[1].line), (2, 3));
    assert_eq!(draft.refused[0].why, Refusal::Reps { written: "1001".to_owned() });
    assert!(matches!(&draft.refused[1].why, Refusal::Number { column, .. } if column == "Weight"));
    assert_eq!(draft.rows().count(), 1);

    let long = format!("{head}{}", "2026-08-04,Front Squat,Legs,35,kgs,5\n".repeat(MOST_ROWS + 1));
    let draft = read(&long, &matcher(), &ReadOptions::default());
    assert_eq!(draft.refused[0].line, MOST_ROWS + 2);
    assert!(draft.refused[0].why.is_whole() && draft.rows().next().is_none());

    let big = "a ".repeat(2_600_000);
    let draft = read(&big, &matcher(), &ReadOptions::default());
    assert_eq!(draft.refused[0].why, Refusal::TooLong { megabytes: 6 });

    let wrong = ReadOptions { format: Some(SourceFormat::Strong) };
    let draft = read("Name,Score\nAnna,3\n", &matcher(), &wrong);
    assert_eq!(draft.refused[0].why, Refusal::NoExercises);
}

#[test]
fn a_session_keeps_its_key_in_a_longer_export() {
    let head = "Date,Exercise,Category,Weight,Weight Unit,Reps\n";
    let first = format!("{head}2026-08-04,Front Squat,Legs,35,kgs,5\n");
    let longer = format!("{first}2026-08-06,Front Squat,Legs,40,kgs,5\n");
    let keys = |text: &str| draft(text).sections.iter().map(|s| s.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&first)[0], keys(&longer)[0]);
    assert_ne!(keys(&longer)[0], keys(&longer)[1]);
}

const PROGRAM: &str = r"# Week 1
## Lower
// a remark
main: Front Squat[1-2] / 3x5 80%, 1x5+ / warmup: 1x5 45lb, 1x3 50% / progress: lp(5lb) / 180s
Bench Press, Dumbbell / 3x8-12 22.5kg 90s @8 / superset: X / progress: custom() {~
  if (completedReps >= reps) { weights += 5lb }
~}
Barbell Row / ...Bench Press, Dumbbell / superset: X
template / used: none / 4x4 100kg
Running / 8x1+ 20s|10s auto
## Upper
Barbell Row / ...template /   60kg
# Week 2
## Lower
";

#[test]
fn liftoscript_weeks_repeat_reuse_and_leave_scripts_out() {
    let draft = draft(PROGRAM);
    assert_eq!(draft.format, SourceFormat::Liftoscript);
    assert_eq!(draft.refused, []);
    let titles: Vec<_> =
        draft.sections.iter().map(|it| it.day.as_ref().unwrap().title.clone()).collect();
    assert_eq!(titles, ["Week 1 · Lower", "Week 1 · Upper", "Week 2 · Lower"]);
    let rows = written(PROGRAM);
    let row = |name: &str, dose: &str| (name.to_owned(), dose.to_owned());
    assert_eq!(rows[1], row("Front Squat", "4x5+ @80% rest 3:00"));
    assert_eq!(rows[2], row("Bench Press (Dumbbell)", "3x8-12 @22.5kg @RPE8 rest 1:30"));
    assert_eq!(rows[3], row("Barbell Row", "3x8-12 @22.5kg @RPE8 rest 1:30"));
    assert_eq!(rows[4].0, "Running");
    assert_eq!(rows[5], row("Barbell Row", "4x4 @60kg"));
    assert_eq!(rows.last().unwrap().0, "Front Squat");
    let first: Vec<_> = draft.rows().take(4).collect();
    assert_eq!(first[0].prescription.set_type, SetType::Warmup);
    assert_eq!((first[2].group.as_deref(), first[3].group.as_deref()), (Some("X"), Some("X")));
}

#[test]
fn liftoscript_names_what_is_reused_and_missing() {
    let draft = draft("# Week 1\n## Day 1\nFront Squat / 3x8\nBarbell Row / ...Nothing\n");
    assert_eq!(draft.refused[0].line, 4);
    assert_eq!(draft.refused[0].why, Refusal::NoSuchExercise { name: "Nothing".to_owned() });
}

#[test]
fn an_endless_reuse_ends() {
    let text = "# Week 1\n## Day 1\nFront Squat / ...Barbell Row\nBarbell Row / ...Front Squat\nRunning / 1x1\n";
    let options = ReadOptions { format: Some(SourceFormat::Liftoscript) };
    assert_eq!(read(text, &matcher(), &options).refused.len(), 2);
}
