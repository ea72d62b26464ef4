//! Programs in Liftoscript, written and read back by our own reader.

use super::super::{Exported, liftoscript};
use crate::domain::{
    Bilingual, ExerciseId, IdSource, Item, Lang, Owner, Section, SectionKind, SupersetTag, Unit,
    UnitId,
};
use crate::import::{ReadOptions, SourceFormat, read};
use crate::matching::{Entry, Matcher};
use crate::notation;

fn unit(doses: &[(&str, &str)]) -> Unit {
    let mut ids = IdSource::new(7);
    let mut unit = Unit::new(UnitId::new("u"), "Push", Owner::Nobody);
    let mut section = Section::new(ids.section(), SectionKind::Main);
    for (name, dose) in doses {
        let exercise = Some(ExerciseId::new(*name));
        let mut item = Item::new(ids.item(), exercise, Bilingual::same(*name));
        item.prescription = notation::parse(dose).unwrap();
        section.items.push(item);
    }
    section.items[0].superset = Some(SupersetTag { letter: 'A', number: 1 });
    unit.sections.push(section);
    unit
}

#[test]
fn what_it_can_say_is_said_and_the_rest_is_a_remark() {
    let unit = unit(&[
        ("Bench press", "4x6 @75% @RPE8 rest 2:00"),
        ("Squat, paused", "5/3/1+ @85,90,95kg"),
        ("Plank", "3x45s rest 30s"),
        ("Easy run", "5km"),
        ("Curl", "3x8-12 @10kg tempo 3010"),
    ]);
    let text = liftoscript(Exported::Unit(&unit), Lang::En).unwrap();
    assert_eq!(
        text,
        "## Push\n\
         Bench press / 4x6 75% @8 120s / superset: A\n\
         Squat paused / 1x5 85kg, 1x3 90kg, 1x1+ 95kg\n\
         Plank / 3x1+ 45s|30s auto\n\
         // Easy run: 5km\n\
         Curl / 3x8-12 10kg\n\
         // Curl: 3x8-12 @10kg tempo 3010\n"
    );
    let matcher = Matcher::new(vec![Entry::named("bench", "Bench press")], None);
    let draft = read(&text, &matcher, &ReadOptions::default());
    assert_eq!(draft.format, SourceFormat::Liftoscript);
    let doses: Vec<_> =
        draft.rows().map(|row| notation::print(&row.prescription, Lang::En)).collect();
    assert_eq!(doses[0], "4x6 @75% @RPE8 rest 2:00");
    assert_eq!(doses[1], "5/3/1+ @85,90,95kg");
    assert_eq!(doses[3], "3x8-12 @10kg");
}
