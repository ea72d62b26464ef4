//! Rules over a plan, and the edits that mend what they find.
