//! Text for the clipboard of whoever sits at the terminal: an OSC 52 sequence. Only the letters of
//! Base64 are between its marks, so no text can end or change it.

/// Bytes of text beyond which terminals ignore the sequence.
pub(super) const MOST: usize = 74_000;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The sequence that puts `text` on the clipboard; `None` for more than terminals take.
#[must_use]
pub(super) fn sequence(text: &str) -> Option<Vec<u8>> {
    if text.len() > MOST {
        return None;
    }
    let mut out = b"\x1b]52;c;".to_vec();
    for triple in text.as_bytes().chunks(3) {
        let byte = |at: usize| u32::from(triple.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * at) & 63) as usize);
            out.push(letter.filter(|_| at <= triple.len()).copied().unwrap_or(b'='));
        }
    }
    out.push(0x07);
    Some(out)
}
