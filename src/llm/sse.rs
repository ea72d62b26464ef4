//! Server-sent events out of bytes, cut anywhere: in a line end, in a character, in a field name.
//!
//! Lenient where servers are: a line that starts with a brace is an event of its own, which reads
//! Ollama's lines and errors written into a stream as bare JSON. Strict where memory is at stake:
//! an event that grows past [`LONGEST`] ends the stream.

/// Longest event in bytes. The last one of a Responses stream repeats the whole answer.
pub(super) const LONGEST: usize = 8 * 1024 * 1024;

/// The names of fields.
const FIELDS: [&str; 4] = ["event", "data", "id", "retry"];

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Event {
    /// Its name; empty where the server gave none.
    pub(super) name: String,
    /// Its data, lines joined by `\n`.
    pub(super) data: String,
}

/// An event that grew past [`LONGEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooLong;

/// Collects bytes into events.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    line: Vec<u8>,
    after_return: bool,
    begun: bool,
    event: Event,
    has_data: bool,
    strays: u32,
}

impl Decoder {
    /// Takes the next bytes; events that are complete with them go to `out`.
    ///
    /// # Errors
    /// [`TooLong`] when an event passes [`LONGEST`]; nothing after that makes sense.
    pub(super) fn take(&mut self, bytes: &[u8], out: &mut Vec<Event>) -> Result<(), TooLong> {
        for byte in bytes {
            match byte {
                // \r\n is one line end, also when the two come apart
                b'\n' if self.after_return => self.after_return = false,
                b'\n' | b'\r' => {
                    self.after_return = *byte == b'\r';
                    self.end_line(out);
                }
                _ => {
                    self.after_return = false;
                    self.line.push(*byte);
                }
            }
            if self.line.len() + self.event.data.len() > LONGEST {
                return Err(TooLong);
            }
        }
        Ok(())
    }

    /// The body has ended: a last event without its blank line counts, as servers forget it.
    /// Says whether it ended within a line, so that the last event may be half of one.
    pub(super) fn end(&mut self, out: &mut Vec<Event>) -> bool {
        let within = !self.line.is_empty();
        if within {
            let half = FIELDS.iter().any(|field| field.as_bytes().starts_with(&self.line));
            let strays = self.strays;
            self.end_line(out);
            if half {
                self.strays = strays;
            }
        }
        self.dispatch(out);
        within
    }

    /// Lines that are no part of any event: a page of HTML is made of them.
    pub(super) fn strays(&self) -> u32 {
        self.strays
    }

    fn end_line(&mut self, out: &mut Vec<Event>) {
        let bytes = std::mem::take(&mut self.line);
        // the line is complete, so no character is cut here; what is broken was broken before
        let text = String::from_utf8_lossy(&bytes);
        let line = if self.begun { &*text } else { text.trim_start_matches('\u{feff}') };
        self.begun = true;
        if line.is_empty() {
            self.dispatch(out);
            return;
        }
        if line.starts_with('{') {
            self.dispatch(out);
            out.push(Event { name: String::new(), data: line.to_owned() });
            return;
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.event.name),
            "data" => {
                if self.has_data {
                    self.event.data.push('\n');
                }
                self.event.data.push_str(value);
                self.has_data = true;
            }
            // comments and what concerns reconnecting
            "" | "id" | "retry" => {}
            _ => self.strays += 1,
        }
    }

    fn dispatch(&mut self, out: &mut Vec<Event>) {
        let event = std::mem::take(&mut self.event);
        if std::mem::take(&mut self.has_data) {
            out.push(event);
        }
    }
}
