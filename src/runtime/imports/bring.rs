//! Brings a text into the database without a review: a plan file as it is, a training log as past
//! units, anything else as new units, one per day, or into a unit that is there. The ids of what is
//! stored follow from the text, so that bringing the same text twice changes nothing.

use sha2::{Digest, Sha256};

use super::outcome::outcome;
use crate::domain::{EditError, Explain, IdSource, JobId, Message, Owner, Unit, UnitId, Viewer};
use crate::import::{
    Draft, DraftSection, PlanFile, PlanFileError, ReadOptions, Refused, SourceFormat, date_in,
    history, is_plan, read, read_plan,
};
use crate::library::Library;
use crate::matching::Matcher;
use crate::runtime::clock::Clock;
use crate::store::{Change, OpenImport, Store, StoreError};

/// A text and what it is to become.
#[derive(Debug, Clone)]
pub struct Bring<'a> {
    /// The text.
    pub text: &'a str,
    /// Where it comes from: the name of a file without its ending, empty for none.
    pub name: &'a str,
    /// The unit it is to go into; `None`: new ones.
    pub unit: Option<UnitId>,
    /// Who new units are for.
    pub owner: Owner,
}

/// What was understood of a text.
#[derive(Debug, Clone)]
pub struct Understood {
    /// Its rows.
    pub draft: Draft,
    /// Milliseconds reading took.
    pub read_ms: u32,
}

impl Understood {
    /// Reads a text; without a format, what sort of text it is is found out.
    #[must_use]
    pub fn read(text: &str, matcher: &Matcher, format: Option<SourceFormat>) -> Self {
        let clock = Clock::start();
        let draft = read(text, matcher, &ReadOptions { format });
        let read_ms = u32::try_from(clock.elapsed().as_millis()).unwrap_or(u32::MAX);
        Self { draft, read_ms }
    }

    /// Nothing of a text that breaks a limit as a whole is brought in.
    ///
    /// # Errors
    /// [`BringError::Refused`] with the limit.
    pub fn refusal(&self) -> Result<(), BringError> {
        match self.draft.refused.iter().find(|refused| refused.why.is_whole()) {
            Some(whole) => Err(BringError::Refused(whole.clone())),
            None => Ok(()),
        }
    }
}

/// What a text became.
#[derive(Debug)]
pub struct Brought {
    /// What was understood.
    pub draft: Draft,
    /// Ids of the plans it is in.
    pub plans: Vec<String>,
}

/// Why a text could not be brought in.
#[derive(Debug, thiserror::Error)]
pub enum BringError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It calls itself a plan of ours and is none.
    #[error(transparent)]
    Plan(#[from] PlanFileError),
    /// It breaks a limit, or is no file of the format it claims.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It went into this unit before.
    #[error("unit {0} holds this text already; undo the first import, or name another unit")]
    Twice(UnitId),
    /// What was understood does not fit a unit.
    #[error("the text does not fit a unit: {0:?}")]
    Edit(EditError),
}

impl Explain for BringError {
    fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::Plan(error) => error.message(),
            Self::Refused(refused) => refused.message(),
            Self::Twice(id) => Message::new("cli-import-twice").with("id", id.as_str()),
            Self::Edit(error) => error.message(),
        }
    }
}

/// Puts a text that was read into the database and logs it.
///
/// # Errors
/// [`BringError`]; a text without a workout is none.
pub async fn bring(
    store: &Store,
    viewer: &Viewer,
    (library, matcher): (&Library, &Matcher),
    wish: Bring<'_>,
    understood: Understood,
) -> Result<Brought, BringError> {
    understood.refusal()?;
    let Understood { draft, read_ms } = understood;
    let plans = if is_plan(wish.text) && wish.unit.is_none() {
        plan(store, viewer, wish.text).await?
    } else if draft.rows().next().is_none() {
        Vec::new()
    } else if let Some(unit) = &wish.unit {
        let mut ids = IdSource::new(seed(&[viewer.coach.as_str(), unit.as_str(), wish.text]));
        vec![into(store, viewer, &draft, unit, library, &mut ids).await?]
    } else {
        let units = units(viewer, &draft, &wish, library)?;
        for unit in &units {
            add(store, viewer, unit).await?;
        }
        units.into_iter().map(|unit| unit.id.to_string()).collect()
    };
    let unit = wish.unit.as_ref().map_or("", UnitId::as_str);
    let id = IdSource::new(seed(&[viewer.coach.as_str(), unit, wish.text, "log"])).job();
    let import = OpenImport {
        id: JobId::new(id.as_str()),
        source: wish.name.to_owned(),
        text: wish.text.to_owned(),
        review: None,
    };
    let outcome = outcome(draft.report(matcher.taught()), plans.clone(), read_ms);
    match store.log_import(viewer, &import, &outcome).await {
        Ok(()) => {}
        // a text that cannot be sealed is in the plan all the same
        Err(error) => tracing::warn!(%error, "an import could not be logged"),
    }
    Ok(Brought { draft, plans })
}

/// Keeps a plan file as it is.
async fn plan(store: &Store, viewer: &Viewer, text: &str) -> Result<Vec<String>, BringError> {
    let id = match read_plan(text)? {
        PlanFile::Unit(unit, _) => {
            add(store, viewer, &unit).await?;
            unit.id.to_string()
        }
        PlanFile::Program(program) => {
            store.start_program(viewer, &program).await?;
            if program.missing_weeks().is_empty() {
                store.finish_program(viewer, &program.id).await?;
            }
            program.id.to_string()
        }
        PlanFile::Framework(framework) => {
            store.put_framework(viewer, &framework).await?;
            framework.id.to_string()
        }
    };
    Ok(vec![id])
}

/// The units a text becomes.
fn units(
    viewer: &Viewer,
    draft: &Draft,
    wish: &Bring<'_>,
    library: &Library,
) -> Result<Vec<Unit>, BringError> {
    if is_log(draft.format) {
        let owner = match &wish.owner {
            Owner::Group(id) => id.as_str(),
            Owner::Athlete(id) => id.as_str(),
            Owner::Nobody => "",
        };
        let seed = |workout: &str| seed(&[viewer.club.as_str(), owner, "history", workout]);
        return Ok(history(draft, &wish.owner, library, seed));
    }
    let mut ids = IdSource::new(seed(&[viewer.coach.as_str(), "", wish.text]));
    let mut units = Vec::new();
    for (title, day) in days(draft, wish.name) {
        let mut unit = Unit::new(ids.unit(), title, wish.owner.clone());
        unit.date = date_in(&unit.title);
        if let Some(edit) = day.edit(&unit, None, library, &mut ids) {
            edit.apply(&mut unit).map_err(BringError::Edit)?;
            units.push(unit);
        }
    }
    Ok(units)
}

/// Whether a format tells of what was done, not of what is to be done.
const fn is_log(format: SourceFormat) -> bool {
    matches!(
        format,
        SourceFormat::Strong
            | SourceFormat::Hevy
            | SourceFormat::FitNotes
            | SourceFormat::StrongLifts
    )
}

async fn into(
    store: &Store,
    viewer: &Viewer,
    draft: &Draft,
    id: &UnitId,
    library: &Library,
    ids: &mut IdSource,
) -> Result<String, BringError> {
    let stored = store.unit(viewer, id).await?;
    let mut unit = stored.document;
    let Some(edit) = draft.edit(&unit, None, library, ids) else { return Ok(id.to_string()) };
    // the only thing that cannot be put in is what is there already
    let inverse = edit.clone().apply(&mut unit).map_err(|_| BringError::Twice(id.clone()))?;
    let change =
        Change { unit_after: &unit, edit: &edit, inverse: &inverse, base_version: stored.version };
    store.record(viewer, change).await?;
    Ok(id.to_string())
}

/// Adds a unit; one with this id came from the same text and is left as it is by now.
async fn add(store: &Store, viewer: &Viewer, unit: &Unit) -> Result<(), StoreError> {
    match store.add_unit(viewer, unit).await {
        Ok(_) | Err(StoreError::Taken { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The draft cut into days, each with a title: the day's own, else the name of the file.
fn days(draft: &Draft, name: &str) -> Vec<(String, Draft)> {
    let name = if name.is_empty() { "Import" } else { name };
    let mut days: Vec<(Option<u16>, String, Draft)> = Vec::new();
    for section in &draft.sections {
        let number = section.day.as_ref().map(|day| day.n);
        match days.last_mut().filter(|(day, ..)| *day == number) {
            Some((.., day)) => day.sections.push(section.clone()),
            None => days.push((number, title(section, name), part(section))),
        }
    }
    days.into_iter().map(|(_, title, day)| (title, day)).collect()
}

fn title(section: &DraftSection, name: &str) -> String {
    let own = section.day.as_ref().map(|day| day.title.clone());
    own.filter(|title| !title.is_empty()).unwrap_or_else(|| name.to_owned())
}

fn part(section: &DraftSection) -> Draft {
    Draft { sections: vec![section.clone()], ..Draft::default() }
}

/// Equal parts give equal ids.
fn seed(parts: &[&str]) -> u64 {
    let digest =
        parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part).chain_update([0]));
    digest.finalize().iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}
