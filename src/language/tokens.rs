//! Words and numbers of a text with the place they stand at.

use super::fold_char;

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
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied();
    let digit = |index: usize| at(index).is_some_and(|letter| letter.is_ascii_digit());
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(letter) = at(from) {
        let mut to = from + 1;
        if letter.is_ascii_digit() {
            let run = |mut index: usize| {
                while digit(index) {
                    index += 1;
                }
                index
            };
            to = run(from);
            let sign = |index: usize| matches!(at(index), Some('.' | ',')) && digit(index + 1);
            let starts_list =
                from > 1 && matches!(at(from - 1), Some('.' | ',')) && digit(from - 2);
            let mut number: String = letters.iter().skip(from).take(to - from).collect();
            if sign(to) && !starts_list && !sign(run(to + 1)) {
                let end = run(to + 1);
                number.push('.');
                number.extend(letters.iter().skip(to + 1).take(end - to - 1));
                to = end;
            }
            tokens.push(Token { text: number, kind: TokenKind::Number, from, to });
        } else if is_word(letter) {
            let mut word = String::new();
            word.push_str(&fold_char(letter));
            while let Some(next) = at(to) {
                let joins = is_apostrophe(next) && at(to + 1).is_some_and(char::is_alphabetic);
                if is_word(next) {
                    word.push_str(&fold_char(next));
                } else if !joins {
                    break;
                }
                to += 1;
            }
            if !word.is_empty() {
                tokens.push(Token { text: word, kind: TokenKind::Word, from, to });
            }
        }
        from = to;
    }
    tokens
}

fn is_word(letter: char) -> bool {
    letter.is_alphabetic()
        || letter == '×'
        || unicode_normalization::char::is_combining_mark(letter)
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '´' | '`' | 'ʼ')
}
