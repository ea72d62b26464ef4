//! How far an escape sequence reaches. A sequence that does not end within its bound, or is
//! broken by another control, is only its introducer: the text behind it stays.

/// Longest parameter list of a control sequence that is taken for one.
const CSI_LIMIT: usize = 64;
/// Longest payload of a string sequence (title, link, clipboard) that is taken for one.
const STRING_LIMIT: usize = 4096;

/// Number of characters to drop at the start of `text`, which begins with ESC or a C1 control.
pub(super) fn length(text: &str) -> usize {
    let mut chars = text.chars();
    match chars.next() {
        Some('\u{1b}') => match chars.next() {
            Some('[') => 2 + csi(chars.as_str()),
            Some(']' | 'P' | 'X' | '^' | '_') => 2 + string(chars.as_str()),
            Some(' '..='/') => 1 + designator(text),
            Some('0'..='~') => 2,
            _ => 1,
        },
        Some('\u{9b}') => 1 + csi(chars.as_str()),
        Some('\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}') => 1 + string(chars.as_str()),
        _ => 1,
    }
}

/// Parameters, intermediates and the final byte; 0 when there is no final byte.
fn csi(text: &str) -> usize {
    for (at, letter) in text.chars().enumerate().take(CSI_LIMIT) {
        match letter {
            ' '..='?' => {}
            '@'..='~' => return at + 1,
            _ => return 0,
        }
    }
    0
}

/// Payload and terminator (BEL or ST); 0 when another control comes first.
fn string(text: &str) -> usize {
    let mut chars = text.chars().enumerate().take(STRING_LIMIT).peekable();
    while let Some((at, letter)) = chars.next() {
        match letter {
            '\u{7}' | '\u{9c}' => return at + 1,
            '\u{1b}' => {
                let ends = chars.peek().is_some_and(|(_, next)| *next == '\\');
                return if ends { at + 2 } else { 0 };
            }
            _ if letter.is_control() => return 0,
            _ => {}
        }
    }
    0
}

/// `ESC ( B` and its like: intermediates and a final byte behind the ESC; 0 when broken.
fn designator(text: &str) -> usize {
    for (at, letter) in text.chars().skip(1).enumerate().take(4) {
        match letter {
            ' '..='/' => {}
            '0'..='~' => return at + 1,
            _ => return 0,
        }
    }
    0
}
