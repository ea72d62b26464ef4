//! Reading ends when nobody waits for it.

use std::sync::Arc;

use super::read_while;
use crate::matching::Matcher;

#[test]
fn nobody_waiting_ends_it() {
    let matcher = Matcher::new(Vec::new(), None);
    let wanted = Arc::new(());
    let waits = Arc::downgrade(&wanted);
    assert!(read_while("Squat 3x5", &matcher, &waits).is_some());
    drop(wanted);
    assert!(read_while("Squat 3x5", &matcher, &waits).is_none());
}
