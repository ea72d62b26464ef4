//! A list of exercises narrowed by what is typed and by facets, with how many each further value
//! would leave: what the library screen shows.

mod facet;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::Library;
use crate::domain::Lang;

pub use facet::{Facet, FacetValue, visibility_id};
pub(super) use table::Table;

/// What is to be listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// What was typed; empty lists everything by name.
    pub query: String,
    /// Values chosen. An exercise must have one of every facet that is asked for. Archived
    /// exercises are listed only when asked for.
    pub chosen: BTreeSet<FacetValue>,
    /// The language of the names the list is ordered by.
    pub lang: Lang,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Places in [`Library::exercises`]: by name, or best answers to the query first.
    pub found: Vec<u32>,
    /// Every value that occurs in what the query finds, with the number of exercises that would be
    /// listed if it were chosen in its facet; 0 where other facets rule it out.
    pub counts: Vec<(FacetValue, usize)>,
}

impl Library {
    /// Lists exercises. One pass over the library, or over what the query finds: made for a thread
    /// beside the screen.
    #[must_use]
    pub fn browse(&self, wanted: &Wanted) -> Listing {
        let table = self.table();
        if wanted.query.trim().is_empty() {
            return narrow(table.by_name(wanted.lang).iter().copied(), wanted, table);
        }
        let found = self.search(&wanted.query, self.exercises().len());
        narrow(found.into_iter().map(|found| found.position as u32), wanted, table)
    }
}

fn narrow(candidates: impl Iterator<Item = u32>, wanted: &Wanted, table: &Table) -> Listing {
    let facets: Vec<u16> = table.values.iter().map(|value| value.facet.bit()).collect();
    let chosen: Vec<bool> =
        table.values.iter().map(|value| wanted.chosen.contains(value)).collect();
    let asked = wanted.chosen.iter().fold(0, |bits, value| bits | value.facet.bit());
    let shows_archived = asked & Facet::Visibility.bit() != 0;
    let archived = table
        .values
        .iter()
        .position(|value| value.facet == Facet::Visibility && &*value.id == "archived");
    let mut counts = vec![0_usize; table.values.len()];
    let mut seen = vec![false; table.values.len()];
    let mut found = Vec::new();
    for exercise in candidates {
        let values = table.of(exercise);
        let mut answered = 0;
        let mut hidden = false;
        for number in values.iter().map(|number| *number as usize) {
            if chosen.get(number) == Some(&true) {
                answered |= facets.get(number).copied().unwrap_or_default();
            }
            hidden |= !shows_archived && Some(number) == archived;
        }
        let mut missing = asked & !answered;
        if hidden {
            missing |= Facet::Visibility.bit();
        }
        if missing == 0 {
            found.push(exercise);
        }
        for number in values.iter().map(|number| *number as usize) {
            if let (Some(seen), Some(facet), Some(count)) =
                (seen.get_mut(number), facets.get(number), counts.get_mut(number))
            {
                *seen = true;
                // what only this facet rules out would come in by choosing this value
                *count += usize::from(missing & !facet == 0);
            }
        }
    }
    let counts = table
        .values
        .iter()
        .zip(counts)
        .zip(seen)
        .zip(chosen)
        .filter(|((_, seen), chosen)| *seen || *chosen)
        .map(|(((value, count), _), _)| (value.clone(), count))
        .collect();
    Listing { found, counts }
}
