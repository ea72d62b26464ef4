//! The search that knows the plan: context pack, intent, profiles, score, reasons, ranking.

mod context;
mod dense;
mod filter;
mod formulas;
mod graph;
mod index;
mod intent;
mod lifts;
mod query;
mod reasons;
mod report;
mod score;
mod section;
mod suggest;
mod target;
mod vocabulary;
mod weights;

#[cfg(test)]
mod tests;

pub use context::{ContextPack, Situation, Who};
pub use filter::{Exclusion, KindFilter};
pub use formulas::{gap_coverage, jaccard, overlap};
pub use index::RetrievalIndex;
pub use intent::Intent;
pub use query::Parsed;
pub use report::{
    ContextSummary, Detail, ExcludedReport, HitReport, PartReport, RETRIEVAL_PHASE, Report,
    SkillReport, TargetReport, report,
};
pub use score::{Part, PartKind, Parts};
pub use suggest::{Excluded, Explanation, Hit, Request, Suggestions, explain, suggest};
pub use target::{Source, TargetProfile};
pub use weights::{ProfileWeights, Weights};
