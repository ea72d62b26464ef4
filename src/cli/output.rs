//! What a command prints: lines fit to be shown, aligned columns, JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::export::{Layout, write_json};
use crate::language::{clean, columns, shown};

/// Columns between two cells.
const GAP: usize = 2;

/// One stream of the process.
pub(super) struct Output<'a> {
    out: &'a mut dyn Write,
}

impl<'a> Output<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out }
    }

    /// One line; whatever stands in it cannot steer the terminal.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", shown(text))
    }

    /// Several lines, as they are but for what could steer the terminal.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(clean(text).text.as_bytes())
    }

    /// Rows of cells; every column but the last is as wide as its widest cell.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| shown(cell).into_string()).collect())
            .collect();
        let count = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| columns(cell)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..count).map(width).collect();
        for row in &rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', width - columns(cell) + GAP));
            }
            writeln!(self.out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// One JSON document.
    pub(super) fn json(&mut self, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
        write_json(&mut *self.out, value, Layout::Indented)?;
        self.out.write_all(b"\n")
    }

    /// One line of JSON Lines.
    pub(super) fn json_line(&mut self, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
        write_json(&mut *self.out, value, Layout::Line)?;
        self.out.write_all(b"\n")
    }

    /// Bytes as they are: scripts, man pages and other text of our own making.
    pub(super) fn raw(&mut self) -> &mut dyn Write {
        self.out
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A line of at most `width` columns; what was cut ends in dots.
pub(super) fn cut(line: &str, width: usize) -> String {
    if columns(line) <= width {
        return line.to_owned();
    }
    let mut kept = String::new();
    for letter in line.chars() {
        if columns(&kept) + columns(letter.encode_utf8(&mut [0; 4])) >= width {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// A text in lines of at most `width` columns, broken between words.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if columns(line) + 1 + columns(word) <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
