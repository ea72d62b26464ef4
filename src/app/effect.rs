//! What is to be done outside, what comes back from there, and what happens to the terminal:
//! three enums, because asking, answering and typing are different things.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::asking::{Answered, ToAsk};
use super::import::{Begun, Decisions, Ending, KeptText, Placing, TaughtCard, Teach};
use super::library::{LibraryEffect, LibraryReply};
use super::models::{Cost, WouldSend};
use super::offer::{Decision, Offer, Record};
use super::open::{Change, Step};
use super::page::Reasoned;
use super::propose::{Ask, Proposal};
pub use super::question::{Asked, Sending};
use super::statistics::ImportStatistics;
pub use super::ticket::Ticket;
pub use super::trainee::{Trainee, Who};
use super::{Key, Shelf};
use crate::domain::{
    Athlete, Exercise, ExerciseId, JobId, Lang, Message, Owner, PlanEdit, Program, ProgramId, Unit,
    UnitId, Week,
};
use crate::generation::{Job, ProgressEvent, Request};
use crate::import::{Draft, Row};
use crate::lint::Finding;
use crate::retrieval::Suggestions;

/// Something that happened to the session.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// A mouse button was pressed at a column and line.
    Click(u16, u16),
    /// The wheel was turned at a column and line; negative is up.
    Wheel(u16, u16, i8),
    /// The terminal has a new size: columns and lines.
    Resize(u16, u16),
    /// Work outside came to something.
    Reply(Reply),
}

/// Something to be done outside.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Load library and indexes.
    LoadShelf,
    /// Fetch whoever the desk is for, with recent units and framework.
    OpenOwner(Ticket, Owner),
    /// Fetch a unit with its journal.
    OpenUnit(Ticket, UnitId),
    /// Fetch a program.
    OpenProgram(Ticket, ProgramId),
    /// Fetch the lists of plans and of people.
    ListPlans(Ticket),
    /// Fetch the list of groups and athletes.
    ListOwners(Ticket),
    /// Fetch the jobs that stopped before their end.
    ListJobs,
    /// Fetch the import that was begun.
    FetchDraft(Ticket),
    /// Fetch the text of a file to import; a folder is imported as it is.
    OpenFile(Ticket, String),
    /// Fetch the names that were taught.
    ListTaught(Ticket),
    /// Forget a taught name: its key, and for whom it was taught.
    Forget(String, Teach),
    /// Fetch how well imports were understood.
    ImportStatistics(Ticket),
    /// Write a change of the open unit, based on a version.
    Save(Box<Change>, u32),
    /// Fetch the open unit anew: somebody else may have changed it.
    Refresh(UnitId),
    /// Write a new unit, then open it.
    Create(Ticket, Box<Unit>),
    /// Rank suggestions.
    Suggest(Ticket, Box<Asked>),
    /// Put suggestions into a model's order.
    Rerank(Ticket, Box<ToRank>),
    /// Stop asking for that.
    StopRerank,
    /// Ask a model something else.
    Ask(Ticket, Box<ToAsk>),
    /// Stop asking for that.
    StopAsking,
    /// Fetch what asking models cost.
    FetchCost(Ticket),
    /// Say why exercises stand where they do.
    Explain(Ticket, Box<Asked>, Vec<ExerciseId>),
    /// Work changes out to offer.
    Propose(Ticket, Box<Ask>),
    /// Understand a text.
    ReadText(Ticket, Arc<str>),
    /// Read some lines as rows, come what may.
    ReadRows(Ticket, Arc<str>),
    /// Keep the text of an import.
    KeepText(Box<KeptText>),
    /// Keep the decisions of a review.
    KeepReview(JobId, Box<Decisions>),
    /// Forget an import that was begun.
    DropImport(JobId),
    /// Log an import that is over, and learn from it.
    EndImport(Box<Ending>),
    /// Put imported days into units.
    Place(Ticket, Vec<Placing>),
    /// Take units out of the lists.
    Archive(Vec<UnitId>),
    /// Add an exercise a coach made.
    AddExercise(Box<Exercise>),
    /// Ask whether a model may be told of whoever a plan is for, or keep what the coach said.
    AskToGenerate(Ticket, Box<Request>, Sending),
    /// Start a generation.
    Generate(Box<Request>, JobId),
    /// Go on with a job from what is there.
    Resume(JobId),
    /// Make weeks of a job again, with a wish of their own.
    Anew(JobId, BTreeSet<u16>, String),
    /// Stop a job.
    Cancel(JobId),
    /// Fetch what a job made: on offer, or as it is.
    OpenOffer(Ticket, JobId),
    /// Carry a decision about an offer out.
    DecideOffer(JobId, Box<Decision>),
    /// Put a week of an offer back as it was before it was made again.
    PutBack(JobId, Box<(Week, Record)>),
    /// Remember where the coach is, for the next start.
    Remember(Box<Place>),
    /// Do something for the library screen.
    Library(Box<LibraryEffect>),
    /// Look for what the rules find in the open unit.
    Lint(Ticket, Box<Judged>),
    /// Make edits in units that are not open.
    Apply(Vec<(UnitId, PlanEdit)>),
    /// Fetch the athletes.
    Athletes(Ticket),
    /// Put text on the clipboard of the terminal, and into a file.
    Copy(String),
    /// Draw everything anew.
    Redraw,
    /// End the session once everything is saved.
    Leave,
}

/// A question to the linter: the unit as it stands on the screen, and who trains by it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The unit.
    pub unit: Unit,
    /// Who trains.
    pub who: Who,
    /// Exercises they did of late.
    pub known: Vec<ExerciseId>,
}

/// A ranking that a model is to put into another order.
#[derive(Debug, Clone)]
pub struct ToRank {
    /// The question the ranking answers.
    pub asked: Asked,
    /// Whoever trains by the plan.
    pub owner: Owner,
    /// Language of the reasons.
    pub lang: Lang,
    /// What the coach says to sending.
    pub sending: Sending,
}

/// Where a coach is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The unit on the desk.
    pub unit: Option<UnitId>,
    /// The line under the cursor.
    pub line: Option<super::plan::Line>,
    /// Who the desk is for.
    pub owner: Option<Owner>,
    /// Language of the screens, where the coach switched it.
    pub lang: Option<Lang>,
}

/// Something that came back.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Library and indexes are there.
    Shelf(Arc<Shelf>),
    /// Whoever the desk is for.
    Owner(Ticket, Box<Trainee>),
    /// A unit with its version and journal.
    Unit(Ticket, Box<Fetched>),
    /// A program.
    Program(Ticket, Box<Program>),
    /// Plans to choose from.
    Plans(Ticket, Vec<PlanCard>),
    /// People to choose from.
    Owners(Ticket, Vec<OwnerCard>),
    /// A change is written; the unit has this version now.
    Saved(UnitId, u32),
    /// Another coach was faster; this is the unit now.
    Conflict(Box<Fetched>),
    /// The open unit as it is now, after changes elsewhere.
    Refreshed(Box<Fetched>),
    /// A ranking.
    Suggested(Ticket, Box<Suggestions>),
    /// A line about a model's answer under way.
    ModelSays(Ticket, Message),
    /// Suggestions in a model's order.
    Reranked(Ticket, Box<Suggestions>),
    /// A model answered something else.
    Answered(Ticket, Box<Answered>),
    /// A model may be told of whoever a plan is for.
    MayGenerate(Ticket),
    /// What would be sent to a model.
    WouldSend(Ticket, Box<WouldSend>),
    /// Models are not to be asked about somebody.
    Refused(Ticket, Owner),
    /// What asking models cost.
    Cost(Ticket, Box<Cost>),
    /// Why exercises stand where they do.
    Explained(Ticket, Vec<Reasoned>),
    /// Changes to offer.
    Proposed(Ticket, Box<Proposal>),
    /// A text was understood.
    Read(Ticket, Box<Draft>),
    /// Some lines were read as rows.
    Rows(Ticket, Vec<Row>),
    /// The import that was begun, if there is one.
    Draft(Ticket, Option<Box<Begun>>),
    /// Imported days are in units: those that are new, and all in order.
    Placed(Ticket, Vec<UnitId>, Vec<UnitId>),
    /// A file to import: its name and its text.
    File(Ticket, String, String),
    /// The names that were taught.
    Taught(Ticket, Vec<TaughtCard>),
    /// How well imports were understood.
    ImportStatistics(Ticket, Box<ImportStatistics>),
    /// Something to be told in the log.
    Told(super::log::Tone, Message),
    /// A job begins or goes on.
    JobKnown(Box<Job>),
    /// A job of before stopped half-way and can be resumed.
    Stopped(Box<Job>),
    /// A job could not go on.
    JobFailed(JobId, Message),
    /// A job was cancelled.
    Cancelled(JobId),
    /// A single unit was generated and saved.
    UnitMade(UnitId),
    /// A generated program that waits for the coach.
    Offer(Ticket, Box<Offer>),
    /// A generated unit that waits for the coach.
    UnitOffer(JobId, Box<Unit>),
    /// A decision about an offer could not be carried out.
    OfferRefused(JobId, Message),
    /// A job of before made something the coach has not decided on.
    Waiting(Box<Job>),
    /// A job moved on.
    Progress(JobId, Box<ProgressEvent>),
    /// Something for the library screen.
    Library(Box<LibraryReply>),
    /// What the rules found.
    Linted(Ticket, Vec<Finding>),
    /// The athletes.
    Athletes(Ticket, Vec<Athlete>),
    /// Work with this ticket failed.
    Failed(Option<Ticket>, Message),
    /// Other processes changed the database.
    Changed,
}

/// A unit from the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Fetched {
    /// The unit.
    pub unit: Unit,
    /// Its version.
    pub version: u32,
    /// Steps that can be taken back, oldest first.
    pub undo: Vec<Step>,
    /// Steps that can be done again, next one last.
    pub redo: Vec<Step>,
}

/// A plan in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanCard {
    /// What it is.
    pub target: super::picker::Target,
    /// Its title.
    pub title: String,
    /// Name of whoever trains by it.
    pub owner: String,
    /// Its day.
    pub date: Option<Date>,
}

/// A group or athlete in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerCard {
    /// Who it is.
    pub owner: Owner,
    /// The name.
    pub name: String,
}
