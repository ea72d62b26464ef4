//! Suggestions as the JSON of `planwright suggest`: names and reasons in one language.

use serde::Serialize;

use crate::domain::{CatalogueKind, Exercise, Lang, Message};
use crate::language::Catalogue;
use crate::library::Library;

use super::{ContextPack, Hit, Source, Suggestions, TargetProfile};

/// What the ranking is called while no model has a say in it.
pub const RETRIEVAL_PHASE: &str = "profile_v1";

/// Most skills and focus areas the summary names.
const NAMED: usize = 5;

/// The whole document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Where the coach stands.
    pub context_summary: ContextSummary,
    /// What the plan asks for.
    pub target_profile_summary: TargetReport,
    /// Which ranking answered.
    pub retrieval_phase: &'static str,
    /// The intent that decided the weights.
    pub intent_resolved: &'static str,
    /// Whether a model reordered the hits.
    pub llm_rank_applied: bool,
    /// Best first.
    pub hits: Vec<HitReport>,
    /// The best of those left out, where explanations were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Vec<ExcludedReport>>,
}

/// Where the coach stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContextSummary {
    /// Title of the unit.
    pub unit_title: String,
    /// Group or athlete.
    pub group_name: Option<String>,
    /// Section the suggestion goes into.
    pub section_title: Option<String>,
    /// Exercises in the plan.
    pub planned_count: usize,
    /// Exercise it builds on.
    pub anchor_title: Option<String>,
}

/// What the plan asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TargetReport {
    /// Where it came from.
    pub sources: Vec<Source>,
    /// Names of the focus areas, strongest first.
    pub focus_areas: Vec<String>,
    /// The strongest skills.
    pub top_skills: Vec<SkillReport>,
    /// Whether skills are wanted that the plan does not train yet.
    pub has_skill_gap: bool,
}

/// A skill with its weight.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SkillReport {
    /// Id in the catalogue.
    pub skill_id: String,
    /// Name.
    pub name: String,
    /// 0–1.
    pub weight: f32,
}

/// A hit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HitReport {
    /// Id of the exercise.
    pub id: String,
    /// Its name.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// 0–1.
    pub score: f32,
    /// Why it is suggested.
    pub reasons: Vec<String>,
    /// Its primary focus area.
    pub focus_area: Option<String>,
    /// Place a model gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub llm_rank: Option<usize>,
    /// What the score is made of, where explanations were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<PartReport>>,
}

/// A line of the score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartReport {
    /// Which part.
    pub part: &'static str,
    /// What the formula gave.
    pub value: f32,
    /// What it counts.
    pub weight: f32,
    /// What it adds.
    pub points: f32,
}

/// An exercise that was left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExcludedReport {
    /// Id of the exercise.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What stands against it.
    pub reasons: Vec<String>,
}

/// How much a report tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Hits and reasons.
    Brief,
    /// Also parts of the scores, and what was left out.
    Explained,
}

/// Writes suggestions down in a language.
#[must_use]
pub fn report(
    suggestions: &Suggestions,
    pack: &ContextPack,
    library: &Library,
    lang: Lang,
    detail: Detail,
) -> Report {
    let say = |message: &Message| Catalogue::load(lang).text(message);
    let title = |exercise: &Exercise| exercise.name.get(lang).to_owned();
    let anchor = suggestions.anchor.as_ref().and_then(|id| library.get(id));
    let excluded = suggestions.excluded.iter().map(|excluded| ExcludedReport {
        id: excluded.exercise.id.to_string(),
        title: title(&excluded.exercise),
        reasons: excluded
            .exclusions
            .iter()
            .map(|e| say(&e.message(library.catalogues())))
            .collect(),
    });
    Report {
        context_summary: ContextSummary {
            unit_title: pack.unit_title.clone(),
            group_name: filled(&pack.group_name),
            section_title: filled(pack.section_name(library).get(lang)),
            planned_count: pack.planned.len(),
            anchor_title: anchor.map(|exercise| title(exercise)),
        },
        target_profile_summary: target_report(&suggestions.target, library, lang),
        retrieval_phase: RETRIEVAL_PHASE,
        intent_resolved: suggestions.intent.id(),
        llm_rank_applied: false,
        hits: suggestions
            .hits
            .iter()
            .map(|hit| HitReport {
                id: hit.exercise.id.to_string(),
                title: title(&hit.exercise),
                summary: hit.exercise.fact.get(lang).to_owned(),
                score: rounded(hit.score),
                reasons: hit.reasons.iter().map(say).collect(),
                focus_area: hit.exercise.focus.first().map(|focus| {
                    let name = library.catalogues().name(CatalogueKind::FocusAreas, focus.as_str());
                    name.get(lang).to_owned()
                }),
                llm_rank: None,
                parts: (detail == Detail::Explained).then(|| parts(hit, suggestions)),
            })
            .collect(),
        excluded: (detail == Detail::Explained).then(|| excluded.collect()),
    }
}

fn target_report(target: &TargetProfile, library: &Library, lang: Lang) -> TargetReport {
    let name = |kind, id: &str| library.catalogues().name(kind, id).get(lang).to_owned();
    TargetReport {
        sources: target.sources.clone(),
        focus_areas: strongest(target.focus.iter().map(|(id, weight)| (id.as_str(), *weight)))
            .into_iter()
            .map(|(id, _)| name(CatalogueKind::FocusAreas, id))
            .collect(),
        top_skills: strongest(target.skills.iter().map(|(id, weight)| (id.as_str(), *weight)))
            .into_iter()
            .map(|(id, weight)| SkillReport {
                skill_id: id.to_owned(),
                name: name(CatalogueKind::Skills, id),
                weight: rounded(weight),
            })
            .collect(),
        has_skill_gap: !target.gap.is_empty(),
    }
}

/// The strongest entries, strongest first, equal ones by id.
fn strongest<'a>(weights: impl Iterator<Item = (&'a str, f32)>) -> Vec<(&'a str, f32)> {
    let mut sorted: Vec<(&str, f32)> = weights.collect();
    sorted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    sorted.truncate(NAMED);
    sorted
}

fn parts(hit: &Hit, suggestions: &Suggestions) -> Vec<PartReport> {
    let lines = hit.parts.lines(suggestions.intent);
    lines
        .iter()
        .map(|line| PartReport {
            part: line.kind.id(),
            value: rounded(line.value),
            weight: rounded(line.weight),
            points: rounded(line.points()),
        })
        .collect()
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Four digits are enough for people, and equal on every machine.
fn rounded(value: f32) -> f32 {
    (value * 10_000.0).round() / 10_000.0
}
