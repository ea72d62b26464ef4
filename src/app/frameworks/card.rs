//! A framework on the screen: the document with every change, the way back through them, and what
//! the store has confirmed.

use super::FrameworkEffect;
use crate::domain::{Framework, FrameworkId};

/// Changes that can be taken back.
const DEPTH: usize = 100;

/// A framework with what was done to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The document, with every change applied, confirmed or not.
    pub framework: Framework,
    /// Version the store knows; 0 of one it does not know yet.
    version: u32,
    /// Changes handed over and not yet confirmed.
    unconfirmed: u32,
    /// What it was before each change, oldest first.
    undo: Vec<Framework>,
}

impl Card {
    /// A framework as the store has it.
    #[must_use]
    pub const fn stored(framework: Framework, version: u32) -> Self {
        Self { framework, version, unconfirmed: 0, undo: Vec::new() }
    }

    /// A new framework, and what writes it.
    #[must_use]
    pub fn new(framework: Framework) -> (Self, FrameworkEffect) {
        let card = Self { unconfirmed: 1, ..Self::stored(framework.clone(), 0) };
        (card, FrameworkEffect::Add(Box::new(framework)))
    }

    /// Whether something is not yet on disk.
    #[must_use]
    pub const fn is_unconfirmed(&self) -> bool {
        self.unconfirmed > 0
    }

    /// Changes the framework; what writes it, or nothing where nothing changed.
    pub fn change(&mut self, change: impl FnOnce(&mut Framework)) -> Option<FrameworkEffect> {
        let before = self.framework.clone();
        change(&mut self.framework);
        if self.framework == before {
            return None;
        }
        self.undo.push(before);
        if self.undo.len() > DEPTH {
            self.undo.remove(0);
        }
        Some(self.write())
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> Option<FrameworkEffect> {
        self.framework = self.undo.pop()?;
        Some(self.write())
    }

    /// Writes the framework as it stands.
    pub fn write(&mut self) -> FrameworkEffect {
        // the store counts on by every change handed over before this one
        let base = self.version + self.unconfirmed;
        self.unconfirmed += 1;
        FrameworkEffect::Change(Box::new(self.framework.clone()), base)
    }

    /// Notes that the store has a change.
    pub const fn confirmed(&mut self, version: u32) {
        self.version = version;
        self.unconfirmed = self.unconfirmed.saturating_sub(1);
    }

    /// Goes on as a framework of its own: what others have stays as it is. What writes it; nothing
    /// where the store was never asked to keep the original.
    pub fn part_ways(&mut self, id: FrameworkId, title: String) -> FrameworkEffect {
        self.framework.id = id;
        self.framework.title = title;
        let (card, effect) = Self::new(self.framework.clone());
        *self = card;
        effect
    }
}
