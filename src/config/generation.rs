//! `[generation]`: what happens to somebody new.

use super::scope::Scope;

/// Who drafts a program as soon as a new athlete is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AfterOnboarding {
    /// The offline planner.
    #[default]
    Builtin,
    /// A language model, where one is configured and the athlete agreed; else the offline planner.
    Llm,
    /// Nobody: plans are made when they are asked for.
    Off,
}

impl AfterOnboarding {
    /// Every way with its name in the file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("builtin", Self::Builtin), ("llm", Self::Llm), ("off", Self::Off)];

    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Builtin => "builtin",
            Self::Llm => "llm",
            Self::Off => "off",
        }
    }
}

/// Takes the table.
pub(super) fn after_onboarding(mut scope: Scope<'_>) -> AfterOnboarding {
    let said = scope.choice("after_onboarding", &AfterOnboarding::NAMES);
    scope.finish();
    said.map(|said| said.value).unwrap_or_default()
}
