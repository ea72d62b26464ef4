//! What a plan is judged against: the library, and what is known of the people who will train.
//! Rules stay silent about what nothing is known of.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::bands::Region;
use super::substitute::suits;
use crate::domain::{
    AthleteProfile, Category, Contraindication, EquipmentId, ExerciseId, Goal, Group, GroupProfile,
    ItemId, Level, Pattern, Profile, SkillWeights, StyleId,
};
use crate::library::Library;

/// Library, people and history for one run of the linter.
#[derive(Clone)]
pub struct LintContext<'a> {
    library: &'a Library,
    subject: Subject,
    /// Exercises known before the plan begins.
    known: BTreeSet<ExerciseId>,
    profile: Option<&'a AthleteProfile>,
    source: Source,
    reach: OnceLock<(BTreeSet<Pattern>, BTreeSet<Region>)>,
}

/// Where the plan came from; some rules only distrust one source.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Source {
    /// By hand, or by the builtin engine.
    #[default]
    Trusted,
    /// Written by a language model.
    Model {
        /// The exercises it was offered; empty: not known.
        offered: BTreeSet<ExerciseId>,
    },
    /// Read from pasted text or a file.
    Import {
        /// How sure the match of each item is, 0–1.
        confidence: BTreeMap<ItemId, f32>,
    },
}

/// What is known of the people who will train.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Subject {
    /// Whether they train as a group; `None`: nothing is known.
    pub group: Option<bool>,
    /// Level of the athlete, or the one most of the group stand at.
    pub level: Option<Level>,
    /// Age of the athlete or of the youngest, in years.
    pub youngest: Option<u8>,
    /// Number of people.
    pub people: Option<u16>,
    /// What is there; `None`: not said, and not judged.
    pub equipment: Option<BTreeSet<EquipmentId>>,
    /// Regions or conditions to spare.
    pub injuries: Vec<Contraindication>,
    /// What the program is for.
    pub goal: Option<Goal>,
    /// Minutes of a unit.
    pub minutes: Option<u16>,
    /// Units in a week.
    pub days: Option<u8>,
    /// Weeks of the program.
    pub weeks: Option<u16>,
    /// Body weight in kilograms.
    pub weight_kg: Option<f32>,
    /// Skills to develop.
    pub skills: SkillWeights,
    /// Sport or school.
    pub style: Option<StyleId>,
}

impl<'a> LintContext<'a> {
    /// A context that knows the library only.
    #[must_use]
    pub fn new(library: &'a Library) -> Self {
        Self {
            library,
            subject: Subject::default(),
            known: BTreeSet::new(),
            profile: None,
            source: Source::Trusted,
            reach: OnceLock::new(),
        }
    }

    /// The context with what a profile says.
    #[must_use]
    pub fn for_profile(mut self, profile: &'a Profile) -> Self {
        match profile {
            Profile::Athlete(athlete) => {
                self.subject = Subject::from(athlete);
                self.profile = Some(athlete);
            }
            Profile::Group(group) => {
                self.subject = Subject::from(group);
                self.known.extend(group.known.iter().cloned());
            }
        }
        self
    }

    /// The context with what is known of a group in the store.
    #[must_use]
    pub fn for_group(mut self, group: &Group) -> Self {
        self.subject = Subject::from(group);
        self.known.extend(group.known.iter().cloned());
        self
    }

    /// The context with exercises that were taught before.
    #[must_use]
    pub fn knowing(mut self, exercises: impl IntoIterator<Item = ExerciseId>) -> Self {
        self.known.extend(exercises);
        self
    }

    /// The context with the source of the plan.
    #[must_use]
    pub fn from_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }

    /// Where the plan came from.
    pub(super) const fn source(&self) -> &Source {
        &self.source
    }

    /// The library names are looked up in.
    #[must_use]
    pub const fn library(&self) -> &'a Library {
        self.library
    }

    /// What is known of the people.
    #[must_use]
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Whether anything in the library moves in the pattern with the equipment, level and injuries
    /// given; what cannot be done is not missed.
    pub(super) fn can_move(&self, pattern: Pattern) -> bool {
        self.reach().0.contains(&pattern)
    }

    /// Whether anything in the library trains the region as a primary one.
    pub(super) fn can_train(&self, region: Region) -> bool {
        self.reach().1.contains(&region)
    }

    /// Patterns and regions within reach; found out once per context.
    fn reach(&self) -> &(BTreeSet<Pattern>, BTreeSet<Region>) {
        self.reach.get_or_init(|| {
            let (mut patterns, mut regions) = (BTreeSet::new(), BTreeSet::new());
            let strength = self.library.in_category(Category::Strength);
            for exercise in strength.filter(|exercise| suits(exercise, &self.subject)) {
                patterns.extend(exercise.patterns.first());
                regions.extend(exercise.primary.iter().filter_map(|muscle| Region::of(*muscle)));
            }
            (patterns, regions)
        })
    }

    /// Whether an exercise was taught before the plan begins.
    pub(super) fn is_known(&self, exercise: &ExerciseId) -> bool {
        self.known.contains(exercise)
    }

    /// The athlete's best single of an exercise in kilograms.
    pub(super) fn one_rm(&self, exercise: &ExerciseId) -> Option<f64> {
        self.profile?.one_rm_kg.get(exercise).map(|kg| f64::from(*kg))
    }
}

impl From<&AthleteProfile> for Subject {
    fn from(profile: &AthleteProfile) -> Self {
        Self {
            group: Some(false),
            level: Some(profile.level),
            youngest: profile.age,
            people: Some(1),
            equipment: profile.equipment.as_deref().map(at_hand),
            injuries: profile.injuries.clone(),
            goal: Some(profile.goal),
            minutes: Some(profile.minutes),
            days: Some(profile.days_per_week),
            weeks: Some(profile.weeks),
            weight_kg: profile.weight_kg,
            ..Self::default()
        }
    }
}

impl From<&GroupProfile> for Subject {
    fn from(profile: &GroupProfile) -> Self {
        Self {
            group: Some(true),
            level: usual(profile.level_mix.iter()),
            youngest: profile.age_min,
            people: Some(profile.size),
            equipment: profile.equipment.as_deref().map(at_hand),
            minutes: Some(profile.minutes),
            days: Some(profile.units_per_week),
            weeks: Some(profile.weeks),
            skills: profile.skills.clone(),
            style: profile.style.clone(),
            ..Self::default()
        }
    }
}

impl From<&Group> for Subject {
    fn from(group: &Group) -> Self {
        Self {
            group: Some(true),
            level: Some(group.usual_level()),
            youngest: Some(group.age_min),
            people: Some(group.size),
            equipment: Some(at_hand(&group.equipment)),
            minutes: Some(group.minutes),
            skills: group.skills.clone(),
            style: group.style.clone(),
            ..Self::default()
        }
    }
}

/// The things that are there, with what nobody lists because it is always there too: the body
/// itself, and plates where there is a bar to put them on.
#[must_use]
pub fn at_hand(things: &[EquipmentId]) -> BTreeSet<EquipmentId> {
    let mut all: BTreeSet<EquipmentId> = things.iter().cloned().collect();
    all.insert(EquipmentId::from("none"));
    if ["barbell", "trap_bar", "ez_bar", "smith"]
        .iter()
        .any(|bar| all.contains(&EquipmentId::from(*bar)))
    {
        all.insert(EquipmentId::from("plates"));
    }
    all
}

/// The level most people stand at, the lower one on a tie.
fn usual<'a>(mix: impl Iterator<Item = (&'a Level, &'a u16)>) -> Option<Level> {
    mix.fold(None, |best: Option<(Level, u16)>, (level, count)| match best {
        Some((_, most)) if *count <= most => best,
        _ => Some((*level, *count)),
    })
    .map(|(level, _)| level)
}
