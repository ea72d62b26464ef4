//! A place in the tokens of a line.

use super::lexer::{Kind, Token};
use super::words::Word;

/// A place in the tokens of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub tokens: &'a [Token<'a>],
    pub at: usize,
    /// Length of the line in characters.
    pub end: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn peek(&self, ahead: usize) -> Option<Token<'a>> {
        self.tokens.get(self.at + ahead).copied()
    }

    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        let token = self.peek(0)?;
        self.at += 1;
        Some(token)
    }

    pub(super) fn word_at(&self, ahead: usize) -> Option<Word> {
        match self.peek(ahead)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn word(&self) -> Option<Word> {
        self.word_at(0)
    }

    pub(super) fn next_word(&mut self) -> Option<Word> {
        let word = self.word()?;
        self.at += 1;
        Some(word)
    }

    pub(super) fn sign(&self, ahead: usize, sign: char) -> bool {
        self.peek(ahead).is_some_and(|token| token.kind == Kind::Sign(sign))
    }

    /// Whether this sign stands at the cursor without white space before it.
    pub(super) fn glued_sign(&self, sign: char) -> bool {
        self.sign(0, sign) && self.peek(0).is_some_and(|token| token.glued)
    }

    pub(super) fn follows_number(&self, ahead: usize) -> bool {
        match self.peek(ahead).map(|token| token.kind) {
            Some(Kind::Digits(_) | Kind::Fraction(_) | Kind::Spelled { times: false, .. }) => true,
            Some(Kind::Sign('.')) => {
                matches!(
                    self.peek(ahead + 1),
                    Some(Token { kind: Kind::Digits(_), glued: true, .. })
                )
            }
            _ => false,
        }
    }

    pub(super) fn skip_signs(&mut self, sign: char) {
        while self.sign(0, sign) {
            self.at += 1;
        }
    }

    pub(super) fn skip_joins(&mut self) {
        while self.word() == Some(Word::Joins) || self.sign(0, ':') || self.sign(0, '~') {
            self.at += 1;
        }
    }

    /// The character behind the last token read.
    pub(super) fn behind(&self) -> usize {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0, |token| token.to)
    }

    /// The character the next token starts at.
    pub(super) fn column(&self) -> usize {
        self.peek(0).map_or(self.end, |token| token.from)
    }
}
