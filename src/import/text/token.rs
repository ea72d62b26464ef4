//! A piece of a line: a number, a clock time, a word or a sign, and where it stands.

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// First character of the line, counted from 0.
    pub(super) from: usize,
    /// The character behind the last one.
    pub(super) to: usize,
    /// No space stands before it.
    pub(super) glued: bool,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum TokenKind {
    /// `8`, `2.5`, `2,5`.
    Number(f64),
    /// `1:30`, `:40`: seconds.
    Clock(u32),
    /// Letters, folded.
    Word(String),
    /// Any other visible character, folded.
    Sign(char),
}

impl Token {
    /// The folded word, empty for anything else.
    pub(super) fn word(&self) -> &str {
        match &self.kind {
            TokenKind::Word(word) => word,
            _ => "",
        }
    }

    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    pub(super) const fn number(&self) -> Option<f64> {
        match self.kind {
            TokenKind::Number(value) => Some(value),
            _ => None,
        }
    }
}
