//! The matcher with a memory: plans repeat their exercises.

use std::collections::HashMap;

use crate::language::mend;
use crate::matching::{Band, Matched, Matcher};

/// Looks names up, each only once per text.
#[derive(Debug)]
pub(super) struct Names<'a> {
    matcher: &'a Matcher,
    known: HashMap<String, Matched>,
}

/// Alternatives a row keeps.
const ALTERNATIVES: usize = 6;

/// Longest name that is looked up, in characters.
const LONGEST: usize = 100;

impl<'a> Names<'a> {
    pub(super) fn new(matcher: &'a Matcher) -> Self {
        Self { matcher, known: HashMap::new() }
    }

    /// What a name may mean.
    pub(super) fn find(&mut self, name: &str) -> &Matched {
        if !self.known.contains_key(name) {
            let short = name.chars().count() <= LONGEST && !name.is_empty();
            let found = if short {
                self.matcher.find(&mend(name), ALTERNATIVES)
            } else {
                Matched { band: Band::Unmatched, candidates: Vec::new() }
            };
            self.known.insert(name.to_owned(), found);
        }
        self.known
            .entry(name.to_owned())
            .or_insert(Matched { band: Band::Unmatched, candidates: Vec::new() })
    }

    /// How far a name can be trusted to be an exercise.
    pub(super) fn band(&mut self, name: &str) -> Band {
        if name.is_empty() { Band::Unmatched } else { self.find(name).band }
    }
}
