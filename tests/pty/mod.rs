//! A real terminal for the tests: the binary in a pseudo-terminal, its output on a virtual screen.
//! Nothing sleeps: tests wait for what the screen shows, for the end of the program, or for a
//! stretch of silence.

#![allow(dead_code, reason = "each test binary and bench uses a part of the terminal")]
#![expect(clippy::disallowed_methods, reason = "tests and benches have their own clock")]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen may take to show what is waited for; generous, since it only ends failures.
const PATIENCE: Duration = Duration::from_secs(30);

const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";

/// The usual size.
pub(crate) const USUAL: (u16, u16) = (80, 24);

/// Keys that are no characters, as a terminal sends them.
pub(crate) mod keys {
    pub(crate) const ENTER: &str = "\r";
    pub(crate) const ESC: &str = "\x1b";
    pub(crate) const TAB: &str = "\t";
    pub(crate) const UP: &str = "\x1b[A";
    pub(crate) const DOWN: &str = "\x1b[B";
    pub(crate) const RIGHT: &str = "\x1b[C";
    pub(crate) const LEFT: &str = "\x1b[D";
    pub(crate) const HOME: &str = "\x1b[H";
    pub(crate) const END: &str = "\x1b[F";
    pub(crate) const F2: &str = "\x1bOQ";
    pub(crate) const F3: &str = "\x1bOR";
    pub(crate) const CTRL_A: &str = "\x01";
    pub(crate) const CTRL_C: &str = "\x03";
    pub(crate) const CTRL_K: &str = "\x0b";
    pub(crate) const CTRL_L: &str = "\x0c";
    pub(crate) const CTRL_R: &str = "\x12";
    pub(crate) const CTRL_U: &str = "\x15";
    pub(crate) const CTRL_W: &str = "\x17";
}

/// The program in a terminal.
pub(crate) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    letting_go: Arc<AtomicBool>,
    screen: vt100::Parser,
    /// Bytes of a frame that is not whole yet: a terminal shows it when it is.
    pending: Vec<u8>,
    /// Every byte the program wrote.
    pub(crate) bytes: Vec<u8>,
    /// The process.
    pub(crate) child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    /// Starts `planwright` with `args` in a terminal of this size, with `home` for all its files.
    pub(crate) fn start(home: &Path, args: &[&str], size: (u16, u16)) -> Self {
        Self::start_as("anna", home, args, size)
    }

    /// Starts it for another coach.
    pub(crate) fn start_as(user: &str, home: &Path, args: &[&str], size: (u16, u16)) -> Self {
        Self::run(command(user, home, args), size)
    }

    /// Starts any command in a terminal.
    pub(crate) fn run(command: CommandBuilder, (columns, lines): (u16, u16)) -> Self {
        let size = PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let child = pty.slave.spawn_command(command).expect("the program starts");
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let writer = pty.master.take_writer().expect("a writer");
        let letting_go = Arc::new(AtomicBool::new(false));
        let stop = letting_go.clone();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let read = buffer.iter().take(count).copied().collect();
                if stop.load(Ordering::SeqCst) || sender.send(read).is_err() {
                    break;
                }
            }
        });
        Self {
            master: pty.master,
            writer: Some(writer),
            output,
            letting_go,
            screen: vt100::Parser::new(cells(lines), cells(columns), 0),
            pending: Vec::new(),
            bytes: Vec::new(),
            child,
        }
    }

    /// Types text or control sequences.
    pub(crate) fn send(&mut self, text: &str) {
        self.send_bytes(text.as_bytes());
    }

    /// Sends bytes, whatever they are.
    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().expect("the terminal is open");
        writer.write_all(bytes).expect("the program listens");
        writer.flush().expect("the program listens");
    }

    /// Pastes text as a terminal does.
    pub(crate) fn paste(&mut self, text: &str) {
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, (columns, lines): (u16, u16)) {
        let size = PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("a new size");
        self.screen.screen_mut().set_size(cells(lines), cells(columns));
    }

    /// What the screen shows.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// What one line of the screen shows, from 0.
    pub(crate) fn line(&self, line: usize) -> String {
        let columns = self.screen.screen().size().1;
        self.screen.screen().rows(0, columns.get()).nth(line).unwrap_or_default()
    }

    /// The virtual screen itself.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Waits until the screen shows `wanted`; fails with the screen otherwise.
    pub(crate) fn wait_for(&mut self, wanted: &str) -> String {
        self.wait_until(wanted, |screen| screen.contains(wanted))
    }

    /// Waits until the screen no longer shows `unwanted`.
    pub(crate) fn wait_gone(&mut self, unwanted: &str) -> String {
        self.wait_until(&format!("the end of {unwanted}"), |screen| !screen.contains(unwanted))
    }

    /// Types something and waits for what it brings.
    pub(crate) fn type_and_wait(&mut self, text: &str, wanted: &str) -> String {
        self.send(text);
        self.wait_for(wanted)
    }

    /// Waits until the screen is as `right` says.
    pub(crate) fn wait_until(&mut self, what: &str, right: impl Fn(&str) -> bool) -> String {
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

    /// Takes one piece of output, if one comes within `span`; its length.
    pub(crate) fn read_within(&mut self, span: Duration) -> Option<usize> {
        let bytes = self.output.recv_timeout(span).ok()?;
        self.take(&bytes);
        Some(bytes.len())
    }

    /// Waits until the program has written `count` bytes in all.
    pub(crate) fn wait_bytes(&mut self, count: usize) {
        while self.bytes.len() < count {
            assert!(self.read_within(PATIENCE).is_some(), "nothing was written:\n{}", self.text());
        }
    }

    /// Whether everything the program wrote so far is on the screen, no frame being half-way.
    pub(crate) fn is_whole(&self) -> bool {
        self.pending.is_empty()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.pending.extend_from_slice(bytes);
        let begun = last(&self.pending, BEGIN_FRAME);
        let ended = last(&self.pending, END_FRAME);
        let whole = match (begun, ended) {
            (Some(begun), ended) if ended.is_none_or(|ended| ended < begun) => begun,
            // A mark may be cut in the middle: it waits for its other half.
            _ => last(&self.pending, b"\x1b")
                .filter(|at| self.pending.len() - at < END_FRAME.len())
                .unwrap_or(self.pending.len()),
        };
        let whole: Vec<u8> = self.pending.drain(..whole).collect();
        self.screen.process(&whole);
    }

    /// Waits for the end of the program; its exit code, with everything it wrote taken in.
    pub(crate) fn wait_for_end(&mut self) -> u32 {
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
    pub(crate) fn written_within(&mut self, span: Duration) -> usize {
        let end = Instant::now() + span;
        let before = self.bytes.len();
        while self.read_within(end.saturating_duration_since(Instant::now())).is_some() {}
        self.bytes.len() - before
    }

    /// How the terminal treats what is typed: raw, or line by line with an echo.
    pub(crate) fn mode(&self) -> String {
        format!("{:?}", self.master.get_termios())
    }

    /// Number of the process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().expect("a running process")
    }

    /// Sends a signal by its name, as `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let sent = Command::new("kill").args(["-s", name, &pid]).status().expect("kill runs");
        assert!(sent.success(), "{name} could not be sent");
    }

    /// Ends the process as a power cut would; what it wrote until then is taken in.
    pub(crate) fn kill(&mut self) {
        self.signal("KILL");
        self.wait_for_end();
    }

    /// Closes the terminal under the program, as when a window or connection goes away.
    pub(crate) fn hang_up(mut self) -> Box<dyn Child + Send + Sync> {
        // The thread that reads holds the terminal too; it lets go at the next output.
        self.letting_go.store(true, Ordering::SeqCst);
        self.send(keys::CTRL_L);
        let Self { master, writer, child, .. } = self;
        drop(writer);
        drop(master);
        child
    }
}

/// The program as it is started: its files below `home`, and nothing of this process's
/// environment.
pub(crate) fn command(user: &str, home: &Path, args: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program());
    command.args(args);
    command.env_clear();
    for (name, value) in environment(user, home) {
        command.env(name, value);
    }
    command.cwd(home);
    command
}

/// Path of the program.
pub(crate) fn program() -> &'static str {
    env!("CARGO_BIN_EXE_planwright")
}

/// Its environment.
pub(crate) fn environment(user: &str, home: &Path) -> Vec<(&'static str, String)> {
    let below = |name: &str| home.join(name).display().to_string();
    vec![
        ("HOME", home.display().to_string()),
        ("XDG_DATA_HOME", below("data")),
        ("XDG_CONFIG_HOME", below("config")),
        ("XDG_STATE_HOME", below("state")),
        ("TMPDIR", home.display().to_string()),
        ("PATH", "/usr/bin:/bin".to_owned()),
        ("TERM", "xterm-256color".to_owned()),
        ("USER", user.to_owned()),
        ("LANG", "en_GB.UTF-8".to_owned()),
    ]
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has cells")
}

fn last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}
