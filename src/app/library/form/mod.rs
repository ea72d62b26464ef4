//! The form for an exercise: new, a copy, or changed. What is typed stays as it was typed until it
//! is saved; every row says what is wrong with it while it is being written.

mod choice;
mod rows;
mod texts;

use std::collections::BTreeMap;

use super::Similar;
use crate::app::sheet::Sheet;
use crate::app::{Direction, Key, Ticket};
use crate::domain::{
    Category, Exercise, ExerciseId, ExerciseKind, Lang, Level, Mechanic, Message, Origin, Part,
    Partner, Visibility,
};

pub use choice::{open_choice, take_choice};
pub use rows::{Row, Sort};
pub use texts::id_for;

/// So sure that the same is meant that saving asks first.
const SAME: f32 = 0.8;

/// State of the form.
#[derive(Debug, Clone)]
pub struct ExerciseForm {
    /// Whether the exercise is new; its id follows its name then.
    pub is_new: bool,
    /// The exercise but for what is typed.
    pub draft: Exercise,
    /// What was typed into its rows.
    pub sheet: Sheet<Row>,
    /// Exercises that are called alike.
    pub similar: Vec<Similar>,
    /// The question for them.
    pub comparing: Option<Ticket>,
    /// Whether saving although there is one like it was asked for.
    pub anyway: bool,
    /// The change that is being written.
    pub saving: Option<Ticket>,
    /// The id the exercise is saved under.
    pub saved_as: Option<ExerciseId>,
    /// Why it was not.
    pub refused: Option<Message>,
    /// Whether leaving without saving was asked for.
    pub leaving: bool,
    /// The model that wrote the draft; `None`: nobody but the coach.
    pub drafted_by: Option<String>,
    lang: Lang,
    start: (Exercise, BTreeMap<Row, String>),
}

impl ExerciseForm {
    /// A form on an exercise: a built-in one becomes the club's version when it is saved. The
    /// language of the screen comes first in it.
    #[must_use]
    pub fn of(exercise: &Exercise, lang: Lang) -> Self {
        Self::new(exercise.clone(), false, lang)
    }

    /// A form for a new exercise like this one.
    #[must_use]
    pub fn copy_of(exercise: &Exercise, lang: Lang) -> Self {
        let mut copy = exercise.clone();
        copy.origin = Origin::Club;
        copy.visibility = Visibility::Club;
        copy.aliases = crate::domain::BilingualList::default();
        Self::new(copy, true, lang)
    }

    /// A form on a model's draft. Nothing of it is kept yet, so leaving asks.
    #[must_use]
    pub fn drafted(exercise: &Exercise, by: String, lang: Lang) -> Self {
        let blank = Self::blank(lang);
        let drafted = Self::new(exercise.clone(), true, lang);
        Self { start: blank.start, drafted_by: Some(by), ..drafted }
    }

    /// A form that begins with what the plan says about an exercise.
    #[must_use]
    pub fn outlined(exercise: &Exercise, lang: Lang) -> Self {
        Self::new(exercise.clone(), true, lang)
    }

    /// A form for an exercise nothing is known of.
    #[must_use]
    pub fn blank(lang: Lang) -> Self {
        let exercise = Exercise {
            min_age: 8,
            visibility: Visibility::Club,
            origin: Origin::Club,
            ..Exercise::named(ExerciseId::new(""), crate::domain::Bilingual::default())
        };
        Self::new(exercise, true, lang)
    }

    fn new(mut draft: Exercise, is_new: bool, lang: Lang) -> Self {
        if draft.origin == Origin::BuiltIn {
            draft.origin = Origin::Club;
            draft.visibility = Visibility::Club;
        }
        let texts = texts::of(&draft);
        let mut form = Self {
            is_new,
            start: (draft.clone(), texts.clone()),
            draft,
            sheet: Sheet::new(texts),
            similar: Vec::new(),
            comparing: None,
            anyway: false,
            saving: None,
            saved_as: None,
            refused: None,
            leaving: false,
            drafted_by: None,
            lang,
        };
        form.sheet.enter(&form.rows());
        form
    }

    /// The parts of a combination.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        match &self.draft.kind {
            ExerciseKind::Simple => &[],
            ExerciseKind::Combination(parts) => parts,
        }
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        Row::all(self.parts().len(), self.lang)
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Row {
        self.sheet.row(&self.rows()).unwrap_or(Row::NameEn)
    }

    /// What was typed into a row.
    #[must_use]
    pub fn text(&self, row: Row) -> &str {
        self.sheet.text(row)
    }

    /// Both names as typed.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        [Row::NameEn, Row::NameDe].map(|row| self.text(row).trim().to_owned()).to_vec()
    }

    /// Whether something differs from what the form began with.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.draft != self.start.0 || self.sheet.texts != self.start.1
    }

    /// An exercise so alike that saving should be thought over.
    #[must_use]
    pub fn double(&self) -> Option<&Similar> {
        let texts = &self.sheet.texts;
        let is_named = texts.get(&Row::NameEn) != self.start.1.get(&Row::NameEn)
            || texts.get(&Row::NameDe) != self.start.1.get(&Row::NameDe);
        let first = self.similar.first().filter(|one| one.confidence >= SAME);
        first.filter(|_| !self.anyway && (self.is_new || is_named))
    }

    /// Moves the cursor by rows, around the ends.
    pub fn step(&mut self, rows: isize) {
        self.sheet.step(&self.rows(), rows);
    }

    /// Puts the cursor on a row.
    pub fn go_to(&mut self, row: Row) {
        self.sheet.go_to(&self.rows(), row);
    }

    /// Scrolls so that the cursor is among `rows` shown.
    pub fn keep_visible(&mut self, rows: usize) {
        self.sheet.keep_visible(self.rows().len(), rows);
    }

    /// Types into the row under the cursor; whether that changed a name.
    pub fn press(&mut self, key: Key) -> bool {
        let row = self.row();
        row.sort() == Sort::Text && self.sheet.press(row, key) && self.typed(row)
    }

    /// Puts pasted text into the row under the cursor; whether that changed a name.
    pub fn paste(&mut self, text: &str) -> bool {
        let row = self.row();
        if row.sort() != Sort::Text {
            return false;
        }
        self.sheet.paste(row, text);
        self.typed(row)
    }

    fn typed(&mut self, row: Row) -> bool {
        self.touched();
        matches!(row, Row::NameEn | Row::NameDe)
    }

    /// Looks over what was typed; what was asked before a change is asked anew.
    pub fn touched(&mut self) {
        self.leaving = false;
        self.anyway = false;
        self.refused = None;
        self.sheet.errors = texts::errors(&self.sheet.texts);
    }

    /// Goes to the value before or after in the row under the cursor.
    pub fn cycle(&mut self, way: Direction) {
        let row = self.row();
        let draft = &mut self.draft;
        match row {
            Row::Category => draft.category = way.turn(Category::ALL, draft.category),
            Row::Level => draft.level = way.turn(Level::ALL, draft.level),
            Row::Partner => draft.partner = way.turn(Partner::ALL, draft.partner),
            Row::Mechanic => {
                let all = [None, Some(Mechanic::Compound), Some(Mechanic::Isolation)];
                draft.mechanic = way.turn(&all, draft.mechanic);
            }
            Row::Unilateral => draft.unilateral = !draft.unilateral,
            Row::Visibility => {
                let all = [Visibility::Private, Visibility::Club, Visibility::Official];
                draft.visibility = way.turn(&all, draft.visibility);
            }
            _ => return,
        }
        self.touched();
    }

    /// Adds a part at the end and goes to what is done of it.
    pub fn add_part(&mut self, exercise: ExerciseId) {
        let mut parts = self.written_parts();
        parts.push(Part { exercise, dose: String::new() });
        self.set_parts(parts);
        self.go_to(Row::Part(self.parts().len().saturating_sub(1)));
    }

    /// Takes the part under the cursor out.
    pub fn drop_part(&mut self) {
        let Row::Part(at) = self.row() else { return };
        let mut parts = self.written_parts();
        if at < parts.len() {
            parts.remove(at);
        }
        self.set_parts(parts);
        self.sheet.enter(&self.rows());
    }

    /// Moves the part under the cursor one place.
    pub fn move_part(&mut self, way: Direction) {
        let Row::Part(at) = self.row() else { return };
        let mut parts = self.written_parts();
        let to = match way {
            Direction::Less => at.checked_sub(1),
            Direction::More => Some(at + 1).filter(|to| *to < parts.len()),
        };
        if let Some(to) = to {
            parts.swap(at, to);
            self.set_parts(parts);
            self.go_to(Row::Part(to));
        }
    }

    /// The parts with the doses as they were typed.
    #[must_use]
    pub fn written_parts(&self) -> Vec<Part> {
        let parts = self.parts().iter().enumerate();
        parts
            .map(|(at, part)| Part {
                exercise: part.exercise.clone(),
                dose: self.text(Row::Part(at)).trim().to_owned(),
            })
            .collect()
    }

    /// Takes parts over as they were chosen on the desk, and goes to the room for one more.
    pub fn take_parts(&mut self, parts: Vec<Part>) {
        self.set_parts(parts);
        self.go_to(Row::AddPart);
    }

    fn set_parts(&mut self, parts: Vec<Part>) {
        self.sheet.texts.retain(|row, _| !matches!(row, Row::Part(_)));
        for (at, part) in parts.iter().enumerate() {
            self.sheet.texts.insert(Row::Part(at), part.dose.clone());
        }
        self.draft.kind =
            if parts.is_empty() { ExerciseKind::Simple } else { ExerciseKind::Combination(parts) };
        self.touched();
    }

    /// The exercise as it is to be saved, under an id that no other has.
    ///
    /// # Errors
    /// The first row that cannot be read, and why.
    pub fn exercise(&self, is_taken: impl Fn(&str) -> bool) -> Result<Exercise, (Row, Message)> {
        let mut exercise = self.draft.clone();
        if !self.parts().is_empty() {
            exercise.kind = ExerciseKind::Combination(self.written_parts());
        }
        texts::read(&self.sheet.texts, &mut exercise)?;
        if self.is_new {
            exercise.id = id_for(&exercise.name, is_taken);
        }
        Ok(exercise)
    }
}
