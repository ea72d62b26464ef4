//! The exercise catalogue in memory: indexes, aliases, progression graphs, search as you type, and
//! the built-in data.

mod builtin;
mod catalogue;
mod error;
mod facets;
mod graphs;
mod validate;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use builtin::{LibraryData, builtin};
pub use catalogue::Library;
pub use error::LibraryError;
