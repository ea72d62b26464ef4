//! The exercise catalogue in memory: indexes, aliases, progression graphs, search as you type, and
//! the built-in data.

mod browse;
mod builtin;
mod catalogue;
mod changes;
mod check;
mod error;
mod facets;
mod filter;
mod graphs;
mod places;
mod record;
mod search;
mod validate;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use browse::{Facet, FacetValue, Listing, Wanted, visibility_id};
pub use builtin::{LibraryData, builtin, builtin_hash};
pub use catalogue::Library;
pub use changes::{Assembled, Changes, assemble, differences};
pub use check::{EDGES, EXERCISES, Finding, GRAPHS, Gravity, SKILL_USES, check, check_coverage};

pub use error::LibraryError;
pub use filter::Filter;
pub use record::{LIBRARY_VERSION, PartRecord, Record};
pub use search::{Found, SearchEntry, SearchIndex};
