//! Free text: lines are read one by one, classified, and assembled into sections of rows.

mod aliens;
mod amount;
mod assemble;
mod block;
mod cells;
mod classify;
mod defaults;
mod dictated;
mod effort;
mod enumerated;
mod facts;
mod lexer;
mod lines;
mod listed;
mod load;
mod measures;
mod names;
mod numbered;
mod open;
mod organisation;
mod parts;
mod prefix;
mod product;
mod prose;
mod reading;
mod record;
mod rows;
mod scan;
mod schedule;
mod session_names;
mod spoken;
mod table;
mod tables;
mod title_words;
mod titles;
mod token;
mod water;
mod waves;
mod work;

#[cfg(test)]
mod tests;

use assemble::Assembler;
use classify::{Classified, Part, classify};
use lines::Line;
use names::Names;
use numbered::numbered;
use schedule::schedule;

use super::draft::Draft;
use super::watch::{Going, Progress, STRIDE, Watch};
use crate::matching::Matcher;

/// Reads a text that was cleaned.
/// `None` when it is stopped.
pub(super) fn read_text(text: &str, matcher: &Matcher, watch: &mut Watch<'_>) -> Option<Draft> {
    let mut names = Names::new(matcher);
    let all = text.lines().count();
    let mut lines: Vec<Classified> = Vec::with_capacity(all);
    let mut read: Vec<Line> = lines::lines(text).collect();
    let lasting = schedule(&mut read);
    numbered(&mut read);
    for (line, lasts) in read.into_iter().zip(lasting) {
        if lines.len().is_multiple_of(STRIDE)
            && watch(Progress { done: lines.len(), all }) == Going::Stop
        {
            return None;
        }
        lines.push(classify(line, lasts, &mut names));
    }
    let assembled = Assembler::new(&lines, &mut names).run();
    let aliens = lines.iter().filter(|line| line.alien).count();
    let mut ignored = assembled.ignored;
    let mut sections = assembled.sections;
    if !aliens::is_workout(&sections, aliens) {
        sections.clear();
    }
    if sections.is_empty() {
        let silent = lines.iter().filter(|line| !matches!(line.part, Part::Blank));
        ignored = silent.map(|line| line.line.number).collect();
    }
    ignored.sort_unstable();
    ignored.dedup();
    Some(Draft {
        lines: lines.iter().map(|line| line.line.text()).collect(),
        days: if sections.is_empty() { 0 } else { assembled.days },
        sections,
        ignored,
        ..Draft::default()
    })
}
