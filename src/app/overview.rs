//! A program at a glance: what its weeks hold, reckoned once when it is opened, and where the
//! reader is in it.

use std::collections::BTreeMap;

use super::plan::scrolled;
use crate::domain::{
    Bilingual, CatalogueKind, Item, Profile, Program, Scheme, Section, SectionKind, SkillId, Unit,
    UnitId, Week, WeekPhase, Work,
};
use crate::library::Library;
use crate::lint::{LintContext, Region, Severity, Tally, lint_program, weekly};
use crate::training::{hard_sets, percent_of_max, unit_minutes};

/// What is shown of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// Weeks with their units.
    Weeks,
    /// Sets per muscle, or minutes per skill.
    Volume,
    /// Sets, intensity, load and minutes over the weeks.
    Curves,
}

impl Chart {
    /// In the order of the keys.
    pub const ALL: [Self; 3] = [Self::Weeks, Self::Volume, Self::Curves];

    /// The one `steps` further, around the ends.
    #[must_use]
    pub fn step(self, steps: usize) -> Self {
        let at = Self::ALL.iter().position(|chart| *chart == self).unwrap_or(0);
        Self::ALL.iter().copied().cycle().nth(at + steps).unwrap_or(self)
    }
}

/// The numbers of one week.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekSum {
    /// Position, from 1.
    pub index: u16,
    /// What it does.
    pub phase: WeekPhase,
    /// Hard sets.
    pub sets: f32,
    /// Mean minutes of a unit.
    pub minutes: f32,
    /// Minutes times effort, in arbitrary units.
    pub load: f32,
    /// Mean share of the best single over the hard sets, in percent.
    pub intensity: f32,
}

/// A line of the volume chart.
#[derive(Debug, Clone, PartialEq)]
pub struct VolumeRow {
    /// Muscle or skill.
    pub name: Bilingual,
    /// Weekly band, where there is one.
    pub band: Option<(f32, f32)>,
    /// Sets, or minutes, per week.
    pub weeks: Vec<f32>,
}

/// How many errors, warnings and hints.
pub type Signs = [usize; 3];

/// What the linter finds in a program, counted where it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// Of the program as a whole.
    pub program: Signs,
    /// Of weeks as a whole, by position.
    pub weeks: BTreeMap<usize, Signs>,
    /// Of units, in the order of the program.
    pub units: BTreeMap<UnitId, Signs>,
}

/// An open overview.
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewPane {
    /// The program.
    pub program: Program,
    /// A line per week.
    pub weeks: Vec<WeekSum>,
    /// Muscles of an athlete, skills of a group.
    pub volume: Vec<VolumeRow>,
    /// What the linter finds.
    pub found: Found,
    /// What is shown.
    pub chart: Chart,
    /// Unit under the cursor in the list of weeks.
    pub cursor: usize,
    /// First line shown of the other charts.
    pub scroll: usize,
}

impl OverviewPane {
    /// The overview of a program, on its weeks.
    #[must_use]
    pub fn new(program: Program, library: &Library) -> Self {
        let weeks = program.weeks.iter().map(|week| sum(week, library)).collect();
        let volume = match &program.profile {
            Profile::Athlete(athlete) => {
                muscles(&program, library, |region| weekly(athlete.goal, athlete.level, region))
            }
            Profile::Group(_) => skills(&program, library),
        };
        let found = found(&program, library);
        Self { program, weeks, volume, found, chart: Chart::Weeks, cursor: 0, scroll: 0 }
    }

    /// Moves by lines.
    pub fn step(&mut self, lines: isize, rows: usize) {
        match self.chart {
            Chart::Weeks => {
                let last = self.program.units().count().saturating_sub(1);
                self.cursor = self.cursor.saturating_add_signed(lines).min(last);
            }
            Chart::Volume | Chart::Curves => {
                let at = self.scroll.saturating_add_signed(lines);
                let last = self.volume.len().saturating_sub(rows.max(1));
                self.scroll = scrolled(at, at, self.volume.len(), rows).min(last);
            }
        }
    }
}

/// What the linter finds in a program.
pub(super) fn found(program: &Program, library: &Library) -> Found {
    let context = LintContext::new(library).for_profile(&program.profile);
    let mut found = Found::default();
    for finding in lint_program(program, &context) {
        let signs = match (finding.unit, week_of(&finding.path)) {
            (Some(unit), _) => found.units.entry(unit).or_default(),
            (None, Some(week)) => found.weeks.entry(week).or_default(),
            (None, None) => &mut found.program,
        };
        let [errors, warnings, hints] = signs;
        *match finding.severity {
            Severity::Error => errors,
            Severity::Warn => warnings,
            Severity::Info => hints,
        } += 1;
    }
    found
}

/// The position of the week a path begins with.
fn week_of(path: &str) -> Option<usize> {
    path.strip_prefix("/weeks/")?.split('/').next()?.parse().ok()
}

fn sum(week: &Week, library: &Library) -> WeekSum {
    const USUAL_EFFORT: f32 = 6.0;
    let (mut sets, mut weighted, mut load, mut minutes) = (0.0, 0.0, 0.0, 0.0);
    for unit in &week.units {
        let own = unit_minutes(unit, library);
        minutes += own;
        let (mut effort, mut rated) = (0.0, 0.0);
        for (section, item) in unit.items().filter(|(section, _)| works(section)) {
            let hard = lifted(section, item, library);
            sets += hard;
            if let Some(percent) = intensity(item) {
                weighted += percent * hard;
            }
            if let Some(rir) = reserve(item) {
                effort += 10.0 - rir as f32;
                rated += 1.0;
            }
        }
        load += own * if rated > 0.0 { effort / rated } else { USUAL_EFFORT };
    }
    let count = week.units.len().max(1) as f32;
    WeekSum {
        index: week.index,
        phase: week.phase,
        sets,
        minutes: minutes / count,
        load,
        intensity: if sets > 0.0 { weighted / sets } else { 0.0 },
    }
}

const fn works(section: &Section) -> bool {
    !matches!(
        section.kind,
        SectionKind::Opening | SectionKind::Warmup | SectionKind::Cooldown | SectionKind::Closing
    )
}

/// Hard sets of what is lifted.
fn lifted(section: &Section, item: &Item, library: &Library) -> f32 {
    let exercise = item.exercise.as_ref().and_then(|id| library.get(id));
    let lifts = exercise.is_some_and(|found| matches!(found.category.id(), "strength" | "power"));
    if lifts { hard_sets(section, item) } else { 0.0 }
}

fn reserve(item: &Item) -> Option<f64> {
    let prescription = &item.prescription;
    prescription.rir.map(|span| span.min).or_else(|| prescription.rpe.map(|span| 10.0 - span.max))
}

/// Share of the best single by repetitions and reserve.
fn intensity(item: &Item) -> Option<f32> {
    let Scheme::Sets { work: Work::Reps { count, .. }, .. } = &item.prescription.scheme else {
        return None;
    };
    let reps = f64::midpoint(f64::from(count.min), f64::from(count.max));
    Some(percent_of_max(reps, reserve(item).unwrap_or(2.0)) as f32)
}

fn muscles(
    program: &Program,
    library: &Library,
    band: impl Fn(Region) -> (f32, f32),
) -> Vec<VolumeRow> {
    let tallies: Vec<Tally> = program
        .weeks
        .iter()
        .map(|week| {
            let mut tally = Tally::default();
            for (section, item) in week.units.iter().flat_map(Unit::items) {
                let exercise = item.exercise.as_ref().and_then(|id| library.get(id));
                if let Some(exercise) = exercise.filter(|_| works(section)) {
                    tally.add(exercise, lifted(section, item, library));
                }
            }
            tally
        })
        .collect();
    Region::ALL
        .into_iter()
        .map(|region| VolumeRow {
            name: library.catalogues().name(CatalogueKind::Muscles, region.muscle().id()),
            band: Some(band(region)),
            weeks: tallies.iter().map(|tally| tally.of(region)).collect(),
        })
        .collect()
}

/// Minutes per skill, by weight: the ones with the most over the whole course.
fn skills(program: &Program, library: &Library) -> Vec<VolumeRow> {
    const MOST: usize = 16;
    let mut rows: BTreeMap<&SkillId, Vec<f32>> = BTreeMap::new();
    for (at, week) in program.weeks.iter().enumerate() {
        for (_, item) in week.units.iter().flat_map(Unit::items) {
            let exercise = item.exercise.as_ref().and_then(|id| library.get(id));
            let Some(exercise) = exercise else { continue };
            let minutes = f32::from(item.minutes.unwrap_or(0));
            for (skill, weight) in &exercise.skills {
                let row = rows.entry(skill).or_insert_with(|| vec![0.0; program.weeks.len()]);
                if let Some(cell) = row.get_mut(at) {
                    *cell += minutes * weight;
                }
            }
        }
    }
    let mut rows: Vec<VolumeRow> = rows
        .into_iter()
        .map(|(skill, weeks)| VolumeRow {
            name: library.catalogues().name(CatalogueKind::Skills, skill.as_str()),
            band: None,
            weeks,
        })
        .collect();
    let all = |row: &VolumeRow| row.weeks.iter().sum::<f32>();
    rows.sort_by(|a, b| all(b).total_cmp(&all(a)));
    rows.truncate(MOST);
    rows
}
