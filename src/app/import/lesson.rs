//! What a review teaches: a name that was not understood surely and that the coach gave its
//! exercise means that exercise from then on, for this coach, or for the club where asked.

use std::collections::BTreeMap;

use super::change::Change;
use super::review::ReviewPane;
use super::teach::Teach;
use crate::domain::ExerciseId;
use crate::import::{Row, Verdict};
use crate::language::fold;
use crate::matching::Band;

/// A name and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The name as written.
    pub name: String,
    /// The same folded.
    pub key: String,
    /// What it means.
    pub exercise: ExerciseId,
    /// The line it stands on, from 1.
    pub line: usize,
    /// For whom.
    pub teach: Teach,
}

/// Longest name that is worth knowing, in characters: longer ones do not come again.
const LONGEST: usize = 80;

/// What a row would teach, were everybody willing to learn.
#[must_use]
pub(super) fn teaches(row: &Row) -> Option<(String, &ExerciseId)> {
    let Verdict::Is(exercise, _) = &row.verdict else { return None };
    let known = row.band == Band::High && row.read_as().as_ref() == Some(exercise);
    let name = row.name.trim();
    let sayable = name.chars().count() <= LONGEST && name.chars().any(char::is_alphabetic);
    (!known && sayable).then(|| (fold(name), exercise))
}

impl ReviewPane {
    /// For whom the row under the cursor is taught; `None` where there is nothing to teach.
    #[must_use]
    pub fn teaching(&self) -> Option<Teach> {
        let (key, _) = teaches(self.row()?)?;
        Some(self.teach.get(&key).copied().unwrap_or_default())
    }

    /// Teaches the name of the row under the cursor to somebody else; to whom now.
    pub fn teach_next(&mut self) -> Option<Teach> {
        let (key, _) = teaches(self.row()?)?;
        let teach = self.teach.get(&key).copied().unwrap_or_default().next();
        let change = Change { teach: vec![(key, Some(teach))], ..Change::default() };
        self.apply(change);
        Some(teach)
    }

    /// Everything the review teaches, by name. A name with two meanings teaches nothing.
    #[must_use]
    pub fn lessons(&self) -> Vec<Lesson> {
        let mut lessons: BTreeMap<String, Option<Lesson>> = BTreeMap::new();
        for row in self.draft.rows() {
            let Some((key, exercise)) = teaches(row) else { continue };
            let teach = self.teach.get(&key).copied().unwrap_or_default();
            let lesson = Lesson {
                name: row.name.trim().to_owned(),
                key: key.clone(),
                exercise: exercise.clone(),
                line: row.line,
                teach,
            };
            lessons
                .entry(key)
                .and_modify(|known| {
                    if known.as_ref().is_some_and(|known| known.exercise != lesson.exercise) {
                        *known = None;
                    }
                })
                .or_insert(Some(lesson));
        }
        let wanted = lessons.into_values().flatten();
        wanted.filter(|lesson| lesson.teach != Teach::Nobody).collect()
    }
}
