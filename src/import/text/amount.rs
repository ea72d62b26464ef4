//! Numbers as they stand in plans: single, ranges, lists, pairs, with or without a plus.

use smallvec::{SmallVec, smallvec};

use super::measures::{Measure, measure};
use super::token::{Token, TokenKind};
use crate::domain::Span;

/// One or more numbers that belong together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    /// The numbers; a range is one entry.
    pub(super) items: SmallVec<[Span<f64>; 2]>,
    /// Joined by `/`.
    pub(super) slash: bool,
    /// `5+`: at least.
    pub(super) plus: bool,
    /// The token behind it.
    pub(super) end: usize,
}

impl Amount {
    /// The first number, the lower end of a range.
    pub(super) fn first(&self) -> f64 {
        self.items.first().map_or(0.0, |item| item.min)
    }

    /// The first item.
    pub(super) fn span(&self) -> Span<f64> {
        self.items.first().copied().unwrap_or(Span::exactly(0.0))
    }

    pub(super) fn is_list(&self) -> bool {
        self.items.len() > 1
    }

    /// Two numbers for two groups of people, or a fraction.
    pub(super) fn is_pair(&self) -> bool {
        self.slash && self.items.len() == 2
    }
}

/// A reading place within the tokens of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) tokens: &'a [Token],
}

impl Cursor<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", Token::word)
    }

    pub(super) fn sign(&self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_sign(sign))
    }

    pub(super) fn number(&self, at: usize) -> Option<f64> {
        self.tokens.get(at).and_then(Token::number)
    }

    pub(super) fn clock(&self, at: usize) -> Option<u32> {
        match self.tokens.get(at)?.kind {
            TokenKind::Clock(seconds) => Some(seconds),
            _ => None,
        }
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Number of characters of a token.
    pub(super) fn width(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(0, |token| token.to - token.from)
    }

    /// What stands there is done on a box.
    pub(super) fn jumps(&self) -> bool {
        let mut words = self.tokens.iter().map(Token::word);
        words.any(|word| {
            matches!(word, "jump" | "jumps" | "boxjumps" | "stepups" | "box" | "kasten")
        })
    }

    /// The measure that stands at `at`, maybe behind a hyphen or point, and the token behind it.
    pub(super) fn measure(&self, at: usize) -> Option<(Measure, usize)> {
        if self.sign(at, '%') {
            return Some((Measure::Percent, at + 1));
        }
        if self.sign(at, '#') && self.glued(at) {
            return Some((Measure::Pounds, at + 1));
        }
        if self.sign(at, '\'') && self.glued(at) && self.number(at + 1).is_none() {
            return Some((Measure::Seconds(60.0), at + 1));
        }
        if self.sign(at, '"') && self.glued(at) && self.number(at - 1).is_some_and(|n| n >= 5.0) {
            // `24" box jumps`: inches
            let second = if self.jumps() { Measure::Other } else { Measure::Seconds(1.0) };
            return Some((second, at + 1));
        }
        // `8-min` and `8- min`, but not `week 2 - circuit`
        let at = if self.sign(at, '-') && self.glued(at) { at + 1 } else { at };
        let word = self.word(at);
        if matches!(word, "work" | "working" | "hard" | "heavy" | "total")
            && measure(self.word(at + 1)) == Some(Measure::Sets)
        {
            return Some((Measure::Sets, at + 2));
        }
        let found = measure(word)?;
        // `5 m` and `5 h` need the letter alone; `10 s` may stand apart; `3 in a row` is no inch
        if word == "in" || (word == "step" && !self.glued(at)) {
            return None;
        }
        let end = at + 1;
        // a point that abbreviates, not the one that ends a sentence before a name
        Some((found, if self.sign(end, '.') && self.glued(end) { end + 1 } else { end }))
    }

    /// The numbers that start at `at`.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        if self.sign(at, '[') {
            let inner = self.amount(at + 1)?;
            // `[10-12 steps ea leg]` stays open for what follows the number
            let end = if self.sign(inner.end, ']') { inner.end + 1 } else { inner.end };
            return Some(Amount { end, ..inner });
        }
        let at = if self.sign(at, '~') { at + 1 } else { at };
        let mut items: SmallVec<[Span<f64>; 2]> = smallvec![Span::exactly(self.number(at)?)];
        let mut end = at + 1;
        let mut joined: Option<char> = None;
        while let Some((sign, after)) = self.joint(end) {
            if joined.is_some_and(|before| before != sign) {
                break;
            }
            let Some(next) = self.number(after) else { break };
            // `4x5, 1x5+`: sets of their own
            if sign == ',' && !self.glued(after) && is_factor(self, after + 1) {
                break;
            }
            // `10 pullups, 8 dips`: the comma parts two items
            let names = |at: usize| !self.word(at).is_empty() && self.measure(at).is_none();
            if sign == ',' && names(after + 1) && !is_and(self.word(after + 1)) {
                break;
            }
            // `5, 2 RIR` and `5, 85% x 3`: another amount with a measure of its own
            let apart = sign == ',' && items.len() == 1 && !self.glued(after);
            let own = |(kind, _): (Measure, usize)| {
                matches!(kind, Measure::Rir | Measure::Rpe | Measure::Percent | Measure::Seconds(_))
                    || kind.is_weight()
            };
            if apart && self.measure(after + 1).is_some_and(own) {
                break;
            }
            joined = Some(sign);
            items.push(Span::exactly(next));
            end = after + 1;
        }
        let plus = self.sign(end, '+') && self.glued(end) && self.number(end + 1).is_none();
        if plus {
            end += 1;
        }
        if joined == Some('-')
            && let [low, high] = items.as_slice()
            && low.min < high.min
        {
            items = smallvec![Span::between(low.min, high.min)];
        }
        Some(Amount { items, slash: joined == Some('/'), plus, end })
    }

    /// What joins two numbers: a sign, or a word for a range.
    fn joint(&self, at: usize) -> Option<(char, usize)> {
        for sign in ['-', '/', ','] {
            if self.sign(at, sign) {
                return Some((sign, at + 1));
            }
        }
        matches!(self.word(at), "to" | "bis").then_some(('-', at + 1))
    }

    /// The time at `at`, as seconds: a clock, or an amount with a unit of time.
    pub(super) fn time(&self, at: usize) -> Option<(Span<u32>, usize)> {
        if let Some(seconds) = self.clock(at) {
            let (mut end, mut span) = (at + 1, Span::exactly(seconds));
            if self.sign(end, '-')
                && let Some(more) = self.clock(end + 1)
            {
                span = Span::between(seconds, more);
                end += 2;
            }
            // `:20 sec.`, `1:30 min`
            if let Some((Measure::Seconds(_), after)) = self.measure(end) {
                end = after;
            }
            return Some((span, end));
        }
        let amount = self.amount(at)?;
        let (Measure::Seconds(factor), end) = self.measure(amount.end)? else { return None };
        if amount.is_list() {
            return None;
        }
        let span = amount.span();
        Some((Span { min: seconds(span.min, factor), max: seconds(span.max, factor) }, end))
    }
}

/// A times sign with a number behind it.
fn is_factor(cursor: &Cursor<'_>, at: usize) -> bool {
    cursor.word(at) == "x" && cursor.number(at + 1).is_some()
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "und" | "then" | "dann" | "for" | "of" | "x")
}

/// `value` of a unit of `factor` seconds, in whole seconds.
pub(super) fn seconds(value: f64, factor: f64) -> u32 {
    (value * factor).round().clamp(0.0, 864_000.0) as u32
}
