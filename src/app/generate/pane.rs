//! The form that starts a generation: what, for whom, how much. Prefilled from whoever the desk
//! is for; every value is changed with two keys or typed.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use super::super::Field;
use super::super::direction::Direction;
use super::super::effect::Who;
use super::choices::{History, Kit, cycled};
use crate::domain::{
    AthleteProfile, Contraindication, Goal, GroupProfile, Level, Owner, Profile, ProgramId, Unit,
};
use crate::generation::{BaseStands, EngineKind, Estimate, Request, Steps, Target, estimate};
use crate::library::Library;
use crate::llm::{LlmSettings, ModelName};
use crate::planner::past_units;

/// A line of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// A program or a single unit.
    Target,
    /// Category of the goal.
    Goal,
    /// Level of training.
    Level,
    /// Length of the program.
    Weeks,
    /// Units in a week.
    Days,
    /// Minutes of a unit.
    Minutes,
    /// Number of people.
    People,
    /// What is at hand.
    Equipment,
    /// What to spare.
    Injury,
    /// Week that ends with a contest, test or grading.
    Contest,
    /// Day of the first week.
    Start,
    /// Number that breaks ties.
    Seed,
    /// Who plans.
    Engine,
    /// Which model.
    Model,
    /// In how many steps a model writes a unit.
    Steps,
    /// Which of the last units are told.
    History,
    /// The coach's own words for a model.
    Wish,
}

/// State of the form.
#[derive(Debug, Clone)]
pub struct FormPane {
    /// What is planned.
    pub target: Target,
    /// The profile as it will be used, but for kit and injury.
    pub profile: Profile,
    /// Who it is for.
    pub owner: Owner,
    /// What is at hand.
    pub kit: Kit,
    /// What to spare, beyond what the profile says.
    pub injury: Option<Contraindication>,
    /// Day of the first week.
    pub start: Option<Date>,
    /// Number that breaks ties.
    pub seed: u64,
    /// Who plans.
    pub engine: EngineKind,
    /// The models to choose from, the one of the configuration first.
    pub models: Vec<ModelName>,
    /// The one that is asked, by its place; 0 is the one of the configuration.
    pub model: usize,
    /// In how many steps a unit is written.
    pub steps: Steps,
    /// Whether the last units are told.
    pub history: History,
    /// The coach's own words.
    pub wish: Field,
    /// What it will probably take, where a model is asked.
    pub estimate: Option<Estimate>,
    /// The program this will be another version of.
    pub version_of: Option<ProgramId>,
    /// The line under the cursor.
    pub cursor: usize,
    /// What the group did lately.
    past: Vec<Unit>,
    today: Date,
    typing: bool,
}

impl FormPane {
    /// The form for whoever the desk is for.
    #[must_use]
    pub fn new(who: &Who, past: &[Unit], today: Date) -> Self {
        let profile = match who {
            Who::Group(group) => Profile::Group(GroupProfile::from(group)),
            Who::Athlete(athlete) => Profile::Athlete(athlete.profile.clone()),
            Who::Nobody => Profile::Athlete(AthleteProfile::default()),
        };
        Self {
            target: Target::Program,
            profile,
            owner: who.owner(),
            kit: Kit::Own,
            injury: None,
            start: next_monday(today),
            seed: 1,
            engine: EngineKind::Builtin,
            models: Vec::new(),
            model: 0,
            steps: Steps::One,
            history: History::Told,
            wish: Field::default(),
            estimate: None,
            version_of: None,
            cursor: 0,
            past: past.to_vec(),
            today,
            typing: false,
        }
    }

    /// The form for another version of a program, from what was asked for the first.
    #[must_use]
    pub fn again(request: &Request, of: ProgramId, today: Date) -> Self {
        let model = request.model.clone();
        Self {
            target: request.target,
            profile: request.profile.clone(),
            owner: request.owner.clone(),
            start: request.start,
            seed: request.seed,
            engine: request.engine,
            models: model.into_iter().collect(),
            steps: request.steps,
            wish: Field::new(&request.wish),
            version_of: Some(of),
            ..Self::new(&Who::Nobody, &[], today)
        }
    }

    /// The lines, in order.
    #[must_use]
    pub fn fields(&self) -> Vec<FormField> {
        use FormField::{
            Contest, Days, Engine, Equipment, Goal, History, Injury, Level, Minutes, Model, People,
            Seed, Start, Steps, Target, Weeks, Wish,
        };
        let mut fields = match self.profile {
            Profile::Athlete(_) => vec![
                Target, Goal, Level, Weeks, Days, Minutes, Equipment, Injury, Contest, Start, Seed,
            ],
            Profile::Group(_) => {
                vec![Target, People, Weeks, Days, Minutes, Equipment, Contest, Start, Seed]
            }
        };
        if !self.past.is_empty() && matches!(self.profile, Profile::Group(_)) {
            fields.push(History);
        }
        fields.push(Engine);
        if self.engine == EngineKind::Llm {
            if !self.models.is_empty() {
                fields.push(Model);
            }
            if matches!(self.target, crate::generation::Target::Unit) {
                fields.push(Steps);
            }
            fields.push(Wish);
        }
        fields
    }

    /// How many of the last units can be told, and the days of the first and last of them.
    #[must_use]
    pub fn past(&self) -> (usize, Option<(Date, Date)>) {
        let days = || self.past.iter().filter_map(|unit| unit.date);
        (self.past.len(), days().min().zip(days().max()))
    }

    /// Reckons what it will probably take.
    pub fn reckon(&mut self, library: &Library, settings: Option<&LlmSettings>) {
        let asked = settings.filter(|_| self.engine == EngineKind::Llm);
        self.estimate = asked
            .and_then(|settings| estimate(&self.request(), library, settings, BaseStands::NotYet));
    }

    /// The line under the cursor.
    #[must_use]
    pub fn field(&self) -> FormField {
        self.fields().get(self.cursor).copied().unwrap_or(FormField::Target)
    }

    /// Moves the cursor by lines, around the ends.
    pub fn step(&mut self, lines: isize) {
        self.cursor = self.cursor.min(self.fields().len().saturating_sub(1));
        let len = self.fields().len().cast_signed();
        self.cursor = (self.cursor.cast_signed() + lines).rem_euclid(len).cast_unsigned();
        self.typing = false;
    }

    /// Changes the value under the cursor by a step.
    pub fn change(&mut self, up: Direction) {
        self.typing = false;
        let field = self.field();
        if let Some((value, range, step)) = self.number(field) {
            let value = match up {
                Direction::More => value + step,
                Direction::Less => value.saturating_sub(step),
            };
            self.set_number(field, value.clamp(range.0, range.1));
            return;
        }
        match field {
            FormField::Target => {
                self.target = match self.target {
                    Target::Program => Target::Unit,
                    Target::Unit => Target::Program,
                };
            }
            FormField::Engine => self.engine = cycled(&EngineKind::ALL, self.engine, up),
            FormField::Model => {
                let all: Vec<usize> = (0..self.models.len()).collect();
                self.model = cycled(&all, self.model, up);
            }
            FormField::Steps => {
                self.steps = cycled(&[Steps::One, Steps::Two], self.steps, up);
            }
            FormField::History => {
                self.history = cycled(&[History::Told, History::Left], self.history, up);
            }
            FormField::Equipment => self.kit = cycled(&Kit::ALL, self.kit, up),
            FormField::Injury => {
                let all: Vec<Option<Contraindication>> = std::iter::once(None)
                    .chain(Contraindication::ALL.iter().copied().map(Some))
                    .collect();
                self.injury = cycled(&all, self.injury, up);
            }
            FormField::Start => {
                self.start = if self.start.is_some() { None } else { next_monday(self.today) };
            }
            FormField::Goal | FormField::Level => {
                if let Profile::Athlete(profile) = &mut self.profile {
                    if field == FormField::Goal {
                        profile.goal = cycled(Goal::ALL, profile.goal, up);
                    } else {
                        let levels = [Level::Beginner, Level::Intermediate, Level::Advanced];
                        profile.level = cycled(&levels, profile.level, up);
                    }
                }
            }
            _ => {}
        }
    }

    /// Types a digit into a number; the first one after a move replaces it.
    pub fn type_digit(&mut self, digit: u64) {
        let field = self.field();
        if let Some((value, range, _)) = self.number(field) {
            let value = if self.typing { value.saturating_mul(10) + digit } else { digit };
            self.typing = true;
            self.set_number(field, value.min(range.1));
        }
    }

    /// Takes the last digit back.
    pub fn untype(&mut self) {
        let field = self.field();
        if let Some((value, _, _)) = self.number(field) {
            self.typing = true;
            self.set_number(field, value / 10);
        }
    }

    /// Value, range and step of a number.
    #[must_use]
    pub fn number(&self, field: FormField) -> Option<(u64, (u64, u64), u64)> {
        let value = match field {
            FormField::Weeks => u64::from(self.profile.weeks()),
            FormField::Days => u64::from(self.profile.days_per_week()),
            FormField::Minutes => u64::from(self.profile.minutes()),
            FormField::Seed => self.seed,
            FormField::Contest => {
                let week = match &self.profile {
                    Profile::Athlete(profile) => profile.contest_week,
                    Profile::Group(profile) => profile.contest_week,
                };
                u64::from(week.unwrap_or(0))
            }
            FormField::People => match &self.profile {
                Profile::Group(group) => u64::from(group.size),
                Profile::Athlete(_) => return None,
            },
            _ => return None,
        };
        let (range, step) = match field {
            FormField::Weeks => ((1, 52), 1),
            FormField::Days => ((1, 7), 1),
            FormField::Minutes => ((20, 150), 5),
            FormField::People => ((2, 200), 1),
            FormField::Contest => ((0, u64::from(self.profile.weeks())), 1),
            _ => ((0, 999_999), 1),
        };
        Some((value, range, step))
    }

    fn set_number(&mut self, field: FormField, value: u64) {
        let small = |value: u64| u16::try_from(value).unwrap_or(u16::MAX);
        let tiny = |value: u64| u8::try_from(value).unwrap_or(u8::MAX);
        match (&mut self.profile, field) {
            (_, FormField::Seed) => self.seed = value,
            (Profile::Athlete(profile), FormField::Contest) => {
                profile.contest_week = (value > 0).then(|| small(value));
            }
            (Profile::Group(profile), FormField::Contest) => {
                profile.contest_week = (value > 0).then(|| small(value));
            }
            (Profile::Athlete(profile), FormField::Weeks) => profile.weeks = small(value),
            (Profile::Athlete(profile), FormField::Days) => profile.days_per_week = tiny(value),
            (Profile::Athlete(profile), FormField::Minutes) => profile.minutes = small(value),
            (Profile::Group(profile), FormField::Weeks) => profile.weeks = small(value),
            (Profile::Group(profile), FormField::Days) => profile.units_per_week = tiny(value),
            (Profile::Group(profile), FormField::Minutes) => profile.minutes = small(value),
            (Profile::Group(profile), FormField::People) => profile.size = small(value),
            _ => {}
        }
    }

    /// The request the form stands for, with numbers brought into their ranges.
    #[must_use]
    pub fn request(&self) -> Request {
        let mut form = self.clone();
        for field in form.fields() {
            if let Some((value, range, _)) = form.number(field) {
                form.set_number(field, value.clamp(range.0, range.1));
            }
        }
        let mut profile = form.profile;
        match &mut profile {
            Profile::Athlete(profile) => {
                profile.equipment = self.kit.things(profile.equipment.as_ref());
                if let Some(injury) =
                    self.injury.filter(|injury| !profile.injuries.contains(injury))
                {
                    profile.injuries.push(injury);
                }
            }
            Profile::Group(profile) => {
                profile.equipment = self.kit.things(profile.equipment.as_ref());
                fewer(&mut profile.level_mix, profile.size);
                let per_week = profile.units_per_week;
                if self.version_of.is_none() {
                    profile.history = match self.history {
                        History::Told => past_units(&self.past, self.start, per_week),
                        History::Left => Vec::new(),
                    };
                }
            }
        }
        Request {
            start: self.start,
            seed: self.seed,
            engine: self.engine,
            wish: self.wish.line().trim().to_owned(),
            steps: self.steps,
            // the first is the one of the configuration, with those it turns to
            model: self.models.get(self.model).filter(|_| self.model > 0).cloned(),
            version_of: self.version_of.clone(),
            ..Request::new(self.target, profile, self.owner.clone())
        }
    }
}

/// Where fewer come than usual, every level is smaller by the same share.
fn fewer(mix: &mut BTreeMap<Level, u16>, size: u16) {
    let all: u32 = mix.values().map(|count| u32::from(*count)).sum();
    if all > u32::from(size) {
        for count in mix.values_mut() {
            let share = u32::from(*count) * u32::from(size) / all;
            *count = u16::try_from(share).unwrap_or(size);
        }
    }
}

/// The next Monday after `today`.
fn next_monday(today: Date) -> Option<Date> {
    today.nth_weekday(1, Weekday::Monday).ok()
}
