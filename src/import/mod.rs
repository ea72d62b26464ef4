//! Text and foreign files become reviewable items.

mod dates;
mod detect;
mod draft;
mod error;
mod fields;
mod files;
mod history;
mod insertion;
mod json;
mod kept;
mod libraries;
mod planwright;
mod report;
mod sets;
mod single;
mod text;

pub use dates::{date_in, weekday_in};
pub use detect::SourceFormat;
pub use draft::{Counts, Day, Draft, DraftSection, Mark, Row, Verdict};
pub use error::ImportError;
pub use fields::{Fields, LoadField, LoadUnit};
pub use history::history;
pub use insertion::insertion;
pub use kept::KeptRows;
pub use libraries::{Guide, LibraryDraft, LibraryFormat, Unmapped, read_exercises, read_library};
pub use planwright::{PlanFile, PlanFileError, is_plan, read_plan};
pub use report::{Report, ReportItem};
pub use single::read_rows;

use crate::language::clean;
use crate::matching::Matcher;

/// What is known about a text before it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// What sort of text it is; `None`: found out.
    pub format: Option<SourceFormat>,
}

/// Reads a text into a draft. Never fails: what is not understood is ignored and listed.
#[must_use]
pub fn read(text: &str, matcher: &Matcher, options: &ReadOptions) -> Draft {
    let cleaned = clean(text);
    let format = options.format.unwrap_or_else(|| SourceFormat::of(&cleaned.text));
    let mut draft = match files::read_log(format, &cleaned.text, matcher) {
        Some(draft) => draft,
        None => text::read_text(&cleaned.text, matcher),
    };
    draft.format = format;
    draft.lang = detect::language(&cleaned.text);
    draft.removed = cleaned.removed;
    draft
}
