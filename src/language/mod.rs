//! German and English text: folding, tokens, number words, the message catalogue, and the
//! sanitiser with the newtype for text that may be shown.

mod catalogue;
mod fold;
mod mojibake;
mod numbers;
mod sanitise;
#[cfg(test)]
mod tests;
mod tokens;

pub use catalogue::Catalogue;
pub use fold::{fold, push_folded};
pub use mojibake::{broken_letter, mend};
pub use numbers::{NumberWord, decimal, number_word, write_number};
pub use sanitise::{Cleaned, Shown, clean, columns, shown, steers};
pub use tokens::{Token, TokenKind, tokens};
