//! What is there already, in the words of a question: the units before the plan, and the unit as
//! far as it is planned. The same input gives the same bytes.

use crate::domain::{ExerciseId, Lang, Profile, SkillWeights};
use crate::generation::wire::IdTable;
use crate::generation::{Past, Request, Session};
use crate::library::Library;
use crate::notation;
use crate::training::skill_gap;

/// Skills that are named as missing.
const SKILLS: usize = 6;

/// What was trained lately; empty where nothing is known.
pub(super) fn past(request: &Request, table: &IdTable, library: &Library) -> String {
    let own;
    let past = if request.past.is_empty() {
        own = of_profile(&request.profile);
        &own
    } else {
        &request.past
    };
    let mut lines: Vec<String> = past
        .sessions
        .iter()
        .filter_map(|session| {
            let done: Vec<String> = session
                .lines
                .iter()
                .filter_map(|(id, dose)| {
                    Some(format!("{} {dose}", table.short(id)?).trim_end().to_owned())
                })
                .collect();
            let ago = session.days_ago;
            (!done.is_empty()).then(|| format!("{ago} days before: {}", done.join("; ")))
        })
        .collect();
    let best: Vec<String> = past
        .best
        .iter()
        .filter_map(|(id, kg)| Some(format!("{} {kg} kg", table.short(id)?)))
        .collect();
    if !best.is_empty() {
        lines.push(format!("best singles estimated from it: {}", best.join(", ")));
    }
    let missing = missing(request, past, library);
    if !missing.is_empty() {
        lines.push(format!("trained too little against what is wanted: {}", missing.join(", ")));
    }
    lines.join("\n")
}

/// The unit as far as it is planned; empty where nothing is.
pub(super) fn so_far(request: &Request, table: &IdTable) -> String {
    let Some(unit) = &request.so_far else { return String::new() };
    let lines: Vec<String> = unit
        .items()
        .filter_map(|(section, item)| {
            let short = table.short(item.exercise.as_ref()?)?;
            let dose = notation::print(&item.prescription, Lang::En);
            Some(format!("{} {short} {dose}", section.kind.id()).trim_end().to_owned())
        })
        .collect();
    lines.join("\n")
}

/// The history a profile file brings along.
fn of_profile(profile: &Profile) -> Past {
    let Profile::Group(profile) = profile else { return Past::default() };
    let mut sessions: Vec<Session> = profile
        .history
        .iter()
        .map(|unit| Session {
            days_ago: unit.days_ago,
            lines: unit.exercises.iter().map(|id| (id.clone(), String::new())).collect(),
        })
        .collect();
    sessions.sort_by_key(|session| session.days_ago);
    sessions.truncate(SKILLS);
    Past { sessions, ..Past::default() }
}

/// Skills that are wanted and were trained less than the others, the largest gap first.
fn missing(request: &Request, past: &Past, library: &Library) -> Vec<String> {
    let Profile::Group(profile) = &request.profile else { return Vec::new() };
    let mut trained = SkillWeights::new();
    let done: Vec<&ExerciseId> =
        past.sessions.iter().flat_map(|session| session.lines.iter().map(|line| &line.0)).collect();
    for exercise in done.iter().filter_map(|id| library.get(id)) {
        for (skill, weight) in &exercise.skills {
            *trained.entry(skill.clone()).or_default() += weight;
        }
    }
    if trained.is_empty() {
        return Vec::new();
    }
    let mut gap: Vec<_> = skill_gap(&profile.skills, &trained).into_iter().collect();
    gap.sort_by(|one, two| two.1.total_cmp(&one.1).then_with(|| one.0.cmp(&two.0)));
    gap.into_iter().take(SKILLS).map(|(skill, _)| skill.to_string()).collect()
}
