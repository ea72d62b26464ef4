//! Umlauts that went through the wrong encoding: UTF-8 read as Windows-1252 (`Ã¼`) or as the old
//! Macintosh set (`√º`).

use std::borrow::Cow;

/// The letter that two signs stand for, if they are such a pair. `×` comes back as `x`.
#[must_use]
pub const fn broken_letter(first: char, second: char) -> Option<char> {
    Some(match (first, second) {
        ('Ã', '¤') | ('√', '§') => 'ä',
        ('Ã', '¶') | ('√', '∂') => 'ö',
        ('Ã', '¼') | ('√', 'º') => 'ü',
        ('Ã', '„') | ('√', 'Ñ') => 'Ä',
        ('Ã', '–') | ('√', 'ñ') => 'Ö',
        ('Ã', 'œ') | ('√', 'ú') => 'Ü',
        ('Ã', 'Ÿ') | ('√', 'ü') => 'ß',
        ('Ã' | '√', '©') => 'é',
        ('Ã', '—') | ('√', 'ó') => 'x',
        _ => return None,
    })
}

/// The text with such pairs put right; as it is where there are none.
#[must_use]
pub fn mend(text: &str) -> Cow<'_, str> {
    if !text.contains(['Ã', '√']) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let whole = letters.peek().and_then(|next| broken_letter(letter, *next));
        if whole.is_some() {
            letters.next();
        }
        mended.push(whole.unwrap_or(letter));
    }
    Cow::Owned(mended)
}
