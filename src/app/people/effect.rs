//! What the people screens ask for outside, and what comes back.

use super::{Card, FrameworkCard, KeptForm, Known, Person, PersonKind};
use crate::app::Ticket;
use crate::domain::{Athlete, JobId, Message, Owner};

/// Something the people screens want done outside.
#[derive(Debug, Clone)]
pub enum PeopleEffect {
    /// Fetch everybody, and the frameworks there are.
    List(Ticket),
    /// Fetch what is known of somebody.
    Know(Ticket, Owner),
    /// Write somebody new or changed.
    Save(Ticket, Box<Saving>),
    /// Take somebody out of the lists.
    Archive(Ticket, Box<Person>),
    /// Keep what is being typed, or forget what was.
    Keep(PersonKind, Option<Box<KeptForm>>),
    /// Fetch what was being typed when the program ended.
    FetchKept(Ticket, PersonKind),
    /// Draft a program for a new athlete.
    Draft(JobId, Box<Athlete>),
}

impl PeopleEffect {
    /// Whether nothing is changed by it.
    #[must_use]
    pub const fn only_looks(&self) -> bool {
        matches!(self, Self::List(_) | Self::Know(..) | Self::FetchKept(..))
    }
}

/// Somebody to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Saving {
    /// Who.
    pub person: Person,
    /// What they say to language models; `None`: nothing was said.
    pub consent: Option<bool>,
}

/// Something that came back.
#[derive(Debug, Clone)]
pub enum PeopleReply {
    /// Everybody, by name, and the frameworks there are.
    Listed(Ticket, Vec<Card>, Vec<FrameworkCard>),
    /// What is known of somebody.
    Known(Ticket, Box<Known>),
    /// Somebody was written.
    Saved(Ticket, Box<Person>),
    /// Somebody was taken out of the lists.
    Archived(Ticket, Box<Person>),
    /// It was refused; nothing was changed.
    Refused(Ticket, Message),
    /// What was being typed when the program ended.
    Kept(Ticket, Option<Box<KeptForm>>),
}
