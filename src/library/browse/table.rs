//! The values of every exercise as numbers in one flat list, and the exercises in the order of
//! their names, so that a hundred thousand can be narrowed and counted in one pass.

use std::collections::HashMap;
use std::sync::Arc;

use super::facet::{Facet, FacetValue, values};
use crate::domain::{CatalogueKind, Catalogues, Exercise, Lang};
use crate::language::fold;

/// Values by number, and the numbers of every exercise.
#[derive(Debug, Default)]
pub(in crate::library) struct Table {
    /// Sorted by facet; within one, in the order of the catalogue, then by id.
    pub(super) values: Vec<FacetValue>,
    numbers: Vec<u32>,
    starts: Vec<u32>,
    by_name: [Vec<u32>; Lang::ALL.len()],
}

impl Table {
    /// Numbers the values of exercises, which stay named by their places.
    pub(in crate::library) fn new(exercises: &[Arc<Exercise>], catalogues: &Catalogues) -> Self {
        let groups: Vec<&str> = catalogues
            .list(CatalogueKind::TargetGroups)
            .iter()
            .map(|group| group.id.as_str())
            .collect();
        let mut numbers: HashMap<(Facet, &str), u32> = HashMap::new();
        let mut rows: Vec<u32> = Vec::with_capacity(exercises.len() * 24);
        let mut starts = Vec::with_capacity(exercises.len() + 1);
        for exercise in exercises {
            let start = rows.len();
            starts.push(start as u32);
            values(exercise, &groups, |facet, id| {
                let next = numbers.len() as u32;
                let number = *numbers.entry((facet, id)).or_insert(next);
                if rows.iter().skip(start).all(|known| *known != number) {
                    rows.push(number);
                }
            });
        }
        starts.push(rows.len() as u32);
        let order = sorted(&numbers, catalogues);
        let mut renumbered = vec![0; order.len()];
        for (number, (_, old)) in order.iter().enumerate() {
            if let Some(place) = renumbered.get_mut(*old as usize) {
                *place = number as u32;
            }
        }
        for number in &mut rows {
            *number = renumbered.get(*number as usize).copied().unwrap_or_default();
        }
        let values = order.into_iter().map(|(value, _)| value).collect();
        let by_name = Lang::ALL.map(|lang| by_name(exercises, lang));
        Self { values, numbers: rows, starts, by_name }
    }

    /// The numbers of the values of the exercise at a place.
    pub(super) fn of(&self, exercise: u32) -> &[u32] {
        let bound = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        let at = exercise as usize;
        self.numbers.get(bound(at)..bound(at + 1)).unwrap_or_default()
    }

    /// Places of all exercises by their names in a language.
    pub(super) fn by_name(&self, lang: Lang) -> &[u32] {
        self.by_name.get(lang as usize).map_or(&[], Vec::as_slice)
    }
}

/// The values with the numbers they got, in the order they are shown.
fn sorted(
    numbers: &HashMap<(Facet, &str), u32>,
    catalogues: &Catalogues,
) -> Vec<(FacetValue, u32)> {
    let mut ranks: HashMap<(Facet, &str), usize> = HashMap::new();
    for facet in Facet::ALL {
        let entries = facet.catalogue().map_or(&[][..], |kind| catalogues.list(kind));
        for (rank, entry) in entries.iter().enumerate() {
            ranks.insert((facet, entry.id.as_str()), rank);
        }
    }
    let mut keys: Vec<(Facet, usize, &str, u32)> = numbers
        .iter()
        .map(|(key, number)| (key.0, ranks.get(key).copied().unwrap_or(usize::MAX), key.1, *number))
        .collect();
    keys.sort_unstable();
    keys.into_iter().map(|(facet, _, id, number)| (FacetValue::new(facet, id), number)).collect()
}

fn by_name(exercises: &[Arc<Exercise>], lang: Lang) -> Vec<u32> {
    let mut names: Vec<(String, u32)> = exercises
        .iter()
        .enumerate()
        .map(|(at, exercise)| (fold(exercise.name.get(lang)), at as u32))
        .collect();
    names.sort_unstable();
    names.into_iter().map(|(_, at)| at).collect()
}
