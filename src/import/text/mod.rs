//! Free text: lines are read one by one, classified, and assembled into sections of rows.

mod amount;
mod assemble;
mod block;
mod classify;
mod effort;
mod facts;
mod lexer;
mod lines;
mod listed;
mod load;
mod measures;
mod names;
mod open;
mod organisation;
mod parts;
mod product;
mod reading;
mod record;
mod rows;
mod scan;
mod table;
mod titles;
mod work;

#[cfg(test)]
mod tests;

use assemble::Assembler;
use classify::{Classified, Part, classify};
use names::Names;

use super::draft::Draft;
use crate::matching::Matcher;

/// Reads a text that was cleaned.
pub(super) fn read_text(text: &str, matcher: &Matcher) -> Draft {
    let mut names = Names::new(matcher);
    let lines: Vec<Classified> =
        lines::lines(text).into_iter().map(|line| classify(line, &mut names)).collect();
    let assembled = Assembler::new(&lines, &mut names).run();
    let mut ignored = assembled.ignored;
    if assembled.sections.is_empty() {
        let silent = lines.iter().filter(|line| !matches!(line.part, Part::Blank));
        ignored = silent.map(|line| line.line.number).collect();
    }
    ignored.sort_unstable();
    ignored.dedup();
    Draft {
        lines: lines.iter().map(|line| line.line.text()).collect(),
        days: assembled.days,
        sections: assembled.sections,
        ignored,
        ..Draft::default()
    }
}
