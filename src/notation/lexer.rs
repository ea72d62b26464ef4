//! Splits a line into numbers, words and signs with their places. Meaning is the parser's.

use crate::language::{NumberWord, fold, number_word};

use super::words::{Word, word};

/// Longest word that is looked at: no word of the notation comes near.
const WORD: usize = 40;

/// A piece of a line as highlighters see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme {
    /// First character, counted from 0.
    pub from: usize,
    /// The character behind the last one.
    pub to: usize,
    /// What it is.
    pub kind: LexemeKind,
}

/// What a [`Lexeme`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LexemeKind {
    /// Digits, or a word for a number.
    Number,
    /// A word of the notation.
    Keyword,
    /// Any other word.
    Word,
    /// A sign such as `@` or `-`.
    Sign,
    /// A remark: quoted, or behind `;`.
    Note,
}

/// The pieces of a line, in order.
#[must_use]
pub fn lex(text: &str) -> Vec<Lexeme> {
    let kind = |token: &Token| match token.kind {
        Kind::Digits(_) | Kind::Spelled { .. } | Kind::Fraction(_) => LexemeKind::Number,
        Kind::Word(Word::Unknown) => LexemeKind::Word,
        Kind::Word(_) => LexemeKind::Keyword,
        Kind::Sign(_) => LexemeKind::Sign,
        Kind::Note(_) => LexemeKind::Note,
    };
    let tokens = tokens(text);
    tokens
        .iter()
        .map(|token| Lexeme { from: token.from, to: token.to, kind: kind(token) })
        .collect()
}

/// A piece of a line as the parser sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Token<'a> {
    pub kind: Kind<'a>,
    /// The piece as written.
    pub text: &'a str,
    pub from: usize,
    pub to: usize,
    /// No white space stands before it.
    pub glued: bool,
}

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind<'a> {
    /// ASCII digits.
    Digits(&'a str),
    /// `three`, `drei`; `dreimal` is a number of times.
    Spelled {
        value: f64,
        times: bool,
    },
    /// `½`.
    Fraction(f64),
    Word(Word),
    /// Dashes, primes and multiplication signs are unified.
    Sign(char),
    /// The text of a remark, without quotes or semicolon.
    Note(&'a str),
}

/// The pieces of a line, in order. Control characters and white space part them.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { text, at: 0, column: 0, tokens: Vec::with_capacity(16) };
    lexer.run();
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    /// Byte offset of `column`.
    at: usize,
    column: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Lexer<'a> {
    fn run(&mut self) {
        let mut glued = false;
        while let Some(letter) = self.rest().chars().next() {
            if letter.is_whitespace() || letter.is_control() {
                self.skip(1);
                glued = false;
                continue;
            }
            let (length, kind) = self.next(letter, glued);
            self.push(length, kind, glued);
            glued = true;
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Steps over `count` characters and returns them.
    fn skip(&mut self, count: usize) -> &'a str {
        let rest = self.rest();
        let bytes = rest.char_indices().nth(count).map_or(rest.len(), |(at, _)| at);
        self.at += bytes;
        self.column += count;
        rest.get(..bytes).unwrap_or_default()
    }

    fn push(&mut self, length: usize, kind: Kind<'a>, glued: bool) {
        let from = self.column;
        let text = self.skip(length);
        self.tokens.push(Token { kind, text, from, to: self.column, glued });
    }

    /// Length in characters, and kind, of the piece that starts with `letter`.
    fn next(&mut self, letter: char, glued: bool) -> (usize, Kind<'a>) {
        let rest = self.rest();
        match letter {
            '0'..='9' => {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                (digits, Kind::Digits(rest.get(..digits).unwrap_or_default()))
            }
            ';' => {
                let note = rest.get(1..).unwrap_or_default().trim();
                (rest.chars().count(), Kind::Note(note))
            }
            '"' | '“' | '”' | '„' | '«' | '″' => self.quote(letter, glued),
            '½' => (1, Kind::Fraction(0.5)),
            '¼' => (1, Kind::Fraction(0.25)),
            '¾' => (1, Kind::Fraction(0.75)),
            '×' | '*' | '✕' | '✖' => (1, Kind::Word(Word::Times)),
            '‐' | '‑' | '‒' | '–' | '—' | '−' => (1, Kind::Sign('-')),
            '′' | '’' | '´' | '`' => (1, Kind::Sign('\'')),
            '⁄' | '∕' => (1, Kind::Sign('/')),
            _ if letter.is_alphabetic() => self.word(),
            _ => (1, Kind::Sign(letter)),
        }
    }

    /// A quoted remark, or the sign for seconds where digits stand right before.
    fn quote(&self, letter: char, glued: bool) -> (usize, Kind<'a>) {
        let after_digits =
            self.tokens.last().is_some_and(|token| matches!(token.kind, Kind::Digits(_)));
        if glued && after_digits || letter == '″' {
            return (1, Kind::Sign('"'));
        }
        let ends = |inner: &char| matches!(inner, '"' | '“' | '”' | '»');
        let inside = self.rest().get(letter.len_utf8()..).unwrap_or_default();
        let length = inside.chars().take_while(|inner| !ends(inner)).count();
        let bytes = inside.char_indices().nth(length).map_or(inside.len(), |(at, _)| at);
        let closing = usize::from(bytes < inside.len());
        (1 + length + closing, Kind::Note(inside.get(..bytes).unwrap_or_default().trim()))
    }

    /// Letters, with hyphens between them and points behind them.
    fn word(&self) -> (usize, Kind<'a>) {
        let rest = self.rest();
        let mut letters = rest.char_indices().peekable();
        let (mut bytes, mut count) = (0, 0);
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let hyphen = matches!(letter, '-' | '‐' | '‑')
                && count > 0
                && next.is_some_and(char::is_alphabetic);
            if !(letter.is_alphabetic() || hyphen) {
                break;
            }
            bytes = at + letter.len_utf8();
            count += 1;
        }
        let text = rest.get(..bytes).unwrap_or_default();
        let dot = usize::from(rest.get(bytes..).is_some_and(|rest| rest.starts_with('.')));
        let kind = match known(text) {
            _ if count > WORD => Kind::Word(Word::Unknown),
            Some(kind) => kind,
            // `3xmax`, `4xAMRAP`: the sign sticks to the word
            None if text.len() > 1 && text.starts_with(['x', 'X']) => {
                return (1, Kind::Word(Word::Times));
            }
            // `s-rest`: only the part before the hyphen is known
            None => match text.split_once('-').map(|(head, _)| head).filter(|head| head.is_ascii())
            {
                Some(head) => match known(head) {
                    Some(kind) => return (head.len(), kind),
                    None => Kind::Word(Word::Unknown),
                },
                None => Kind::Word(Word::Unknown),
            },
        };
        (count + dot, kind)
    }
}

/// The meaning of a word, and of one that is a number.
fn known<'a>(text: &str) -> Option<Kind<'a>> {
    let mut folded = fold(text);
    if folded.contains('-') {
        folded.retain(|letter| letter != '-');
    }
    match word(&folded) {
        Word::Unknown => number_word(&folded).map(|number| match number {
            NumberWord::Count(value) => Kind::Spelled { value, times: false },
            NumberWord::Times(value) => Kind::Spelled { value, times: true },
        }),
        word => Some(Kind::Word(word)),
    }
}
