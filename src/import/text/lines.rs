//! A text into lines with what stands around their content: indent, bullet, heading marks, label.

use super::prefix::{branches, message_head};

/// A line of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Number in the text, from 1.
    pub(super) number: usize,
    /// The characters, without space around them.
    pub(super) letters: Vec<char>,
    /// Where the content begins: behind bullet, heading marks and label.
    pub(super) start: usize,
    /// Where it ends: before closing marks.
    pub(super) end: usize,
    /// Columns of space before it.
    pub(super) indent: usize,
    /// It stands in a list.
    pub(super) bullet: bool,
    /// Depth of a Markdown heading; 0: none. Lines wholly in bold count as 7.
    pub(super) heading: u8,
    /// Letter and number in front: `A1`, `B`.
    pub(super) label: Option<String>,
    /// `Set 2:` stands in front.
    pub(super) set_mark: bool,
}

impl Line {
    /// The content as text.
    pub(super) fn content(&self) -> String {
        self.letters.iter().skip(self.start).take(self.end.saturating_sub(self.start)).collect()
    }

    /// The whole line as text.
    pub(super) fn text(&self) -> String {
        self.letters.iter().collect()
    }

    /// Nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.end <= self.start
    }

    /// Gaps part it, as tabs of a spreadsheet do.
    pub(super) fn is_wide(&self) -> bool {
        self.letters.windows(3).any(|three| three == [' '; 3])
    }

    /// The last character of the content.
    pub(super) fn last(&self) -> Option<char> {
        self.letters.get(self.end.checked_sub(1)?).copied()
    }
}

/// Longest line that is read; what lies behind is kept as text only.
const LONGEST: usize = 2_000;

/// Columns a tab takes.
pub(super) const TAB: usize = 4;

/// The lines of a text.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    text.lines().enumerate().map(|(at, raw)| line(at + 1, raw))
}

fn line(number: usize, raw: &str) -> Line {
    let indent =
        raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { TAB } else { 1 });
    let letters: Vec<char> = raw.trim().chars().take(LONGEST).collect();
    let head = message_head(&letters);
    let drawn = branches(letters.get(head..).unwrap_or_default());
    let mut line = Line {
        number,
        indent: indent.sum::<usize>() + drawn,
        start: head + drawn,
        end: letters.len(),
        bullet: drawn > 0,
        letters,
        ..Line::default()
    };
    line.marks();
    line.emphasis();
    line.label();
    line.trim();
    line
}

impl Line {
    fn at(&self, index: usize) -> Option<char> {
        (index < self.end).then(|| self.letters.get(index).copied()).flatten()
    }

    fn is_space(&self, index: usize) -> bool {
        self.at(index).is_none_or(char::is_whitespace)
    }

    /// Heading marks, bullets, check boxes, numbering.
    fn marks(&mut self) {
        let from = self.start;
        let hashes = self.letters.iter().skip(from).take_while(|letter| **letter == '#').count();
        if hashes > 0
            && hashes <= 6
            && self.is_space(from + hashes)
            && self.letters.len() > from + hashes
        {
            self.heading = hashes as u8;
            self.start += hashes;
        }
        while self.at(self.start) == Some('>') {
            self.start += 1;
        }
        self.skip_space();
        if let Some(mark) = self.at(self.start) {
            let dash = matches!(mark, '-' | '*' | '+' | '–' | '—');
            let dot = matches!(
                mark,
                '•' | '·' | '▪' | '◦' | '●' | '‣' | '○' | '■' | '►' | '▶' | '✓' | '✔'
            );
            if (dash && self.is_space(self.start + 1)) || dot {
                self.bullet = true;
                self.start += 1;
                self.skip_space();
            }
        }
        let boxed = self.at(self.start) == Some('[')
            && self.at(self.start + 2) == Some(']')
            && matches!(self.at(self.start + 1), Some(' ' | 'x' | 'X'));
        if boxed {
            self.bullet = true;
            self.start += 3;
            self.skip_space();
        }
        let digits =
            (self.start..).take_while(|at| self.at(*at).is_some_and(|c| c.is_ascii_digit()));
        let digits = digits.count();
        let close = self.at(self.start + digits);
        if (1..=2).contains(&digits)
            && matches!(close, Some('.' | ')'))
            && self.at(self.start + digits + 1).is_some_and(char::is_whitespace)
        {
            self.bullet = true;
            self.start += digits + 1;
            self.skip_space();
        }
    }

    /// Bold and italic marks around the whole content.
    fn emphasis(&mut self) {
        for (mark, width) in [('*', 2), ('_', 2), ('*', 1)] {
            let opens = (0..width).all(|n| self.at(self.start + n) == Some(mark));
            if !opens {
                continue;
            }
            let colon = usize::from(self.at(self.end - 1) == Some(':'));
            let closes = (1..=width).all(|n| self.at(self.end - colon - n) == Some(mark));
            if closes && self.end > self.start + 2 * width + colon {
                self.start += width;
                self.end -= width + colon;
                if self.heading == 0 && width == 2 && !self.bullet {
                    self.heading = 7;
                }
                return;
            }
        }
    }

    /// `A1)`, `A.`, `B:`, `1a)` and `Set 2:` in front.
    fn label(&mut self) {
        let first = self.at(self.start);
        let rest = |at: usize| self.at(self.start + at);
        let letter = |c: Option<char>| c.filter(char::is_ascii_alphabetic);
        let digit = |c: Option<char>| c.filter(char::is_ascii_digit);
        let close = |c: Option<char>| matches!(c, Some(')' | '.' | ':'));
        let capital = |c: char| c.is_ascii_uppercase() && c <= 'H';
        let (label, width) = match (first, rest(1)) {
            (Some(a), Some(n)) if letter(Some(a)).is_some() && digit(Some(n)).is_some() => {
                let spaced = self.is_space(self.start + 2) && capital(a);
                let dashed = matches!(rest(2), Some('-' | '–')) && self.is_space(self.start + 3);
                if !close(rest(2)) && !spaced && !dashed {
                    return;
                }
                let width = if spaced { 2 } else { 3 };
                (format!("{}{n}", a.to_ascii_uppercase()), width)
            }
            (Some(n), Some(a)) if digit(Some(n)).is_some() && letter(Some(a)).is_some() => {
                if !close(rest(2)) || !self.is_space(self.start + 3) {
                    return;
                }
                (format!("{n}{}", a.to_ascii_uppercase()), 3)
            }
            (Some(a), c) if capital(a) && close(c) => {
                let dotted = c == Some('.') && !self.is_space(self.start + 2);
                if dotted {
                    return;
                }
                (a.to_string(), 2)
            }
            _ => {
                self.set_label();
                return;
            }
        };
        self.label = Some(label);
        self.start += width;
        self.skip_space();
    }

    /// `Set 1:`, `Satz 2 -`, `Set1.`
    fn set_label(&mut self) {
        let word: String = (self.start..)
            .map_while(|at| self.at(at).filter(|c| c.is_alphabetic()))
            .take(6)
            .flat_map(char::to_lowercase)
            .collect();
        if word != "set" && word != "satz" {
            return;
        }
        let mut at = self.start + word.chars().count();
        while self.at(at) == Some(' ') || self.at(at) == Some('#') {
            at += 1;
        }
        let digits = (at..self.end)
            .take_while(|at| self.at(*at).is_some_and(|c| c.is_ascii_digit()))
            .count();
        if digits == 0 || digits > 2 {
            return;
        }
        at += digits;
        while matches!(self.at(at), Some(':' | '.' | ')' | '-' | ' ' | '–')) {
            at += 1;
        }
        if at < self.end {
            self.set_mark = true;
            self.start = at;
        }
    }

    fn skip_space(&mut self) {
        while self.start < self.end && self.is_space(self.start) {
            self.start += 1;
        }
    }

    fn trim(&mut self) {
        self.skip_space();
        while self.end > self.start && self.is_space(self.end - 1) {
            self.end -= 1;
        }
    }
}
