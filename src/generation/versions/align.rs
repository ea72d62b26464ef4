//! The lines of a day in pairs: the same exercise first, wherever it stands, then another one in
//! the same part.

use serde::{Serialize, Serializer};

use crate::domain::{
    Bilingual, ExerciseId, Item, Lang, Prescription, Section, SectionKind, SupersetTag, Unit,
};
use crate::notation;

/// A line in its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placed {
    /// The part of the unit.
    pub part: SectionKind,
    /// The sub-group, from 0.
    pub stream: u16,
    /// Place in a superset.
    pub superset: Option<SupersetTag>,
    /// The exercise; `None` for a line written freely.
    pub exercise: Option<ExerciseId>,
    /// Its name when it was placed.
    pub label: Bilingual,
    /// What is to be done of it.
    #[serde(serialize_with = "dose")]
    pub dose: Prescription,
    /// Minutes, for drills and games.
    pub minutes: Option<u16>,
}

/// What a pair of lines is to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The same in both.
    Same,
    /// The same exercise with another dose.
    Dose,
    /// Another exercise in its place.
    Replaced,
    /// Only the first version has it.
    Gone,
    /// Only the second version has it.
    Come,
}

/// A pair of lines; one of them may be missing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// What they are to each other.
    pub change: Change,
    /// The line of the first version.
    pub left: Option<Placed>,
    /// The line of the second.
    pub right: Option<Placed>,
}

fn dose<S: Serializer>(dose: &Prescription, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&notation::print(dose, Lang::En))
}

impl Placed {
    fn new((section, item): (&Section, &Item)) -> Self {
        Self {
            part: section.kind,
            stream: section.stream,
            superset: item.superset,
            exercise: item.exercise.clone(),
            label: item.label.clone(),
            dose: item.prescription.clone(),
            minutes: item.minutes,
        }
    }

    /// Whether both name the same thing to do, in the same sub-group.
    fn is_alike(&self, other: &Self) -> bool {
        let same = match (&self.exercise, &other.exercise) {
            (Some(one), Some(two)) => one == two,
            (None, None) => self.label == other.label,
            _ => false,
        };
        same && self.stream == other.stream
    }

    fn is_same(&self, other: &Self) -> bool {
        self.is_alike(other) && self.dose == other.dose && self.minutes == other.minutes
    }

    /// Whether one can stand where the other stood.
    fn is_placed_alike(&self, other: &Self) -> bool {
        (self.part, self.stream) == (other.part, other.stream)
    }
}

/// The lines of two units in pairs.
pub(super) fn rows(left: Option<&Unit>, right: Option<&Unit>) -> Vec<Row> {
    let lines = |unit: Option<&Unit>| -> Vec<Placed> {
        unit.map_or_else(Vec::new, |unit| unit.items().map(Placed::new).collect())
    };
    let (left, right) = (lines(left), lines(right));
    let mut partners: Vec<Option<usize>> = vec![None; left.len()];
    let mut taken = vec![false; right.len()];
    for fits in [Placed::is_same, Placed::is_alike, Placed::is_placed_alike] {
        for (line, partner) in left.iter().zip(&mut partners) {
            if partner.is_some() {
                continue;
            }
            let found = right
                .iter()
                .zip(&mut taken)
                .enumerate()
                .find(|(_, (other, taken))| !**taken && fits(line, other));
            if let Some((at, (_, taken))) = found {
                *taken = true;
                *partner = Some(at);
            }
        }
    }
    let mut rows: Vec<(usize, Row)> = Vec::new();
    let mut behind = 0;
    for (line, partner) in left.into_iter().zip(partners) {
        let other = partner.and_then(|at| right.get(at).cloned());
        behind = partner.map_or(behind, |at| at.max(behind));
        let change = match &other {
            None => Change::Gone,
            Some(other) if line.is_same(other) => Change::Same,
            Some(other) if line.is_alike(other) => Change::Dose,
            Some(_) => Change::Replaced,
        };
        rows.push((behind, Row { change, left: Some(line), right: other }));
    }
    for (at, (line, _)) in right.into_iter().zip(taken).enumerate().filter(|(_, it)| !it.1) {
        // behind everything that stands before it in its own unit
        let place = rows.iter().rposition(|(before, _)| *before < at).map_or(0, |row| row + 1);
        rows.insert(place, (at, Row { change: Change::Come, left: None, right: Some(line) }));
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
