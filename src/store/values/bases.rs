//! A base conversation as it is kept.

/// A base conversation a provider keeps for a coach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBase {
    /// What it is about.
    pub kind: String,
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model it was made with.
    pub model: String,
    /// Everything else, as JSON of the generation module.
    pub record: String,
}
