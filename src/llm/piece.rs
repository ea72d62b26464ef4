//! What the adapters of the protocols make of a body: pieces of an answer, in the order they
//! came. Pure values between bytes and the guard that watches over a stream.

use super::usage::Usage;

/// A piece of an answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// The provider's name for the exchange; a base for forks.
    Id(String),
    /// The model that answers, as the provider names it, with its version.
    Model(String),
    /// The model is at work, but says nothing yet that is for us.
    Thinking,
    /// Text of the answer.
    Text(String),
    /// What was used so far; later figures stand in for earlier ones.
    Usage(Usage),
    /// Why the answer ends. It is complete with this; the terminator may follow.
    Stop(Stop),
    /// The terminator: nothing more comes.
    Last,
    /// An error inside the body.
    Fault(Fault),
}

/// Why an answer ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    /// It is finished.
    Done,
    /// It reached the longest length.
    Length,
    /// The model, or a filter, does not want to answer; with its words.
    Refused(String),
    /// Anything else, by the provider's name for it.
    Other(String),
}

/// An error as a provider words it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fault {
    /// HTTP status, of the response or named inside the error.
    pub(super) status: Option<u16>,
    /// The provider's code and type, lower case, joined by a space.
    pub(super) code: String,
    /// The provider's sentence.
    pub(super) message: String,
}
