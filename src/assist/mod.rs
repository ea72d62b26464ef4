//! Where the model meets training: prompts, schemas, and what each use asks and makes of the
//! answer. Pure: questions and answers are values, and whoever asks carries them.

pub mod draft;
pub mod intent;
pub mod parse;
mod prompts;
pub mod rerank;
mod situation;
#[cfg(test)]
mod tests;

pub use prompts::{Filled, Prompt, fenced, fill};
