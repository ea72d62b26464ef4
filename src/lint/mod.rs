//! Rules over a plan, and the edits that mend what they find.

mod answer;
mod balance;
mod bands;
mod context;
mod equipment;
mod facts;
mod finding;
mod group;
mod import;
mod load;
mod model;
mod order;
mod people;
mod prescription;
mod pressure;
mod progression;
mod rule;
mod run;
mod safety;
mod sarif;
mod severities;
mod stations;
mod structure;
mod subject;
mod substitute;
#[cfg(test)]
mod tests;
mod tongue;
mod volume;

pub use answer::{Ending, lint_answer};
pub use balance::{ESSENTIAL, is_trunk};
pub use bands::{MOST_PER_UNIT, Region, Tally, shares, weekly};
pub use context::{LintContext, Source};
pub use finding::Finding;
pub use group::{ODD_REASON, WEIGHT_REASON, longest_drill, needs_like_weight};
pub use rule::{Code, Rule, RuleScope, Severity, rule, rules};
pub use run::{fixes, lint_program, lint_unit, lint_weeks};
pub use safety::{fewest_reps, needs_clearance, needs_mats, strikes_in_sparring};
pub use sarif::{SarifLog, sarif};
pub use severities::{Severities, SeverityError};
pub use subject::{Subject, at_hand, suits};
pub use substitute::{best, likeness};
