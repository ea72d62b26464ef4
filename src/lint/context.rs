//! What a plan is judged against: the library, and what is known of the people who will train.
//! Rules stay silent about what nothing is known of.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::bands::Region;
use super::subject::{Subject, suits};
use super::{Finding, Severities};
use crate::domain::{AthleteProfile, Category, ExerciseId, Group, ItemId, Pattern, Profile};
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
    severities: Severities,
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
            severities: Severities::default(),
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
                let before = group.history.iter().flat_map(|unit| &unit.exercises);
                self.known.extend(before.cloned());
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

    /// The context with what matters to the coach.
    #[must_use]
    pub fn with_severities(mut self, severities: Severities) -> Self {
        self.severities = severities;
        self
    }

    /// The findings as the coach wants them; plans of a model are judged by the table.
    pub(super) fn judge(&self, findings: Vec<Finding>) -> Vec<Finding> {
        if self.severities.is_empty() || matches!(self.source, Source::Model { .. }) {
            return findings;
        }
        findings.into_iter().filter_map(|finding| self.severities.judge(finding)).collect()
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
                if exercise.patterns.first() == Some(&Pattern::Locomotion) {
                    // crawling may be all a small child has; it is no weekly volume to ask for
                    continue;
                }
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
