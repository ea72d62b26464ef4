//! Which characters are safe as they are, which never are, and which depend on their neighbours.

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// What a character is to the sieve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Shown as it is.
    Plain,
    /// A pictograph, between which joiners have a meaning.
    Emoji,
    /// Takes no column of its own: an accent, a joining letter.
    Accent,
    /// U+FE0F and U+FE0E: asks for the coloured or the plain form of an emoji.
    Variation,
    /// U+200D.
    Joiner,
    /// A line break of any kind.
    Break,
    /// Tab.
    Tab,
    /// ESC or a C1 control: may introduce a sequence.
    Escape,
    /// Never shown.
    Forbidden,
}

/// The fast answer for most text: nothing here needs a second look.
pub(super) const fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
        && !matches!(letter, '©' | '®')
}

pub(super) fn class(letter: char) -> Class {
    match letter {
        _ if is_plain(letter) => Class::Plain,
        '\t' => Class::Tab,
        '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Break,
        '\u{1b}' | '\u{80}'..='\u{9f}' => Class::Escape,
        '\u{200d}' => Class::Joiner,
        '\u{fe0e}' | '\u{fe0f}' => Class::Variation,
        _ if is_forbidden(letter) => Class::Forbidden,
        // skin tones extend whatever stands before them
        '\u{1f3fb}'..='\u{1f3ff}' => Class::Accent,
        _ if is_emoji(letter) => Class::Emoji,
        _ if is_combining_mark(letter) || letter.width() == Some(0) => Class::Accent,
        _ => Class::Plain,
    }
}

/// Controls, bidi controls, invisible characters, fillers, tags, variation selectors that no
/// terminal font answers to, and code points that are no characters.
const fn is_forbidden(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{fdd0}'..='\u{fdef}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
        || (letter as u32) & 0xfffe == 0xfffe
}

/// Pictographs (Unicode's `Extended_Pictographic`, by block).
const fn is_emoji(letter: char) -> bool {
    matches!(letter,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '\u{2194}'..='\u{21aa}' | '\u{231a}'..='\u{23ff}'
        | 'Ⓜ' | '\u{25aa}'..='\u{25fe}' | '\u{2600}'..='\u{27bf}' | '⤴' | '⤵'
        | '\u{2b05}'..='\u{2b55}' | '〰' | '〽' | '㊗' | '㊙' | '\u{1f000}'..='\u{1faff}')
}
