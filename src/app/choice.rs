//! A list of a catalogue that several values are picked from: muscles, equipment, skills with their
//! weights. What is picked goes to the form beneath it.

use super::plan::scrolled;
use crate::domain::{CatalogueKind, Catalogues, Lang, SkillId, SkillWeights};
use crate::language::fold;

/// What picking means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// One, or none.
    One,
    /// In or out.
    Set,
    /// In or out, and the first one leads.
    Ordered,
    /// How much of each, 0.1 to 1.
    Weights,
    /// Things needed together, in up to nine alternatives.
    Alternatives,
}

/// A value that is picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Its id.
    pub id: String,
    /// How much of it, in hundredths.
    pub percent: u8,
    /// The alternatives it belongs to, a bit for each.
    pub alternatives: u16,
}

/// A value that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
}

/// An open list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoicePane {
    /// Key of its title in the message catalogue.
    pub title: &'static str,
    /// What picking means.
    pub mode: Mode,
    /// What was typed to find a value.
    pub typed: String,
    /// What is picked, in order.
    pub picked: Vec<Pick>,
    /// Positions of the values that match what was typed.
    pub shown: Vec<usize>,
    /// Position in `shown`.
    pub cursor: usize,
    /// First position shown.
    pub scroll: usize,
    choices: Vec<Choice>,
}

impl Pick {
    /// A value that is in.
    #[must_use]
    pub fn plain(id: impl Into<String>) -> Self {
        Self { id: id.into(), percent: 50, alternatives: 1 }
    }

    /// Skills with their weights as they are picked.
    #[must_use]
    pub fn skills(weights: &SkillWeights) -> Vec<Self> {
        let pick = |(skill, weight): (&SkillId, &f32)| Self {
            percent: (weight * 100.0).round() as u8,
            ..Self::plain(skill.as_str())
        };
        weights.iter().map(pick).collect()
    }

    /// What is picked as skills with their weights.
    #[must_use]
    pub fn weights(picked: &[Self]) -> SkillWeights {
        let weight =
            |pick: &Self| (SkillId::from(pick.id.as_str()), f32::from(pick.percent) / 100.0);
        picked.iter().map(weight).collect()
    }
}

impl ChoicePane {
    /// The list of a catalogue: what is picked already stands first.
    #[must_use]
    pub fn new(
        title: &'static str,
        mode: Mode,
        (kind, catalogues): (CatalogueKind, &Catalogues),
        picked: Vec<Pick>,
        lang: Lang,
    ) -> Self {
        let mut choices: Vec<Choice> = catalogues
            .list(kind)
            .iter()
            .filter(|entry| !entry.is_archived() || picked.iter().any(|pick| pick.id == entry.id))
            .map(|entry| Choice { id: entry.id.clone(), label: entry.name.get(lang).to_owned() })
            .collect();
        let place = |choice: &Choice| {
            picked.iter().position(|pick| pick.id == choice.id).unwrap_or(usize::MAX)
        };
        choices.sort_by_key(place);
        let shown = (0..choices.len()).collect();
        Self { title, mode, typed: String::new(), picked, shown, cursor: 0, scroll: 0, choices }
    }

    /// The value at a position of `shown`.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&Choice> {
        self.choices.get(*self.shown.get(place)?)
    }

    /// How a value is picked, if it is.
    #[must_use]
    pub fn pick(&self, id: &str) -> Option<&Pick> {
        self.picked.iter().find(|pick| pick.id == id)
    }

    /// Looks for other values.
    pub fn type_in(&mut self, typed: String) {
        let sought = fold(&typed);
        let matches = |choice: &Choice| {
            fold(&choice.label).contains(&sought) || choice.id.contains(&sought.replace(' ', "_"))
        };
        self.shown = (0..self.choices.len())
            .filter(|at| self.choices.get(*at).is_some_and(matches))
            .collect();
        self.typed = typed;
        self.cursor = 0;
    }

    /// Moves the cursor.
    pub fn step(&mut self, lines: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
    }

    /// Scrolls so that the cursor is among `rows` shown.
    pub fn keep_visible(&mut self, rows: usize) {
        self.scroll = scrolled(self.scroll, self.cursor, self.shown.len(), rows);
    }

    /// Picks the value under the cursor, or gives it up.
    pub fn toggle(&mut self) {
        let Some(id) = self.at(self.cursor).map(|choice| choice.id.clone()) else { return };
        match self.picked.iter().position(|pick| pick.id == id) {
            Some(at) => {
                self.picked.remove(at);
            }
            None if self.mode == Mode::One => self.picked = vec![Pick::plain(id)],
            None => self.picked.push(Pick::plain(id)),
        }
    }

    /// Gives the value under the cursor so many hundredths more.
    pub fn weigh(&mut self, percent: i8) {
        if self.mode != Mode::Weights {
            return;
        }
        let Some(id) = self.at(self.cursor).map(|choice| choice.id.clone()) else { return };
        match self.picked.iter_mut().find(|pick| pick.id == id) {
            Some(pick) => {
                pick.percent = pick.percent.saturating_add_signed(percent).min(100);
                if pick.percent == 0 {
                    self.toggle();
                }
            }
            None if percent > 0 => self.picked.push(Pick { id, percent: 10, alternatives: 1 }),
            None => {}
        }
    }

    /// Puts the value under the cursor into the alternative with this number, from 1, or takes it
    /// out; of weights, it is tenths.
    pub fn number(&mut self, number: u8) {
        let Some(id) = self.at(self.cursor).map(|choice| choice.id.clone()) else { return };
        let known = self.picked.iter_mut().find(|pick| pick.id == id);
        match self.mode {
            Mode::Weights => {
                let percent = if number == 0 { 100 } else { number * 10 };
                match known {
                    Some(pick) => pick.percent = percent,
                    None => self.picked.push(Pick { id, percent, alternatives: 1 }),
                }
            }
            Mode::Alternatives if number > 0 => {
                let bit = 1 << (number - 1);
                match known {
                    Some(pick) => {
                        pick.alternatives ^= bit;
                        if pick.alternatives == 0 {
                            self.picked.retain(|pick| pick.id != id);
                        }
                    }
                    None => self.picked.push(Pick { id, percent: 50, alternatives: bit }),
                }
            }
            Mode::One | Mode::Set | Mode::Ordered | Mode::Alternatives => {}
        }
    }
}
