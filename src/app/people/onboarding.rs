//! How somebody new is taken in: what the configuration says of it, and whom it concerns.

use crate::config::AfterOnboarding;

/// What a session knows of taking people in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Onboarding {
    /// Who drafts a program for a new athlete.
    pub draft: AfterOnboarding,
    /// Whether there are language models that somebody could agree to.
    pub has_models: bool,
    /// Whether the coach has nobody to plan for.
    pub is_alone: bool,
}
