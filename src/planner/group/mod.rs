//! Programs for groups: units along the progression graphs, with streams for mixed levels.

mod choose;
mod circuit;
mod draft;
mod frame;
mod history;
mod pool;
mod station;
mod streams;
mod suit;
#[cfg(test)]
mod tests;
mod write;

use self::choose::Chooser;
pub(super) use self::draft::GroupDraft;
use self::draft::{PartDraft, StreamDraft, UnitDraft};
use self::frame::{Frame, PartPlan, parts, weekdays};
use self::history::History;
pub(crate) use self::history::{is_fall, throws};
use self::pool::{Pool, target, youngest};
use self::streams::Levels;
use self::suit::{Chosen, Newness, Wanted};
pub(super) use self::write::units;
use super::{PlannerError, WeekPlan};
use crate::domain::{
    Bilingual, CatalogueKind, GroupProfile, Mesocycle, Message, SectionKind, WeekPhase,
};
use crate::library::Library;

/// What is decided once for a group.
pub(super) struct GroupOutline {
    pub(super) mesocycles: Vec<Mesocycle>,
    pub(super) weeks: Vec<WeekPlan>,
    pub(super) draft: GroupDraft,
    pub(super) notes: Vec<Message>,
}

/// Name of the style for titles; of the target group where there is none.
pub(super) fn style_name(profile: &GroupProfile, library: &Library) -> Bilingual {
    let catalogues = library.catalogues();
    match &profile.style {
        Some(style) => catalogues.name(CatalogueKind::StyleDirections, style.as_str()),
        None => catalogues.name(CatalogueKind::TargetGroups, profile.target_group.as_str()),
    }
}

/// Plans every unit in order; each sees what was done before it.
///
/// # Errors
/// [`PlannerError::NothingFits`] when there is nothing to teach.
pub(super) fn outline(
    profile: &GroupProfile,
    library: &Library,
    seed: u64,
) -> Result<GroupOutline, PlannerError> {
    let levels = Levels::new(profile);
    let pool = Pool::new(profile, library, levels.highest);
    // where nothing can be taught, there is play
    let nothing = |kind| pool.of(kind).is_empty();
    if [SectionKind::Skill, SectionKind::Game, SectionKind::Warmup].into_iter().all(nothing) {
        return Err(PlannerError::NothingFits);
    }
    let wanted_skills = target(profile, &pool);
    let youngest = youngest(profile, library);
    let chooser = Chooser { profile, library, target: &wanted_skills, youngest, seed };
    let mut history = History::new(profile, library, levels.common);
    let fitness = circuit::is_for(profile, library, youngest);
    let about = if fitness { Frame::Fitness } else { Frame::Taught };
    let frame = parts(profile.minutes, youngest, about);
    let before = profile.history.len();
    let weekdays = weekdays(profile.units_per_week).to_vec();
    let mut units = Vec::new();
    for week in 0..profile.weeks {
        for weekday in &weekdays {
            let day = i64::from(week) * 7 + i64::from(*weekday) - 1;
            let graded = profile.contest_week == Some(week + 1);
            let planner = UnitPlanner {
                chooser: &chooser,
                pool: &pool,
                levels: &levels,
                about,
                day,
                newness: if graded { Newness::Nothing } else { Newness::Welcome },
            };
            units.push(planner.plan(before + units.len(), &frame, &mut history));
        }
    }
    let mut notes = Vec::new();
    if profile.size % 2 == 1 {
        notes.push(Message::new("note-odd-group").with("people", profile.size));
    }
    if levels.split.is_some() && !fitness {
        notes.push(Message::new("note-streams"));
    }
    if fitness && !units.iter().flat_map(|unit| &unit.parts).any(|part| part.rotation.is_some()) {
        notes.push(Message::new("note-no-circuit"));
    }
    let (mesocycles, mut weeks) = blocks(profile.weeks);
    if let Some(graded) = weeks.iter_mut().find(|week| profile.contest_week == Some(week.index)) {
        graded.phase = WeekPhase::Taper;
        graded.intent = vec![Message::new("intent-grading")];
    }
    Ok(GroupOutline { mesocycles, weeks, draft: GroupDraft { units, weekdays }, notes })
}

/// Plans one unit.
struct UnitPlanner<'a> {
    chooser: &'a Chooser<'a>,
    pool: &'a Pool<'a>,
    levels: &'a Levels,
    about: Frame,
    day: i64,
    newness: Newness,
}

impl UnitPlanner<'_> {
    fn plan(&self, unit: usize, frame: &[PartPlan], history: &mut History<'_>) -> UnitDraft {
        let mut chosen = Chosen::default();
        let mut parts = Vec::new();
        for part in frame {
            let streams: Vec<Option<StreamDraft>> = match &self.levels.split {
                // at a station everyone works at his own level
                Some(split) if part.kind == SectionKind::Main && self.about == Frame::Taught => {
                    split.iter().copied().map(Some).collect()
                }
                _ => vec![None],
            };
            for stream in streams {
                let PartPlan { kind, minutes } = *part;
                let people = stream.map_or(self.chooser.profile.size, |stream| stream.size);
                if self.about == Frame::Fitness && kind == SectionKind::Main {
                    let (chooser, pool, at) = (self.chooser, self.pool, (unit, self.day));
                    let size = (minutes, people);
                    if let Some((drills, rotation)) =
                        circuit::fill(chooser, pool, size, at, history, &mut chosen)
                    {
                        let rotation = Some(rotation);
                        parts.push(PartDraft { kind, minutes, stream, rotation, drills });
                        continue;
                    }
                }
                let drills = self.part(unit, *part, stream, history, &mut chosen);
                if stream.is_some() || !drills.is_empty() {
                    parts.push(PartDraft { kind, minutes, stream, rotation: None, drills });
                }
            }
        }
        UnitDraft { parts }
    }

    fn part(
        &self,
        unit: usize,
        part: PartPlan,
        stream: Option<StreamDraft>,
        history: &mut History<'_>,
        chosen: &mut Chosen,
    ) -> Vec<draft::DrillDraft> {
        let wanted = Wanted {
            kind: part.kind,
            minutes: part.minutes,
            level: stream.map_or(self.levels.common, |stream| stream.level),
            people: stream.map_or(self.chooser.profile.size, |stream| stream.size),
            unit,
            day: self.day,
            newness: self.newness,
        };
        self.chooser.fill(&wanted, self.pool, history, chosen)
    }
}

/// Blocks of about four weeks: bring in, deepen, apply.
fn blocks(weeks: u16) -> (Vec<Mesocycle>, Vec<WeekPlan>) {
    let titles = ["meso-introduce", "meso-develop", "meso-apply"];
    let count = (weeks / 4).clamp(1, 3);
    let mut mesocycles = Vec::new();
    let mut plans = Vec::new();
    let mut first = 1;
    for block in 0..count {
        let length = (weeks - first + 1) / (count - block);
        let last = first + length - 1;
        let at = usize::from(block);
        let title = titles.get(at).copied().unwrap_or("meso-develop");
        mesocycles.push(Mesocycle { title: Message::new(title), first, last });
        for index in first..=last {
            plans.push(WeekPlan {
                index,
                phase: WeekPhase::Build,
                block: at,
                step: index - first,
                intent: vec![Message::new(title)],
            });
        }
        first = last + 1;
    }
    (mesocycles, plans)
}
