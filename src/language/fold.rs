//! The one canonical form in which names and queries are compared.

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
        push_folded(&mut folded, letter);
    }
    folded
}

/// Appends one character folded; nothing for an accent or joiner. For readers that must keep the
/// place of every letter.
pub fn push_folded(out: &mut String, letter: char) {
    if letter.is_ascii() {
        out.push(letter.to_ascii_lowercase());
    } else if let Some(fixed) = spelled(letter) {
        out.push_str(fixed);
    } else {
        for part in letter.nfkd().flat_map(char::to_lowercase) {
            match spelled(part) {
                Some(fixed) => out.push_str(fixed),
                None if is_combining_mark(part) || is_invisible(part) => {}
                None => out.push(part),
            }
        }
    }
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
