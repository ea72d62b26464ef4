//! Why a hit is suggested, as messages in the order of their weight. A hit always has one.

use crate::domain::{Bilingual, CatalogueKind, Exercise, Message, SkillWeights};
use crate::library::Library;
use crate::training::obstacles;

use super::graph::{Relation, Step};
use super::score::{PartKind, Parts};
use super::taught::Taught;
use super::{ContextPack, Intent, TargetProfile};

/// Everything a reason can be drawn from.
pub(super) struct Grounds<'a> {
    pub(super) exercise: &'a Exercise,
    pub(super) parts: &'a Parts,
    pub(super) intent: Intent,
    pub(super) target: &'a TargetProfile,
    pub(super) step: Option<&'a Step<'a>>,
    pub(super) anchor: Option<&'a Exercise>,
    pub(super) pack: &'a ContextPack,
    pub(super) library: &'a Library,
    pub(super) taught: &'a Taught,
}

/// Values from which a part is worth a sentence.
const WORTH_TEXT: f32 = 0.3;
const WORTH_SKILLS: f32 = 0.25;
const WORTH_FOCUS: f32 = 0.3;
const WORTH_GAP: f32 = 0.12;
const WORTH_GROUP: f32 = 0.1;
const WORTH_PLAN: f32 = 0.55;
/// Most reasons of one hit; cautions come on top.
const TOLD: usize = 5;
/// Most skills one sentence names.
const NAMED_SKILLS: usize = 3;

/// The reasons for a hit, strongest first; cautions stand last.
pub(super) fn of(grounds: &Grounds<'_>) -> Vec<Message> {
    let mut lines = grounds.parts.lines(grounds.intent);
    // that it suits the section is true of most hits, so it is told last
    let last = |kind| kind == PartKind::Plan;
    lines.sort_by(|a, b| {
        last(a.kind)
            .cmp(&last(b.kind))
            .then(b.points().total_cmp(&a.points()))
            .then(a.kind.cmp(&b.kind))
    });
    let mut reasons: Vec<Message> =
        lines.iter().filter_map(|line| reason(grounds, line.kind, line.value)).take(TOLD).collect();
    if reasons.is_empty() {
        reasons.push(Message::new("suggest-discovery"));
    }
    cautions(grounds, &mut reasons);
    reasons
}

fn reason(grounds: &Grounds<'_>, kind: PartKind, value: f32) -> Option<Message> {
    let catalogues = grounds.library.catalogues();
    let name = |kind, id: &str| catalogues.name(kind, id);
    match kind {
        PartKind::Progression => grounds.step.map(|step| step_reason(step, grounds.library)),
        PartKind::Fulltext if value >= WORTH_TEXT => Some(Message::new("suggest-full-text")),
        PartKind::Skill if value >= WORTH_SKILLS => {
            let anchor = grounds.anchor.filter(|anchor| anchor.id != grounds.exercise.id)?;
            let shared = named_skills(grounds, &anchor.skills)?;
            Some(
                Message::new("suggest-anchor-skills")
                    .with("anchor", &anchor.name)
                    .with("skills", shared),
            )
        }
        PartKind::Focus if value >= WORTH_FOCUS => {
            let wanted = |id: &&_| grounds.target.focus.contains_key(*id);
            let focus = grounds.exercise.focus.iter().find(wanted)?;
            let focus = name(CatalogueKind::FocusAreas, focus.as_str());
            Some(Message::new("suggest-focus").with("focus", focus))
        }
        PartKind::Gap if value >= WORTH_GAP => {
            let skills = named_skills(grounds, &grounds.target.gap)?;
            Some(Message::new("suggest-gap").with("skills", skills))
        }
        PartKind::TargetGroup if value >= WORTH_GROUP => {
            let group = grounds.pack.target_group.as_ref()?;
            let group = name(CatalogueKind::TargetGroups, group.as_str());
            Some(Message::new("suggest-target-group").with("group", group))
        }
        PartKind::Style if value >= WORTH_GROUP => {
            let wanted = |id: &&_| grounds.target.styles.contains_key(*id);
            let style = grounds.exercise.styles.iter().find(wanted)?;
            let style = name(CatalogueKind::StyleDirections, style.as_str());
            Some(Message::new("suggest-style").with("style", style))
        }
        PartKind::Plan if value >= WORTH_PLAN => {
            let section = grounds.pack.section_name(grounds.library);
            let is_named = section != Bilingual::default();
            is_named.then(|| Message::new("suggest-section").with("section", section))
        }
        _ => None,
    }
}

fn step_reason(step: &Step<'_>, library: &Library) -> Message {
    let exercise = |id| library.get(id).map(|e| e.name.clone()).unwrap_or_default();
    let about = |id: &'static str| Message::new(id).with("graph", &step.graph.name);
    match step.relation {
        Relation::Successor => about("suggest-successor").with("harder", &step.edge.harder),
        Relation::Later => about("suggest-later").with("between", exercise(&step.edge.from)),
        Relation::FollowsPlan => {
            about("suggest-follows-plan").with("exercise", exercise(&step.edge.from))
        }
        Relation::Begins => about("suggest-begins"),
    }
}

/// The skills the exercise shares with a profile, strongest first; `None` when there are none.
fn named_skills(grounds: &Grounds<'_>, wanted: &SkillWeights) -> Option<Bilingual> {
    let mut shared: Vec<(f32, &str)> = grounds
        .exercise
        .skills
        .iter()
        .filter_map(|(skill, weight)| Some((weight.min(*wanted.get(skill)?), skill.as_str())))
        .collect();
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    shared.truncate(NAMED_SKILLS);
    let catalogues = grounds.library.catalogues();
    let names: Vec<Bilingual> =
        shared.iter().map(|(_, id)| catalogues.name(CatalogueKind::Skills, id)).collect();
    (!names.is_empty()).then(|| row_of_names(&names))
}

/// What the coach should know before taking it.
fn cautions(grounds: &Grounds<'_>, reasons: &mut Vec<Message>) {
    if grounds.parts.repeat < 0.0 {
        reasons.push(Message::new("suggest-caution-in-plan"));
    }
    if grounds.parts.group_repeat < 0.0 {
        reasons.push(Message::new("suggest-caution-recent"));
    }
    let catalogues = grounds.library.catalogues();
    let soft = obstacles(grounds.exercise, &grounds.pack.constraints);
    reasons.extend(soft.iter().filter(|o| o.is_soft()).map(|o| o.message(catalogues)));
    let missing = grounds.taught.missing(grounds.exercise, grounds.library);
    if let Some(first) = missing.and_then(|first| grounds.library.get(&first)) {
        reasons.push(Message::new("suggest-caution-prerequisite").with("exercise", &first.name));
    }
}

/// Names of skills, areas and things for a sentence, in both languages.
fn row_of_names(names: &[Bilingual]) -> Bilingual {
    let join = |text: fn(&Bilingual) -> &str| names.iter().map(text).collect::<Vec<_>>().join(", ");
    Bilingual::new(join(|name| &name.en), join(|name| &name.de))
}
