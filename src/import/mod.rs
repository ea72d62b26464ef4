//! Text and foreign files become reviewable items.

mod error;
mod libraries;

pub use error::ImportError;
pub use libraries::read_library;
