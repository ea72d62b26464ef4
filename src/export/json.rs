//! JSON that may be written to a terminal: every character that would steer one or hide is an
//! escape, so that nothing is lost and nothing is obeyed.

use std::io;

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, PrettyFormatter};

use crate::language::steers;

/// How much room JSON takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One line: for JSON Lines.
    Line,
    /// Indented by two spaces.
    Indented,
}

/// Writes `value` without a line break at the end.
///
/// # Errors
/// When writing fails, or the value has no JSON form.
pub fn write_json(
    out: impl io::Write,
    value: &(impl Serialize + ?Sized),
    layout: Layout,
) -> serde_json::Result<()> {
    match layout {
        Layout::Line => write(out, value, CompactFormatter),
        Layout::Indented => write(out, value, PrettyFormatter::new()),
    }
}

fn write(
    out: impl io::Write,
    value: &(impl Serialize + ?Sized),
    inner: impl Formatter,
) -> serde_json::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Harmless(inner)))
}

/// A formatter that escapes what steers a terminal and leaves everything else to another one.
struct Harmless<F>(F);

impl<F: Formatter> Formatter for Harmless<F> {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((before, letter)) = split_at_steering(rest) {
            writer.write_all(before.as_bytes())?;
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                write!(writer, "\\u{unit:04x}")?;
            }
            let gone = before.len() + letter.len_utf8();
            rest = rest.get(gone..).unwrap_or_default();
        }
        writer.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        self.0.write_char_escape(writer, escape)
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

/// The text before the first steering character, and that character. ASCII, most of all text,
/// needs no second look: serde has escaped its controls, DEL excepted.
fn split_at_steering(text: &str) -> Option<(&str, char)> {
    let suspect = |letter: char| letter == '\u{7f}' || !letter.is_ascii() && steers(letter);
    let (at, letter) = text.char_indices().find(|(_, letter)| suspect(*letter))?;
    Some((text.get(..at)?, letter))
}
