//! Names for work outside.

/// Names one piece of work outside; a reply with a ticket that is no longer live is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(pub u64);
