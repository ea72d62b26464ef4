//! What is said about an athlete by options, and changing one.

use std::path::PathBuf;

use clap::{ArgAction, Args};
use serde_json::Value;

use super::Printing;
use super::fields::{Fields, pair, usage};
use crate::app::people::{Person, PersonKind, Saving};
use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};
use crate::domain::{Athlete, AthleteProfile, Message, Profile};
use crate::library::Library;
use crate::runtime::people::save;
use crate::training::read_best;

#[derive(Debug, Args)]
pub(super) struct Said {
    #[arg(id = "person_profile", long = "profile", value_name = "FILE")]
    profile: Option<PathBuf>,
    #[arg(id = "person_name", long = "name")]
    name: Option<String>,
    #[arg(id = "person_age", long = "age", value_name = "YEARS")]
    age: Option<u32>,
    #[arg(id = "person_height", long = "height-cm", value_name = "CM")]
    height_cm: Option<f64>,
    #[arg(id = "person_weight", long = "weight-kg", value_name = "KG")]
    weight_kg: Option<f64>,
    #[arg(id = "person_goal", long = "goal")]
    goal: Option<String>,
    #[arg(id = "person_goal_text", long = "goal-text", value_name = "TEXT")]
    goal_text: Option<String>,
    #[arg(id = "person_level", long = "level")]
    level: Option<String>,
    #[arg(id = "person_weeks", long = "weeks", value_name = "N")]
    weeks: Option<u32>,
    #[arg(id = "person_days", long = "days", value_name = "N")]
    days: Option<u32>,
    #[arg(id = "person_minutes", long = "minutes", value_name = "N")]
    minutes: Option<u32>,
    #[arg(id = "person_equipment", long = "equipment", value_name = "ID", value_delimiter = ',')]
    equipment: Vec<String>,
    #[arg(id = "person_injury", long = "injury", value_name = "ID", value_delimiter = ',')]
    injuries: Vec<String>,
    #[arg(id = "person_one_rm", long = "one-rm", value_name = "EXERCISE=KG|SET", action = ArgAction::Append)]
    one_rm: Vec<String>,
    #[arg(id = "person_contest", long = "contest", value_name = "WEEK")]
    contest: Option<u32>,
    #[arg(id = "person_language", long = "language", value_name = "de|en")]
    language: Option<String>,
    #[arg(id = "person_consent", long = "consent", value_name = "yes|no", value_parser = consent)]
    pub(super) consent: Option<bool>,
}

pub(super) fn consent(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes, no".to_owned()),
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Add {
    #[command(flatten)]
    pub(super) said: Said,
    #[arg(id = "no_draft", long = "no-draft")]
    pub(super) no_draft: bool,
    #[command(flatten)]
    pub(super) printing: Printing,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Edit {
    #[arg(id = "person", value_name = "ID|NAME")]
    person: String,
    #[command(flatten)]
    said: Said,
}

impl Said {
    /// The profile: what was known, then the file, then the options.
    pub(super) fn profile(
        &self,
        known: Option<&AthleteProfile>,
        library: &Library,
        context: &mut Context<'_>,
    ) -> Result<AthleteProfile, CliError> {
        let mut fields = match known {
            Some(known) => Fields::from(&Profile::Athlete(known.clone()))?,
            None => Fields::of("athlete").speaking(context.lang()),
        };
        fields.read(self.profile.as_deref(), library, context)?;
        fields.set("name", self.name.as_deref().map(str::trim));
        fields.set("age", self.age);
        fields.set("height_cm", self.height_cm);
        fields.set("weight_kg", self.weight_kg);
        fields.set("goal", self.goal.as_deref());
        fields.set("goal_text", self.goal_text.as_deref());
        fields.set("level", self.level.as_deref());
        fields.set("weeks", self.weeks);
        fields.set("days_per_week", self.days);
        fields.set("minutes", self.minutes);
        fields.set("contest_week", self.contest);
        fields.set("language", self.language.as_deref());
        fields.set_list("equipment", &self.equipment, "all", Value::Null);
        fields.set_list("injuries", &self.injuries, "none", Value::Array(Vec::new()));
        for said in &self.one_rm {
            let (exercise, best) = pair(said, "--one-rm")?;
            let kg = match best {
                "" => Value::Null,
                best => read_best(best).map_err(|error| usage(&error))?.kg().into(),
            };
            fields.put("one_rm_kg", exercise, kg);
        }
        match fields.profile(library)? {
            Profile::Athlete(profile) => Ok(profile),
            Profile::Group(_) => Err(CliError::Usage(Message::new("cli-person-no-name"))),
        }
    }
}

/// Changes an athlete.
pub(super) fn edit(arguments: &Edit, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let database = Database::open(&context.settings)?;
    let card = super::find(PersonKind::Athlete, &arguments.person, &database)?;
    let Person::Athlete(known) = card.person else { return Ok(Exit::Failed) };
    let profile = arguments.said.profile(Some(&known.profile), &library, context)?;
    let athlete = Athlete { id: known.id, name: profile.name.clone(), profile };
    let said = Message::new("person-saved").with("name", athlete.name.as_str());
    let saving = Saving { person: Person::Athlete(athlete), consent: arguments.said.consent };
    database.ask(save(&database.store, &database.viewer, &saving))?;
    database.close();
    context.say(&said)?;
    Ok(Exit::Ok)
}
