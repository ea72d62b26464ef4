//! Plans as a model reads and writes them: exercises by short ids, doses in the notation, a week
//! as what it changes against the outline. Pure; what is wrong with an answer is said in words
//! that help to correct it.

mod bounds;
mod dose;
mod frame;
mod outline;
mod slot;
mod table;
#[cfg(test)]
mod tests;
mod week;

pub use frame::{Day, Frame, FrameBlock, Slot};
pub use outline::{outline_schema, read_outline, write_outline};
pub use table::IdTable;
pub use week::{WeekPlace, read_week, week_schema, write_week};

use crate::llm::Complaint;

/// More complaints than this at once help nobody.
const MOST_COMPLAINTS: usize = 8;

/// What is wrong with an answer, or nothing.
fn judged(mut complaints: Vec<String>) -> Result<(), Complaint> {
    if complaints.is_empty() {
        return Ok(());
    }
    let more = complaints.len().saturating_sub(MOST_COMPLAINTS);
    complaints.truncate(MOST_COMPLAINTS);
    if more > 0 {
        complaints.push(format!("and {more} more of this sort"));
    }
    Err(Complaint::new(complaints.join("; ")))
}
