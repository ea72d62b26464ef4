//! The public plan file.

use planwright::domain::{Lang, Load, Prescription};
use planwright::export::{Exported, PLAN_SCHEMA, PlanWriter};
use planwright::import::{PlanFile, PlanFileError, read_plan};
use planwright::language::{Catalogue, steers};
use serde_json::Value;

use crate::sample;
use crate::schema::faults;

fn written(plan: Exported<'_>, lang: Lang) -> String {
    let mut out = Vec::new();
    let writer = PlanWriter { catalogue: Catalogue::load(lang), library_hash: "hash" };
    writer.write(&mut out, plan).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn reading_back_gives_the_same_plan_in_either_language() {
    let unit = sample::unit();
    let programs = [sample::program(sample::athlete()), sample::program(sample::group())];
    let framework = sample::framework();
    for lang in Lang::ALL {
        let read = read_plan(&written(Exported::Unit(&unit), lang)).unwrap();
        assert_eq!(read, PlanFile::Unit(Box::new(unit.clone()), None));
        for program in &programs {
            let read = read_plan(&written(Exported::Program(program), lang)).unwrap();
            assert_eq!(read, PlanFile::Program(Box::new(program.clone())));
        }
        let read = read_plan(&written(Exported::Framework(&framework), lang)).unwrap();
        assert_eq!(read, PlanFile::Framework(Box::new(framework.clone())));
    }
}

#[test]
fn what_the_notation_cannot_say_is_kept_beside_it() {
    let mut unit = sample::unit();
    // no line of text reads back as a list of a single load
    unit.sections[1].items[0].prescription = Prescription {
        load: Some(Load::PerSet { basis: planwright::domain::Basis::Kg, amounts: vec![1.0 / 3.0] }),
        ..Prescription::default()
    };
    let text = written(Exported::Unit(&unit), Lang::En);
    assert_eq!(read_plan(&text).unwrap(), PlanFile::Unit(Box::new(unit), None));
    assert_eq!(text.matches("\"exact\"").count(), 1, "only where it is needed");
}

#[test]
fn every_kind_fits_the_published_schema() {
    let schema: Value = serde_json::from_str(PLAN_SCHEMA).unwrap();
    let unit = sample::unit();
    let program = sample::program(sample::athlete());
    let of_group = sample::program(sample::group());
    let framework = sample::framework();
    let plans = [
        Exported::Unit(&unit),
        Exported::Program(&program),
        Exported::Program(&of_group),
        Exported::Framework(&framework),
    ];
    for plan in plans {
        let document: Value = serde_json::from_str(&written(plan, Lang::De)).unwrap();
        assert_eq!(faults(&schema, &document), Vec::<String>::new());
    }
}

#[test]
fn the_schema_refuses_what_does_not_belong() {
    let schema: Value = serde_json::from_str(PLAN_SCHEMA).unwrap();
    let text = written(Exported::Program(&sample::program(sample::athlete())), Lang::En);
    let sound: Value = serde_json::from_str(&text).unwrap();
    let changes: [(&str, &str, Value); 5] = [
        ("/weeks/0", "phase", "rest".into()),
        ("/weeks/0/units/0/sections/1/items/0", "exercise", 7.into()),
        ("/weeks/0/units/0/sections/1/items/0", "extra", true.into()),
        ("/weeks/0/units/0", "day", 8.into()),
        ("/profile", "goal", "fame".into()),
    ];
    for (place, key, value) in changes {
        let mut document = sound.clone();
        document.pointer_mut(place).unwrap()[key] = value;
        assert!(!faults(&schema, &document).is_empty(), "{place}/{key}");
    }
    let mut document = sound;
    document.as_object_mut().unwrap().remove("engine");
    assert!(!faults(&schema, &document).is_empty());
}

#[test]
fn nothing_in_the_file_can_steer_a_terminal() {
    let text = written(Exported::Program(&sample::program(sample::athlete())), Lang::En);
    assert!(!text.chars().any(|letter| letter != '\n' && steers(letter)));
}

#[test]
fn items_carry_text_and_flat_fields() {
    let text = written(Exported::Unit(&sample::unit()), Lang::En);
    let document: Value = serde_json::from_str(&text).unwrap();
    let item = document.pointer("/weeks/0/units/0/sections/1/items/0").unwrap();
    assert_eq!(item["exercise"], "back_squat");
    assert_eq!(item["group"], "B12");
    assert_eq!(item["prescription"]["text"], "4x6 @75% RIR2 tempo 31X1 rest 2:00");
    assert_eq!(item["prescription"]["sets"], 4);
    assert_eq!(item["prescription"]["reps"], serde_json::json!([6, 6]));
    assert_eq!(item["prescription"]["rest_s"], 120);
    assert_eq!(item["reasons"][0]["args"]["exercise"]["de"], "Kniebeuge");
    assert!(!item["reasons"][0]["text"].as_str().unwrap().is_empty());
    assert_eq!(document["library_hash"], "hash");
    assert_eq!(document["schema_version"], 1);
}

#[test]
fn a_file_written_by_hand_may_be_brief() {
    let text = r#"{"weeks":[{"units":[{"sections":[{"items":[
        {"exercise":"back_squat","prescription":"3x5 @80%"},
        {"name":"Stretching","prescription":{"text":"10 min"}},
        {"name":"Talk","unknown":1}]}]}]}]}"#;
    let PlanFile::Program(program) = read_plan(text).unwrap() else { panic!("no program") };
    let unit = &program.weeks[0].units[0];
    assert_eq!(unit.id.as_str(), "w1u1");
    let items: Vec<_> = unit.items().map(|(_, item)| item).collect();
    assert_eq!(items[0].prescription.set_count(), Some(3));
    assert_eq!(items[1].label.en, "Stretching");
    assert!(items[2].prescription.is_empty());
    assert_eq!(program.profile.days_per_week(), 1);
}

#[test]
fn a_file_that_is_wrong_is_refused_with_the_place() {
    let shape = read_plan("{\n \"weeks\": 5 }").unwrap_err();
    assert!(matches!(shape, PlanFileError::Shape { line: 2, .. }), "{shape}");
    let newer = read_plan("{\"schema_version\": 99, \"weeks\": []}").unwrap_err();
    assert_eq!(newer, PlanFileError::TooNew { found: 99 });
    let text = r#"{"weeks":[{"units":[{"sections":[{"items":[{"prescription":"3x5 @@@"}]}]}]}]}"#;
    let PlanFileError::Prescription { path, .. } = read_plan(text).unwrap_err() else {
        panic!("the prescription should be refused")
    };
    assert_eq!(path, "/weeks/0/units/0/sections/0/items/0/prescription");
}
