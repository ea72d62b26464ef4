//! The pass over the text: one character after the other, with a memory of one cluster.

use std::borrow::Cow;

use super::classes::{Class, class, is_plain};
use super::escape;

/// What becomes of line breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Every kind becomes `\n`.
    Keep,
    /// Every kind becomes a space.
    Join,
}

/// Accents on one base letter. Vietnamese and pointed Hebrew need three.
const ACCENTS: u8 = 4;
/// Joiners in one emoji. The longest in use, a family of four, has three.
const JOINERS: u8 = 4;
/// A tab. Fixed rather than to the next stop, so that every tab still parts two columns.
const TAB: &str = "    ";

/// The text as it may be, and the number of characters removed.
pub(super) fn pass(text: &str, breaks: Breaks) -> (Cow<'_, str>, usize) {
    let harmless = |letter| is_plain(letter) || (letter == '\n' && breaks == Breaks::Keep);
    let Some(first) = text.find(|letter| !harmless(letter)) else {
        return (Cow::Borrowed(text), 0);
    };
    // the letter before may be the base of what comes: start there
    let start =
        text.get(..first).map_or(0, |head| head.char_indices().next_back().map_or(0, |(at, _)| at));
    let (Some(head), Some(tail)) = (text.get(..start), text.get(start..)) else {
        return (Cow::Borrowed(text), 0);
    };
    let mut sieve = Sieve::new(head, text.len(), breaks);
    sieve.run(tail);
    if sieve.changed { (Cow::Owned(sieve.out), sieve.removed) } else { (Cow::Borrowed(text), 0) }
}

/// What the last cluster written can still take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// Nothing: the start of a line.
    Nothing,
    /// A letter with so many accents.
    Letter { accents: u8 },
    /// A pictograph.
    Emoji { accents: u8, joiners: u8, varied: bool },
}

struct Sieve {
    out: String,
    removed: usize,
    changed: bool,
    breaks: Breaks,
    last: Last,
    /// A joiner behind an emoji, written once another emoji follows.
    joiner: bool,
}

impl Sieve {
    fn new(head: &str, size: usize, breaks: Breaks) -> Self {
        let mut out = String::with_capacity(size);
        out.push_str(head);
        Self { out, removed: 0, changed: false, breaks, last: Last::Nothing, joiner: false }
    }

    fn run(&mut self, text: &str) {
        let mut chars = text.chars();
        loop {
            let rest = chars.as_str();
            let Some(letter) = chars.next() else { break };
            let class = class(letter);
            if self.joiner && !matches!(class, Class::Emoji) {
                self.joiner = false;
                self.drop(1);
            }
            match class {
                Class::Plain => self.keep(letter, Last::Letter { accents: 0 }),
                Class::Emoji => self.emoji(letter),
                Class::Accent => self.accent(letter),
                Class::Variation => self.variation(letter),
                Class::Joiner => self.join(),
                Class::Break => {
                    if letter == '\r' && chars.as_str().starts_with('\n') {
                        self.changed = true;
                    } else {
                        self.line_break(letter);
                    }
                }
                Class::Tab => {
                    self.out.push_str(TAB);
                    self.changed = true;
                    self.last = Last::Letter { accents: 0 };
                }
                Class::Escape => {
                    let length = escape::length(rest);
                    self.drop(length);
                    for _ in 1..length {
                        chars.next();
                    }
                }
                Class::Forbidden => self.drop(1),
            }
        }
        if self.joiner {
            self.drop(1);
        }
    }

    fn keep(&mut self, letter: char, last: Last) {
        self.out.push(letter);
        self.last = last;
    }

    fn drop(&mut self, count: usize) {
        self.removed += count;
        self.changed = true;
    }

    fn line_break(&mut self, letter: char) {
        let (written, last) = match self.breaks {
            Breaks::Keep => ('\n', Last::Nothing),
            Breaks::Join => (' ', Last::Letter { accents: 0 }),
        };
        self.changed |= written != letter;
        self.keep(written, last);
    }

    fn emoji(&mut self, letter: char) {
        let mut joiners = 0;
        if std::mem::take(&mut self.joiner) {
            self.out.push('\u{200d}');
            if let Last::Emoji { joiners: before, .. } = self.last {
                joiners = before + 1;
            }
        }
        self.keep(letter, Last::Emoji { accents: 0, joiners, varied: false });
    }

    fn accent(&mut self, letter: char) {
        let (Last::Letter { accents } | Last::Emoji { accents, .. }) = &mut self.last else {
            return self.drop(1);
        };
        if *accents < ACCENTS {
            *accents += 1;
            self.out.push(letter);
        } else {
            self.drop(1);
        }
    }

    fn variation(&mut self, letter: char) {
        match &mut self.last {
            Last::Emoji { varied, accents: 0, .. } if !*varied => {
                *varied = true;
                self.out.push(letter);
            }
            _ => self.drop(1),
        }
    }

    fn join(&mut self) {
        match self.last {
            Last::Emoji { joiners, .. } if joiners < JOINERS => self.joiner = true,
            _ => self.drop(1),
        }
    }
}
