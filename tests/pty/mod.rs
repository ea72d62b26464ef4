//! A real terminal for the tests: the binary in a pseudo-terminal, its output on a virtual screen.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen may take to show what is waited for; generous, since it only ends failures.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program in a terminal.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Every byte the program wrote.
    pub bytes: Vec<u8>,
    /// The process.
    pub child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    /// Starts `planwright` with `args` in a terminal of this size, with `home` for all its files.
    pub fn start(home: &Path, args: &[&str], (columns, lines): (u16, u16)) -> Self {
        let size = PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_planwright"));
        command.args(args);
        command.env_clear();
        command.env("HOME", home);
        command.env("XDG_DATA_HOME", home.join("data"));
        command.env("XDG_CONFIG_HOME", home.join("config"));
        command.env("XDG_STATE_HOME", home.join("state"));
        command.env("TERM", "xterm-256color");
        command.env("USER", "anna");
        command.env("LANG", "en_GB.UTF-8");
        let child = pty.slave.spawn_command(command).expect("the program starts");
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let writer = pty.master.take_writer().expect("a writer");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            master: pty.master,
            writer: Some(writer),
            output,
            screen: vt100::Parser::new(lines, columns, 0),
            bytes: Vec::new(),
            child,
        }
    }

    /// Types text or control sequences.
    pub fn send(&mut self, text: &str) {
        let writer = self.writer.as_mut().expect("the terminal is open");
        writer.write_all(text.as_bytes()).expect("the program listens");
        writer.flush().expect("the program listens");
    }

    /// Pastes text as a terminal does.
    pub fn paste(&mut self, text: &str) {
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, (columns, lines): (u16, u16)) {
        let size = PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("a new size");
        self.screen.screen_mut().set_size(lines, columns);
    }

    /// What the screen shows.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until the screen shows `wanted`; fails with the screen otherwise.
    pub fn wait_for(&mut self, wanted: &str) -> String {
        self.wait_until(wanted, |screen| screen.contains(wanted))
    }

    /// Waits until the screen is as `right` says.
    pub fn wait_until(&mut self, what: &str, right: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let text = self.text();
            if right(&text) {
                return text;
            }
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("no “{what}” on the screen:\n{text}"),
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("the program ended before “{what}” was on the screen:\n{text}")
                }
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    /// Waits for the end of the program; its exit code, with everything it wrote taken in.
    pub fn wait_for_end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("the program did not end:\n{}", self.text())
                }
            }
        }
        self.child.wait().expect("an exit code").exit_code()
    }

    /// Bytes written within a span of time in which nothing is typed.
    pub fn written_within(&mut self, span: Duration) -> usize {
        let end = Instant::now() + span;
        let before = self.bytes.len();
        while let Ok(bytes) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.take(&bytes);
        }
        self.bytes.len() - before
    }

    /// Closes the terminal under the program, as when a window or connection goes away.
    pub fn hang_up(self) -> Box<dyn Child + Send + Sync> {
        let Self { master, writer, child, .. } = self;
        drop(writer);
        drop(master);
        child
    }
}
