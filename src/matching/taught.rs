//! Names a coach or a club taught by correcting imports: written so again, such a name is what it
//! was taught to be. They lie beside the index, so that teaching one costs nothing and every coach
//! has their own.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::language::fold;

/// Taught names by the words they are made of; clones share them.
#[derive(Debug, Clone, Default)]
pub struct Taught(Arc<BTreeMap<String, Meaning>>);

/// What a name was taught to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The name as it was taught.
    pub written: String,
    /// Id of what it means.
    pub id: String,
    /// The name that is shown by.
    pub name: String,
}

impl Taught {
    /// The names, each with the id and the shown name of what it means. Of a name that comes
    /// twice the first counts.
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = (String, String, String)>) -> Self {
        let mut taught = BTreeMap::new();
        for (written, id, name) in names {
            let key = key_of(&written);
            if !key.is_empty() {
                taught.entry(key).or_insert(Meaning { written, id, name });
            }
        }
        Self(Arc::new(taught))
    }

    /// What `name` was taught to be.
    #[must_use]
    pub fn meaning(&self, name: &str) -> Option<&Meaning> {
        // most coaches have taught nothing yet, and names are looked up by the thousand
        if self.0.is_empty() { None } else { self.0.get(&key_of(name)) }
    }
}

/// A name by its words alone: signs, cases and spaces make no other name of it.
fn key_of(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
