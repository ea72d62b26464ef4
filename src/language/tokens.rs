//! Words and numbers of a text with the place they stand at.

use super::fold::push_folded;

/// A word or number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Folded text; a number with a point as its decimal sign.
    pub text: String,
    /// Word or number.
    pub kind: TokenKind,
    /// First character, counted from 0.
    pub from: usize,
    /// The character behind the last one.
    pub to: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits, with at most one decimal sign between them.
    Number,
}

/// The words and numbers of `text`, in order. A word ends where letters end, so `3x10` holds
/// three tokens; an apostrophe inside a word is dropped (`farmer's` → `farmers`). A comma or point
/// is a decimal sign only where it stands alone between digits: `2,5` is one number, `12,10,8`
/// three.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut scan = Scan { rest: text, at: 0 };
    let mut tokens = Vec::new();
    // `12,10,8`: digits behind a sign that already parted two numbers are no decimals
    let mut in_list = false;
    while let Some(letter) = scan.peek() {
        let from = scan.at;
        if letter.is_ascii_digit() {
            let mut number = scan.digits();
            let mut ahead = scan.clone();
            if matches!(ahead.next(), Some('.' | ',')) {
                let part = ahead.digits();
                let mut behind = ahead.clone();
                let goes_on = matches!(behind.next(), Some('.' | ','))
                    && behind.peek().is_some_and(|next| next.is_ascii_digit());
                if !part.is_empty() && !goes_on && !in_list {
                    number.push('.');
                    number.push_str(&part);
                    scan = ahead;
                }
                in_list = !part.is_empty() && (goes_on || in_list);
            } else {
                in_list = false;
            }
            tokens.push(Token { text: number, kind: TokenKind::Number, from, to: scan.at });
            // the sign between two numbers of a list
            if in_list {
                scan.next();
            }
        } else if is_word(letter) {
            in_list = false;
            let word = scan.word();
            if !word.is_empty() {
                tokens.push(Token { text: word, kind: TokenKind::Word, from, to: scan.at });
            }
        } else {
            in_list = false;
            scan.next();
        }
    }
    tokens
}

/// A place in a text, counted in characters.
#[derive(Clone)]
struct Scan<'a> {
    rest: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = letters.next()?;
        self.rest = letters.as_str();
        self.at += 1;
        Some(letter)
    }

    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            digits.push(digit);
            self.next();
        }
        digits
    }

    /// A word, folded, with the apostrophes inside it dropped.
    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(letter) = self.peek() {
            if is_word(letter) {
                push_folded(&mut word, letter);
            } else {
                let joins = is_apostrophe(letter)
                    && self.rest.chars().nth(1).is_some_and(char::is_alphabetic);
                if !joins {
                    break;
                }
            }
            self.next();
        }
        word
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphabetic()
        || letter == '×'
        || unicode_normalization::char::is_combining_mark(letter)
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '´' | '`' | 'ʼ')
}
