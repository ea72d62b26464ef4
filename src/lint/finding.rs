//! What a rule found, where, and how it can be mended.

use serde::{Deserialize, Serialize};

use super::{Code, Severity};
use crate::domain::{Arg, ItemId, Message, PlanEdit, SectionId, UnitId};

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule that fired.
    pub rule: Code,
    /// How much it matters here.
    pub severity: Severity,
    /// The sentence for people.
    pub message: Message,
    /// JSON pointer into the plan that was given: `/weeks/0/units/1/sections/2/items/0`, or from
    /// the unit when a unit alone was given.
    pub path: String,
    /// The unit it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The section it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionId>,
    /// The item it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Edits of that unit that mend it; empty where a person has to decide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<PlanEdit>,
}

impl Finding {
    /// A finding about the whole plan, with the severity the rule starts from.
    pub(super) fn new(rule: Code) -> Self {
        let id = format!("lint-{}", rule.id().to_ascii_lowercase());
        Self {
            rule,
            severity: rule.severity(),
            message: Message { id: id.into(), args: Vec::new() },
            path: String::new(),
            unit: None,
            section: None,
            item: None,
            fix: Vec::new(),
        }
    }

    /// Another severity than the usual one.
    pub(super) const fn at(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// One more value for the sentence.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// The edits that mend it.
    pub(super) fn mend(mut self, edits: impl IntoIterator<Item = PlanEdit>) -> Self {
        self.fix.extend(edits);
        self
    }

    /// Whether applying [`Finding::fix`] mends it.
    #[must_use]
    pub const fn fixable(&self) -> bool {
        !self.fix.is_empty()
    }
}
