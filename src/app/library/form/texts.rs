//! What is typed into the form, and what it means: names, lists of other names, ages, minutes,
//! prescriptions.

use std::collections::BTreeMap;

use super::Row;
use crate::domain::{
    Bilingual, DrillMinutes, Exercise, ExerciseId, ExerciseKind, Explain, Goal, Message,
};
use crate::language::fold;
use crate::notation;

/// What stands between other names.
const BETWEEN: char = ';';
/// Longest sentence, in characters.
const FACT_LIMIT: usize = 140;
/// Longest name, in characters.
const NAME_LIMIT: usize = 80;
/// What ids of a club's exercises begin with, so that none is ever built in.
const OWN: &str = "own_";

/// What the rows hold for an exercise.
pub(super) fn of(exercise: &Exercise) -> BTreeMap<Row, String> {
    let joined = |names: &[String]| names.join("; ");
    let mut texts = BTreeMap::from([
        (Row::NameEn, exercise.name.en.clone()),
        (Row::NameDe, exercise.name.de.clone()),
        (Row::AliasesEn, joined(&exercise.aliases.en)),
        (Row::AliasesDe, joined(&exercise.aliases.de)),
        (Row::FactEn, exercise.fact.en.clone()),
        (Row::FactDe, exercise.fact.de.clone()),
        (Row::MinAge, exercise.min_age.to_string()),
    ]);
    if let Some(minutes) = exercise.minutes {
        let text = format!("{} {} {}", minutes.min, minutes.usual, minutes.max);
        texts.insert(Row::Minutes, text);
    }
    if let Some(kilograms) = exercise.increment_kg {
        texts.insert(Row::Increment, kilograms.to_string());
    }
    for (goal, dose) in &exercise.doses {
        texts.insert(Row::Dose(*goal), dose.clone());
    }
    if let ExerciseKind::Combination(parts) = &exercise.kind {
        for (at, part) in parts.iter().enumerate() {
            texts.insert(Row::Part(at), part.dose.clone());
        }
    }
    texts
}

/// What is wrong with each row.
pub(super) fn errors(texts: &BTreeMap<Row, String>) -> BTreeMap<Row, Message> {
    let text = |row| texts.get(&row).map_or("", |text| text.trim());
    let mut errors = BTreeMap::new();
    if text(Row::NameEn).is_empty() && text(Row::NameDe).is_empty() {
        errors.insert(Row::NameEn, Message::new("edit-no-name"));
    }
    for (row, text) in texts {
        if let Err(why) = check(*row, text.trim()) {
            errors.insert(*row, why);
        }
    }
    errors
}

fn check(row: Row, text: &str) -> Result<(), Message> {
    if text.is_empty() {
        return Ok(());
    }
    match row {
        Row::NameEn | Row::NameDe if !text.chars().any(char::is_alphanumeric) => {
            Err(Message::new("edit-no-letters"))
        }
        Row::NameEn | Row::NameDe if text.chars().count() > NAME_LIMIT => {
            Err(Message::new("edit-too-long").with("limit", NAME_LIMIT))
        }
        Row::FactEn | Row::FactDe if text.chars().count() > FACT_LIMIT => {
            Err(Message::new("edit-too-long").with("limit", FACT_LIMIT))
        }
        Row::MinAge => age(text).map(|_| ()),
        Row::Minutes => minutes(text).map(|_| ()),
        Row::Increment => kilograms(text).map(|_| ()),
        Row::Dose(_) | Row::Part(_) => {
            notation::parse(text).map(|_| ()).map_err(|error| error.message())
        }
        _ => Ok(()),
    }
}

/// Writes what was typed into the exercise.
pub(super) fn read(
    texts: &BTreeMap<Row, String>,
    exercise: &mut Exercise,
) -> Result<(), (Row, Message)> {
    if let Some((row, why)) = errors(texts).into_iter().next() {
        return Err((row, why));
    }
    let text = |row| texts.get(&row).map_or("", |text| text.trim());
    let names = |row| -> Vec<String> {
        let names = text(row).split(BETWEEN).map(str::trim).filter(|name| !name.is_empty());
        names.map(str::to_owned).collect()
    };
    exercise.name = both(text(Row::NameEn), text(Row::NameDe));
    exercise.fact = both(text(Row::FactEn), text(Row::FactDe));
    exercise.aliases.en = names(Row::AliasesEn);
    exercise.aliases.de = names(Row::AliasesDe);
    let wrong = |row| move |why| (row, why);
    exercise.min_age = match text(Row::MinAge) {
        "" => 0,
        text => age(text).map_err(wrong(Row::MinAge))?,
    };
    exercise.minutes = match text(Row::Minutes) {
        "" => None,
        text => Some(minutes(text).map_err(wrong(Row::Minutes))?),
    };
    exercise.increment_kg = match text(Row::Increment) {
        "" => None,
        text => Some(kilograms(text).map_err(wrong(Row::Increment))?),
    };
    let goals = Goal::ALL.iter().map(|goal| (*goal, text(Row::Dose(*goal)).to_owned()));
    exercise.doses = goals.filter(|(_, dose)| !dose.is_empty()).collect();
    Ok(())
}

/// A text in both languages; what was typed in one only stands for both.
fn both(en: &str, de: &str) -> Bilingual {
    match (en, de) {
        ("", text) | (text, "") => Bilingual::same(text),
        (en, de) => Bilingual::new(en, de),
    }
}

fn age(text: &str) -> Result<u8, Message> {
    text.parse().ok().filter(|age| *age < 100).ok_or_else(|| Message::new("edit-age-wrong"))
}

/// Reads `8`, or shortest, usual and longest as `5 8 12`.
fn minutes(text: &str) -> Result<DrillMinutes, Message> {
    let wrong = || Message::new("edit-minutes-wrong");
    let numbers: Option<Vec<u8>> = text
        .split([' ', '-', '–', ','])
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().ok())
        .collect();
    let (min, usual, max) = match numbers.as_deref() {
        Some([usual]) => (*usual, *usual, *usual),
        Some([min, usual, max]) => (*min, *usual, *max),
        _ => return Err(wrong()),
    };
    let is_sound = min > 0 && min <= usual && usual <= max && max <= 240;
    is_sound.then_some(DrillMinutes { min, usual, max }).ok_or_else(wrong)
}

fn kilograms(text: &str) -> Result<f32, Message> {
    let number = text.trim_end_matches("kg").trim().replace(',', ".").parse().ok();
    number
        .filter(|number: &f32| *number > 0.0 && *number <= 100.0)
        .ok_or_else(|| Message::new("edit-kilograms-wrong"))
}

/// An id from a name that no exercise has.
#[must_use]
pub fn id_for(name: &Bilingual, is_taken: impl Fn(&str) -> bool) -> ExerciseId {
    let folded = fold(if name.en.is_empty() { &name.de } else { &name.en });
    let letters = folded.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { ' ' });
    let letters: String = letters.take(60).collect();
    let words = letters.split_whitespace().collect::<Vec<_>>().join("_");
    let stem = format!("{OWN}{}", if words.is_empty() { "exercise" } else { &words });
    let numbered = (2..).map(|number| format!("{stem}_{number}"));
    let free = std::iter::once(stem.clone()).chain(numbered).find(|id| !is_taken(id));
    ExerciseId::new(free.unwrap_or(stem))
}
