//! Everything a session knows. `update` alone changes it; `view` draws it.

use std::sync::Arc;

use jiff::civil::Date;

use super::asking::Asking;
use super::changes::ChangesPane;
use super::compare::ComparePane;
use super::effect::{Place, Ticket, Trainee};
use super::entry::Entry;
use super::findings::{FindingsPane, Judgement};
use super::generate::FormPane;
use super::import::{KeptText, ReviewPane, SourcePane, Span};
use super::library::{ChoicePane, ExerciseForm, KeptPane, LibraryPane, ListsPane, Part};
use super::log::{LogPane, Tone};
use super::offer::{OfferPane, UnitOfferPane};
use super::open::OpenUnit;
use super::overview::OverviewPane;
use super::page::Page;
use super::picker::Picker;
use super::plan::{Line, PlanPane};
use super::suggest::SuggestPane;
use super::{Keymap, Pane, Regions, Scope};
use crate::config::Theme;
use crate::domain::{IdSource, Item, JobId, Lang, Message, Program, UnitId};
use crate::generation::Request;
use crate::library::Library;
use crate::llm::LlmSettings;
use crate::retrieval::RetrievalIndex;

/// Library and indexes, shared by every session of a process.
#[derive(Debug)]
pub struct Shelf {
    /// The exercises.
    pub library: Arc<Library>,
    /// The index the ranking works on.
    pub index: Arc<RetrievalIndex>,
}

/// A sentence in the hint line until the next key.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// How it is marked.
    pub tone: Tone,
    /// What it says.
    pub text: Message,
}

/// What lies over the panes.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The text to import.
    Source(Box<SourcePane>),
    /// The review of an import.
    Review(Box<ReviewPane>),
    /// The form that starts a generation.
    Form(Box<FormPane>),
    /// A list to choose from.
    Picker(Box<Picker>),
    /// A page to read.
    Page(Box<Page>),
    /// What the linter found in the open unit.
    Findings(Box<FindingsPane>),
    /// A program at a glance.
    Overview(Box<OverviewPane>),
    /// What results would change.
    Changes(Box<ChangesPane>),
    /// The review of a generated program.
    Offer(Box<OfferPane>),
    /// The review of a generated unit.
    UnitOffer(Box<UnitOfferPane>),
    /// Two versions of a program.
    Compare(Box<ComparePane>),
    /// The library.
    Library(Box<LibraryPane>),
    /// The form for an exercise.
    Exercise(Box<ExerciseForm>),
    /// A list values are picked from for that form.
    Choice(Box<ChoicePane>),
    /// The lists a club may add to.
    Lists(Box<ListsPane>),
    /// Own versions of exercises whose built-in ones have changed.
    Kept(Box<KeptPane>),
}

/// Everything a session knows.
#[derive(Debug)]
pub struct Model {
    /// Language of the screens.
    pub lang: Lang,
    /// How things are set apart.
    pub theme: Theme,
    /// Which key means what.
    pub keymap: Arc<Keymap>,
    /// Columns and lines.
    pub size: (u16, u16),
    /// The day it is.
    pub today: Date,
    /// Source of new ids.
    pub ids: IdSource,
    /// The pane that has the attention.
    pub focus: Pane,
    /// Library and indexes, once loaded.
    pub shelf: Option<Arc<Shelf>>,
    /// Whoever the open unit is for.
    pub trainee: Option<Trainee>,
    /// The unit on the desk.
    pub open: Option<OpenUnit>,
    /// The plan pane.
    pub plan: PlanPane,
    /// The suggestion pane.
    pub suggest: SuggestPane,
    /// The log pane.
    pub log: LogPane,
    /// What lies over the panes; the last is on top.
    pub overlays: Vec<Overlay>,
    /// The line being typed.
    pub entry: Option<Entry>,
    /// A sentence for the coach.
    pub notice: Option<Notice>,
    /// Whether the session ends once everything is saved.
    pub leaving: bool,
    /// The language the coach switched to, now or in an earlier session.
    pub lang_chosen: Option<Lang>,
    /// Counts the changes that a ranking depends on.
    pub revision: u64,
    tickets: u64,
    /// What the linter finds in the open unit.
    pub lint: Judgement,
    /// The fetch of the program whose results are looked at.
    pub adapting: Option<Ticket>,
    /// The fetch whose answer becomes the desk.
    pub opening: Option<Ticket>,
    /// The list whose answer fills the picker.
    pub listing: Option<Ticket>,
    /// The fetch of the import that was begun, or of a file.
    pub begun: Option<Ticket>,
    /// The question whose answer becomes a page.
    pub wondering: Option<Ticket>,
    /// The text that is being read.
    pub reading: Option<Reading>,
    /// Lines of a review that are being read anew.
    pub rereading: Option<Rereading>,
    /// A question to a model that is being answered.
    pub asking: Option<Asking>,
    /// Everything about language models, where some are set up.
    pub llm: Option<Arc<LlmSettings>>,
    /// A program that waits for the one it is compared with.
    pub comparing: Option<Comparing>,
    /// A generation that waits for a yes.
    pub starting: Option<Waiting>,
    /// A draft of an exercise that waits until nothing lies over the panes.
    pub drafted: Option<Box<ExerciseForm>>,
    /// New units of the last import, until something else is done: undo takes them away.
    pub brought: Vec<UnitId>,
    /// What lay on the desk before them.
    pub before_import: Option<UnitId>,
}

/// A request that waits until the coach has said whether a model may be told of people.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// The question.
    pub ticket: Ticket,
    /// What is wanted.
    pub request: Box<Request>,
}

/// A program that waits for the one it is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparing {
    /// The fetch of the other one; `None`: it is still to be chosen.
    pub ticket: Option<Ticket>,
    /// The program.
    pub program: Box<Program>,
}

/// A text that is being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The question.
    pub ticket: Ticket,
    /// The text.
    pub text: KeptText,
}

/// Lines of a review that are being read anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rereading {
    /// The question.
    pub ticket: Ticket,
    /// The import.
    pub import: JobId,
    /// What the rows will stand in for.
    pub span: Span,
}

/// What a session starts from.
#[derive(Debug)]
pub struct Start {
    /// Language of the screens.
    pub lang: Lang,
    /// How things are set apart.
    pub theme: Theme,
    /// Which key means what.
    pub keymap: Arc<Keymap>,
    /// Columns and lines.
    pub size: (u16, u16),
    /// The day it is.
    pub today: Date,
    /// Seed of new ids; differs per session.
    pub seed: u64,
    /// Whoever the last unit was for.
    pub trainee: Option<Trainee>,
    /// The unit that lay on the desk.
    pub open: Option<OpenUnit>,
    /// The line the cursor was on.
    pub line: Option<Line>,
    /// The language the coach switched to in an earlier session.
    pub lang_chosen: Option<Lang>,
}

impl Model {
    /// A session that begins where the last one ended.
    #[must_use]
    pub fn new(start: Start) -> Self {
        let mut model = Self {
            lang: start.lang,
            theme: start.theme,
            keymap: start.keymap,
            size: start.size,
            today: start.today,
            ids: IdSource::new(start.seed),
            focus: Pane::Plan,
            shelf: None,
            trainee: start.trainee,
            open: start.open,
            plan: PlanPane::default(),
            suggest: SuggestPane::default(),
            log: LogPane::default(),
            overlays: Vec::new(),
            entry: None,
            notice: None,
            leaving: false,
            lang_chosen: start.lang_chosen,
            revision: 0,
            tickets: 0,
            lint: Judgement::default(),
            adapting: None,
            opening: None,
            listing: None,
            begun: None,
            wondering: None,
            reading: None,
            rereading: None,
            asking: None,
            llm: None,
            comparing: None,
            starting: None,
            drafted: None,
            brought: Vec::new(),
            before_import: None,
        };
        if let Some(open) = &model.open {
            model.plan.enter(&open.unit);
            if let Some(line) =
                start.line.filter(|line| super::plan::lines(&open.unit).contains(line))
            {
                model.plan.cursor = Some(line);
            }
        }
        model
    }

    /// The item under the cursor.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        self.plan.item(&self.open.as_ref()?.unit)
    }

    /// A new ticket.
    pub const fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    /// Where the coach is, for the next start.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            unit: self.open.as_ref().map(|open| open.unit.id.clone()),
            line: self.plan.cursor.clone(),
            owner: self.trainee.as_ref().map(|trainee| trainee.who.owner()),
            lang: self.lang_chosen,
        }
    }

    /// Where the panes stand.
    #[must_use]
    pub fn regions(&self) -> Regions {
        Regions::of(self.size, self.focus)
    }

    /// What has the attention: the line being typed, the top overlay, or the focused pane.
    #[must_use]
    pub fn scope(&self) -> Scope {
        if self.entry.is_some() {
            return Scope::Entry;
        }
        match self.overlays.last() {
            Some(Overlay::Source(_)) => Scope::Source,
            Some(Overlay::Review(_)) => Scope::Review,
            Some(Overlay::Form(_)) => Scope::Form,
            Some(Overlay::Picker(_)) => Scope::Picker,
            Some(Overlay::Page(_)) => Scope::Page,
            Some(Overlay::Findings(_)) => Scope::Findings,
            Some(Overlay::Overview(_)) => Scope::Overview,
            Some(Overlay::Changes(_)) => Scope::Changes,
            Some(Overlay::Offer(_)) => Scope::Offer,
            Some(Overlay::UnitOffer(_)) => Scope::UnitOffer,
            Some(Overlay::Compare(_)) => Scope::Compare,
            Some(Overlay::Library(pane)) => match pane.part {
                Part::List => Scope::LibraryList,
                Part::Search => Scope::LibrarySearch,
                Part::Facets => Scope::LibraryFacets,
                Part::Detail => Scope::LibraryDetail,
            },
            Some(Overlay::Exercise(_)) => Scope::LibraryForm,
            Some(Overlay::Choice(_)) => Scope::LibraryChoice,
            Some(Overlay::Lists(_)) => Scope::LibraryLists,
            Some(Overlay::Kept(_)) => Scope::LibraryKept,
            None => self.focus.scope(),
        }
    }

    /// Says something in the hint line.
    pub fn tell(&mut self, tone: Tone, text: Message) {
        self.notice = Some(Notice { tone, text });
    }
}
