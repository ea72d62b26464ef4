//! The one canonical form in which names and queries are compared.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents: `Kniebeuge über Kopf` → `kniebeuge uber kopf`, `ß` → `ss`, `×` →
/// `x`, every dash → `-`. Runs over ASCII at the price of a copy.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        folded.push_str(&fold_char(letter));
    }
    folded
}

/// One character folded; empty for an accent or joiner.
#[must_use]
pub fn fold_char(letter: char) -> Cow<'static, str> {
    if letter.is_ascii() {
        return Cow::Owned(letter.to_ascii_lowercase().to_string());
    }
    if let Some(fixed) = spelled(letter) {
        return Cow::Borrowed(fixed);
    }
    let mut folded = String::new();
    for part in letter.nfkd().flat_map(char::to_lowercase) {
        match spelled(part) {
            Some(fixed) => folded.push_str(fixed),
            None if is_combining_mark(part) || is_invisible(part) => {}
            None => folded.push(part),
        }
    }
    Cow::Owned(folded)
}

/// Signs that Unicode does not decompose, or not as coaches would, and the umlauts for speed.
const fn spelled(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ä' | 'Ä' => "a",
        'ö' | 'Ö' | 'ø' | 'Ø' => "o",
        'ü' | 'Ü' => "u",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' => "d",
        'ı' => "i",
        '×' | '✕' | '✖' | '⨯' => "x",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | '－' => "-",
        '’' | '‘' | '‚' | '´' | '`' | '′' | 'ʼ' => "'",
        '“' | '”' | '„' | '«' | '»' | '″' => "\"",
        '⁄' | '∕' => "/",
        '½' => "1/2",
        '¼' => "1/4",
        '¾' => "3/4",
        _ => return None,
    })
}

const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
