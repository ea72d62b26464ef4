//! What was done, printed the way a coach would write it.

use super::item;
use crate::domain::Lang;
use crate::notation;
use crate::training::{as_planned, print_result, read_result};

fn planned(line: &str) -> crate::domain::Item {
    item(1, "plank", notation::parse(line).unwrap())
}

#[test]
fn what_was_done_as_planned_reads_as_the_plan() {
    for (line, printed) in [
        ("2 min", "✓ 2 min"),
        ("3x30s", "✓ 3x30s"),
        ("1x5 @80kg", "✓ 1x5 @80kg"),
        ("3x8 @60kg rest 2:00", "✓ 3x8 @60kg"),
    ] {
        let log = as_planned(&planned(line));
        assert_eq!(print_result(&log, Lang::En), printed);
    }
}

#[test]
fn a_printed_result_reads_back_as_itself() {
    let item = planned("3x8 @60kg");
    for line in ["2 min", "8,8,7 @60kg RPE9", "3x30s", "x", "1x5 @100kg"] {
        let log = read_result(line, &item).unwrap();
        let printed = print_result(&log, Lang::En);
        let again = printed.trim_start_matches("✓ ");
        assert_eq!(read_result(again, &item).unwrap(), log, "{line}: {printed}");
    }
}
