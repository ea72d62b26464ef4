//! `[import]`: how long what was pasted is kept.

use super::scope::Scope;

/// Days the texts of imports are kept unless the file says otherwise.
const USUAL: u32 = 90;

/// Takes the table: days the texts of imports are kept; 0 forgets them at the next start.
pub(super) fn keep_days(mut scope: Scope<'_>) -> u32 {
    let said = scope.whole("keep_days", 0..=3_650);
    scope.finish();
    said.map_or(USUAL, |said| said.value)
}
