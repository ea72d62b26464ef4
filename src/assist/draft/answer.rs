//! Reads a model's exercise: every word held against its list, every dose against the notation,
//! every name against those that are there. What does not hold is complained about, not mended.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::wire::Wire;
use super::{LISTS, ids};
use crate::domain::{
    Bilingual, BilingualList, CatalogueKind, Category, Contraindication, DrillMinutes, Exercise,
    ExerciseId, ExerciseKind, Goal, Level, Mechanic, Muscle, Origin, Partner, Pattern,
    SkillWeights, Visibility,
};
use crate::language::{clean, fold};
use crate::library::Library;
use crate::llm::Complaint;
use crate::notation;

/// Longest name, and longest sentence about it, in characters; as in the form.
const NAME: usize = 80;
const FACT: usize = 140;
/// Other names per language that are taken over.
const ALIASES: usize = 6;
/// Longest a drill may take, in minutes; as in the form.
const LONGEST: u8 = 240;

/// Reads an answer. The exercise has no id yet: it gets one when it is kept.
///
/// # Errors
/// A [`Complaint`] the model can act on.
pub fn read(answer: &Value, library: &Library) -> Result<Exercise, Complaint> {
    let wire: Wire = serde_json::from_value(answer.clone())
        .map_err(|error| Complaint::new(format!("it does not fit the schema: {error}")))?;
    let name = Bilingual::new(
        line("name_en", &wire.name_en, NAME)?,
        line("name_de", &wire.name_de, NAME)?,
    );
    unknown_so_far(&name, library)?;
    if wire.patterns.is_empty() {
        return Err(Complaint::new("patterns is empty"));
    }
    let held = Held { library };
    let minutes = wire.minutes.as_ref().map(|it| DrillMinutes {
        min: it.shortest,
        usual: it.usual,
        max: it.longest,
    });
    let in_order = |it: &DrillMinutes| {
        it.min > 0 && it.min <= it.usual && it.usual <= it.max && it.max <= LONGEST
    };
    if let Some(wrong) = minutes.as_ref().filter(|it| !in_order(it)) {
        let all = format!("{}, {}, {}", wrong.min, wrong.usual, wrong.max);
        return Err(Complaint::new(format!("minutes are not in order: {all}")));
    }
    if wire.min_age > 99 {
        return Err(Complaint::new(format!("min_age is {}", wire.min_age)));
    }
    Ok(Exercise {
        id: ExerciseId::new(""),
        aliases: BilingualList {
            en: others("aliases_en", &wire.aliases_en, &name, library)?,
            de: others("aliases_de", &wire.aliases_de, &name, library)?,
        },
        name,
        kind: ExerciseKind::Simple,
        category: word("category", &wire.category, Category::from_id)?,
        patterns: words("patterns", &wire.patterns, Pattern::from_id)?,
        primary: words("primary", &wire.primary, Muscle::from_id)?,
        secondary: words("secondary", &wire.secondary, Muscle::from_id)?,
        equipment: wire
            .equipment
            .iter()
            .filter(|together| !together.is_empty())
            .map(|together| held.ids("equipment", together))
            .collect::<Result<_, _>>()?,
        mechanic: match &wire.mechanic {
            Some(id) => Some(word("mechanic", id, Mechanic::from_id)?),
            None => None,
        },
        unilateral: wire.unilateral,
        level: word("level", &wire.level, Level::from_id)?,
        min_age: wire.min_age,
        contra: words("contra", &wire.contra, Contraindication::from_id)?,
        skills: skills(&wire, &held)?,
        focus: held.ids("focus", &wire.focus)?,
        training_types: held.ids("training_types", &wire.training_types)?,
        target_groups: held.ids("target_groups", &wire.target_groups)?,
        styles: held.ids("styles", &wire.styles)?,
        partner: word("partner", &wire.partner, Partner::from_id)?,
        doses: doses(&wire)?,
        increment_kg: None,
        minutes,
        fact: Bilingual::new(
            line("fact_en", &wire.fact_en, FACT)?,
            line("fact_de", &wire.fact_de, FACT)?,
        ),
        visibility: Visibility::Club,
        origin: Origin::Club,
    })
}

/// What of an answer that is still coming can be shown already: its name.
#[must_use]
pub fn name_so_far(partial: &Value) -> Option<String> {
    // the next field has begun, so the name is whole
    partial.get("name_de")?;
    let name = partial.get("name_en")?.as_str()?;
    line("name_en", name, NAME).ok()
}

/// One line of text without anything that steers a terminal.
fn line(field: &str, text: &str, limit: usize) -> Result<String, Complaint> {
    let text = clean(text).text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Complaint::new(format!("{field} says nothing")));
    }
    if length > limit {
        return Err(Complaint::new(format!(
            "{field} has {length} characters, not at most {limit}"
        )));
    }
    Ok(text)
}

/// A new exercise must not be one that is there.
fn unknown_so_far(name: &Bilingual, library: &Library) -> Result<(), Complaint> {
    let names = [fold(&name.en), fold(&name.de)];
    let known = library
        .exercises()
        .iter()
        .find(|known| known.names().any(|name| names.contains(&fold(name))));
    match known {
        Some(known) => {
            let name = &known.name.en;
            Err(Complaint::new(format!("{name:?} is in the library already; propose another one")))
        }
        None => Ok(()),
    }
}

/// Other names that are names of nothing else.
fn others(
    field: &str,
    names: &[String],
    own: &Bilingual,
    library: &Library,
) -> Result<Vec<String>, Complaint> {
    let mut seen: BTreeSet<String> = [fold(&own.en), fold(&own.de)].into();
    let mut kept = Vec::new();
    for name in names {
        let name = line(field, name, NAME)?;
        let key = fold(&name);
        let taken = || library.exercises().iter().any(|it| it.names().any(|it| fold(it) == key));
        // the form tells other names apart by it
        if !name.contains(';') && !seen.contains(&key) && !taken() && kept.len() < ALIASES {
            seen.insert(key);
            kept.push(name);
        }
    }
    Ok(kept)
}

fn word<T>(field: &str, id: &str, known: impl Fn(&str) -> Option<T>) -> Result<T, Complaint> {
    known(id).ok_or_else(|| foreign(field, id))
}

fn words<T: PartialEq>(
    field: &str,
    ids: &[String],
    known: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, Complaint> {
    let mut all: Vec<T> = Vec::new();
    for id in ids {
        let word = word(field, id, &known)?;
        if !all.contains(&word) {
            all.push(word);
        }
    }
    Ok(all)
}

fn foreign(field: &str, id: &str) -> Complaint {
    let id = clean(id).text;
    Complaint::new(format!("{id:?} is not in the list for {field}"))
}

/// The open lists: a club adds to them, so they are looked up.
struct Held<'a> {
    library: &'a Library,
}

impl Held<'_> {
    fn ids<T: for<'s> From<&'s str> + PartialEq>(
        &self,
        field: &str,
        ids_given: &[String],
    ) -> Result<Vec<T>, Complaint> {
        let kind = LISTS.iter().find(|(name, _)| *name == field).map(|(_, kind)| *kind);
        let known = ids(self.library, kind.unwrap_or(CatalogueKind::Skills));
        words(field, ids_given, |id| known.contains(&id).then(|| T::from(id)))
    }
}

fn skills(wire: &Wire, held: &Held<'_>) -> Result<SkillWeights, Complaint> {
    let mut all = SkillWeights::new();
    for skill in &wire.skills {
        let weight = skill.weight;
        if !(weight > 0.0 && weight <= 1.0) {
            let id = clean(&skill.skill).text;
            return Err(Complaint::new(format!("the weight of {id:?} is {weight}")));
        }
        for id in held.ids("skills", std::slice::from_ref(&skill.skill))? {
            all.insert(id, weight);
        }
    }
    Ok(all)
}

fn doses(wire: &Wire) -> Result<BTreeMap<Goal, String>, Complaint> {
    let mut all = BTreeMap::new();
    for dose in &wire.doses {
        let goal = word("doses", &dose.goal, Goal::from_id)?;
        let text = line("doses", &dose.dose, NAME)?;
        notation::parse(&text).map_err(|error| {
            Complaint::new(format!("the dose {text:?} cannot be read: {error}"))
        })?;
        all.insert(goal, text);
    }
    Ok(all)
}
