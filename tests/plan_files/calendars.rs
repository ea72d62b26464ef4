//! Calendars and tables, read back by other programs' readers.

use icalendar::{Calendar, Component, DatePerhapsTime};
use jiff::Timestamp;
use jiff::civil::date;
use planwright::domain::Lang;
use planwright::export::{Exported, SheetWriter, calendar, table};
use planwright::language::Catalogue;
use planwright::library::builtin;

use crate::sample;

const NOW: Timestamp = Timestamp::constant(1_800_000_000, 0);

fn with_writer<T>(lang: Lang, write: impl FnOnce(SheetWriter<'_>) -> T) -> T {
    let catalogues = builtin().unwrap().catalogues;
    write(SheetWriter { catalogue: Catalogue::load(lang), catalogues: &catalogues })
}

#[test]
fn a_calendar_has_one_entry_per_dated_unit_under_an_id_that_stays() {
    let mut program = sample::program(sample::group());
    let mut day = date(2026, 12, 31);
    for unit in program.weeks.iter_mut().flat_map(|week| &mut week.units) {
        "Falling; backwards, slowly\\".clone_into(&mut unit.title);
        unit.date = Some(day);
        day = day.tomorrow().unwrap();
    }
    let write = |lang| {
        with_writer(lang, |writer| calendar(writer, Exported::Program(&program), NOW).unwrap())
    };
    let text = write(Lang::En);
    assert_eq!(text, write(Lang::En), "the same twice");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line:?}");
    }
    let read: Calendar = text.parse().unwrap();
    let units: Vec<_> = program.units().collect();
    assert_eq!(read.events().count(), units.len());
    for (event, unit) in read.events().zip(&units) {
        assert_eq!(event.get_uid().unwrap(), format!("{}@planwright", unit.id));
        assert_eq!(event.get_summary().unwrap(), unit.title);
        assert!(event.get_timestamp().is_some());
        let day = |day: Option<DatePerhapsTime>| match day {
            Some(DatePerhapsTime::Date(day)) => day.to_string(),
            other => panic!("{other:?}"),
        };
        let date = unit.date.unwrap();
        assert_eq!(day(event.get_start()), date.to_string());
        assert_eq!(day(event.get_end()), date.tomorrow().unwrap().to_string());
        assert!(event.get_description().unwrap().contains("4x6 @75% RIR2"));
    }
    assert!(write(Lang::De).contains("UID:"), "ids do not depend on the language");
}

#[test]
fn a_plan_without_dates_is_no_calendar() {
    let mut unit = sample::unit();
    unit.date = None;
    let plain = with_writer(Lang::En, |writer| calendar(writer, Exported::Unit(&unit), NOW));
    assert_eq!(plain, None);
}

#[test]
fn a_table_has_one_row_per_exercise_and_calculates_nothing() {
    let mut unit = sample::unit();
    let [section, ..] = unit.sections.as_mut_slice() else { panic!("the sample has sections") };
    let item = section.items.first_mut().unwrap();
    "=SUM(A1), \"x\"".clone_into(&mut item.notes);
    let text = with_writer(Lang::De, |writer| table(writer, Exported::Unit(&unit)));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().get(7), Some("exercise_id"));
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), unit.items().count());
    assert_eq!(rows.first().unwrap().get(10), Some("'=SUM(A1), \"x\""));
    let doses: Vec<_> = rows.iter().filter_map(|row| row.get(9)).collect();
    assert!(doses.iter().any(|dose| dose.contains("4x6")), "{doses:?}");
}
