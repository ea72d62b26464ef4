//! A session on the terminal the program was started in.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::sync::Arc;

use crossterm::event::EventStream;
use crossterm::terminal;
use futures_util::StreamExt;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;

use super::frames::{LOCAL, Limiter};
use super::input::event_of;
use super::run::{End, run};
use super::surface::{LEAVE_SEQUENCE, Mouse, Surface, enter_sequence};
use crate::app::open::OpenUnit;
use crate::app::{Event, Keymap, Model, Start};
use crate::config::Theme;
use crate::domain::{Explain, Lang, Message, Viewer};
use crate::runtime::{self, Runtime, Services, clock};
use crate::store::StoreError;

/// Events that may wait for the session.
const INPUTS: usize = 256;

/// How a session is to look and listen.
#[derive(Debug, Clone)]
pub struct Look {
    /// Language, unless the coach chose one before.
    pub lang: Lang,
    /// Whether `lang` was asked for this time, and wins over what the coach chose before.
    pub lang_asked: bool,
    /// How things are set apart.
    pub theme: Theme,
    /// Which key means what.
    pub keymap: Arc<Keymap>,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
}

/// Why a session could not be held.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Standard input or output is no terminal.
    #[error("planwright needs a terminal here; for scripts see `planwright --help`")]
    NoTerminal,
    /// The terminal refused.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] io::Error),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for SessionError {
    fn message(&self) -> Message {
        match self {
            Self::NoTerminal => Message::new("error-no-terminal"),
            Self::Terminal(error) => {
                Message::new("error-terminal").with("reason", error.to_string())
            }
            Self::Store(error) => error.message(),
        }
    }
}

/// Holds a session on this process's terminal until the coach leaves, a signal comes or the
/// terminal is gone; the terminal is given back as it was in each case, and after a panic.
///
/// # Errors
/// [`SessionError`] when it cannot begin.
pub async fn hold(services: Services, viewer: Viewer, look: Look) -> Result<End, SessionError> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(SessionError::NoTerminal);
    }
    // The library is read while the desk is fetched and the first frame is drawn.
    let ahead = {
        let (services, viewer) = (services.clone(), viewer.clone());
        tokio::spawn(async move { services.shelf(&viewer).await.map(|_| ()) })
    };
    // Asked before anything is read, so that no commit falls between reading and watching.
    let seen = services.store.commits_elsewhere().await?;
    let mut desk = runtime::desk(&services.store, &viewer).await?;
    let size = size();
    let llm = services.models().map(|models| Arc::new(models.client.settings().clone()));
    let (mut runtime, replies) = Runtime::new(services, viewer);
    runtime.begin(&mut desk);
    runtime.watch(seen);
    let mut model = Model::new(Start {
        lang: if look.lang_asked { look.lang } else { desk.lang.unwrap_or(look.lang) },
        theme: look.theme,
        keymap: look.keymap,
        size,
        today: clock::today(),
        seed: clock::seed(),
        trainee: desk.trainee,
        open: desk.fetched.map(|it| OpenUnit::new(it.unit, it.version, it.undo, it.redo)),
        line: desk.line,
        lang_chosen: desk.lang,
    });
    model.llm = llm;
    let mut stop = signals()?;
    let held = Held::take(look.mouse)?;
    let mut surface = Surface::new(output()?, size);
    let inputs = listen();
    let end = run(
        &mut model,
        runtime,
        replies,
        &mut surface,
        inputs,
        async move { stop.recv().await.unwrap_or(()) },
        Limiter::new(LOCAL),
    )
    .await;
    drop(held);
    ahead.abort();
    Ok(end)
}

/// The size of the terminal in columns and lines.
#[expect(clippy::disallowed_methods, reason = "this is the one session that has the process's tty")]
fn size() -> (u16, u16) {
    terminal::size().unwrap_or((80, 24))
}

/// Events of the terminal; the channel closes when the terminal is gone. They go through a channel
/// because crossterm's stream must only ever be polled by the task that waits for it.
fn listen() -> mpsc::Receiver<Event> {
    let (sender, inputs) = mpsc::channel(INPUTS);
    tokio::spawn(async move {
        let mut stream = EventStream::new();
        while let Some(Ok(raw)) = stream.next().await {
            if let Some(event) = event_of(raw)
                && sender.send(event).await.is_err()
            {
                break;
            }
        }
    });
    inputs
}

/// A channel that speaks once when the process is asked to end, or its terminal is gone.
fn signals() -> io::Result<mpsc::Receiver<()>> {
    let (asked, stop) = mpsc::channel(1);
    watch_for_hangup(asked.clone());
    for kind in [SignalKind::terminate(), SignalKind::hangup(), SignalKind::interrupt()] {
        let mut signal = signal(kind)?;
        let asked = asked.clone();
        tokio::spawn(async move {
            if signal.recv().await.is_some() {
                let _ = asked.send(()).await;
            }
        });
    }
    Ok(stop)
}

/// Tells when the terminal is gone. crossterm reads on from a closed terminal for ever without a
/// word, and not every closed terminal comes with a signal. The thread sleeps until then.
fn watch_for_hangup(gone: mpsc::Sender<()>) {
    std::thread::spawn(move || {
        let input = io::stdin();
        // No event is asked for: a hang-up is always reported.
        let mut watched = [PollFd::new(&input, PollFlags::empty())];
        while poll(&mut watched, None) == Err(Errno::INTR) {}
        let _ = gone.blocking_send(());
    });
}

/// The terminal's own output: unbuffered, and free of the lock on standard output, which another
/// thread may hold when a panic has to give the terminal back.
fn output() -> io::Result<File> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// The terminal while the session has it; given back when dropped, and when the thread that took
/// it panics.
#[derive(Debug)]
pub struct Held {
    out: File,
}

impl Held {
    /// Takes the process's terminal for a session.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn take(mouse: Mouse) -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        let mut held = Self { out: output()? };
        held.out.write_all(&enter_sequence(mouse))?;
        let panicking = output()?;
        let report = std::panic::take_hook();
        let session = std::thread::current().id();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().id() == session {
                give_back(&panicking);
                report(panic);
            } else {
                // A task broke, not the session: the screen is still ours, and a report printed
                // into it would tear it, or wait for standard error for ever.
                tracing::error!(%panic, "a task broke");
            }
        }));
        Ok(held)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        give_back(&self.out);
    }
}

/// Gives the terminal back. It may be gone already; then there is nobody to tell.
fn give_back(mut out: &File) {
    let _ = out.write_all(LEAVE_SEQUENCE);
    let _ = terminal::disable_raw_mode();
}
