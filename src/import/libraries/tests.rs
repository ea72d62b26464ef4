//! Foreign and own library files, read.

use crate::domain::{Category, Level, Muscle, Origin, Pattern};
use crate::export::{Layout, LibraryJson, write_json, write_library_csv, write_library_toml};
use crate::library::sample::drill;
use crate::library::{Library, builtin};

use super::{Guide, LibraryDraft, LibraryFormat, read_exercises};
use crate::import::ImportError;

const FREE: &str = r#"[
  {"id": "Front_Squat_Test", "name": "Front Squat", "force": "push", "level": "expert",
   "mechanic": "compound", "equipment": "barbell", "primaryMuscles": ["quadriceps"],
   "secondaryMuscles": ["quadriceps", "lower back", "soul"], "category": "strength",
   "instructions": ["Rack the bar.", "Sit down between the heels and stand up again with the chest proud, breathing before every repetition and never ever during one."],
   "images": ["Front_Squat_Test/0.jpg"]},
  {"id": "Odd-Thing", "name": "Gizmo wobble", "level": null, "mechanic": null,
   "equipment": "gizmo", "primaryMuscles": ["abdominals"], "secondaryMuscles": [],
   "category": "wobbling", "instructions": [], "images": []},
  {"id": "Nameless", "name": " ", "primaryMuscles": [], "category": "cardio"}
]"#;

const WGER: &str = r#"{"count": 1, "next": null, "results": [{
  "id": 345, "uuid": "c788d643-150a-4ac7-97ef-84643c6419bf",
  "category": {"id": 10, "name": "Abs"},
  "muscles": [{"id": 6, "name": "Rectus abdominis", "name_en": "Abs", "is_front": true}],
  "muscles_secondary": [{"id": 14, "name": "Obliquus externus abdominis", "name_en": ""}],
  "equipment": [{"id": 4, "name": "Gym mat"}],
  "license": {"id": 2, "full_name": "Creative Commons", "short_name": "CC-BY-SA 4"},
  "license_author": "someone",
  "translations": [
    {"id": 1, "name": "Klappmesser mit Ball", "description": "<p>Arme &amp; Beine\u001b[31m heben.</p>",
     "language": 1, "aliases": [{"id": 3, "alias": "Ball-Klappmesser"}]},
    {"id": 2, "name": "Ball jack knife", "description": "", "language": 2,
     "aliases": [{"id": 4, "alias": "Ball V"}, {"id": 5, "alias": "ball v"}]},
    {"id": 9, "name": "Couteau", "description": "", "language": 12, "aliases": []}]}]}"#;

fn read(text: &str) -> Result<(LibraryFormat, LibraryDraft), ImportError> {
    let library = Library::from_data(builtin().unwrap()).unwrap();
    read_exercises(text, None, &Guide::new(&library))
}

#[test]
fn free_exercise_db_is_translated_and_what_cannot_be_is_listed() {
    let (format, draft) = read(FREE).unwrap();
    assert_eq!(format, LibraryFormat::FreeExerciseDb);
    assert_eq!(draft.nameless, 1);
    let [squat, odd] = draft.exercises.as_slice() else { panic!("{draft:?}") };
    assert_eq!(squat.id.as_str(), "fed_front_squat_test");
    assert_eq!(squat.level, Level::Advanced);
    assert_eq!(squat.primary, [Muscle::Quads]);
    assert_eq!(squat.secondary, [Muscle::Erectors]);
    assert_eq!(squat.fact.en, "Rack the bar.");
    let origin =
        Origin::Imported { source: "free-exercise-db".into(), licence: "Unlicense".into() };
    assert_eq!(squat.origin, origin);
    // ours lends what the file does not say
    assert_eq!(draft.recognised["fed_front_squat_test"], "front_squat");
    assert_eq!(squat.patterns, [Pattern::Squat]);
    assert!(!squat.contra.is_empty() && !squat.skills.is_empty());
    assert_eq!(odd.id.as_str(), "fed_odd_thing");
    assert_eq!(odd.fact.en, "Gizmo wobble");
    let unmapped: Vec<_> =
        draft.unmapped.iter().map(|word| (word.list, word.value.as_str())).collect();
    let expected = [
        ("categories", "wobbling"),
        ("equipment", "gizmo"),
        ("levels", ""),
        ("muscles", "soul"),
        ("patterns", ""),
    ];
    assert_eq!(unmapped, expected);
}

#[test]
fn free_exercise_db_may_stand_one_exercise_per_line() {
    let line = r#"{"id": "A", "name": "Cable curl", "equipment": "cable", "category": "strength", "primaryMuscles": ["biceps"]}"#;
    let (_, draft) = read(&format!("{line}\n\n{}\n", line.replace("\"A\"", "\"B\""))).unwrap();
    assert_eq!(draft.exercises.len(), 2);
    let error = read(&format!("{line}\n{{\"id\": 4}}\n")).unwrap_err();
    assert!(matches!(error, ImportError::Unreadable { line: 2, .. }), "{error}");
}

#[test]
fn wger_brings_both_languages_aliases_and_the_licence_of_each_entry() {
    let (format, draft) = read(WGER).unwrap();
    assert_eq!(format, LibraryFormat::Wger);
    let knife = &draft.exercises[0];
    assert_eq!(knife.id.as_str(), "wger_345");
    assert_eq!(
        (knife.name.en.as_str(), knife.name.de.as_str()),
        ("Ball jack knife", "Klappmesser mit Ball")
    );
    assert_eq!(knife.aliases.en, ["Ball V"]);
    assert_eq!(knife.aliases.de, ["Ball-Klappmesser"]);
    assert_eq!(knife.fact.de, "Arme & Beine heben.");
    assert_eq!(knife.category, Category::Strength);
    assert_eq!(knife.primary, [Muscle::Abs]);
    assert_eq!(knife.secondary, [Muscle::Obliques]);
    assert_eq!(knife.equipment, [["mat".into()]]);
    let origin = Origin::Imported { source: "wger".into(), licence: "CC-BY-SA 4, someone".into() };
    assert_eq!(knife.origin, origin);
    assert_eq!(draft.unmapped[0].list, "languages");
    assert_eq!(draft.unmapped[0].value, "12");
}

#[test]
fn reading_is_the_same_every_time() {
    assert_eq!(read(FREE).unwrap(), read(FREE).unwrap());
    assert_eq!(read(WGER).unwrap(), read(WGER).unwrap());
}

#[test]
fn what_is_exported_is_read_back_without_loss() {
    let data = builtin().unwrap();
    let mut own = drill("own", "=Own \"drill\"; with, signs", "Eigene Übung");
    own.aliases.en = vec!["a; b".into(), "c \\ d".into(), "@home | +x".into()];
    own.origin = Origin::Imported { source: "s".into(), licence: "l, m".into() };
    own.skills.insert("falling".into(), 0.3);
    let mut exercises = data.exercises;
    exercises.push(own);
    let listed: Vec<_> = exercises.iter().collect();
    let graphs: Vec<_> = data.graphs.iter().collect();

    let mut json = Vec::new();
    write_json(&mut json, &LibraryJson::new(&listed, &graphs), Layout::Indented).unwrap();
    let (format, draft) = read(&String::from_utf8(json).unwrap()).unwrap();
    assert_eq!(format, LibraryFormat::Json);
    assert_eq!((&draft.exercises, &draft.graphs), (&exercises, &data.graphs));

    let (format, draft) = read(&write_library_toml(&listed, &graphs)).unwrap();
    assert_eq!(format, LibraryFormat::Toml);
    assert_eq!((&draft.exercises, &draft.graphs), (&exercises, &data.graphs));

    let table = write_library_csv(&listed);
    let (format, draft) = read(&table).unwrap();
    assert_eq!(format, LibraryFormat::Csv);
    for (read, written) in draft.exercises.iter().zip(&exercises) {
        assert_eq!(read, written);
    }
    assert_eq!(draft.exercises.len(), exercises.len());
}

#[test]
fn the_data_files_themselves_can_be_read() {
    let file = include_str!("../../../data/graphs/falling_school.toml");
    assert_eq!(read(file).unwrap().1.graphs[0].id.as_str(), "falling_school");
    let file = include_str!("../../../data/exercises/combinations.toml");
    assert!(read(file).unwrap().1.exercises.len() > 10);
}

#[test]
fn a_table_of_a_german_spreadsheet_is_read() {
    let table = "\u{feff}id;en;de;category;level;min_age;increment_kg;skills;unilateral\r\n\
        our_lift;Our lift;Unsere Hebung;strength;beginner;14;2,5;max_strength=0,5;ja\r\n";
    let (_, draft) = read(table).unwrap();
    let lift = &draft.exercises[0];
    assert_eq!(lift.increment_kg, Some(2.5));
    assert_eq!(lift.skills[&"max_strength".into()], 0.5);
    assert!(lift.unilateral);
}

#[test]
fn broken_files_are_refused_with_their_line() {
    let line_of = |text: &str| match read(text).unwrap_err() {
        ImportError::Unreadable { line, .. } => line,
        other => panic!("{other}"),
    };
    assert_eq!(line_of("[\n{\"id\": \"a\", \"primaryMuscles\": [],\n]"), 3);
    assert_eq!(line_of("{\"exercises\": [\n{\"id\": \"a\"}]}"), 2);
    assert_eq!(
        line_of("[[exercise]]\nid = \"a\"\nen = \"A\"\nde = \"A\"\ncategory = \"odd\"\n"),
        5
    );
    assert_eq!(line_of("id,en,de,category,level\na,A,A,drill,beginner\nb,B,B,drill,godlike\n"), 3);
    let extra = "id,en,de,category,level,colour\na,A,A,drill,beginner,red\n";
    assert_eq!(line_of(extra), 2);
    let newer = r#"{"planwright_library": 99, "exercises": []}"#;
    assert_eq!(read(newer).unwrap_err(), ImportError::Newer { version: 99 });
    for nothing in ["", "hello", "[]", "{}", "{\"exercises\": []}", "\0\0\0"] {
        assert_eq!(read(nothing).unwrap_err(), ImportError::NoLibrary, "{nothing:?}");
    }
    let twice = "id,en,de,category,level\na,A,A,drill,beginner\na,A,A,drill,beginner\n";
    assert_eq!(read(twice).unwrap_err(), ImportError::Twice { path: "exercises/a".into() });
}

#[test]
fn garbage_of_any_size_is_refused_at_once() {
    let noise: String = (0..5_000_000_u32)
        .map(|at| char::from((at.wrapping_mul(2_654_435_761) >> 24) as u8 & 0x7f))
        .collect();
    assert!(read(&noise).is_err());
    assert!(read(&format!("[{noise}")).is_err());
    assert!(read(&format!("[[exercise]]\n{noise}")).is_err());
    assert!(read(&"[".repeat(1_000_000)).is_err());
    assert!(read(&format!("id,en,category\n{noise}")).is_err());
}
