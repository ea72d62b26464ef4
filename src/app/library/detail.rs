//! The exercise that is looked at: its facts, its steps in the progressions, and where it is used.

use super::Use;
use super::steps::{StepLine, steps};
use crate::app::Ticket;
use crate::app::plan::scrolled;
use crate::domain::ExerciseId;
use crate::library::Library;

/// One side of an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Names, equipment, doses and all else that is known of it.
    #[default]
    Facts,
    /// What prepares it and what it prepares.
    Steps,
    /// Plans that hold it.
    Uses,
}

impl Tab {
    /// Every side, in the order of the keys.
    pub const ALL: [Self; 3] = [Self::Facts, Self::Steps, Self::Uses];

    /// The side `steps` further on, around the end.
    #[must_use]
    pub fn step(self, steps: usize) -> Self {
        let at = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL.into_iter().cycle().nth(at + steps).unwrap_or(self)
    }

    /// Key of its name in the message catalogue.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Facts => "detail-facts",
            Self::Steps => "detail-steps",
            Self::Uses => "detail-uses",
        }
    }
}

/// Where an exercise is used, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Uses {
    /// Nobody asked.
    #[default]
    Unasked,
    /// Being looked for.
    Asked(Ticket),
    /// Found.
    Known(Vec<Use>),
}

/// State of the exercise that is looked at.
#[derive(Debug, Clone, Default)]
pub struct DetailPane {
    /// The side shown.
    pub tab: Tab,
    /// First line shown.
    pub scroll: usize,
    /// The line under the cursor, among steps or uses.
    pub cursor: usize,
    /// Exercises walked to along the progressions; empty on the one under the list's cursor.
    pub walked: Vec<ExerciseId>,
    /// The progressions around the exercise.
    pub steps: Vec<StepLine>,
    /// Plans that hold it.
    pub uses: Uses,
    /// The exercise steps and uses are about.
    about: Option<ExerciseId>,
}

impl DetailPane {
    /// Turns to an exercise, unless it is the one already.
    pub fn turn_to(&mut self, library: &Library, id: Option<&ExerciseId>) {
        if self.about.as_ref() == id {
            return;
        }
        self.renew(library, id);
        self.scroll = 0;
        self.cursor = self.steps.iter().position(StepLine::is_step).unwrap_or(0);
        if self.tab == Tab::Uses {
            self.cursor = 0;
        }
    }

    /// Takes steps and uses anew, as after a change of the library.
    pub fn renew(&mut self, library: &Library, id: Option<&ExerciseId>) {
        self.about = id.cloned();
        self.steps = id.map(|id| steps(library, id)).unwrap_or_default();
        self.uses = Uses::Unasked;
    }

    /// Shows another side.
    pub fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.scroll = 0;
        self.cursor = match tab {
            Tab::Steps => self.steps.iter().position(StepLine::is_step).unwrap_or(0),
            Tab::Facts | Tab::Uses => 0,
        };
    }

    /// Moves by lines: facts scroll, elsewhere the cursor goes to the next line that leads
    /// somewhere.
    pub fn step(&mut self, lines: isize) {
        match self.tab {
            Tab::Facts => self.scroll = self.scroll.saturating_add_signed(lines),
            Tab::Steps => {
                let stops: Vec<usize> = self
                    .steps
                    .iter()
                    .enumerate()
                    .filter(|(_, line)| line.is_step())
                    .map(|(at, _)| at)
                    .collect();
                let at = stops.iter().position(|at| *at >= self.cursor).unwrap_or(0);
                let at = at.saturating_add_signed(lines).min(stops.len().saturating_sub(1));
                self.cursor = stops.get(at).copied().unwrap_or(0);
            }
            Tab::Uses => {
                let last = match &self.uses {
                    Uses::Known(uses) => uses.len().saturating_sub(1),
                    Uses::Unasked | Uses::Asked(_) => 0,
                };
                self.cursor = self.cursor.saturating_add_signed(lines).min(last);
            }
        }
    }

    /// Scrolls so that the cursor is among `rows` lines shown.
    pub fn keep_visible(&mut self, rows: usize) {
        match (self.tab, &self.uses) {
            (Tab::Steps, _) => {
                self.scroll = scrolled(self.scroll, self.cursor, self.steps.len(), rows);
            }
            (Tab::Uses, Uses::Known(uses)) => {
                self.scroll = scrolled(self.scroll, self.cursor, uses.len(), rows);
            }
            _ => {}
        }
    }

    /// The step under the cursor.
    #[must_use]
    pub fn chosen_step(&self) -> Option<&StepLine> {
        self.steps.get(self.cursor).filter(|line| self.tab == Tab::Steps && line.is_step())
    }

    /// The plan under the cursor.
    #[must_use]
    pub fn chosen_use(&self) -> Option<&Use> {
        match (&self.uses, self.tab) {
            (Uses::Known(uses), Tab::Uses) => uses.get(self.cursor),
            _ => None,
        }
    }
}
