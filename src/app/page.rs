//! Pages to read: help, an exercise with its place in the progression graphs, a program.

use crate::domain::{ExerciseId, Program};

/// What a page shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Topic {
    /// All commands with their keys.
    Help,
    /// An exercise.
    Exercise(ExerciseId),
    /// A program: weeks and units.
    Program(Box<Program>),
}

/// An open page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// What it shows.
    pub topic: Topic,
    /// First line shown.
    pub scroll: usize,
    /// Position among the things that can be opened from here.
    pub cursor: usize,
}

impl Page {
    /// A page at its top.
    #[must_use]
    pub const fn new(topic: Topic) -> Self {
        Self { topic, scroll: 0, cursor: 0 }
    }

    /// Moves by lines; pages with things to open move the cursor, the others scroll.
    pub fn step(&mut self, lines: isize) {
        match &self.topic {
            Topic::Program(program) => {
                let last = program.units().count().saturating_sub(1);
                self.cursor = self.cursor.saturating_add_signed(lines).min(last);
            }
            Topic::Help | Topic::Exercise(_) => {
                self.scroll = self.scroll.saturating_add_signed(lines);
            }
        }
    }
}
