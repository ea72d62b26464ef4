//! A list several values are picked from: muscles, equipment, skills with their weights, things
//! with their number. Whoever opens it says what can be picked, and takes what was.

use super::Direction;
use super::plan::scrolled;
use crate::domain::{CatalogueKind, Catalogues, Lang, SkillId, SkillWeights};
use crate::language::fold;

/// What picking means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// In or out.
    Set,
    /// Exactly one; picking another gives the first one up.
    One,
    /// One, or none.
    OneOrNone,
    /// In or out, and the first one leads.
    Ordered,
    /// How much of each, 0.1 to 1.
    Weights,
    /// How many of each, from 1.
    Counts,
    /// Things needed together, in up to nine alternatives.
    Alternatives,
}

impl Mode {
    /// Whether digits say how a value is picked.
    #[must_use]
    pub const fn is_numbered(self) -> bool {
        matches!(self, Self::Weights | Self::Counts | Self::Alternatives)
    }
}

/// A value that is picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Its id.
    pub id: String,
    /// How much of it, in hundredths; of counts, how many.
    pub amount: u8,
    /// The alternatives it belongs to, a bit for each.
    pub alternatives: u16,
}

impl Pick {
    /// A value that is simply in.
    #[must_use]
    pub fn of(id: impl Into<String>) -> Self {
        Self { id: id.into(), amount: 50, alternatives: 1 }
    }

    /// Skills with their weights as they are picked.
    #[must_use]
    pub fn skills(weights: &SkillWeights) -> Vec<Self> {
        let hundredths = |weight: &f32| (weight * 100.0).round() as u8;
        weights
            .iter()
            .map(|(skill, weight)| Self::some(skill.as_str(), hundredths(weight)))
            .collect()
    }

    /// What is picked as skills with their weights.
    #[must_use]
    pub fn weights(picked: &[Self]) -> SkillWeights {
        let weight =
            |pick: &Self| (SkillId::from(pick.id.as_str()), f32::from(pick.amount) / 100.0);
        picked.iter().map(weight).collect()
    }

    /// So much of a value, or so many.
    #[must_use]
    pub fn some(id: impl Into<String>, amount: u8) -> Self {
        Self { amount, ..Self::of(id) }
    }
}

/// A value that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
}

impl Choice {
    /// The entries of a catalogue: those still offered, and those that are picked already.
    #[must_use]
    pub fn all(
        catalogues: &Catalogues,
        kind: CatalogueKind,
        picked: &[Pick],
        lang: Lang,
    ) -> Vec<Self> {
        catalogues
            .list(kind)
            .iter()
            .filter(|entry| !entry.is_archived() || picked.iter().any(|pick| pick.id == entry.id))
            .map(|entry| Self { id: entry.id.clone(), label: entry.name.get(lang).to_owned() })
            .collect()
    }
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
    /// Whether the next digit belongs to the number of the value under the cursor.
    counting: bool,
    choices: Vec<Choice>,
}

impl ChoicePane {
    /// A list: what is picked already stands first.
    #[must_use]
    pub fn new(
        title: &'static str,
        mode: Mode,
        mut choices: Vec<Choice>,
        picked: Vec<Pick>,
    ) -> Self {
        let place = |choice: &Choice| {
            picked.iter().position(|pick| pick.id == choice.id).unwrap_or(usize::MAX)
        };
        choices.sort_by_cached_key(place);
        let shown = (0..choices.len()).collect();
        Self {
            title,
            mode,
            typed: String::new(),
            picked,
            shown,
            cursor: 0,
            scroll: 0,
            counting: false,
            choices,
        }
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
        self.counting = false;
    }

    /// Moves the cursor.
    pub fn step(&mut self, lines: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
        self.counting = false;
    }

    /// Scrolls so that the cursor is among `rows` shown.
    pub fn keep_visible(&mut self, rows: usize) {
        self.scroll = scrolled(self.scroll, self.cursor, self.shown.len(), rows);
    }

    /// The id of the value under the cursor.
    fn here(&self) -> Option<String> {
        self.at(self.cursor).map(|choice| choice.id.clone())
    }

    /// Picks the value under the cursor, or gives it up.
    pub fn toggle(&mut self) {
        let Some(id) = self.here() else { return };
        match self.picked.iter().position(|pick| pick.id == id) {
            Some(at) => {
                self.picked.remove(at);
            }
            None => self.take(id),
        }
    }

    /// Of a list with exactly one value: the one under the cursor is it.
    pub fn settle(&mut self) {
        if self.mode == Mode::One
            && let Some(id) = self.here()
        {
            self.take(id);
        }
    }

    fn take(&mut self, id: String) {
        match self.mode {
            Mode::One | Mode::OneOrNone => self.picked = vec![Pick::of(id)],
            Mode::Counts => self.picked.push(Pick::some(id, 1)),
            Mode::Set | Mode::Ordered | Mode::Weights | Mode::Alternatives => {
                self.picked.push(Pick::of(id));
            }
        }
    }

    /// Gives the value under the cursor a tenth, or one, more or less.
    pub fn weigh(&mut self, way: Direction) {
        let (step, most) = match self.mode {
            Mode::Weights => (10, 100),
            Mode::Counts => (1, u8::MAX),
            Mode::Set | Mode::One | Mode::OneOrNone | Mode::Ordered | Mode::Alternatives => return,
        };
        let Some(id) = self.here() else { return };
        let known = self.pick(&id).map_or(0, |pick| pick.amount);
        let amount = match way {
            Direction::More => known.saturating_add(step).min(most),
            Direction::Less => known.saturating_sub(step),
        };
        self.put(id, amount);
    }

    /// So much of a value; nothing of it gives it up.
    fn put(&mut self, id: String, amount: u8) {
        match self.picked.iter().position(|pick| pick.id == id) {
            Some(at) if amount == 0 => {
                self.picked.remove(at);
            }
            Some(at) => {
                if let Some(pick) = self.picked.get_mut(at) {
                    pick.amount = amount;
                }
            }
            None if amount > 0 => self.picked.push(Pick::some(id, amount)),
            None => {}
        }
    }

    /// A digit: puts the value under the cursor into the alternative with this number, from 1, or
    /// takes it out; of weights it is tenths, of counts the next digit of the number.
    pub fn number(&mut self, number: u8) {
        let Some(id) = self.here() else { return };
        match self.mode {
            Mode::Weights => self.put(id, if number == 0 { 100 } else { number * 10 }),
            Mode::Counts => {
                let known = self.pick(&id).map_or(0, |pick| pick.amount);
                let before = if self.counting { known.saturating_mul(10) } else { 0 };
                self.counting = true;
                self.put(id, before.saturating_add(number));
            }
            Mode::Alternatives if number > 0 => {
                let bit = 1 << (number - 1);
                match self.picked.iter_mut().find(|pick| pick.id == id) {
                    Some(pick) => {
                        pick.alternatives ^= bit;
                        if pick.alternatives == 0 {
                            self.picked.retain(|pick| pick.id != id);
                        }
                    }
                    None => self.picked.push(Pick { alternatives: bit, ..Pick::of(id) }),
                }
            }
            Mode::Set | Mode::One | Mode::OneOrNone | Mode::Ordered | Mode::Alternatives => {}
        }
    }
}
