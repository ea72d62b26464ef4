//! Arbitrary units and edits over a small pool of ids, so that edits often fit and often do not.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::domain::{
    Arg, Bilingual, ExerciseId, Format, GroupId, Item, ItemField, ItemId, ItemLog, Level, Message,
    Owner, PlanEdit, Prescription, Progression, ProgressionKind, Section, SectionField, SectionId,
    SectionKind, SetLog, Span, Stream, SupersetTag, Suppression, Unit, UnitField, UnitId,
};

fn word() -> impl Strategy<Value = String> {
    "[a-zäöü ]{0,8}"
}

fn item_id() -> impl Strategy<Value = ItemId> {
    (0..9_u8).prop_map(|n| ItemId::new(format!("i{n}")))
}

fn section_id() -> impl Strategy<Value = SectionId> {
    (0..5_u8).prop_map(|n| SectionId::new(format!("s{n}")))
}

fn suppress() -> impl Strategy<Value = Vec<Suppression>> {
    vec(word().prop_map(|rule| Suppression { rule, reason: String::new() }), 0..2)
}

fn prescription() -> impl Strategy<Value = Prescription> {
    (1_u16..6, 1_u16..12, 0_u16..4, word()).prop_map(|(sets, reps, more, note)| Prescription {
        note,
        ..Prescription::sets_of(sets, Span::between(reps, reps + more))
    })
}

fn item() -> impl Strategy<Value = Item> {
    let exercise = option::of((0..4_u8).prop_map(|n| ExerciseId::new(format!("e{n}"))));
    (item_id(), exercise, word(), prescription(), option::of(1_u16..30)).prop_map(
        |(id, exercise, label, prescription, minutes)| Item {
            prescription,
            minutes,
            reasons: vec![Message::new("reason").with("n", Arg::Number(2.5)).with("t", "x")],
            ..Item::new(id, exercise, Bilingual::same(label))
        },
    )
}

fn section() -> BoxedStrategy<Section> {
    (section_id(), select(SectionKind::ALL), word(), vec(item(), 0..4))
        .prop_map(|(id, kind, title, items)| Section { title, items, ..Section::new(id, kind) })
        .boxed()
}

/// A unit in which every id stands once.
pub(super) fn unit() -> impl Strategy<Value = Unit> {
    (vec(section(), 0..4), word()).prop_map(|(sections, title)| {
        let mut unit = Unit::new(UnitId::new("u"), title, Owner::Group(GroupId::new("g")));
        for mut section in sections {
            let items = std::mem::take(&mut section.items);
            if unit.section(&section.id).is_some() {
                continue;
            }
            unit.sections.push(section);
            for item in items {
                if unit.item(&item.id).is_none() {
                    unit.sections.last_mut().unwrap().items.push(item);
                }
            }
        }
        unit
    })
}

fn item_field() -> BoxedStrategy<ItemField> {
    let log = (any::<bool>(), vec(1_u16..20, 0..3)).prop_map(|(done, reps)| ItemLog {
        done,
        sets: reps
            .into_iter()
            .map(|reps| SetLog { reps: Some(reps), load_kg: Some(62.5), ..SetLog::default() })
            .collect(),
    });
    let progression = (select(ProgressionKind::ALL), 0_u8..4).prop_map(|(kind, misses)| {
        Progression { kind, step: 2.5, reps: None, misses: Some(misses), back_off_pct: 10.0 }
    });
    let superset = (proptest::char::range('A', 'F'), 1_u8..4)
        .prop_map(|(letter, number)| SupersetTag { letter, number });
    prop_oneof![
        word().prop_map(|name| ItemField::Exercise(Some("e9".into()), Bilingual::same(name))),
        prescription().prop_map(|new| ItemField::Prescription(Box::new(new))),
        option::of(superset).prop_map(ItemField::Superset),
        option::of(0_u16..90).prop_map(ItemField::Minutes),
        word().prop_map(ItemField::Notes),
        option::of(progression).prop_map(ItemField::Progression),
        option::of(log).prop_map(ItemField::Log),
        suppress().prop_map(ItemField::Suppress),
    ]
    .boxed()
}

fn section_field() -> BoxedStrategy<SectionField> {
    prop_oneof![
        select(SectionKind::ALL).prop_map(SectionField::Kind),
        word().prop_map(SectionField::Title),
        (0_u16..3, 0_u16..3).prop_map(|(phase, stream)| SectionField::Stream(phase, stream)),
        option::of(select(Format::ALL)).prop_map(SectionField::Format),
        option::of(0_u16..9).prop_map(SectionField::Rounds),
        option::of(0_u32..900).prop_map(SectionField::Cap),
        option::of(0_u16..90).prop_map(SectionField::Minutes),
        word().prop_map(SectionField::Notes),
    ]
    .boxed()
}

fn unit_field() -> BoxedStrategy<UnitField> {
    let day = (1_i8..28).prop_map(|day| jiff::civil::date(2026, 3, day));
    let stream = (0_u16..3, 0_u16..3, word()).prop_map(|(phase, stream, title)| Stream {
        phase,
        stream,
        title,
        level: Some(Level::Beginner),
        size: None,
    });
    prop_oneof![
        word().prop_map(UnitField::Title),
        Just(UnitField::Owner(Owner::Nobody)),
        option::of(day).prop_map(UnitField::Date),
        option::of(0_u16..150).prop_map(UnitField::Minutes),
        option::of(0_u16..40).prop_map(UnitField::People),
        Just(UnitField::Slot(Some(("f".into(), "x".into())))),
        vec(stream, 0..3).prop_map(UnitField::Streams),
        word().prop_map(UnitField::Notes),
        suppress().prop_map(UnitField::Suppress),
        any::<bool>().prop_map(UnitField::Done),
    ]
    .boxed()
}

/// One edit, or a few that are one step.
pub(super) fn edit() -> BoxedStrategy<PlanEdit> {
    let at = 0_usize..6;
    let leaf = prop_oneof![
        4 => (section_id(), at.clone(), item()).prop_map(|(section, at, item)| {
            PlanEdit::InsertItem { section, at, item: Box::new(item) }
        }),
        3 => item_id().prop_map(|item| PlanEdit::RemoveItem { item }),
        5 => (item_id(), section_id(), at.clone())
            .prop_map(|(item, section, at)| PlanEdit::MoveItem { item, section, at }),
        3 => (item_id(), item_field()).prop_map(|(item, field)| PlanEdit::SetItem { item, field }),
        3 => (at.clone(), section()).prop_map(|(at, section)| {
            PlanEdit::InsertSection { at, section: Box::new(section) }
        }),
        2 => section_id().prop_map(|section| PlanEdit::RemoveSection { section }),
        3 => (section_id(), at)
            .prop_map(|(section, at)| PlanEdit::MoveSection { section, at }),
        2 => (section_id(), section_field())
            .prop_map(|(section, field)| PlanEdit::SetSection { section, field }),
        2 => unit_field().prop_map(|field| PlanEdit::SetUnit { field }),
    ]
    .boxed();
    leaf.prop_recursive(2, 12, 4, |edit| {
        vec(edit, 0..4).prop_map(|edits| PlanEdit::Batch { edits })
    })
    .boxed()
}
