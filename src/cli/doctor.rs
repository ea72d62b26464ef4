//! `doctor`: looks at everything planwright stands on and says what is wrong and what to do. It
//! works with a broken configuration, for that is when it is called.

use clap::Args;

use crate::app::Keymap;
use crate::config::{ConfigError, Environment, Settings};
use crate::domain::{Explain, Lang, Message};
use crate::language::Catalogue;
use crate::library::{Library, builtin};
use crate::store::{KeyState, Opened, Store};

use super::context::Terminal;
use super::database;
use super::error::{CliError, Exit};
use super::output::Output;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long)]
    pub(super) llm: bool,
}

/// How one look turned out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Good,
    Remark,
    Bad,
}

/// One look.
struct Check {
    verdict: Verdict,
    /// What was looked at.
    label: Message,
    /// What was found.
    found: Message,
    /// What to do about it.
    hint: Option<Message>,
}

impl Check {
    fn new(verdict: Verdict, label: &'static str, found: Message) -> Self {
        Self { verdict, label: Message::new(label), found, hint: None }
    }

    fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// Text that is the same in every language.
fn plain(text: impl Into<String>) -> Message {
    Message::new("cli-plain").with("text", text.into())
}

pub(super) fn run(
    settings: &Result<Settings, (ConfigError, Lang)>,
    environment: &Environment,
    terminal: Terminal,
    out: &mut Output<'_>,
) -> Result<Exit, CliError> {
    let mut checks =
        vec![Check::new(Verdict::Good, "cli-doctor-version", plain(env!("CARGO_PKG_VERSION")))];
    let lang = match settings {
        Ok(settings) => {
            checks.extend(of_settings(settings));
            settings.lang
        }
        Err((error, lang)) => {
            checks.extend(error.problems.iter().map(|problem| {
                Check::new(Verdict::Bad, "cli-doctor-config", problem.message())
                    .hint(Message::new("cli-doctor-config-hint"))
            }));
            *lang
        }
    };
    checks.push(library());
    checks.extend(of_terminal(environment, terminal));
    print(&checks, lang, out)
}

fn of_settings(settings: &Settings) -> Vec<Check> {
    let config = match &settings.config_file {
        Some(path) => plain(path.display().to_string()),
        None => Message::new("cli-doctor-no-config"),
    };
    vec![
        Check::new(Verdict::Good, "cli-doctor-config", config),
        database(settings),
        own_versions(settings),
        imports_key(settings),
        keys(settings),
        Check::new(Verdict::Good, "cli-doctor-coach", plain(settings.coach.as_str())),
        Check::new(Verdict::Good, "cli-doctor-lang", plain(settings.lang.code())),
    ]
}

/// Whether the configured keys name commands that exist and do not clash.
fn keys(settings: &Settings) -> Check {
    let overrides = settings.keys.iter().map(|(name, keys)| (name.as_str(), keys.as_slice()));
    match Keymap::new(overrides) {
        Ok(_) => {
            let found = Message::new("cli-doctor-own-keys").with("count", settings.keys.len());
            Check::new(Verdict::Good, "cli-doctor-keys", found)
        }
        Err(error) => Check::new(Verdict::Bad, "cli-doctor-keys", error.message()),
    }
}

/// Opens the database where there is one and looks through the whole file.
fn database(settings: &Settings) -> Check {
    let path = settings.database.display().to_string();
    if !settings.database.exists() {
        let found = Message::new("cli-doctor-no-database").with("path", path);
        return Check::new(Verdict::Good, "cli-doctor-database", found);
    }
    let sound = Store::open(&settings.database).and_then(|opened| {
        let store = opened.store;
        let Ok(runtime) = database::runtime() else { return Ok(()) };
        runtime.block_on(async {
            let checked = store.check().await;
            store.close().await;
            checked
        })
    });
    match sound {
        Ok(()) => Check::new(Verdict::Good, "cli-doctor-database", plain(path)),
        Err(error) => {
            Check::new(Verdict::Bad, "cli-doctor-database", plain(path)).hint(error.message())
        }
    }
}

/// Whether built-in exercises have changed behind own versions of them.
fn own_versions(settings: &Settings) -> Check {
    match database::own(settings) {
        Ok(own) if own.kept.is_empty() => {
            let found =
                Message::new("cli-doctor-own-count").with("count", own.changes.exercises.len());
            Check::new(Verdict::Good, "cli-doctor-own", found)
        }
        Ok(own) => {
            let found = Message::new("cli-doctor-kept").with("count", own.kept.len());
            Check::new(Verdict::Remark, "cli-doctor-own", found)
                .hint(Message::new("cli-doctor-kept-hint"))
        }
        Err(_) => Check::new(Verdict::Bad, "cli-doctor-own", plain("–")),
    }
}

/// Whether the key of the import log is there, private, and opens the newest entry.
fn imports_key(settings: &Settings) -> Check {
    let none = || Check::new(Verdict::Good, "cli-doctor-key", Message::new("cli-doctor-no-key"));
    if !settings.database.exists() {
        return none();
    }
    // what is wrong with the database is told above
    let Ok(Opened { store, .. }) = Store::open(&settings.database) else { return none() };
    let Ok(runtime) = database::runtime() else { return none() };
    let (path, state) = store.key();
    let found = plain(path.display().to_string());
    let opens = runtime.block_on(store.opens_newest_import()).ok().flatten();
    runtime.block_on(store.close());
    let bad = |hint: Message| Check::new(Verdict::Bad, "cli-doctor-key", found.clone()).hint(hint);
    match (state, opens) {
        (KeyState::None, None) => none(),
        (KeyState::Open(mode), _) => bad(Message::new("cli-doctor-key-open")
            .with("mode", format!("{mode:o}"))
            .with("path", path_of(settings))),
        (KeyState::Damaged, _) => bad(Message::new("cli-doctor-key-damaged")),
        (_, Some(false)) => bad(Message::new("cli-doctor-key-lost")),
        (KeyState::Private | KeyState::None, _) => {
            Check::new(Verdict::Good, "cli-doctor-key", found)
        }
    }
}

fn path_of(settings: &Settings) -> String {
    settings.database.with_extension("key").display().to_string()
}

fn library() -> Check {
    match builtin().and_then(Library::from_data) {
        Ok(library) => {
            let found = Message::new("cli-doctor-library-counts")
                .with("exercises", library.exercises().len())
                .with("graphs", library.graphs().len());
            Check::new(Verdict::Good, "cli-doctor-library", found)
        }
        Err(error) => Check::new(Verdict::Bad, "cli-doctor-library", error.message()),
    }
}

fn of_terminal(environment: &Environment, terminal: Terminal) -> Vec<Check> {
    let term = environment.get("TERM");
    let named = term.unwrap_or("–");
    let colours = environment.get("COLORTERM").unwrap_or("–");
    let facts = plain(format!("TERM={named} COLORTERM={colours}"));
    let mut check = Check::new(Verdict::Good, "cli-doctor-terminal", facts);
    if !(terminal.input && terminal.output) {
        check = Check { verdict: Verdict::Remark, ..check }
            .hint(Message::new("cli-doctor-no-terminal"));
    } else if term.is_none_or(|term| term == "dumb") {
        check = Check { verdict: Verdict::Bad, ..check }.hint(Message::new("cli-doctor-dumb"));
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| environment.get(name));
    let utf8 = locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    let found = plain(locale.unwrap_or("–"));
    let locale = if utf8 {
        Check::new(Verdict::Good, "cli-doctor-locale", found)
    } else {
        Check::new(Verdict::Remark, "cli-doctor-locale", found)
            .hint(Message::new("cli-doctor-no-utf8"))
    };
    vec![check, locale]
}

fn print(checks: &[Check], lang: Lang, out: &mut Output<'_>) -> Result<Exit, CliError> {
    let catalogue = Catalogue::load(lang);
    let mut rows = Vec::new();
    for check in checks {
        let verdict = match check.verdict {
            Verdict::Good => "cli-doctor-good",
            Verdict::Remark => "cli-doctor-remark",
            Verdict::Bad => "cli-doctor-bad",
        };
        rows.push(vec![
            catalogue.say(verdict),
            catalogue.text(&check.label),
            catalogue.text(&check.found),
        ]);
        if let Some(hint) = &check.hint {
            rows.push(vec![String::new(), String::new(), format!("→ {}", catalogue.text(hint))]);
        }
    }
    out.table(&rows)?;
    let bad = checks.iter().any(|check| check.verdict == Verdict::Bad);
    Ok(if bad { Exit::Failed } else { Exit::Ok })
}
