//! Files of other programs. Training logs come as one line per set; lines of one exercise that
//! follow each other become one row. Programs in Liftoscript come as weeks and days.

mod columns;
mod dates;
mod fitnotes;
mod liftoscript;
mod log;
mod sessions;

#[cfg(test)]
mod tests;

pub(super) use fitnotes::is_fitnotes_json;
pub(super) use liftoscript::is_liftoscript;

use super::draft::Draft;
use super::format::SourceFormat;
use crate::matching::Matcher;

/// Reads a file of a format that is no free text; `None` where it is.
pub(super) fn read_file(format: SourceFormat, text: &str, matcher: &Matcher) -> Option<Draft> {
    match format {
        SourceFormat::FitNotes if is_fitnotes_json(text) => {
            Some(fitnotes::read_json(text, matcher))
        }
        SourceFormat::Strong
        | SourceFormat::Hevy
        | SourceFormat::FitNotes
        | SourceFormat::StrongLifts => Some(log::read_table(format, text, matcher)),
        SourceFormat::Liftoscript => Some(liftoscript::read_program(text, matcher)),
        SourceFormat::Text | SourceFormat::Planwright => None,
    }
}
