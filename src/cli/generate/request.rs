//! What is to be generated: a profile from a file, an athlete or a group, and the options that win
//! over it.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use crate::domain::{AthleteId, Goal, GroupId, GroupProfile, Message, Owner, Profile, Unit};
use crate::generation::{EngineKind, Past, Request, Target};
use crate::library::Library;
use crate::llm::{LlmSettings, ModelName, Steps};
use crate::planner;
use crate::store::PlanQuery;

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::CliError;
use crate::cli::profile;

/// Units of a group that are looked back on, so that its plan goes on where it stands.
const RECENT: u32 = 24;

#[derive(Debug, Args)]
pub(super) struct Wanted {
    #[command(flatten)]
    whom: Whom,
    #[arg(long, value_parser = engine(), default_value = "builtin")]
    engine: EngineKind,
    #[arg(long, value_name = "N")]
    weeks: Option<u16>,
    #[arg(long, value_name = "N")]
    days: Option<u8>,
    #[arg(long, value_name = "GOAL", value_parser = goal)]
    goal: Option<Goal>,
    #[arg(long, value_name = "DATE")]
    start: Option<Date>,
    #[arg(long, value_name = "WEEK")]
    contest: Option<u16>,
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    #[arg(long, value_name = "TEXT", default_value = "")]
    wish: String,
    #[arg(long, value_parser = steps())]
    steps: Option<Steps>,
    #[arg(long, value_name = "PROVIDER/MODEL", value_parser = model)]
    model: Option<ModelName>,
}

/// For whom: exactly one of the three.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Whom {
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    athlete: Option<String>,
    #[arg(long, value_name = "ID")]
    group: Option<String>,
}

fn goal(text: &str) -> Result<Goal, String> {
    let ids = || Goal::ALL.iter().map(|goal| goal.id()).collect::<Vec<_>>().join(", ");
    Goal::from_id(text).ok_or_else(|| format!("write one of: {}", ids()))
}

pub(in crate::cli) fn engine() -> impl TypedValueParser<Value = EngineKind> {
    PossibleValuesParser::new(EngineKind::ALL.map(EngineKind::id))
        .map(|id| EngineKind::ALL.into_iter().find(|kind| kind.id() == id).unwrap_or_default())
}

fn steps() -> impl TypedValueParser<Value = Steps> {
    PossibleValuesParser::new(Steps::NAMES.map(|(name, _)| name)).map(|name| {
        Steps::NAMES.into_iter().find(|(known, _)| *known == name).unwrap_or_default().1
    })
}

/// `PROVIDER/MODEL`.
pub(in crate::cli) fn model(text: &str) -> Result<ModelName, String> {
    ModelName::parse(text).ok_or_else(|| "write PROVIDER/MODEL".to_owned())
}

/// Refuses a model whose provider is not set up.
pub(in crate::cli) fn known(model: &ModelName, settings: &LlmSettings) -> Result<(), CliError> {
    if settings.providers.contains_key(&model.provider) {
        return Ok(());
    }
    let names: Vec<&str> = settings.providers.keys().map(String::as_str).collect();
    Err(CliError::Usage(
        Message::new("cli-no-provider")
            .with("provider", model.provider.as_str())
            .with("known", names.join(", ")),
    ))
}

impl Wanted {
    /// Whether somebody in the database will train by it.
    pub(super) const fn names_somebody(&self) -> bool {
        self.whom.profile.is_none()
    }

    /// The request, its profile checked.
    pub(super) fn request(
        &self,
        target: Target,
        library: &Library,
        context: &mut Context<'_>,
    ) -> Result<Request, CliError> {
        let (mut profile, owner, units) = self.whom.profile(library, self.start, context)?;
        self.win_over(&mut profile)?;
        planner::check(&profile, library).map_err(|error| CliError::usage(&error))?;
        if self.steps == Some(Steps::Two) && target == Target::Program {
            return Err(CliError::Usage(Message::new("cli-steps-of-a-program")));
        }
        if let Some(model) = &self.model {
            known(model, &context.settings.llm)?;
        }
        // whoever names a model wants a model to plan
        let engine = if self.model.is_some() { EngineKind::Llm } else { self.engine };
        Ok(Request {
            start: self.start,
            seed: self.seed,
            wish: self.wish.clone(),
            engine,
            steps: self.steps.unwrap_or(context.settings.llm.steps),
            model: self.model.clone(),
            past: Past::of(&units, self.start, profile.days_per_week()),
            ..Request::new(target, profile, owner)
        })
    }

    /// Options win over the profile.
    fn win_over(&self, profile: &mut Profile) -> Result<(), CliError> {
        match profile {
            Profile::Athlete(profile) => {
                profile.weeks = self.weeks.unwrap_or(profile.weeks);
                profile.days_per_week = self.days.unwrap_or(profile.days_per_week);
                profile.contest_week = self.contest.or(profile.contest_week);
                profile.goal = self.goal.unwrap_or(profile.goal);
            }
            Profile::Group(profile) => {
                profile.weeks = self.weeks.unwrap_or(profile.weeks);
                profile.units_per_week = self.days.unwrap_or(profile.units_per_week);
                profile.contest_week = self.contest.or(profile.contest_week);
                if self.goal.is_some() {
                    return Err(CliError::Usage(Message::new("cli-goal-of-a-group")));
                }
            }
        }
        Ok(())
    }
}

impl Whom {
    /// Profile, owner, and the units before the plan.
    fn profile(
        &self,
        library: &Library,
        start: Option<Date>,
        context: &mut Context<'_>,
    ) -> Result<(Profile, Owner, Vec<Unit>), CliError> {
        if let Some(path) = &self.profile {
            return Ok((profile::read(path, library, context)?, Owner::Nobody, Vec::new()));
        }
        let database = Database::open(&context.settings)?;
        let (store, viewer) = (&database.store, &database.viewer);
        let (mut profile, owner) = if let Some(id) = &self.athlete {
            let athlete = database.ask(store.athlete(viewer, &AthleteId::from(id.as_str())))?;
            (Profile::Athlete(athlete.profile), Owner::Athlete(athlete.id))
        } else {
            let id = GroupId::from(self.group.as_deref().unwrap_or_default());
            let group = database.ask(store.group(viewer, &id))?;
            (Profile::Group(GroupProfile::from(&group)), Owner::Group(group.id))
        };
        let query = PlanQuery {
            owner: Some(owner.clone()),
            to: start,
            limit: Some(RECENT),
            ..PlanQuery::default()
        };
        let units = database.ask(store.units(viewer, &query))?;
        let units: Vec<Unit> = units.into_iter().map(|stored| stored.document).collect();
        if let Profile::Group(profile) = &mut profile {
            profile.history = planner::past_units(&units, start, profile.units_per_week);
        }
        database.close();
        Ok((profile, owner, units))
    }
}
