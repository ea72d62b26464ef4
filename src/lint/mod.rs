//! Rules over a plan, and the edits that mend what they find.

mod finding;
mod rule;

pub use finding::Finding;
pub use rule::{Code, Rule, RuleScope, Severity, rule, rules};
