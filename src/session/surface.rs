//! The drawing surface of one session: two buffers, their difference, one write per frame. It
//! knows no tty: its size is told to it, so a local terminal and a network channel are the same.

use std::io::{self, Write};

use crossterm::{cursor, queue, terminal};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::encode::Encoder;
use super::gate;

/// Bytes that put a terminal into the state a session needs.
#[must_use]
pub fn enter_sequence(mouse: Mouse) -> Vec<u8> {
    let mut out = Vec::with_capacity(64);
    // Writing into a vector cannot fail.
    let _ = queue!(
        out,
        terminal::EnterAlternateScreen,
        terminal::Clear(terminal::ClearType::All),
        cursor::Hide,
        crossterm::event::EnableBracketedPaste
    );
    if mouse == Mouse::On {
        // Only presses and the wheel: motion reports would cost a packet per cell over SSH.
        out.extend_from_slice(b"\x1b[?1000h\x1b[?1006h");
    }
    out
}

/// Bytes that give the terminal back as it was, whatever state the session was in: it also ends
/// a frame that was cut off.
pub const LEAVE_SEQUENCE: &[u8] =
    b"\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Between these marks a terminal shows nothing of a frame until it is whole.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Whether the mouse is listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// Presses and wheel are reported.
    On,
    /// The terminal keeps the mouse for selecting text.
    Off,
}

/// Draws frames to a writer.
#[derive(Debug)]
pub struct Surface<W: Write> {
    out: W,
    shown: Buffer,
    next: Buffer,
    encoder: Encoder,
    encoded: Vec<u8>,
    stale: bool,
}

impl<W: Write> Surface<W> {
    /// A surface of `width` × `height` cells over `out`, whose screen is taken to be empty.
    pub fn new(out: W, (width, height): (u16, u16)) -> Self {
        let area = Rect::new(0, 0, width, height);
        Self {
            out,
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            encoder: Encoder::default(),
            encoded: Vec::with_capacity(8 * 1024),
            stale: false,
        }
    }

    /// Takes on a new size; the next frame is drawn whole.
    pub fn resize(&mut self, (width, height): (u16, u16)) {
        let area = Rect::new(0, 0, width, height);
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.stale = true;
    }

    /// Forgets what the screen shows, after something else may have written to it.
    pub fn forget(&mut self) {
        self.shown.reset();
        self.stale = true;
    }

    /// Draws one frame: `paint` fills an empty buffer. What did not change is not sent; a frame
    /// without changes writes nothing. The terminal's cursor stays hidden: fields draw their own.
    ///
    /// # Errors
    /// When the writer fails, as when the terminal is gone.
    pub fn frame(&mut self, paint: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        self.next.reset();
        paint(&mut self.next);
        gate::close(&mut self.next);
        self.encode();
        std::mem::swap(&mut self.shown, &mut self.next);
        self.stale = false;
        if !self.encoded.is_empty() {
            self.out.write_all(&self.encoded)?;
            self.out.flush()?;
        }
        Ok(())
    }

    /// Writes bytes outside of frames: entering and leaving.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    fn encode(&mut self) {
        self.encoded.clear();
        self.encoded.extend_from_slice(BEGIN);
        if self.stale {
            self.encoder.clear(&mut self.encoded);
        }
        self.encoder.encode(&self.shown, &self.next, &mut self.encoded);
        if self.encoded.len() == BEGIN.len() {
            self.encoded.clear();
        } else {
            self.encoded.extend_from_slice(END);
        }
    }
}
