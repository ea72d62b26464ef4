//! Text and foreign files become reviewable items.

mod dates;
mod detect;
mod draft;
mod error;
mod fields;
mod files;
mod format;
mod history;
mod insertion;
mod json;
mod kept;
mod libraries;
mod planwright;
mod refused;
mod report;
mod sets;
mod single;
mod text;
mod watch;

pub use dates::{date_in, weekday_in};
pub use draft::{Counts, Day, Draft, DraftSection, Mark, Row, Verdict};
pub use error::ImportError;
pub use fields::{Fields, LoadField, LoadUnit};
pub use format::SourceFormat;
pub use history::history;
pub use insertion::insertion;
pub use kept::KeptRows;
pub use libraries::{Guide, LibraryDraft, LibraryFormat, Unmapped, read_exercises, read_library};
pub use planwright::{PlanFile, PlanFileError, is_plan, read_plan};
pub use refused::{MOST_BYTES, MOST_REPS, MOST_ROWS, Refusal, Refused};
pub use report::{Report, ReportItem};
pub use single::read_rows;
pub use watch::{Going, Progress};

use crate::language::clean;
use crate::matching::Matcher;

/// What is known about a text before it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// What sort of text it is; `None`: found out.
    pub format: Option<SourceFormat>,
}

/// Reads a text into a draft. Never fails: what is not understood is ignored and listed, and what
/// breaks a limit or a format is refused with its line and the reason.
#[must_use]
pub fn read(text: &str, matcher: &Matcher, options: &ReadOptions) -> Draft {
    read_watched(text, matcher, options, &mut |_| Going::On).unwrap_or_default()
}

/// The same, asking every few milliseconds whether it is still wanted; `None` when it is not.
#[must_use]
pub fn read_watched(
    text: &str,
    matcher: &Matcher,
    options: &ReadOptions,
    watch: &mut dyn FnMut(Progress) -> Going,
) -> Option<Draft> {
    if text.len() > MOST_BYTES {
        let why = Refusal::TooLong { megabytes: text.len().div_ceil(1_000_000) };
        return Some(Draft::refused("", 1, why));
    }
    let cleaned = clean(text);
    let format = options.format.unwrap_or_else(|| SourceFormat::of(&cleaned.text));
    let mut draft = match files::read_file(format, &cleaned.text, matcher) {
        Some(draft) => draft,
        None => text::read_text(&cleaned.text, matcher, watch)?,
    };
    draft.format = format;
    draft.lang = detect::language(&cleaned.text);
    draft.removed = cleaned.removed;
    Some(draft)
}
