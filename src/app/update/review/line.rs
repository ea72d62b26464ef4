//! Opens the line being typed over the review.

use super::super::super::Model;
use super::super::super::entry::{Entry, Purpose};

pub(super) fn open(model: &mut Model, purpose: Purpose, text: &str) {
    model.entry = Some(Entry::new(purpose, text));
}
