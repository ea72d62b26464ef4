//! `plan diff A B`: what differs between two plans, line by line as coaches read them.

use clap::Args;

use crate::export::{SheetWriter, markdown};

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};

use super::source::{Source, load};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "FILE|ID")]
    old: String,
    #[arg(value_name = "FILE|ID")]
    new: String,
}

/// Lines around a change that are printed with it.
const AROUND: usize = 2;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Gone,
    Come,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let old = lines(&load(&arguments.old, context)?, context);
    let new = lines(&load(&arguments.new, context)?, context);
    let diff = diff(&old, &new);
    let near = |at: usize| {
        let from = at.saturating_sub(AROUND);
        diff.iter().skip(from).take(at - from + AROUND + 1).any(|(fate, _)| *fate != Fate::Kept)
    };
    let mut gap = false;
    for (at, (fate, line)) in diff.iter().enumerate() {
        if !near(at) {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) {
            context.out.line("  …")?;
        }
        let sign = match fate {
            Fate::Kept => ' ',
            Fate::Gone => '-',
            Fate::Come => '+',
        };
        context.out.line(&format!("{sign} {line}"))?;
    }
    Ok(Exit::Ok)
}

fn lines(source: &Source, context: &Context<'_>) -> Vec<String> {
    let (catalogue, catalogues) = (context.catalogue(), source.library.catalogues());
    let sheet = SheetWriter { catalogue, catalogues }.sheet(source.exported());
    let text = markdown(&sheet);
    text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The longest common subsequence of both, with what is only in one of them. Plans have hundreds
/// of lines, so the table of all pairs stays small.
fn diff<'a>(old: &'a [String], new: &'a [String]) -> Vec<(Fate, &'a str)> {
    let width = new.len() + 1;
    let mut common = vec![0_u32; (old.len() + 1) * width];
    let at = |table: &[u32], row: usize, column: usize| {
        table.get(row * width + column).copied().unwrap_or(0)
    };
    for (row, before) in old.iter().enumerate().rev() {
        for (column, after) in new.iter().enumerate().rev() {
            let length = if before == after {
                at(&common, row + 1, column + 1) + 1
            } else {
                at(&common, row + 1, column).max(at(&common, row, column + 1))
            };
            if let Some(cell) = common.get_mut(row * width + column) {
                *cell = length;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut fates = Vec::with_capacity(old.len().max(new.len()));
    loop {
        match (old.get(row), new.get(column)) {
            (Some(before), Some(after)) if before == after => {
                fates.push((Fate::Kept, before.as_str()));
                (row, column) = (row + 1, column + 1);
            }
            (Some(before), after)
                if after.is_none()
                    || at(&common, row + 1, column) >= at(&common, row, column + 1) =>
            {
                fates.push((Fate::Gone, before.as_str()));
                row += 1;
            }
            (_, Some(after)) => {
                fates.push((Fate::Come, after.as_str()));
                column += 1;
            }
            _ => return fates,
        }
    }
}
