//! What the screen of the frameworks asks for outside, and what comes back.

use super::Card;
use crate::app::Ticket;
use crate::domain::{Framework, FrameworkId, Message};

/// Something the screen wants done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum FrameworkEffect {
    /// Fetch the frameworks.
    List(Ticket),
    /// Write a new one.
    Add(Box<Framework>),
    /// Write a change of one, based on a version.
    Change(Box<Framework>, u32),
}

/// Something that came back.
#[derive(Debug, Clone)]
pub enum FrameworkReply {
    /// The frameworks, by title.
    Listed(Ticket, Vec<Card>),
    /// One is written; it has this version now.
    Saved(FrameworkId, u32),
    /// One may not be written over: somebody else changed it, or it belongs to others.
    Kept(FrameworkId, Message),
}
