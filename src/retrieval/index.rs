//! A library compiled for ranking: every id a small number, every profile a short sorted slice of
//! one flat array. Compiled once per library, shared by all sessions.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use crate::domain::{
    Category, EquipmentId, Exercise, ExerciseKind, FocusId, Level, Mechanic, Muscle, Partner,
    Pattern, SkillId, StyleId, TargetGroupId, TrainingTypeId, Visibility,
};
use crate::library::Library;
use crate::training::{match_profile, shortest_minutes};

use super::vocabulary::Vocabulary;

/// Weights of one dimension of one exercise: (number of the id, weight), by number.
pub(super) type Weighted = [(u16, f32)];

/// What ranking needs of one exercise. Small and flat: a hundred thousand are walked per query.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) category: Category,
    /// The leading pattern.
    pub(super) pattern: Option<Pattern>,
    /// One bit per pattern.
    pub(super) patterns: u32,
    /// One bit per primary muscle.
    pub(super) muscles: u32,
    /// One bit per muscle that helps.
    pub(super) helpers: u32,
    pub(super) is_isolation: bool,
    pub(super) is_combination: bool,
    pub(super) is_archived: bool,
    pub(super) level: Level,
    pub(super) min_age: u8,
    pub(super) partner: Partner,
    /// One bit per contraindication.
    pub(super) contra: u32,
    /// Number of the combination of equipment it needs.
    pub(super) gear: u32,
    pub(super) shortest_minutes: f32,
    pub(super) focus: Slice,
    pub(super) styles: Slice,
    pub(super) training_types: Slice,
    pub(super) target_groups: Slice,
    pub(super) skills: Slice,
}

/// A slice of the flat array of weights, and their sum.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Slice {
    from: u32,
    to: u32,
    pub(super) total: f32,
}

/// Ids as small numbers.
#[derive(Debug)]
pub(super) struct Numbers<K>(HashMap<K, u16>);

impl<K: Hash + Eq + Clone> Numbers<K> {
    fn number(&mut self, id: &K) -> u16 {
        let next = self.0.len() as u16;
        *self.0.entry(id.clone()).or_insert(next)
    }

    /// The number of an id some exercise has.
    pub(super) fn of(&self, id: &K) -> Option<u16> {
        self.0.get(id).copied()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Every id with its number, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, u16)> {
        self.0.iter().map(|(id, number)| (id, *number))
    }
}

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

/// A library compiled for ranking.
#[derive(Debug)]
pub struct RetrievalIndex {
    library: Arc<Library>,
    pub(super) rows: Vec<Row>,
    weights: Vec<(u16, f32)>,
    pub(super) focus: Numbers<FocusId>,
    pub(super) styles: Numbers<StyleId>,
    pub(super) training_types: Numbers<TrainingTypeId>,
    pub(super) target_groups: Numbers<TargetGroupId>,
    pub(super) skills: Numbers<SkillId>,
    /// Different combinations of equipment, by number.
    pub(super) gear: Vec<Vec<Vec<EquipmentId>>>,
    pub(super) vocabulary: Vocabulary,
}

impl RetrievalIndex {
    /// Compiles a library. All its exercises are visible to whoever asks: visibility is the
    /// store's duty; archived ones are never suggested.
    #[must_use]
    pub fn new(library: Arc<Library>) -> Self {
        let source = Arc::clone(&library);
        let mut index = Self {
            rows: Vec::with_capacity(source.exercises().len()),
            weights: Vec::with_capacity(source.exercises().len() * 8),
            focus: Numbers::default(),
            styles: Numbers::default(),
            training_types: Numbers::default(),
            target_groups: Numbers::default(),
            skills: Numbers::default(),
            gear: Vec::new(),
            vocabulary: Vocabulary::new(&source),
            library,
        };
        let mut gear_numbers: HashMap<&[Vec<EquipmentId>], u32> = HashMap::new();
        for exercise in source.exercises() {
            let next = gear_numbers.len() as u32;
            let gear = *gear_numbers.entry(&exercise.equipment).or_insert(next);
            if gear == next {
                index.gear.push(exercise.equipment.clone());
            }
            let row = index.row(exercise, gear);
            index.rows.push(row);
        }
        index
    }

    /// The library that was compiled.
    #[must_use]
    pub const fn library(&self) -> &Arc<Library> {
        &self.library
    }

    /// The weights of a slice.
    pub(super) fn weighted(&self, slice: Slice) -> &Weighted {
        let range: Range<usize> = slice.from as usize..slice.to as usize;
        self.weights.get(range).unwrap_or_default()
    }

    fn row(&mut self, exercise: &Exercise, gear: u32) -> Row {
        let profile = match_profile(exercise);
        let weights = &mut self.weights;
        Row {
            category: exercise.category,
            pattern: exercise.patterns.first().copied(),
            patterns: exercise.patterns.iter().fold(0, |bits, one| bits | 1 << *one as u32),
            muscles: bits(&exercise.primary),
            helpers: bits(&exercise.secondary),
            is_isolation: exercise.mechanic == Some(Mechanic::Isolation),
            is_combination: matches!(exercise.kind, ExerciseKind::Combination(_)),
            is_archived: exercise.visibility == Visibility::Archived,
            level: exercise.level,
            min_age: exercise.min_age,
            partner: exercise.partner,
            contra: exercise.contra.iter().fold(0, |bits, tag| bits | 1 << *tag as u32),
            gear,
            shortest_minutes: shortest_minutes(exercise),
            focus: store(weights, &mut self.focus, profile.focus),
            styles: store(weights, &mut self.styles, profile.styles),
            training_types: store(weights, &mut self.training_types, profile.training_types),
            target_groups: store(weights, &mut self.target_groups, profile.target_groups),
            skills: store(weights, &mut self.skills, profile.skills),
        }
    }
}

fn bits(muscles: &[Muscle]) -> u32 {
    muscles.iter().fold(0, |bits, muscle| bits | 1 << *muscle as u32)
}

fn store<K: Hash + Eq + Clone>(
    weights: &mut Vec<(u16, f32)>,
    numbers: &mut Numbers<K>,
    profile: impl IntoIterator<Item = (K, f32)>,
) -> Slice {
    let from = weights.len();
    weights.extend(profile.into_iter().map(|(id, weight)| (numbers.number(&id), weight)));
    let added = weights.get(from..).unwrap_or_default();
    let total = added.iter().map(|(_, weight)| weight).sum();
    Slice { from: from as u32, to: weights.len() as u32, total }
}
