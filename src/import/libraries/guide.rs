//! What our own library knows of a foreign exercise: which of ours it is, and what exercises of
//! its pattern have in common.

use std::collections::BTreeMap;

use crate::domain::{Category, Contraindication, Exercise, ExerciseId, Origin, Pattern};
use crate::library::Library;
use crate::matching::{Band, Matcher};

/// Our built-in exercises, asked about foreign ones. Exercises of clubs are left aside, so that
/// the same file becomes the same exercises whatever was imported before.
#[derive(Debug)]
pub struct Guide<'a> {
    library: &'a Library,
    matcher: Matcher,
    /// Who should avoid most exercises of a pattern.
    cautions: BTreeMap<(Pattern, Category), Vec<Contraindication>>,
}

impl<'a> Guide<'a> {
    /// A guide that knows this library.
    #[must_use]
    pub fn new(library: &'a Library) -> Self {
        Self { library, matcher: Matcher::for_library(library), cautions: cautions(library) }
    }

    /// The exercise of ours that bears this name, where that is sure.
    pub(super) fn recognise(&self, name: &str) -> Option<&'a Exercise> {
        let matched = self.matcher.find(name, 1);
        let best = matched.candidates.first().filter(|_| matched.band == Band::High)?;
        let exercise = self.library.get(&ExerciseId::new(best.id.as_str()))?;
        (exercise.origin == Origin::BuiltIn).then_some(&**exercise)
    }

    /// Who should avoid at least half of our exercises of this pattern and sort.
    pub(super) fn cautions(&self, pattern: Pattern, category: Category) -> Vec<Contraindication> {
        self.cautions.get(&(pattern, category)).cloned().unwrap_or_default()
    }
}

fn cautions(library: &Library) -> BTreeMap<(Pattern, Category), Vec<Contraindication>> {
    let mut kinds: BTreeMap<_, (usize, BTreeMap<Contraindication, usize>)> = BTreeMap::new();
    let own = library.exercises().iter().filter(|exercise| exercise.origin == Origin::BuiltIn);
    for exercise in own {
        let Some(pattern) = exercise.patterns.first() else { continue };
        let (count, complaints) = kinds.entry((*pattern, exercise.category)).or_default();
        *count += 1;
        for complaint in &exercise.contra {
            *complaints.entry(*complaint).or_default() += 1;
        }
    }
    let most = |(count, complaints): (usize, BTreeMap<Contraindication, usize>)| {
        complaints.into_iter().filter(|(_, held)| held * 2 >= count).map(|(c, _)| c).collect()
    };
    kinds.into_iter().map(|(kind, counted)| (kind, most(counted))).collect()
}
