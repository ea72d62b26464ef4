//! What a line of a job says, taken out of it: its week, the sentence inside it.

use crate::domain::{Arg, Message};

/// The line without the id of its job.
pub(super) fn inner(line: &Message) -> &Message {
    match line.id.as_ref() {
        "job-line" => message(line, "line").unwrap_or(line),
        _ => line,
    }
}

/// A sentence inside a sentence, by the name it goes by there.
pub(super) fn message<'a>(of: &'a Message, name: &str) -> Option<&'a Message> {
    of.args.iter().find_map(|(known, arg)| match arg {
        Arg::Message(message) if known == name => Some(&**message),
        _ => None,
    })
}

/// The week a line is about, from 1; 0 is the outline.
pub(super) fn week_of(line: &Message) -> Option<u16> {
    let line = inner(line);
    if matches!(line.id.as_ref(), "job-outline" | "job-of-outline") {
        return Some(0);
    }
    line.args.iter().find_map(|(known, arg)| match arg {
        Arg::Number(week) if known == "week" && (1.0..=f64::from(u16::MAX)).contains(week) => {
            Some(*week as u16)
        }
        _ => None,
    })
}
