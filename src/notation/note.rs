//! Remarks as they are kept.

use crate::language::shown;

/// A remark as it is kept: one line that may be shown, no white space around it.
#[must_use]
pub fn tidy_note(text: &str) -> String {
    let mut note = shown(text.trim()).trim().to_owned();
    // trimming may bare an accent that stood on a space
    loop {
        let again = shown(&note).trim().to_owned();
        if again == note {
            return note;
        }
        note = again;
    }
}
