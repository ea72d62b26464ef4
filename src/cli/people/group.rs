//! What is said about a group by options; taking one in and changing it.

use std::path::PathBuf;

use clap::{ArgAction, Args};
use serde_json::Value;

use super::Printing;
use super::fields::{Fields, number, pair};
use crate::app::people::{Person, PersonKind, Saving};
use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};
use crate::domain::{FrameworkId, Group, GroupId, GroupProfile, IdSource, Message, Profile};
use crate::library::Library;
use crate::runtime::clock;
use crate::runtime::people::save;

#[derive(Debug, Args)]
pub(super) struct Said {
    #[arg(id = "person_profile", long = "profile", value_name = "FILE")]
    profile: Option<PathBuf>,
    #[arg(id = "person_name", long = "name")]
    name: Option<String>,
    #[arg(id = "person_size", long = "size", value_name = "N")]
    size: Option<u32>,
    #[arg(id = "person_age_min", long = "age-min", value_name = "YEARS")]
    age_min: Option<u32>,
    #[arg(id = "person_age_max", long = "age-max", value_name = "YEARS")]
    age_max: Option<u32>,
    #[arg(id = "person_target_group", long = "target-group", value_name = "ID")]
    target_group: Option<String>,
    #[arg(id = "person_style", long = "style", value_name = "ID")]
    style: Option<String>,
    #[arg(id = "person_share", long = "share", value_name = "LEVEL=N", action = ArgAction::Append)]
    shares: Vec<String>,
    #[arg(id = "person_skill", long = "skill", value_name = "ID=WEIGHT", action = ArgAction::Append)]
    skills: Vec<String>,
    #[arg(id = "person_weeks", long = "weeks", value_name = "N")]
    weeks: Option<u32>,
    #[arg(id = "person_days", long = "days", value_name = "N")]
    days: Option<u32>,
    #[arg(id = "person_minutes", long = "minutes", value_name = "N")]
    minutes: Option<u32>,
    #[arg(id = "person_hall", long = "equipment", value_name = "ID", value_delimiter = ',')]
    equipment: Vec<String>,
    #[arg(id = "person_device", long = "device", value_name = "ID=N", action = ArgAction::Append)]
    devices: Vec<String>,
    #[arg(id = "person_known", long = "known", value_name = "ID", value_delimiter = ',')]
    known: Vec<String>,
    #[arg(id = "person_framework", long = "framework", value_name = "ID|none")]
    framework: Option<String>,
    #[arg(id = "person_consent", long = "consent", value_name = "yes|no", value_parser = super::athlete::consent)]
    consent: Option<bool>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Add {
    #[command(flatten)]
    said: Said,
    #[command(flatten)]
    printing: Printing,
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
    fn profile(
        &self,
        known: Option<&Group>,
        library: &Library,
        context: &mut Context<'_>,
    ) -> Result<GroupProfile, CliError> {
        let mut fields = match known {
            Some(group) => Fields::from(&Profile::Group(GroupProfile::from(group)))?,
            None => Fields::of("group"),
        };
        fields.read(self.profile.as_deref(), library, context)?;
        fields.set("name", self.name.as_deref().map(str::trim));
        fields.set("size", self.size);
        fields.set("age_min", self.age_min);
        fields.set("age_max", self.age_max);
        fields.set("target_group", self.target_group.as_deref());
        match self.style.as_deref() {
            Some("none") => fields.set("style", Some(Value::Null)),
            style => fields.set("style", style),
        }
        fields.set("weeks", self.weeks);
        fields.set("units_per_week", self.days);
        fields.set("minutes", self.minutes);
        fields.set_list("equipment", &self.equipment, "all", Value::Null);
        fields.set_list("known", &self.known, "none", Value::Array(Vec::new()));
        for (field, said, option) in [
            ("level_mix", &self.shares, "--share"),
            ("skills", &self.skills, "--skill"),
            ("devices", &self.devices, "--device"),
        ] {
            for text in said {
                let (key, value) = pair(text, option)?;
                let value = match value {
                    "" | "0" => Value::Null,
                    value => number(value, option)?,
                };
                fields.put(field, key, value);
            }
        }
        match fields.profile(library)? {
            Profile::Group(profile) => Ok(profile),
            Profile::Athlete(_) => Err(CliError::Usage(Message::new("cli-person-no-name"))),
        }
    }

    /// The group: its profile under an id, with a framework of the club.
    fn group(
        &self,
        (id, known): (GroupId, Option<&Group>),
        library: &Library,
        database: &Database,
        context: &mut Context<'_>,
    ) -> Result<Group, CliError> {
        let profile = self.profile(known, library, context)?;
        let ages = library.catalogues().ages(&profile.target_group);
        if ages.is_none() && (profile.age_min.is_none() || profile.age_max.is_none()) {
            return Err(CliError::Usage(Message::new("cli-group-ages")));
        }
        if !profile.history.is_empty() || profile.contest_week.is_some() {
            context.note(&Message::new("cli-group-left"))?;
        }
        let framework = match self.framework.as_deref() {
            None => known.and_then(|known| known.framework.clone()),
            Some("none") => None,
            Some(id) => {
                let id = FrameworkId::from(id);
                database.ask(database.store.framework(&database.viewer, &id))?;
                Some(id)
            }
        };
        Ok(Group { framework, ..Group::of(id, &profile, ages.unwrap_or_default()) })
    }
}

/// Takes a group in.
pub(super) fn add(arguments: &Add, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let database = Database::open(&context.settings)?;
    let id = GroupId::new(IdSource::new(clock::seed()).next('g'));
    let group = arguments.said.group((id, None), &library, &database, context)?;
    let said = Message::new("cli-group-added")
        .with("name", group.name.as_str())
        .with("id", group.id.as_str());
    let printed = serde_json::json!({ "id": group.id, "name": group.name });
    write(group, arguments.said.consent, database)?;
    if arguments.printing.is_json() {
        context.out.json(&printed)?;
    } else {
        context.say(&said)?;
    }
    Ok(Exit::Ok)
}

/// Changes a group.
pub(super) fn edit(arguments: &Edit, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let database = Database::open(&context.settings)?;
    let card = super::find(PersonKind::Group, &arguments.person, &database)?;
    let Person::Group(known) = card.person else { return Ok(Exit::Failed) };
    let id = known.id.clone();
    let group = arguments.said.group((id, Some(&known)), &library, &database, context)?;
    let said = Message::new("person-saved").with("name", group.name.as_str());
    write(group, arguments.said.consent, database)?;
    context.say(&said)?;
    Ok(Exit::Ok)
}

fn write(group: Group, consent: Option<bool>, database: Database) -> Result<(), CliError> {
    let saving = Saving { person: Person::Group(group), consent };
    database.ask(save(&database.store, &database.viewer, &saving))?;
    database.close();
    Ok(())
}
