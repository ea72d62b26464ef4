//! The exercise catalogue in memory: indexes, aliases, progression graphs, search as you type, and
//! the built-in data.

mod builtin;
mod catalogue;
mod check;
mod error;
mod facets;
mod graphs;
mod search;
mod validate;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use builtin::{LibraryData, builtin, builtin_hash};
pub use catalogue::Library;
pub use check::{Finding, Gravity, check};
pub use error::LibraryError;
pub use search::{Found, SearchEntry, SearchIndex};
