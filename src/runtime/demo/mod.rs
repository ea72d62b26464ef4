//! The demo club: an athlete with three weeks of training behind him and a group of children
//! with tonight's meeting half planned, told by `data/demo/`.

mod error;
mod recipe;
mod starter;
#[cfg(test)]
mod tests;
mod throwaway;

pub use error::DemoError;
pub use starter::{FirstStart, starter};
pub use throwaway::Throwaway;
