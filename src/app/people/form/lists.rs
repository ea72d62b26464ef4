//! What rows of the form are picked from lists: opened with what a row holds, written back.

use super::{PersonForm, Row, Sort};
use crate::app::choice::{Choice, ChoicePane, Mode, Pick};
use crate::app::people::Person;
use crate::domain::{
    Contraindication, EquipmentId, ExerciseId, FrameworkId, Lang, SkillId, StyleId, TargetGroupId,
    Visibility,
};
use crate::library::Library;

/// The list for the row under the cursor, if it has one. `nothing` is what a value is called that
/// means none.
#[must_use]
pub fn open_choice(
    form: &PersonForm,
    library: &Library,
    lang: Lang,
    nothing: String,
) -> Option<ChoicePane> {
    let row = form.row();
    let picked = picked(&form.person, row);
    let mode = match row {
        Row::TargetGroup | Row::Style | Row::Framework => Mode::One,
        Row::Skills => Mode::Weights,
        Row::Devices => Mode::Counts,
        _ => Mode::Set,
    };
    let mut choices = match row.sort() {
        Sort::List(kind) => {
            let mut all = Choice::all(library.catalogues(), kind, &picked, lang);
            // nothing at hand cannot be counted
            all.retain(|choice| row != Row::Devices || choice.id != "none");
            all
        }
        Sort::Exercises => exercises(library, &picked, lang),
        Sort::Frameworks => {
            let cards = form.shelf.frameworks.iter();
            cards.map(|it| Choice { id: it.id.to_string(), label: it.title.clone() }).collect()
        }
        Sort::Text | Sort::Cycle | Sort::Search | Sort::Known => return None,
    };
    if matches!(row, Row::Style | Row::Framework) {
        choices.insert(0, Choice { id: String::new(), label: nothing });
    }
    Some(ChoicePane::new(row.key(), mode, choices, picked))
}

/// Exercises that are not archived, and those that are picked already.
fn exercises(library: &Library, picked: &[Pick], lang: Lang) -> Vec<Choice> {
    let offered = library.exercises().iter().filter(|exercise| {
        exercise.visibility != Visibility::Archived
            || picked.iter().any(|pick| pick.id == exercise.id.as_str())
    });
    let label = |name: &crate::domain::Bilingual| name.get(lang).to_owned();
    offered.map(|it| Choice { id: it.id.to_string(), label: label(&it.name) }).collect()
}

/// What a row holds.
fn picked(person: &Person, row: Row) -> Vec<Pick> {
    match (person, row) {
        (Person::Athlete(athlete), Row::Equipment) => {
            athlete.profile.equipment.iter().flatten().map(|it| Pick::of(it.as_str())).collect()
        }
        (Person::Athlete(athlete), Row::Injuries) => {
            athlete.profile.injuries.iter().map(|it| Pick::of(it.id())).collect()
        }
        (Person::Group(group), Row::Equipment) => {
            group.equipment.iter().map(|it| Pick::of(it.as_str())).collect()
        }
        (Person::Group(group), Row::Devices) => {
            let counts = group.devices.iter();
            let few = |count: u16| u8::try_from(count).unwrap_or(u8::MAX);
            counts.map(|(it, count)| Pick::some(it.as_str(), few(*count))).collect()
        }
        (Person::Group(group), Row::Skills) => {
            let weights = group.skills.iter();
            weights
                .map(|(it, weight)| Pick::some(it.as_str(), (weight * 100.0).round() as u8))
                .collect()
        }
        (Person::Group(group), Row::Mastered) => {
            group.known.iter().map(|it| Pick::of(it.as_str())).collect()
        }
        (Person::Group(group), Row::TargetGroup) => vec![Pick::of(group.target_group.as_str())],
        (Person::Group(group), Row::Style) => {
            vec![Pick::of(group.style.as_ref().map_or("", StyleId::as_str))]
        }
        (Person::Group(group), Row::Framework) => {
            vec![Pick::of(group.framework.as_ref().map_or("", FrameworkId::as_str))]
        }
        _ => Vec::new(),
    }
}

/// Writes what is picked into the row under the cursor.
pub fn take_choice(choice: &ChoicePane, form: &mut PersonForm, library: &Library) {
    let row = form.row();
    let ids = || choice.picked.iter().map(|pick| pick.id.as_str());
    let one = || ids().next().filter(|id| !id.is_empty());
    match &mut form.person {
        Person::Athlete(athlete) => {
            let profile = &mut athlete.profile;
            match row {
                // nothing picked is a full gym; nothing at hand is a value of the list
                Row::Equipment => {
                    let things: Vec<EquipmentId> = ids().map(EquipmentId::from).collect();
                    profile.equipment = Some(things).filter(|things| !things.is_empty());
                }
                Row::Injuries => {
                    profile.injuries = ids().filter_map(Contraindication::from_id).collect();
                }
                _ => {}
            }
        }
        Person::Group(group) => match row {
            Row::Equipment => group.equipment = ids().map(EquipmentId::from).collect(),
            Row::Devices => {
                let counts = choice.picked.iter();
                group.devices = counts
                    .map(|it| (EquipmentId::from(it.id.as_str()), u16::from(it.amount)))
                    .collect();
            }
            Row::Skills => {
                let weights = choice.picked.iter();
                group.skills = weights
                    .map(|it| (SkillId::from(it.id.as_str()), f32::from(it.amount) / 100.0))
                    .collect();
            }
            Row::Mastered => group.known = ids().map(ExerciseId::from).collect(),
            Row::Style => group.style = one().map(StyleId::from),
            Row::Framework => group.framework = one().map(FrameworkId::from),
            Row::TargetGroup => {
                let before = library.catalogues().ages(&group.target_group);
                if let Some(id) = one() {
                    group.target_group = TargetGroupId::from(id);
                }
                let ages = library.catalogues().ages(&group.target_group);
                form.follow_ages(before, ages);
            }
            _ => {}
        },
    }
    form.touched();
}
