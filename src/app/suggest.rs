//! The suggestion pane: the question, the answer that is shown until a newer one is there, and
//! where the reader is in it.

use std::collections::VecDeque;

use super::Ticket;
use super::plan::{Line, scrolled};
use super::trainee::{Trainee, Who};
use crate::domain::{Exercise, ExerciseId, Goal, GraphId, Prescription, Unit, UnitId};
use crate::library::Library;
use crate::notation;
use crate::retrieval::{self, ContextPack, Hit, Intent, Parsed, Request, Situation, Suggestions};

/// State of the suggestion pane.
#[derive(Debug, Default)]
pub struct SuggestPane {
    /// What was typed.
    pub query: String,
    /// Intent set by hand.
    pub intent: Option<Intent>,
    /// Progression graph set by hand.
    pub graph: Option<GraphId>,
    /// Exercise to build on, set by hand.
    pub anchor: Option<ExerciseId>,
    /// An additional term that every hit must hold.
    pub term: String,
    /// The request as the coach corrected it; stands until the words change.
    pub edited: Option<Parsed>,
    /// Exercises kept on top in this unit.
    pub pinned: Vec<ExerciseId>,
    /// Exercises put aside for this unit.
    pub dismissed: Vec<ExerciseId>,
    /// The unit the last three belong to.
    pub unit: Option<UnitId>,
    /// Counts the choices above, so that a ranking knows when to be made anew.
    pub choices: u64,
    /// The newest answer.
    pub answer: Option<Suggestions>,
    /// The question that is being answered.
    pub asked: Option<Ticket>,
    /// Numbers that were pressed while it was: each means the list as it will be then.
    pub queued: VecDeque<usize>,
    /// What the newest question was about, so that it is not asked twice.
    pub about: Option<About>,
    /// The hit under the cursor.
    pub cursor: usize,
    /// First hit shown.
    pub scroll: usize,
    /// The question to a model that is being answered.
    pub reranking: Option<Ticket>,
    /// Whether a model put the newest answer into its order.
    pub by_model: bool,
    /// The request as a model understood it.
    pub meant: Option<Parsed>,
    /// Whether the parts of the score are shown.
    pub why: bool,
}

/// Everything a ranking depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Changes whenever unit, trainee or library do.
    pub revision: u64,
    /// The line it is made for.
    pub line: Option<Line>,
    /// What was typed.
    pub query: String,
    /// Intent set by hand.
    pub intent: Option<Intent>,
    /// Graph set by hand.
    pub graph: Option<GraphId>,
    /// What else was chosen: see [`SuggestPane::choices`].
    pub choices: u64,
}

impl SuggestPane {
    /// The hits of the newest answer.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        self.answer.as_ref().map_or(&[], |answer| answer.hits.as_slice())
    }

    /// The request as it is understood now: corrected by hand, else as the answer read it.
    #[must_use]
    pub fn understood(&self) -> Option<&Parsed> {
        self.edited.as_ref().or_else(|| self.answer.as_ref().map(|answer| &answer.parsed))
    }

    /// Whether the request stands as a model understood it; what the coach corrects since is hers.
    #[must_use]
    pub fn is_meant(&self) -> bool {
        self.meant.is_some() && self.edited == self.meant
    }

    /// Takes a request over as a model understood it.
    pub fn take_meaning(&mut self, parsed: Parsed) {
        self.edited = Some(parsed.clone());
        self.meant = Some(parsed);
        self.choices += 1;
    }

    /// Forgets what was asked.
    pub fn forget(&mut self) {
        self.query.clear();
        self.intent = None;
        self.graph = None;
        self.anchor = None;
        self.edited = None;
        self.term.clear();
        self.choices += 1;
    }

    /// Whether something was asked.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        !self.query.is_empty()
            || !self.term.is_empty()
            || self.intent.is_some()
            || self.graph.is_some()
            || self.anchor.is_some()
    }

    /// Forgets what was chosen for another unit.
    pub fn enter(&mut self, unit: &UnitId) {
        if self.unit.as_ref() != Some(unit) {
            self.unit = Some(unit.clone());
            self.pinned.clear();
            self.dismissed.clear();
            self.anchor = None;
            self.choices += 1;
        }
    }

    /// The line the ranking is made for. Without a question that is the part of the unit the
    /// cursor is in, so that the list stands still while the cursor moves within it; what builds
    /// on one exercise follows from line to line.
    #[must_use]
    pub fn line(&self, cursor: Option<&Line>) -> Option<Line> {
        let builds_on_one = !self.query.trim().is_empty()
            || self.graph.is_some()
            || matches!(self.intent, Some(Intent::ProgressionNext | Intent::DeepenExercise));
        let cursor = cursor?;
        Some(if builds_on_one { cursor.clone() } else { Line::Section(cursor.section().clone()) })
    }

    /// The question to the ranking.
    #[must_use]
    pub fn request(&self) -> Request {
        Request {
            query: self.query.clone(),
            intent: self.intent,
            parsed: self.edited.clone(),
            term: self.term.clone(),
            pinned: self.pinned.clone(),
            dismissed: self.dismissed.clone(),
            ..Request::default()
        }
    }

    /// The hit under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<&Hit> {
        self.hits().get(self.cursor)
    }

    /// Takes a new answer; the cursor goes back to the best hit.
    pub fn take(&mut self, answer: Suggestions) {
        self.answer = Some(answer);
        self.asked = None;
        self.cursor = 0;
        self.scroll = 0;
    }

    /// Moves the cursor by hits, with `rows` hits shown.
    pub fn step(&mut self, hits: isize, rows: usize) {
        let last = self.hits().len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(hits).min(last);
        self.scroll = scrolled(self.scroll, self.cursor, self.hits().len(), rows);
    }

    /// The exercise of the hit with this number, from 1.
    #[must_use]
    pub fn nth(&self, number: usize) -> Option<&ExerciseId> {
        self.hits().get(self.scroll + number.checked_sub(1)?).map(|hit| &hit.exercise.id)
    }
}

/// Packs what the ranking wants to know about the plan as it stands on the screen.
#[must_use]
pub fn pack(
    library: &Library,
    unit: &Unit,
    trainee: Option<&Trainee>,
    line: Option<&Line>,
    graph: Option<&GraphId>,
) -> ContextPack {
    // Units that are still to come, and the open one itself, are no history.
    let recent: Vec<&Unit> = trainee
        .iter()
        .flat_map(|trainee| &trainee.recent)
        .filter(|other| other.id != unit.id && other.date <= unit.date)
        .collect();
    let situation = Situation {
        unit,
        section: line.map(Line::section),
        cursor: match line {
            Some(Line::Item(_, item)) => Some(item),
            Some(Line::Section(_)) | None => None,
        },
        who: match trainee.map(|trainee| &trainee.who) {
            Some(Who::Group(group)) => retrieval::Who::Group(group),
            Some(Who::Athlete(athlete)) => retrieval::Who::Athlete(athlete),
            Some(Who::Nobody) | None => retrieval::Who::Nobody,
        },
        framework: trainee.and_then(|trainee| trainee.framework.as_ref()),
        recent: &recent,
        anchor: None,
        graph,
        planned: None,
    };
    ContextPack::new(&situation, library)
}

/// What is usually prescribed of an exercise for whoever trains: the dose of their goal, or the
/// one nearest to it.
#[must_use]
pub fn usual_dose(exercise: &Exercise, trainee: Option<&Trainee>) -> Prescription {
    let goal = match trainee.map(|trainee| &trainee.who) {
        Some(Who::Athlete(athlete)) => athlete.profile.goal,
        _ => Goal::General,
    };
    let near: &[Goal] = match goal {
        Goal::StrengthHypertrophy => &[Goal::Hypertrophy, Goal::Strength],
        Goal::Strength | Goal::Power => &[Goal::Strength, Goal::Power, Goal::Hypertrophy],
        _ => &[Goal::General, Goal::Hypertrophy],
    };
    std::iter::once(&goal)
        .chain(near)
        .chain(Goal::ALL)
        .find_map(|goal| exercise.doses.get(goal))
        .and_then(|dose| notation::parse(dose).ok())
        .unwrap_or_default()
}

/// Lines one hit takes in a pane of this width: name and score, then its first reason.
pub const HIT_LINES: usize = 2;
