//! Where the log goes: to standard error, or to a file while the screens have the terminal.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Mutex;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::config::{LogLevel, Settings};
use crate::language::clean;

/// Who has the terminal while the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Terminal {
    /// Commands that print and end.
    Lines,
    /// The screens: a line in between would break them.
    Screens,
}

/// Starts the log of this process; the first call counts.
pub(super) fn start(settings: &Settings, terminal: Terminal) {
    let filter = match settings.log {
        LogLevel::Off => return,
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
        LogLevel::Trace => LevelFilter::TRACE,
    };
    let out: Box<dyn Write + Send> = match terminal {
        Terminal::Lines => Box::new(io::stderr()),
        // without a place to write to there is no log, which is no reason not to plan
        Terminal::Screens => match &settings.state_dir {
            Some(folder) => Box::new(Later { folder: folder.clone(), file: None }),
            None => return,
        },
    };
    let log = tracing_subscriber::fmt()
        .with_max_level(filter)
        .with_ansi(false)
        .with_target(settings.log >= LogLevel::Debug)
        .with_writer(Harmless(Mutex::new(out)))
        .finish();
    // a second start in one process, as in tests, keeps the first log
    let _ = tracing::subscriber::set_global_default(log);
}

/// A log file that is made with its first line: a session with nothing to tell leaves none.
struct Later {
    folder: PathBuf,
    file: Option<File>,
}

impl Write for Later {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let file = match &mut self.file {
            Some(file) => file,
            none => {
                std::fs::create_dir_all(&self.folder)?;
                let path = self.folder.join("planwright.log");
                none.insert(File::options().create(true).append(true).open(path)?)
            }
        };
        file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), File::flush)
    }
}

/// Takes out of log lines what could steer the terminal they are read in.
struct Harmless(Mutex<Box<dyn Write + Send>>);

/// One line on its way.
struct Line<'a>(&'a Harmless);

impl Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = clean(&String::from_utf8_lossy(bytes)).text;
        // after a panic of another writer the stream is as good as before
        let mut out = self.0.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        out.write_all(text.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).flush()
    }
}

impl<'a> MakeWriter<'a> for Harmless {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Self::Writer {
        Line(self)
    }
}
