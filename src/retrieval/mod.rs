//! The search that knows the plan: context pack, intent, profiles, score, reasons, ranking.

mod audience;
mod context;
mod dense;
mod filter;
mod formulas;
mod fulltext;
mod graph;
mod index;
mod intent;
mod lifts;
mod query;
mod ranking;
mod reasons;
mod report;
mod request;
mod score;
mod section;
mod suggest;
mod synonyms;
mod target;
mod taught;
mod topic;
mod topics;
mod variants;
mod vocabulary;
mod weights;
mod words;

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
pub use request::{Excluded, Explanation, Hit, Request, Suggestions};
pub use score::{Part, PartKind, Parts};
pub use suggest::{explain, suggest};
pub use target::{Source, TargetProfile};
pub use topic::{Meaning, Topic};
pub use weights::{ProfileWeights, Weights};
