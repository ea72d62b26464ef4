//! Writing into a frame: every text goes through here, is sanitised and is cut at the edge.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::{Meaning, style};
use crate::config::Theme;
use crate::domain::{Lang, Message};
use crate::language::{Catalogue, columns, shown};

/// Writes into one region of a frame.
pub(super) struct Pen<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    theme: Theme,
    words: &'static Catalogue,
}

/// Words of one line, each with its meaning.
pub(super) type Words = Vec<(String, Meaning)>;

impl<'a> Pen<'a> {
    /// A pen for a whole frame.
    pub(super) fn new(buffer: &'a mut Buffer, theme: Theme, lang: Lang) -> Self {
        let area = buffer.area;
        Self { buffer, area, theme, words: Catalogue::load(lang) }
    }

    /// A pen for a region; what lies outside the frame is cut off.
    pub(super) fn within(&mut self, area: Rect) -> Pen<'_> {
        let area = area.intersection(self.area);
        Pen { buffer: self.buffer, area, theme: self.theme, words: self.words }
    }

    /// The region.
    #[must_use]
    pub(super) const fn area(&self) -> Rect {
        self.area
    }

    /// Columns of the region.
    #[must_use]
    pub(super) const fn width(&self) -> usize {
        self.area.width as usize
    }

    /// Lines of the region.
    #[must_use]
    pub(super) const fn height(&self) -> usize {
        self.area.height as usize
    }

    /// The language.
    #[must_use]
    pub(super) const fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// A fixed text of the catalogue.
    #[must_use]
    pub(super) fn say(&self, id: &'static str) -> String {
        self.words.say(id)
    }

    /// A sentence of the catalogue.
    #[must_use]
    pub(super) fn text(&self, message: &Message) -> String {
        self.words.text(message)
    }

    /// Writes `text` at a column and line of the region; the column behind it.
    pub(super) fn put(
        &mut self,
        column: usize,
        line: usize,
        text: &str,
        meaning: Meaning,
    ) -> usize {
        if line >= self.height() || column >= self.width() {
            return column;
        }
        let room = self.width() - column;
        let text = shown(text).truncate(room);
        let (x, y) = (self.area.x + column as u16, self.area.y + line as u16);
        self.buffer.set_stringn(x, y, text.as_str(), room, style(self.theme, meaning));
        column + text.width()
    }

    /// Writes `text` so that it ends at the right edge; the column where it begins.
    pub(super) fn put_right(&mut self, line: usize, text: &str, meaning: Meaning) -> usize {
        let column = self.width().saturating_sub(columns(text));
        self.put(column, line, text, meaning);
        column
    }

    /// Writes words one after the other; the column behind the last.
    pub(super) fn put_words(&mut self, column: usize, line: usize, words: &Words) -> usize {
        words.iter().fold(column, |column, (text, meaning)| self.put(column, line, text, *meaning))
    }

    /// Fills a line with one sign from a column on.
    pub(super) fn fill(&mut self, column: usize, line: usize, sign: &str, meaning: Meaning) {
        let room = self.width().saturating_sub(column);
        self.put(column, line, &sign.repeat(room), meaning);
    }

    /// Gives cells of a line another meaning without touching their text.
    pub(super) fn mark(&mut self, column: usize, line: usize, width: usize, meaning: Meaning) {
        if line >= self.height() || column >= self.width() {
            return;
        }
        let width = width.min(self.width() - column);
        let area =
            Rect::new(self.area.x + column as u16, self.area.y + line as u16, width as u16, 1);
        self.buffer.set_style(area, style(self.theme, meaning));
    }

    /// Empties the region, as for an overlay.
    pub(super) fn clear(&mut self) {
        let blank = style(self.theme, Meaning::Plain);
        for line in 0..self.height() {
            let (x, y) = (self.area.x, self.area.y + line as u16);
            self.buffer.set_stringn(x, y, " ".repeat(self.width()), self.width(), blank);
        }
    }

    /// Heading line of a pane: a rule with the title in it.
    pub(super) fn heading(&mut self, title: &str, focused: bool) -> usize {
        let meaning = if focused { Meaning::Focus } else { Meaning::Title };
        self.fill(0, 0, "─", Meaning::Dim);
        let sign = if focused { "▶ " } else { " " };
        let end = self.put(1, 0, sign, meaning);
        let end = self.put(end, 0, title, meaning);
        self.put(end, 0, " ", meaning)
    }

    /// The region below the first `lines` lines.
    #[must_use]
    pub(super) fn below(&self, lines: usize) -> Rect {
        let lines = (lines as u16).min(self.area.height);
        Rect { y: self.area.y + lines, height: self.area.height - lines, ..self.area }
    }

    /// The frame itself, for widgets that draw themselves.
    pub(super) const fn frame(&mut self) -> &mut Buffer {
        self.buffer
    }
}

/// A score with two decimals and the language's decimal sign, so that columns line up.
#[must_use]
pub(super) fn hundredths(value: f64, lang: Lang) -> String {
    // a nothing with a sign is shown without it
    let text = format!("{:.2}", (value * 100.0).round() / 100.0 + 0.0);
    match lang {
        Lang::En => text,
        Lang::De => text.replace('.', ","),
    }
}

/// A message whose key is a prefix and an id of the vocabulary.
#[must_use]
pub(super) fn named(prefix: &str, id: &str) -> Message {
    Message { id: format!("{prefix}{}", id.replace('_', "-")).into(), args: Vec::new() }
}

/// Breaks a text into lines of at most `width` columns, at spaces where there are any.
#[must_use]
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let gap = usize::from(!line.is_empty());
            if columns(&line) + gap + columns(word) > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}
