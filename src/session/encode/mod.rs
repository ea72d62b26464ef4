//! Changed cells as the shortest bytes a terminal understands: it remembers how the terminal
//! writes and where its cursor stands from frame to frame, so that a cursor moved by one line
//! costs dozens of bytes and not hundreds. Over a slow line, that is what a key feels like.

mod motion;
mod pen;
#[cfg(test)]
mod tests;

use ratatui::buffer::{Buffer, Cell};

use motion::step;
use pen::Pen;

use crate::language::columns;

/// Blanks that erasing is shorter for than writing them.
const ERASED: usize = 9;
/// The same where the rest of the line is blank.
const ERASED_TO_THE_END: usize = 4;

/// What is known of the terminal a surface draws to.
#[derive(Debug, Default)]
pub(super) struct Encoder {
    pen: Pen,
    /// Where its cursor stands; `None`: not known.
    at: Option<(u16, u16)>,
}

impl Encoder {
    /// Begins anew on a screen that something else may have written to: resets the pen and clears.
    pub(super) fn clear(&mut self, out: &mut Vec<u8>) {
        *self = Self::default();
        out.extend_from_slice(b"\x1b[m\x1b[2J");
    }

    /// Writes what turns the screen that shows `shown` into `next`.
    pub(super) fn encode(&mut self, shown: &Buffer, next: &Buffer, out: &mut Vec<u8>) {
        let changes = changes(shown, next);
        let mut rest = changes.as_slice();
        while let Some(((x, y, cell), after)) = rest.split_first() {
            let blanks = blanks((*x, *y), next);
            let within = |(column, line, _): &&(u16, u16, &Cell)| line == y && *column < x + blanks;
            let changed = rest.iter().take_while(within).count();
            let to_the_end = x + blanks == next.area.width;
            if changed >= if to_the_end { ERASED_TO_THE_END } else { ERASED } {
                self.go(*x, *y, next, out);
                self.pen.bare(out);
                if to_the_end {
                    out.extend_from_slice(b"\x1b[K");
                } else {
                    out.extend_from_slice(format!("\x1b[{blanks}X").as_bytes());
                }
                rest = rest.get(changed..).unwrap_or_default();
                continue;
            }
            self.go(*x, *y, next, out);
            self.write(cell, *x, *y, next.area.width, out);
            rest = after;
        }
    }

    fn write(&mut self, cell: &Cell, x: u16, y: u16, width: u16, out: &mut Vec<u8>) {
        self.pen.take(cell, out);
        out.extend_from_slice(cell.symbol().as_bytes());
        // At the edge terminals differ in where the cursor waits, and in how wide the rarer signs
        // are: from there it is placed anew.
        let x = x + 1;
        self.at = (x < width && is_one_wide(cell)).then_some((x, y));
    }

    /// Brings the cursor to a cell, over cells that stay as they are where that is shorter.
    fn go(&mut self, x: u16, y: u16, next: &Buffer, out: &mut Vec<u8>) {
        if self.at == Some((x, y)) {
            return;
        }
        let motion = step(self.at, (x, y));
        if let Some((from, line)) = self.at
            && line == y
            && from < x
        {
            let gap: Option<Vec<&Cell>> = (from..x).map(|at| next.cell((at, y))).collect();
            let same = |cell: &&Cell| is_one_wide(cell) && self.pen.fits(cell);
            let gap = gap.filter(|gap| gap.iter().all(same)).unwrap_or_default();
            let bytes: usize = gap.iter().map(|cell| cell.symbol().len()).sum();
            if !gap.is_empty() && bytes <= motion.len() {
                for cell in gap {
                    out.extend_from_slice(cell.symbol().as_bytes());
                }
                self.at = Some((x, y));
                return;
            }
        }
        out.extend_from_slice(motion.as_bytes());
        self.at = Some((x, y));
    }
}

/// How many cells from this one on are to be blank as erasing leaves them.
fn blanks((x, y): (u16, u16), next: &Buffer) -> u16 {
    let bare = |at: &u16| next.cell((*at, y)).is_some_and(pen::is_bare);
    (x..next.area.width).take_while(bare).count() as u16
}

/// The cells that are to be written, line by line. Where half of a wide sign goes, terminals blank
/// the other half in the colour of what was written: it is written too.
fn changes<'a>(shown: &Buffer, next: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
    let mut changes = Vec::new();
    for y in 0..next.area.height {
        let mut cut = false;
        let mut covered = false;
        for x in 0..next.area.width {
            let (Some(old), Some(new)) = (shown.cell((x, y)), next.cell((x, y))) else { continue };
            let changed = old != new && !(pen::is_bare(old) && pen::is_bare(new));
            if (changed || cut) && !covered {
                changes.push((x, y, new));
            }
            cut = is_wide(old) && old != new;
            covered = !covered && is_wide(new);
        }
    }
    changes
}

fn is_wide(cell: &Cell) -> bool {
    cell.symbol().len() > 1 && columns(cell.symbol()) > 1
}

/// Whether every terminal gives the sign one column.
fn is_one_wide(cell: &Cell) -> bool {
    let mut signs = cell.symbol().chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) => {
            matches!(sign, ' '..='~' | '\u{a1}'..='\u{ff}' | '\u{2500}'..='\u{259f}')
        }
        _ => false,
    }
}
