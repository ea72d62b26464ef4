//! The form for an athlete or a group, new or changed. What is typed stays as it was typed until
//! it is saved; every row says what is wrong with it while it is being written.

mod kept;
mod lists;
mod rows;
mod texts;

use super::{FrameworkCard, Known, Person, PersonKind};
use crate::app::sheet::Sheet;
use crate::app::{Direction, Key, Ticket};
use crate::domain::{
    AthleteId, ExerciseId, Explain, Goal, GroupId, IdSource, Lang, Level, Message,
};
use crate::library::Library;
use crate::planner::{self, PlannerError};
use crate::training::{Best, read_best};

pub use kept::KeptForm;
pub use lists::{open_choice, take_choice};
pub use rows::{Row, Sort};

/// What a form needs beside the library.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Frameworks a group can follow.
    pub frameworks: Vec<FrameworkCard>,
    /// Whether there are language models that somebody could agree to.
    pub has_models: bool,
}

/// State of the form.
#[derive(Debug, Clone)]
pub struct PersonForm {
    /// Whether it is for somebody new.
    pub is_new: bool,
    /// Somebody but for what is typed.
    pub person: Person,
    /// What was typed into its rows.
    pub sheet: Sheet<Row>,
    /// Exercises with a row for a best single, in their order.
    pub lifts: Vec<ExerciseId>,
    /// What is said to language models; `None`: nothing was said.
    pub consent: Option<bool>,
    /// What the plans tell; `None` until it is known.
    pub known: Option<Known>,
    /// What it needs beside the library.
    pub shelf: Shelf,
    /// The question for what was kept.
    pub asked: Option<Ticket>,
    /// The question for what the plans tell.
    pub knowing: Option<Ticket>,
    /// The change that is being written.
    pub saving: Option<Ticket>,
    /// Why it was not.
    pub refused: Option<Message>,
    /// Whether leaving without saving was asked for.
    pub leaving: bool,
    /// What was kept last.
    pub kept: Option<KeptForm>,
    lang: Lang,
    start: KeptForm,
}

impl PersonForm {
    /// A form for somebody new.
    #[must_use]
    pub fn blank(kind: PersonKind, shelf: Shelf, lang: Lang) -> Self {
        Self::new(Person::blank(kind, lang), true, shelf, lang)
    }

    /// A form for somebody there is.
    #[must_use]
    pub fn of(person: &Person, shelf: Shelf, lang: Lang) -> Self {
        Self::new(person.clone(), false, shelf, lang)
    }

    fn new(person: Person, is_new: bool, shelf: Shelf, lang: Lang) -> Self {
        let lifts: Vec<ExerciseId> = match &person {
            Person::Athlete(athlete) => athlete.profile.one_rm_kg.keys().cloned().collect(),
            Person::Group(_) => Vec::new(),
        };
        let texts = texts::of(&person, &lifts, lang);
        let start = KeptForm {
            person: person.clone(),
            texts: texts.clone().into_iter().collect(),
            lifts: lifts.clone(),
            consent: None,
        };
        let mut form = Self {
            is_new,
            person,
            sheet: Sheet::new(texts),
            lifts,
            consent: None,
            known: None,
            shelf,
            asked: None,
            knowing: None,
            saving: None,
            refused: None,
            leaving: false,
            kept: None,
            lang,
            start,
        };
        form.sheet.enter(&form.rows());
        form
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = match self.person.kind() {
            PersonKind::Athlete => Row::of_athlete(self.lifts.len()),
            PersonKind::Group => Row::of_group(),
        };
        rows.retain(|row| match row {
            Row::Consent => self.shelf.has_models,
            Row::History => !self.is_new,
            _ => true,
        });
        rows
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Row {
        self.sheet.row(&self.rows()).unwrap_or(Row::Name)
    }

    /// What stands in the form.
    #[must_use]
    pub fn content(&self) -> KeptForm {
        KeptForm {
            person: self.person.clone(),
            texts: self.sheet.texts.clone().into_iter().collect(),
            lifts: self.lifts.clone(),
            consent: self.consent,
        }
    }

    /// Whether something differs from what the form began with.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.content() != self.start
    }

    /// Goes on with what was kept, if it is of the same somebody.
    pub fn restore(&mut self, kept: KeptForm) -> bool {
        if kept.person.id() != self.person.id() || kept.person.kind() != self.person.kind() {
            return false;
        }
        self.kept = Some(kept.clone());
        self.person = kept.person;
        self.sheet.texts = kept.texts.into_iter().collect();
        self.lifts = kept.lifts;
        self.consent = kept.consent;
        self.sheet.enter(&self.rows());
        self.touched();
        true
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

    /// Types into the row under the cursor.
    pub fn press(&mut self, key: Key) {
        let row = self.row();
        if row.sort() == Sort::Text && self.sheet.press(row, key) {
            self.touched();
        }
    }

    /// Puts pasted text into the row under the cursor.
    pub fn paste(&mut self, text: &str) {
        let row = self.row();
        if row.sort() == Sort::Text {
            self.sheet.paste(row, text);
            self.touched();
        }
    }

    /// Looks over what was typed; what was asked before a change is asked anew.
    pub fn touched(&mut self) {
        self.leaving = false;
        self.refused = None;
        self.sheet.errors = texts::errors(&self.sheet.texts);
        if self.is_new {
            // what was never filled in is only wrong once it is to be saved
            let texts = &self.sheet.texts;
            self.sheet.errors.retain(|row, _| texts.get(row).is_some_and(|it| !it.is_empty()));
        }
    }

    /// Goes to the value before or after in the row under the cursor.
    pub fn cycle(&mut self, way: Direction) {
        let row = self.row();
        match (&mut self.person, row) {
            (_, Row::Consent) => {
                let all = [None, Some(true), Some(false)];
                self.consent = way.turn(&all, self.consent);
            }
            (Person::Athlete(athlete), Row::Goal) => {
                athlete.profile.goal = way.turn(Goal::ALL, athlete.profile.goal);
            }
            (Person::Athlete(athlete), Row::Level) => {
                athlete.profile.level = way.turn(Level::ALL, athlete.profile.level);
            }
            (Person::Athlete(athlete), Row::Language) => {
                let now = athlete.profile.language.unwrap_or_default();
                athlete.profile.language = Some(way.turn(&Lang::ALL, now));
            }
            _ => return,
        }
        self.touched();
    }

    /// What a best single under the cursor is estimated from, and what it comes to.
    #[must_use]
    pub fn estimate(&self) -> Option<Best> {
        let row @ Row::Lift(_) = self.row() else { return None };
        read_best(self.sheet.text(row)).ok().filter(|best| matches!(best, Best::Estimated { .. }))
    }

    /// Adds a row for the best single of an exercise, or goes to the one there is.
    pub fn add_lift(&mut self, exercise: ExerciseId) {
        let known = self.lifts.iter().position(|known| *known == exercise);
        let at = known.unwrap_or(self.lifts.len());
        if known.is_none() {
            self.lifts.push(exercise);
        }
        self.go_to(Row::Lift(at));
    }

    /// Takes the best single under the cursor out.
    pub fn drop_lift(&mut self) {
        let Row::Lift(at) = self.row() else { return };
        self.lifts.remove(at);
        let texts = std::mem::take(&mut self.sheet.texts);
        self.sheet.texts = texts
            .into_iter()
            .filter_map(|(row, text)| match row {
                Row::Lift(place) if place == at => None,
                Row::Lift(place) if place > at => Some((Row::Lift(place - 1), text)),
                row => Some((row, text)),
            })
            .collect();
        self.sheet.enter(&self.rows());
        self.touched();
    }

    /// Takes best singles over that logged sets speak of, where none is written; how many.
    pub fn take_bests(&mut self) -> usize {
        let Some(known) = self.known.clone() else { return 0 };
        let missing: Vec<(ExerciseId, f64)> =
            known.bests.into_iter().filter(|(lift, _)| !self.lifts.contains(lift)).collect();
        let count = missing.len();
        for (lift, kg) in missing {
            let text = texts::written(kg, self.lang);
            self.sheet.texts.insert(Row::Lift(self.lifts.len()), text);
            self.lifts.push(lift);
        }
        self.go_to(Row::History);
        self.touched();
        count
    }

    /// Lets the ages follow the target group, as long as nobody wrote others.
    fn follow_ages(&mut self, before: Option<(u8, u8)>, now: Option<(u8, u8)>) {
        let text = |ages: Option<(u8, u8)>| {
            ages.map_or((String::new(), String::new()), |(youngest, oldest)| {
                (youngest.to_string(), oldest.to_string())
            })
        };
        let (before, now) = (text(before), text(now));
        for (row, before, now) in [(Row::AgeMin, before.0, now.0), (Row::AgeMax, before.1, now.1)] {
            let typed = self.sheet.text(row).trim();
            if typed.is_empty() || typed == before {
                self.sheet.texts.insert(row, now);
            }
        }
    }

    /// Somebody as they are to be saved, with an id of their own.
    ///
    /// # Errors
    /// The first row that cannot be read, and why.
    pub fn finished(
        &self,
        library: &Library,
        ids: &mut IdSource,
    ) -> Result<Person, (Row, Message)> {
        let mut person = self.person.clone();
        texts::read(&self.sheet.texts, &self.lifts, &mut person)?;
        planner::check(&person.profile(), library).map_err(|error| self.refusal(&error))?;
        if self.is_new {
            match &mut person {
                Person::Athlete(athlete) => athlete.id = AthleteId::new(ids.next('a')),
                Person::Group(group) => group.id = GroupId::new(ids.next('g')),
            }
        }
        Ok(person)
    }

    /// The row a refusal of the planner belongs to.
    fn refusal(&self, error: &PlannerError) -> (Row, Message) {
        let field = match error {
            PlannerError::OutOfRange { field, .. } | PlannerError::UnknownId { field, .. } => field,
            _ => "",
        };
        let kind = self.person.kind();
        let row = self.rows().into_iter().find(|row| row.of_profile(kind) == Some(field));
        (row.unwrap_or(Row::Name), error.message())
    }
}
