//! What is asked of ranking and models, and what a coach says to sending it.

use crate::retrieval::{ContextPack, Request};

/// A question to the ranking.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What the plan looks like.
    pub pack: ContextPack,
    /// What is wanted.
    pub request: Request,
}

/// What the coach says to sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// Send it, unless nobody was asked yet whether models may be.
    AskFirst,
    /// Yes, and from now on.
    Yes,
    /// No, and from now on.
    Never,
    /// Only show what would be sent.
    Show,
}
