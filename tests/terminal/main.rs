//! The program as a coach meets it: the real binary in a pseudo-terminal, keys in, screen out.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "a test ends where something is wrong, and says so"
)]

#[path = "../generation/model/mod.rs"]
#[expect(dead_code, unused_imports, reason = "faults and counts are tried elsewhere")]
mod model;
#[path = "../pty/mod.rs"]
mod pty;
#[path = "../llm/server.rs"]
#[expect(dead_code, reason = "the faults of a server are tried elsewhere")]
mod server;
#[path = "../llm/speech.rs"]
#[expect(dead_code, reason = "the other protocols are tried elsewhere")]
mod speech;

mod ending;
mod failing;
mod generating;
mod hostile;
mod idle;
mod importing;
mod models;
mod screens;
mod sharing;
mod story;
mod trainer;

use std::path::PathBuf;

use planwright::domain::{CoachId, Viewer};
use planwright::store::{Opened, Store};
use pty::{Terminal, USUAL, keys};
use tempfile::TempDir;

/// A home of its own for each test; gone afterwards.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(TempDir::new().expect("a temporary folder"))
    }

    fn database(&self) -> PathBuf {
        self.0.path().join("data/planwright/planwright.db")
    }

    /// Starts the program and waits until it has everything to work with.
    fn start(&self) -> Terminal {
        self.start_with(&[], USUAL)
    }

    fn start_with(&self, args: &[&str], size: (u16, u16)) -> Terminal {
        let mut terminal = Terminal::start(self.0.path(), args, size);
        terminal.wait_until("the first suggestion", |screen| screen.contains("▌1 "));
        terminal
    }

    /// The database, for looking into once the program has ended.
    fn store(&self) -> Store {
        let Opened { store, .. } = Store::open(&self.database()).expect("the database opens");
        store
    }
}

/// The coach in whose name the tests start the program.
async fn anna(store: &Store) -> Viewer {
    let coach = store.coach(&CoachId::new("anna")).await.unwrap().expect("anna was let in");
    Viewer { coach: coach.id, club: coach.club }
}

/// A line of the plan without the sign of a finding before its name.
fn name(line: &str) -> &str {
    let line = line.trim_start();
    ["E ", "W ", "I "].iter().find_map(|sign| line.strip_prefix(sign)).unwrap_or(line).trim_start()
}

impl Terminal {
    /// The line of the plan the cursor is on.
    fn cursor(&self) -> String {
        let screen = self.text();
        let line = screen.lines().find(|line| line.starts_with('▌')).unwrap_or_default();
        name(line.split('│').next().unwrap_or_default().trim_start_matches('▌')).trim().to_owned()
    }

    /// Moves the cursor of the plan to the line that begins with `name`.
    fn go_to(&mut self, name: &str) {
        self.send(keys::HOME);
        self.wait_at("Opening");
        while !self.cursor().starts_with(name) {
            let before = self.cursor();
            self.send("j");
            self.wait_until(&format!("a line below “{before}”"), |screen| {
                !screen.lines().any(|line| line.starts_with('▌') && line.contains(&before))
            });
        }
    }

    /// Waits until the cursor of the plan is on the line that begins with `name`.
    fn wait_at(&mut self, name: &str) -> String {
        self.wait_until(&format!("the cursor on “{name}”"), |screen| {
            let lines = screen.lines().filter_map(|line| line.strip_prefix('▌'));
            lines.into_iter().any(|line| self::name(line).starts_with(name))
        })
    }

    /// Waits until every edit that is on the screen is in the database.
    fn wait_saved(&mut self) -> String {
        self.wait_gone("●")
    }

    /// Leaves and checks that the terminal is as it was.
    fn quit(mut self) {
        self.send("q");
        assert_eq!(self.wait_for_end(), 0);
        ending::is_clean(&self);
    }
}
