//! How the terminal writes just now, and the shortest change to how it should: colours and weights
//! as SGR sequences. The sixteen colours have codes of their own, which every terminal knows.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What of a style also shows on a blank.
const ON_BLANKS: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Weights with what turns each on and off.
const WEIGHTS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// How the terminal writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    front: Color,
    back: Color,
    weight: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Self { front: Color::Reset, back: Color::Reset, weight: Modifier::empty() }
    }
}

/// Whether the cell is a blank as erasing leaves it.
pub(super) fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.bg == Color::Reset && !cell.modifier.intersects(ON_BLANKS)
}

impl Pen {
    const fn of(cell: &Cell) -> Self {
        Self { front: cell.fg, back: cell.bg, weight: cell.modifier }
    }

    /// Whether the cell looks right as the terminal writes now.
    pub(super) fn fits(self, cell: &Cell) -> bool {
        let wanted = Self::of(cell);
        let blank = cell.symbol() == " "
            && wanted.back == self.back
            && wanted.weight.intersection(ON_BLANKS) == self.weight.intersection(ON_BLANKS)
            // a reversed blank shows the foreground
            && !self.weight.contains(Modifier::REVERSED);
        blank || wanted == self
    }

    /// Turns to how the cell is written.
    pub(super) fn take(&mut self, cell: &Cell, out: &mut Vec<u8>) {
        if !self.fits(cell) {
            self.turn(Self::of(cell), out);
        }
    }

    /// Turns to a pen that erases to blanks without colour.
    pub(super) fn bare(&mut self, out: &mut Vec<u8>) {
        if self.back != Color::Reset || self.weight.intersects(ON_BLANKS) {
            self.turn(Self::default(), out);
        }
    }

    fn turn(&mut self, to: Self, out: &mut Vec<u8>) {
        let from = std::mem::replace(self, to);
        let changed = from.changes(to);
        let anew = Self::default().changes(to);
        // 0 is what an empty list of codes means
        let anew = if anew.is_empty() { anew } else { format!("0;{anew}") };
        let codes = if anew.len() < changed.len() { anew } else { changed };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(codes.as_bytes());
        out.push(b'm');
    }

    /// The codes that lead from this to another, which must differ or be the default.
    fn changes(self, to: Self) -> String {
        let mut codes = String::new();
        let mut add = |code: u8| {
            let gap = if codes.is_empty() { "" } else { ";" };
            // writing into a string cannot fail
            let _ = write!(codes, "{gap}{code}");
        };
        let lost = self.weight.difference(to.weight);
        let mut kept = self.weight.intersection(to.weight);
        for (weight, _, off) in WEIGHTS {
            if lost.contains(weight) {
                add(off);
                // one code takes two weights away
                for (other, _, _) in WEIGHTS.iter().filter(|(_, _, theirs)| *theirs == off) {
                    kept.remove(*other);
                }
            }
        }
        for (weight, on, _) in WEIGHTS {
            if to.weight.difference(kept).contains(weight) {
                add(on);
            }
        }
        for (from, to, base) in [(self.front, to.front, 30), (self.back, to.back, 40)] {
            if from != to {
                let gap = if codes.is_empty() { "" } else { ";" };
                let _ = write!(codes, "{gap}{}", colour(to, base));
            }
        }
        codes
    }
}

/// The code of a colour; `base` is 30 for the foreground and 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let place = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
    };
    (base + place).to_string()
}
