//! The plan pane: lines, cursor, and the edits its commands mean.

use proptest::prelude::*;

use crate::app::plan::{self, Line, Motion, PlanPane, scrolled};
use crate::domain::{Bilingual, IdSource, Item, Owner, Section, SectionKind, Unit};

fn unit(items: &[usize]) -> Unit {
    let mut ids = IdSource::new(1);
    let mut unit = Unit::new(ids.unit(), "t", Owner::Nobody);
    for count in items {
        let mut section = Section::new(ids.section(), SectionKind::Main);
        for number in 0..*count {
            let label = Bilingual::same(format!("{number}"));
            section.items.push(Item::new(ids.item(), None, label));
        }
        unit.sections.push(section);
    }
    unit
}

fn tags(unit: &Unit) -> Vec<String> {
    unit.sections[0]
        .items
        .iter()
        .map(|item| item.superset.map(|tag| tag.to_string()).unwrap_or_default())
        .collect()
}

#[test]
fn supersets_are_lettered_without_holes() {
    let mut unit = unit(&[5]);
    let toggle = |unit: &mut Unit, at: usize| {
        let id = unit.sections[0].items[at].id.clone();
        plan::superset(&unit.sections[0], &id).unwrap().apply(unit).unwrap();
    };
    toggle(&mut unit, 0);
    assert_eq!(tags(&unit), ["A1", "A2", "", "", ""]);
    toggle(&mut unit, 3);
    assert_eq!(tags(&unit), ["A1", "A2", "", "B1", "B2"]);
    toggle(&mut unit, 2);
    assert_eq!(tags(&unit), ["A1", "A2", "B1", "B2", "B3"]);
    toggle(&mut unit, 0);
    assert_eq!(tags(&unit), ["", "", "A1", "A2", "A3"]);
}

#[test]
fn the_last_item_has_nothing_to_join_with() {
    let unit = unit(&[2]);
    let last = unit.sections[0].items[1].id.clone();
    assert!(plan::superset(&unit.sections[0], &last).is_none());
}

#[test]
fn splitting_makes_a_phase_of_its_own_and_keeps_the_order_of_the_rest() {
    let mut unit = unit(&[1, 2, 1]);
    let section = unit.sections[1].clone();
    let mut ids = IdSource::new(2);
    let titles = ["slow".to_owned(), "fast".to_owned()];
    let edit = plan::split_streams(&unit, &section, titles, &mut ids).unwrap();
    let before = unit.clone();
    let inverse = edit.apply(&mut unit).unwrap();
    let places: Vec<(u16, u16)> =
        unit.sections.iter().map(|section| (section.phase, section.stream)).collect();
    assert_eq!(places, [(0, 0), (1, 0), (1, 1), (2, 0)]);
    assert_eq!(unit.streams.len(), 2);
    assert!(
        plan::split_streams(&unit, &unit.sections[1], [String::new(), String::new()], &mut ids)
            .is_none()
    );
    inverse.apply(&mut unit).unwrap();
    assert_eq!(unit, before);
}

#[test]
fn an_item_crosses_into_the_section_beside_it() {
    let mut unit = unit(&[1, 1]);
    let line = Line::Item(unit.sections[0].id.clone(), unit.sections[0].items[0].id.clone());
    plan::move_down(&unit, &line).unwrap().apply(&mut unit).unwrap();
    assert_eq!((unit.sections[0].items.len(), unit.sections[1].items.len()), (0, 2));
    assert_eq!(
        Some(&unit.sections[1].items[0].id),
        match &line {
            Line::Item(_, item) => Some(item),
            Line::Section(_) => None,
        }
    );
}

#[test]
fn planning_goes_on_where_something_is_missing() {
    let unit = unit(&[2, 0, 1]);
    let mut pane = PlanPane::default();
    pane.enter(&unit);
    assert_eq!(pane.cursor, Some(Line::Section(unit.sections[1].id.clone())));
    assert_eq!(pane.insertion(&unit), Some((unit.sections[1].id.clone(), 0)));
}

proptest! {
    #[test]
    fn the_cursor_line_is_always_in_sight(scroll in 0_usize..50, at in 0_usize..50, more in 1_usize..50, rows in 1_usize..30) {
        let len = at + more;
        let scroll = scrolled(scroll, at, len, rows);
        prop_assert!(scroll <= at && at < scroll + rows);
        prop_assert!(scroll == 0 || scroll + rows <= len.max(rows));
    }

    #[test]
    fn motions_never_leave_the_unit(counts in prop::collection::vec(0_usize..4, 0..5), steps in prop::collection::vec(0_usize..6, 0..30)) {
        let unit = unit(&counts);
        let mut pane = PlanPane::default();
        pane.enter(&unit);
        let lines = plan::lines(&unit);
        let all = [Motion::Up, Motion::Down, Motion::SectionBefore, Motion::SectionAfter, Motion::First, Motion::Last];
        for step in steps {
            pane.go(&unit, all[step]);
            prop_assert_eq!(pane.cursor.is_none(), lines.is_empty());
            prop_assert!(pane.cursor.as_ref().is_none_or(|cursor| lines.contains(cursor)));
        }
    }
}
