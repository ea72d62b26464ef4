//! The log: two jobs side by side, and a pane that holds still.

use super::screens;
use crate::app::tests::log::session_into;

#[test]
fn two_jobs_at_once() {
    insta::assert_snapshot!(screens(session_into));
}

#[test]
fn a_log_that_holds_still_at_a_line_that_was_looked_for() {
    insta::assert_snapshot!(screens(|session| {
        session_into(session);
        session.keys("/").typed("[job j1]").keys("enter");
    }));
}
