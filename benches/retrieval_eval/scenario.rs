//! A planning situation with the answers a trainer hopes for, and how it is put to the program.

use std::collections::BTreeMap;
use std::path::Path;

use planwright::domain::{
    Contraindication, ExerciseId, Level, SectionKind, SkillWeights, StyleId, TargetGroupId,
};
use planwright::library::Library;
use planwright::retrieval::{ContextPack, Intent, Request};
use planwright::training::{Constraints, match_profile, normalised};
use serde::Deserialize;

/// One file of scenarios.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    scenario: Vec<Scenario>,
}

/// See `README.md` for the keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    pub(crate) id: String,
    pub(crate) split: Split,
    #[serde(rename = "note")]
    _note: String,
    #[serde(default)]
    pub(crate) query: String,
    pub(crate) intent: Intent,
    #[serde(default)]
    anchor: Option<ExerciseId>,
    #[serde(default)]
    graph: Option<String>,
    #[serde(default)]
    section: Option<SectionKind>,
    #[serde(default)]
    planned: Vec<ExerciseId>,
    #[serde(default)]
    recent: Vec<Vec<ExerciseId>>,
    #[serde(default)]
    skills: SkillWeights,
    pub(crate) accept: Vec<ExerciseId>,
    #[serde(default)]
    pub(crate) good: Vec<ExerciseId>,
    #[serde(default)]
    pub(crate) never: Vec<ExerciseId>,
    context: Situation,
}

/// Whether weights may be tuned on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Split {
    Fit,
    Judge,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    #[serde(rename = "kind")]
    _kind: String,
    #[serde(default)]
    size: Option<u16>,
    #[serde(default)]
    age_min: Option<u8>,
    #[serde(default)]
    target_group: Option<TargetGroupId>,
    #[serde(default)]
    style: Option<StyleId>,
    #[serde(default)]
    level: Option<Level>,
    #[serde(default)]
    equipment: Option<Vec<String>>,
    #[serde(default)]
    injuries: Vec<Contraindication>,
    #[serde(default)]
    minutes_left: Option<f32>,
}

/// Every scenario of a folder, by file and order.
pub(crate) fn read(folder: &Path) -> Vec<Scenario> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the scenarios")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    let read = |path: &std::path::PathBuf| -> Vec<Scenario> {
        let text = std::fs::read_to_string(path).expect("a readable file");
        let file: File =
            toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        file.scenario
    };
    files.iter().flat_map(read).collect()
}

impl Scenario {
    /// What a trainer asks; without words the intent is chosen by hand.
    pub(crate) fn request(&self) -> Request {
        let intent = self.query.is_empty().then_some(self.intent);
        Request { query: self.query.clone(), intent, limit: 10, ..Request::default() }
    }

    /// Where the trainer stands.
    pub(crate) fn pack(&self, library: &Library) -> ContextPack {
        let context = &self.context;
        ContextPack {
            section_kind: self.section,
            planned: self.planned.clone(),
            plan_skills: evenly(&self.planned, library),
            anchor: self.anchor.clone().or_else(|| self.planned.last().cloned()),
            graph: self.graph.as_deref().map(Into::into),
            recent: self.recent.clone(),
            history_skills: fading(&self.recent, library),
            style: context.style.clone(),
            target_group: context.target_group.clone(),
            group_skills: self.skills.clone(),
            constraints: Constraints {
                equipment: context
                    .equipment
                    .as_ref()
                    .map(|things| things.iter().map(|thing| thing.as_str().into()).collect()),
                people: context.size,
                level: context.level,
                youngest: context.age_min,
                injuries: context.injuries.clone(),
                minutes_left: context.minutes_left,
            },
            ..ContextPack::default()
        }
    }

    /// Normalised discounted gain of the first ten: 2 for what is hoped for, 1 for what is fine.
    pub(crate) fn ndcg(&self, ranked: &[ExerciseId]) -> f64 {
        let gain = |id: &ExerciseId| {
            if self.accept.contains(id) {
                2.0
            } else if self.good.contains(id) {
                1.0
            } else {
                0.0
            }
        };
        let discounted = |gains: &mut dyn Iterator<Item = f64>| -> f64 {
            gains.take(10).enumerate().map(|(at, gain)| gain / (at as f64 + 2.0).log2()).sum()
        };
        let best = self.accept.iter().map(|_| 2.0).chain(self.good.iter().map(|_| 1.0));
        discounted(&mut ranked.iter().map(gain)) / discounted(&mut best.into_iter())
    }
}

/// What the last units trained, each unit a fifth less than the one after it.
fn fading(recent: &[Vec<ExerciseId>], library: &Library) -> SkillWeights {
    let mut skills = SkillWeights::new();
    let mut share = 1.0;
    for unit in recent {
        for (skill, weight) in normalised(&evenly(unit, library)) {
            *skills.entry(skill).or_default() += weight * share;
        }
        share *= 0.8;
    }
    skills
}

/// What the planned exercises train when each takes the same time.
fn evenly(planned: &[ExerciseId], library: &Library) -> SkillWeights {
    let known: Vec<_> = planned.iter().filter_map(|id| library.get(id)).collect();
    let mut skills: BTreeMap<_, f32> = SkillWeights::new();
    for exercise in &known {
        for (skill, weight) in match_profile(exercise).skills {
            *skills.entry(skill).or_default() += weight / known.len() as f32;
        }
    }
    skills
}
