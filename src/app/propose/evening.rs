//! What is different this evening, as a coach types it.

use std::collections::BTreeMap;

use crate::domain::{CatalogueKind, EquipmentId, Message};
use crate::library::Library;

/// What is different this evening.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evening {
    /// Minutes there are now.
    pub minutes: Option<u16>,
    /// People who came.
    pub people: Option<u16>,
    /// Things that are not there.
    pub missing: Vec<EquipmentId>,
}

/// Reads what is different this evening: `60 / 11 - crash mat, ball`. Minutes, people and things
/// may each be left out.
///
/// # Errors
/// The sentence that says what was expected.
pub fn read_evening(text: &str, library: &Library) -> Result<Evening, Message> {
    let (numbers, things) = match text.split_once(['-', '–']) {
        Some((numbers, things)) => (numbers.trim(), things),
        None => (text.trim(), ""),
    };
    let mut evening = Evening::default();
    if let Some(people) = numbers.strip_prefix('/') {
        evening.people = super::super::entry::unit_numbers(&format!("1 / {people}"))?.1;
    } else if !numbers.is_empty() {
        let (minutes, people) = super::super::entry::unit_numbers(numbers)?;
        (evening.minutes, evening.people) = (Some(minutes), people);
    }
    let names: BTreeMap<String, EquipmentId> = library
        .catalogues()
        .list(CatalogueKind::Equipment)
        .iter()
        .flat_map(|entry| {
            let id: EquipmentId = entry.id.as_str().into();
            [&entry.name.en, &entry.name.de]
                .into_iter()
                .flat_map(|name| name.split(['/', '(', ')', ',']))
                .map(|part| (crate::language::fold(part.trim()), id.clone()))
                .collect::<Vec<_>>()
        })
        .collect();
    for thing in things.split(',').map(str::trim).filter(|thing| !thing.is_empty()) {
        let wanted = crate::language::fold(thing);
        let exact = names.get(&wanted);
        let begins = || {
            let mut found = names.iter().filter(|(name, _)| name.starts_with(&wanted));
            found.next().map(|(_, id)| id)
        };
        let id = exact.or_else(begins);
        let id = id.ok_or_else(|| Message::new("entry-refit-thing").with("thing", thing))?;
        evening.missing.push(id.clone());
    }
    if evening == Evening::default() {
        return Err(Message::new("entry-refit-empty"));
    }
    Ok(evening)
}
