//! From the recipes to a club: ids numbered within each unit, names from the library, doses read
//! by the notation, days counted from today.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::{
    Athlete, AthleteProfile, Bilingual, Club, ClubId, Coach, CoachId, Framework, FrameworkId,
    Group, Item, ItemId, ItemLog, Lang, Owner, Section, SectionId, SetLog, Slot, Stream,
    SupersetTag, Unit, Visibility,
};
use crate::library::Library;
use crate::notation;
use crate::store::{Bookmark, Starter};

use super::DemoError;
use super::recipe::{self, FrameworkRecipe, GroupRecipe, ItemRecipe, SectionRecipe, UnitRecipe};

/// Who starts planwright for the first time, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstStart {
    /// The coach's login.
    pub login: CoachId,
    /// Name for people.
    pub name: String,
    /// Language of the demo's titles and notes.
    pub lang: Lang,
    /// The day the demo's dates count from.
    pub today: Date,
}

/// The id of the demo club.
const CLUB: &str = "demo";

/// The demo club with everything in it, in the coach's language.
///
/// # Errors
/// [`DemoError`] where the demo's data does not fit the library.
pub fn starter(library: &Library, first: &FirstStart) -> Result<Starter, DemoError> {
    let (lang, today) = (first.lang, first.today);
    let strength = recipe::athlete()?;
    let judo = recipe::group()?;
    let athlete = Athlete {
        id: strength.athlete.id,
        name: strength.athlete.name.clone(),
        profile: AthleteProfile {
            name: strength.athlete.name,
            goal_text: strength.athlete.goal_text.get(lang).to_owned(),
            language: Some(lang),
            ..strength.athlete.profile
        },
    };
    let framework = framework(judo.framework, lang);
    let group = group(judo.group, &framework.id, lang);

    let teller = Teller { library, lang, today };
    let his = Owner::Athlete(athlete.id.clone());
    let theirs = Owner::Group(group.id.clone());
    let tonight = judo.units.iter().find(|unit| unit.tonight).map(|unit| unit.id.clone());
    let mut units = Vec::with_capacity(strength.units.len() + judo.units.len());
    for recipe in strength.units {
        units.push(teller.unit(recipe, &his, None)?);
    }
    for recipe in judo.units {
        units.push(teller.unit(recipe, &theirs, Some(&framework.id))?);
    }
    Ok(Starter {
        club: Club { id: ClubId::new(CLUB), name: "Demo".to_owned() },
        coach: Coach {
            id: first.login.clone(),
            club: ClubId::new(CLUB),
            name: first.name.clone(),
            lang: None,
        },
        groups: vec![group],
        athletes: vec![athlete],
        frameworks: vec![framework],
        units,
        bookmark: Some(Bookmark { owner: theirs, unit: tonight, section: None, item: None }),
    })
}

fn group(recipe: GroupRecipe, framework: &FrameworkId, lang: Lang) -> Group {
    Group {
        id: recipe.id,
        name: recipe.name.get(lang).to_owned(),
        size: recipe.size,
        age_min: recipe.age_min,
        age_max: recipe.age_max,
        target_group: recipe.target_group,
        style: recipe.style,
        level_mix: recipe.level_mix,
        skills: recipe.skills,
        equipment: recipe.equipment,
        devices: std::collections::BTreeMap::new(),
        minutes: recipe.minutes,
        units_per_week: 2,
        weeks: 12,
        framework: Some(framework.clone()),
        known: recipe.known,
    }
}

fn framework(recipe: FrameworkRecipe, lang: Lang) -> Framework {
    let slots = recipe.slots.into_iter().map(|slot| Slot {
        id: slot.id,
        title: slot.title.get(lang).to_owned(),
        role: slot.role,
        minutes: None,
        focus: slot.focus,
        patterns: Vec::new(),
        skills: slot.skills,
        notes: slot.notes.get(lang).to_owned(),
        blueprint: None,
    });
    Framework {
        id: recipe.id,
        title: recipe.title.get(lang).to_owned(),
        target_group: recipe.target_group,
        style: recipe.style,
        focus: recipe.focus,
        training_types: recipe.training_types,
        skills: recipe.skills,
        slots: slots.collect(),
        visibility: Visibility::Club,
    }
}

/// What every unit is told with.
struct Teller<'a> {
    library: &'a Library,
    lang: Lang,
    today: Date,
}

impl Teller<'_> {
    fn unit(
        &self,
        recipe: UnitRecipe,
        owner: &Owner,
        framework: Option<&FrameworkId>,
    ) -> Result<Unit, DemoError> {
        let mut unit = Unit::new(recipe.id, self.say(&recipe.title), owner.clone());
        unit.date = self.today.checked_add(recipe.day.days()).ok();
        unit.minutes = Some(recipe.minutes);
        unit.people = recipe.people;
        unit.slot = framework.cloned().zip(recipe.slot);
        unit.done = recipe.done;
        unit.notes = self.say(&recipe.notes);
        unit.streams = recipe
            .streams
            .into_iter()
            .map(|stream| Stream {
                phase: stream.phase,
                stream: stream.stream,
                title: self.say(&stream.title),
                level: Some(stream.level),
                size: Some(stream.size),
            })
            .collect();
        for (number, section) in (1..).zip(recipe.sections) {
            let id = format!("{}-s{number}", unit.id);
            unit.sections.push(self.section(&id, section, recipe.done)?);
        }
        Ok(unit)
    }

    fn section(&self, id: &str, recipe: SectionRecipe, done: bool) -> Result<Section, DemoError> {
        let mut section = Section::new(SectionId::new(id), recipe.kind);
        section.title = self.say(&recipe.title);
        (section.phase, section.stream) = (recipe.phase, recipe.stream);
        section.format = recipe.format;
        section.minutes = recipe.minutes;
        for (number, item) in (1..).zip(recipe.items) {
            section.items.push(self.item(&format!("{id}-i{number}"), item, done)?);
        }
        Ok(section)
    }

    fn item(&self, id: &str, recipe: ItemRecipe, done: bool) -> Result<Item, DemoError> {
        let exercise = self
            .library
            .get(&recipe.exercise)
            .ok_or_else(|| DemoError::Exercise { id: recipe.exercise.to_string() })?;
        let mut item = Item::new(ItemId::new(id), Some(recipe.exercise), exercise.name.clone());
        item.prescription = notation::parse(&recipe.dose).map_err(|error| DemoError::Dose {
            dose: recipe.dose.clone(),
            detail: error.to_string(),
        })?;
        item.superset = recipe.superset.as_deref().map(tag).transpose()?;
        item.log =
            done.then(|| ItemLog { done: true, sets: recipe.sets.into_iter().map(set).collect() });
        Ok(item)
    }

    fn say(&self, text: &Bilingual) -> String {
        text.get(self.lang).to_owned()
    }
}

fn set((reps, kilograms, rpe): (u16, f64, f64)) -> SetLog {
    SetLog {
        reps: Some(reps),
        load_kg: (kilograms > 0.0).then_some(kilograms),
        rpe: Some(rpe),
        ..SetLog::default()
    }
}

fn tag(text: &str) -> Result<SupersetTag, DemoError> {
    let mut letters = text.chars();
    let letter = letters.next().filter(char::is_ascii_uppercase);
    match (letter, letters.as_str().parse()) {
        (Some(letter), Ok(number)) => Ok(SupersetTag { letter, number }),
        _ => Err(DemoError::Superset { tag: text.to_owned() }),
    }
}
