//! How much each rule matters to a coach: the table's severity, another one, or not at all. Plans
//! a model wrote are judged by the table.

use std::collections::BTreeMap;

use super::{Code, Finding, Severity};
use crate::domain::{Explain, Message};

/// The severities of a configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Severities {
    /// `None`: the rule is off.
    changed: BTreeMap<Code, Option<Severity>>,
}

/// Why a configuration of rules cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SeverityError {
    /// There is no such rule.
    #[error("[lint]: there is no rule `{0}`; docs/lint.md lists them")]
    Rule(String),
    /// There is no such severity.
    #[error("[lint] {rule}: `{value}` is none of off, info, warn, error")]
    Level {
        /// The rule.
        rule: String,
        /// What was given.
        value: String,
    },
}

impl Explain for SeverityError {
    fn message(&self) -> Message {
        match self {
            Self::Rule(name) => Message::new("error-lint-rule").with("name", name.as_str()),
            Self::Level { rule, value } => Message::new("error-lint-level")
                .with("rule", rule.as_str())
                .with("value", value.as_str()),
        }
    }
}

impl Severities {
    /// From rule names with `off`, `info`, `warn` or `error`.
    ///
    /// # Errors
    /// [`SeverityError`] for the first name or level that does not exist.
    pub fn new<'a>(
        named: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, SeverityError> {
        let mut changed = BTreeMap::new();
        for (rule, value) in named {
            let code = Code::from_id(&rule.to_ascii_uppercase())
                .ok_or_else(|| SeverityError::Rule(rule.to_owned()))?;
            let level = match value {
                "off" => None,
                "info" => Some(Severity::Info),
                "warn" => Some(Severity::Warn),
                "error" => Some(Severity::Error),
                _ => {
                    let (rule, value) = (rule.to_owned(), value.to_owned());
                    return Err(SeverityError::Level { rule, value });
                }
            };
            changed.insert(code, level);
        }
        Ok(Self { changed })
    }

    /// The finding at the severity that is wished; `None` where its rule is off.
    pub(super) fn judge(&self, finding: Finding) -> Option<Finding> {
        match self.changed.get(&finding.rule) {
            None => Some(finding),
            Some(None) => None,
            Some(Some(severity)) => Some(finding.at(*severity)),
        }
    }

    /// Whether the table stands as it is.
    pub(super) fn is_empty(&self) -> bool {
        self.changed.is_empty()
    }
}
