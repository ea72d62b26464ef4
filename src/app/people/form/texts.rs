//! What is typed into the form, and what it means: names, numbers within the ranges of a profile,
//! best singles.

use std::collections::BTreeMap;

use super::Row;
use crate::app::people::Person;
use crate::domain::{ExerciseId, Explain, Lang, Level, Message};
use crate::language::write_number;
use crate::planner::range;
use crate::training::read_best;

/// Longest name, in characters.
const NAME_LIMIT: usize = 80;
/// Longest goal in own words, in characters.
const GOAL_LIMIT: usize = 400;

/// What the rows hold for somebody.
pub(super) fn of(person: &Person, lifts: &[ExerciseId], lang: Lang) -> BTreeMap<Row, String> {
    let number = |value: Option<f64>| value.map_or_else(String::new, |it| written(it, lang));
    match person {
        Person::Athlete(athlete) => {
            let profile = &athlete.profile;
            let mut texts = BTreeMap::from([
                (Row::Name, athlete.name.clone()),
                (Row::Age, number(profile.age.map(f64::from))),
                (Row::Height, number(profile.height_cm.map(shortest))),
                (Row::Weight, number(profile.weight_kg.map(shortest))),
                (Row::GoalText, profile.goal_text.clone()),
                (Row::Days, profile.days_per_week.to_string()),
                (Row::Minutes, profile.minutes.to_string()),
                (Row::Weeks, profile.weeks.to_string()),
                (Row::Contest, number(profile.contest_week.map(f64::from))),
            ]);
            for (at, lift) in lifts.iter().enumerate() {
                let best = profile.one_rm_kg.get(lift).copied();
                texts.insert(Row::Lift(at), number(best.map(shortest)));
            }
            texts
        }
        Person::Group(group) => {
            let age = |age: u8| number((age > 0).then(|| f64::from(age)));
            let mut texts = BTreeMap::from([
                (Row::Name, group.name.clone()),
                (Row::Size, group.size.to_string()),
                (Row::AgeMin, age(group.age_min)),
                (Row::AgeMax, age(group.age_max)),
                (Row::Days, group.units_per_week.to_string()),
                (Row::Minutes, group.minutes.to_string()),
                (Row::Weeks, group.weeks.to_string()),
            ]);
            for level in Level::ALL {
                let share = group.level_mix.get(level).copied().filter(|count| *count > 0);
                texts.insert(Row::Share(*level), number(share.map(f64::from)));
            }
            texts
        }
    }
}

/// A number as somebody would type it.
pub(super) fn written(value: f64, lang: Lang) -> String {
    write_number(value, 2, lang)
}

/// The number as it was written: 82.4 stays 82.4, and does not become 82.4000015.
fn shortest(value: f32) -> f64 {
    value.to_string().parse().unwrap_or_else(|_| f64::from(value))
}

/// What is wrong with each row.
pub(super) fn errors(texts: &BTreeMap<Row, String>) -> BTreeMap<Row, Message> {
    let mut errors: BTreeMap<Row, Message> = texts
        .iter()
        .filter_map(|(row, text)| check(*row, text.trim()).err().map(|why| (*row, why)))
        .collect();
    let value = |row| texts.get(&row).and_then(|text| number(row, text.trim()).ok());
    if let (Some(youngest), Some(oldest)) = (value(Row::AgeMin), value(Row::AgeMax))
        && oldest < youngest
    {
        errors.insert(Row::AgeMax, Message::new("person-ages-crossed"));
    }
    if let (Some(week), Some(weeks)) = (value(Row::Contest), value(Row::Weeks))
        && week > weeks
    {
        let why = Message::new("person-contest-late").with("weeks", weeks);
        errors.insert(Row::Contest, why);
    }
    if let Some(size) = value(Row::Size) {
        let shares = Level::ALL.iter().filter_map(|level| value(Row::Share(*level)));
        let sum: f64 = shares.sum();
        if sum > size {
            let why = Message::new("person-shares").with("sum", sum).with("size", size);
            errors.insert(Row::Share(Level::Beginner), why);
        }
    }
    errors
}

fn check(row: Row, text: &str) -> Result<(), Message> {
    let too_long = |limit: usize| Message::new("edit-too-long").with("limit", limit);
    match row {
        Row::Name if !text.chars().any(char::is_alphanumeric) => {
            Err(Message::new("person-no-name"))
        }
        Row::Name if text.chars().count() > NAME_LIMIT => Err(too_long(NAME_LIMIT)),
        Row::GoalText if text.chars().count() > GOAL_LIMIT => Err(too_long(GOAL_LIMIT)),
        _ if text.is_empty() && !is_needed(row) => Ok(()),
        Row::Lift(_) => best(text).map(|_| ()),
        _ if row.field().is_some() => number(row, text).map(|_| ()),
        _ => Ok(()),
    }
}

/// Whether a row may not stay empty.
const fn is_needed(row: Row) -> bool {
    matches!(row, Row::Size | Row::AgeMin | Row::AgeMax | Row::Days | Row::Minutes | Row::Weeks)
}

/// Reads a number of a row; it lies within the range of its field.
pub(super) fn number(row: Row, text: &str) -> Result<f64, Message> {
    let (min, max) = row.field().and_then(range).unwrap_or((0, u32::MAX));
    let wrong = || {
        Message::new("person-range")
            .with("field", Message::new(row.key()))
            .with("value", text)
            .with("min", min)
            .with("max", max)
    };
    let is_whole = !matches!(row, Row::Height | Row::Weight | Row::Lift(_));
    let number: f64 = text.replace(',', ".").parse().map_err(|_| wrong())?;
    let fits = (f64::from(min)..=f64::from(max)).contains(&number);
    if fits && (!is_whole || number.fract() == 0.0) { Ok(number) } else { Err(wrong()) }
}

/// Reads a best single.
pub(super) fn best(text: &str) -> Result<f64, Message> {
    let best = read_best(text).map_err(|error| error.message())?;
    number(Row::Lift(0), &best.kg().to_string())
}

/// Writes what was typed into somebody.
pub(super) fn read(
    texts: &BTreeMap<Row, String>,
    lifts: &[ExerciseId],
    person: &mut Person,
) -> Result<(), (Row, Message)> {
    if let Some((row, why)) = errors(texts).into_iter().next() {
        return Err((row, why));
    }
    let text = |row| texts.get(&row).map_or("", |text| text.trim());
    let value = |row| number(row, text(row)).ok();
    match person {
        Person::Athlete(athlete) => {
            text(Row::Name).clone_into(&mut athlete.name);
            let profile = &mut athlete.profile;
            profile.name.clone_from(&athlete.name);
            profile.age = value(Row::Age).map(|age| age as u8);
            profile.height_cm = value(Row::Height).map(|cm| cm as f32);
            profile.weight_kg = value(Row::Weight).map(|kg| kg as f32);
            text(Row::GoalText).clone_into(&mut profile.goal_text);
            profile.days_per_week = value(Row::Days).map_or(1, |days| days as u8);
            profile.minutes = value(Row::Minutes).map_or(60, |minutes| minutes as u16);
            profile.weeks = value(Row::Weeks).map_or(12, |weeks| weeks as u16);
            profile.contest_week = value(Row::Contest).map(|week| week as u16);
            let bests = lifts.iter().enumerate().filter_map(|(at, lift)| {
                let kg = best(text(Row::Lift(at))).ok()?;
                Some((lift.clone(), kg as f32))
            });
            profile.one_rm_kg = bests.collect();
        }
        Person::Group(group) => {
            text(Row::Name).clone_into(&mut group.name);
            group.size = value(Row::Size).map_or(2, |size| size as u16);
            group.age_min = value(Row::AgeMin).map_or(group.age_min, |age| age as u8);
            group.age_max = value(Row::AgeMax).map_or(group.age_max, |age| age as u8);
            group.units_per_week = value(Row::Days).map_or(1, |units| units as u8);
            group.minutes = value(Row::Minutes).map_or(75, |minutes| minutes as u16);
            group.weeks = value(Row::Weeks).map_or(12, |weeks| weeks as u16);
            let shares = Level::ALL.iter().filter_map(|level| {
                let count = value(Row::Share(*level))? as u16;
                (count > 0).then_some((*level, count))
            });
            group.level_mix = shares.collect();
        }
    }
    Ok(())
}
