//! Puts outline, weeks and program together, and runs the linter over what was written: what it
//! can mend is mended before anyone sees it.

use super::outline::Draft;
use super::{Outline, PlannerError, athlete, check, group, identity, normalise};
use crate::domain::{
    Goal, Lang, Message, Owner, Profile, Program, Provenance, Unit, Week, WeekPhase,
};
use crate::language::Catalogue;
use crate::library::Library;
use crate::lint::{LintContext, Severity, fixes, lint_unit};

/// Name of the offline planner in provenance and requests.
pub const ENGINE: &str = "builtin";

/// Rounds of mending; what is left then is shown, not hidden.
const PASSES: usize = 5;

/// Decides everything that is decided once.
///
/// # Errors
/// [`PlannerError`] when the profile makes no sense or nothing in the library fits it.
pub fn outline(profile: &Profile, library: &Library, seed: u64) -> Result<Outline, PlannerError> {
    check(profile, library)?;
    let profile_hash = identity::profile_hash(profile);
    let library_hash = library.hash().to_owned();
    let id = identity::ids(&profile_hash, &library_hash, seed, 0).program();
    let catalogue = Catalogue::load(language(profile));
    match profile {
        Profile::Athlete(wished) => {
            let (planned, mut notes) = normalise::athlete(wished);
            let decided = athlete::outline(&planned, library, seed)?;
            notes.extend(decided.notes);
            let title = catalogue.text(&title(&planned.name, goal_title(planned.goal)));
            Ok(Outline {
                id,
                profile: Profile::Athlete(planned),
                seed,
                profile_hash,
                library_hash,
                title,
                start: None,
                mesocycles: decided.mesocycles,
                weeks: decided.weeks,
                notes,
                first_day: athlete::first_day(&decided.blocks),
                draft: Draft::Athlete(decided.blocks),
            })
        }
        Profile::Group(wished) => {
            let decided = group::outline(wished, library, seed)?;
            let style = group::style_name(wished, library);
            let what = Message::new("plan-title-group").with("style", style);
            let title = catalogue.text(&title(&wished.name, what));
            Ok(Outline {
                id,
                profile: Profile::Group(wished.clone()),
                seed,
                profile_hash,
                library_hash,
                title,
                start: None,
                mesocycles: decided.mesocycles,
                weeks: decided.weeks,
                notes: decided.notes,
                first_day: decided.draft.first_day(),
                draft: Draft::Group(decided.draft),
            })
        }
    }
}

fn language(profile: &Profile) -> Lang {
    let chosen = match profile {
        Profile::Athlete(profile) => profile.language,
        Profile::Group(profile) => profile.language,
    };
    chosen.unwrap_or_default()
}

fn title(name: &str, what: Message) -> Message {
    if name.trim().is_empty() {
        what
    } else {
        Message::new("plan-title-named").with("what", what).with("name", name.trim())
    }
}

const fn goal_title(goal: Goal) -> Message {
    Message::new(match goal {
        Goal::Strength => "plan-title-strength",
        Goal::Hypertrophy => "plan-title-hypertrophy",
        Goal::StrengthHypertrophy => "plan-title-strength-hypertrophy",
        Goal::Power => "plan-title-power",
        Goal::Endurance => "plan-title-endurance",
        Goal::General => "plan-title-general",
        Goal::Older => "plan-title-older",
        Goal::Youth => "plan-title-youth",
        Goal::Return => "plan-title-return",
    })
}

/// Writes one week, from 1. Pure: the same outline and index give the same week. An index outside
/// the program gives a week without units.
#[must_use]
pub fn week(outline: &Outline, library: &Library, index: u16) -> Week {
    let plan = outline.weeks.iter().find(|plan| plan.index == index);
    let Some(plan) = plan else {
        return Week { index, phase: WeekPhase::Build, intent: Vec::new(), units: Vec::new() };
    };
    let mut units = match (&outline.draft, &outline.profile) {
        (Draft::Athlete(blocks), Profile::Athlete(profile)) => {
            athlete::units(outline, profile, blocks, plan, library)
        }
        (Draft::Group(draft), Profile::Group(profile)) => {
            group::units(outline, profile, draft, plan, library)
        }
        _ => Vec::new(),
    };
    let context = LintContext::new(library).for_profile(&outline.profile);
    for unit in &mut units {
        mend(unit, &context);
    }
    Week { index, phase: plan.phase, intent: plan.intent.clone(), units }
}

/// Applies the linter's own fixes until no error is left that has one.
pub fn mend(unit: &mut Unit, context: &LintContext<'_>) {
    for _ in 0..PASSES {
        let mut findings = lint_unit(unit, context);
        findings.retain(|finding| finding.severity == Severity::Error && finding.fixable());
        if findings.is_empty() {
            return;
        }
        for finding in &mut findings {
            finding.unit = Some(unit.id.clone());
        }
        let mut changed = false;
        for (_, edit) in fixes(&findings) {
            changed |= edit.apply(unit).is_ok();
        }
        if !changed {
            return;
        }
    }
}

/// The program of an outline with the weeks that exist; they are put in order.
#[must_use]
pub fn compose(outline: &Outline, mut weeks: Vec<Week>, owner: Owner) -> Program {
    weeks.sort_by_key(|week| week.index);
    for unit in weeks.iter_mut().flat_map(|week| &mut week.units) {
        unit.owner = owner.clone();
    }
    Program {
        id: outline.id.clone(),
        title: outline.title.clone(),
        owner,
        profile: outline.profile.clone(),
        framework: None,
        start: outline.start,
        mesocycles: outline.mesocycles.clone(),
        weeks,
        notes: outline.notes.clone(),
        provenance: Provenance {
            engine: ENGINE.to_owned(),
            seed: outline.seed,
            library_hash: outline.library_hash.clone(),
            profile_hash: outline.profile_hash.clone(),
            model: None,
            audit: None,
            version_of: None,
        },
    }
}

/// A whole program.
///
/// # Errors
/// As [`outline`].
pub fn program(profile: &Profile, library: &Library, seed: u64) -> Result<Program, PlannerError> {
    let outline = outline(profile, library, seed)?;
    let weeks = outline.weeks.iter().map(|plan| week(&outline, library, plan.index)).collect();
    Ok(compose(&outline, weeks, Owner::Nobody))
}

/// A single unit: the first of the program the profile asks for.
///
/// # Errors
/// As [`outline`].
pub fn unit(profile: &Profile, library: &Library, seed: u64) -> Result<Unit, PlannerError> {
    let outline = outline(profile, library, seed)?;
    let first = week(&outline, library, 1).units.into_iter().next();
    first.ok_or(PlannerError::NothingFits)
}
