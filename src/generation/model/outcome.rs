//! What a failure means for a job: fill the week, ask again later, or stop and keep what is there.

use crate::llm::{Class, Failure};

/// What is done about a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The model does not get this one right: the offline planner does it.
    Fill,
    /// It may work later.
    Later,
    /// Nothing will work now; the job can be resumed.
    Stop,
}

/// The verdict on a failure.
pub(super) const fn verdict(failure: &Failure) -> Verdict {
    match failure.class {
        Class::Garbled
        | Class::Refused
        | Class::Empty
        | Class::Length
        | Class::TooLong
        | Class::BadRequest => Verdict::Fill,
        Class::Busy { .. } | Class::Stalled(_) | Class::Truncated | Class::BaseLost => {
            Verdict::Later
        }
        Class::Off(_)
        | Class::NoConsent(_)
        | Class::PromptOff(_)
        | Class::PromptBroken(_)
        | Class::Limit(_)
        | Class::Key(_)
        | Class::Address
        | Class::Unreachable
        | Class::Quota
        | Class::Auth
        | Class::NoModel
        | Class::ContextTooLong
        | Class::NoRecording
        | Class::Cancelled => Verdict::Stop,
    }
}
