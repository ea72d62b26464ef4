//! A list several values are picked from: muscles, equipment, skills with their weights.

use super::{ExerciseForm, Row};
use crate::app::plan::scrolled;
use crate::domain::{
    CatalogueKind, Catalogues, Contraindication, EquipmentId, FocusId, Lang, Muscle, Pattern,
    SkillId, StyleId, TargetGroupId, TrainingTypeId,
};
use crate::language::fold;

/// What picking means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
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
    /// The row of the form it is for.
    pub row: Row,
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

impl ChoicePane {
    /// The list for a row of a form: what is picked already stands first.
    #[must_use]
    pub fn new(
        form: &ExerciseForm,
        kind: CatalogueKind,
        catalogues: &Catalogues,
        lang: Lang,
    ) -> Self {
        let row = form.row();
        let picked = picked(form, row);
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
        let mode = match row {
            Row::Patterns | Row::Focus => Mode::Ordered,
            Row::Skills => Mode::Weights,
            Row::Equipment => Mode::Alternatives,
            _ => Mode::Set,
        };
        let shown = (0..choices.len()).collect();
        Self { row, mode, typed: String::new(), picked, shown, cursor: 0, scroll: 0, choices }
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
            None => self.picked.push(Pick { id, percent: 50, alternatives: 1 }),
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
            Mode::Set | Mode::Ordered | Mode::Alternatives => {}
        }
    }

    /// Writes what is picked into the form.
    pub fn write(&self, form: &mut ExerciseForm) {
        let ids = || self.picked.iter().map(|pick| pick.id.as_str());
        let draft = &mut form.draft;
        match self.row {
            Row::Patterns => draft.patterns = ids().filter_map(Pattern::from_id).collect(),
            Row::Primary => draft.primary = ids().filter_map(Muscle::from_id).collect(),
            Row::Secondary => draft.secondary = ids().filter_map(Muscle::from_id).collect(),
            Row::Contra => draft.contra = ids().filter_map(Contraindication::from_id).collect(),
            Row::Focus => draft.focus = ids().map(FocusId::from).collect(),
            Row::Types => draft.training_types = ids().map(TrainingTypeId::from).collect(),
            Row::Groups => draft.target_groups = ids().map(TargetGroupId::from).collect(),
            Row::Styles => draft.styles = ids().map(StyleId::from).collect(),
            Row::Skills => {
                let weights = self.picked.iter();
                draft.skills = weights
                    .map(|pick| (SkillId::from(pick.id.as_str()), f32::from(pick.percent) / 100.0))
                    .collect();
            }
            Row::Equipment => {
                let sets = (0..9).map(|bit| -> Vec<EquipmentId> {
                    let within =
                        self.picked.iter().filter(|pick| pick.alternatives & (1 << bit) != 0);
                    within.map(|pick| EquipmentId::from(pick.id.as_str())).collect()
                });
                draft.equipment = sets.filter(|set| !set.is_empty()).collect();
            }
            _ => {}
        }
        form.touched();
    }
}

/// What a row of the form holds.
fn picked(form: &ExerciseForm, row: Row) -> Vec<Pick> {
    let draft = &form.draft;
    let plain = |ids: Vec<&str>| -> Vec<Pick> {
        ids.into_iter().map(|id| Pick { id: id.to_owned(), percent: 50, alternatives: 1 }).collect()
    };
    match row {
        Row::Patterns => plain(draft.patterns.iter().map(|it| it.id()).collect()),
        Row::Primary => plain(draft.primary.iter().map(|it| it.id()).collect()),
        Row::Secondary => plain(draft.secondary.iter().map(|it| it.id()).collect()),
        Row::Contra => plain(draft.contra.iter().map(|it| it.id()).collect()),
        Row::Focus => plain(draft.focus.iter().map(FocusId::as_str).collect()),
        Row::Types => plain(draft.training_types.iter().map(TrainingTypeId::as_str).collect()),
        Row::Groups => plain(draft.target_groups.iter().map(TargetGroupId::as_str).collect()),
        Row::Styles => plain(draft.styles.iter().map(StyleId::as_str).collect()),
        Row::Skills => draft
            .skills
            .iter()
            .map(|(skill, weight)| Pick {
                id: skill.to_string(),
                percent: (weight * 100.0).round() as u8,
                alternatives: 1,
            })
            .collect(),
        Row::Equipment => {
            let mut picks: Vec<Pick> = Vec::new();
            for (bit, set) in draft.equipment.iter().take(9).enumerate() {
                for thing in set {
                    match picks.iter_mut().find(|pick| pick.id == thing.as_str()) {
                        Some(pick) => pick.alternatives |= 1 << bit,
                        None => picks.push(Pick {
                            id: thing.to_string(),
                            percent: 50,
                            alternatives: 1 << bit,
                        }),
                    }
                }
            }
            picks
        }
        _ => Vec::new(),
    }
}
