//! The file itself: opening what is ours and leaving alone what is not, making a new one,
//! checking and copying it.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::store::error::StoreError;
use crate::store::values::State;

use super::{Failure, Outcome, migrations};

/// Marks a SQLite file as ours (`plwr`).
pub(super) const APPLICATION_ID: u32 = 0x706c_7772;

/// How long a write waits for another process that is writing.
const WRITE_PATIENCE: Duration = Duration::from_secs(10);

/// Prepared statements kept per connection; there are fewer.
const STATEMENTS: usize = 128;

/// Settings while writing the schema into a file that is in its place already.
const IN_PLACE: &str = "PRAGMA synchronous = FULL";

/// Settings while writing the schema into a file that is thrown away if anything happens: one
/// sync at its end instead of one per step, a fifth of the time.
const DRAFT: &str = "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY";

/// What lies at the path.
pub(super) enum Found {
    /// No file.
    Nothing,
    /// Nothing was ever written to it.
    EmptyFile,
    /// A SQLite file that says it is ours.
    Ours,
}

/// Opens the database for writing, or makes it.
pub(super) fn open(path: &Path, patience: Duration) -> Result<(Connection, State), StoreError> {
    let mut state = State::Existing;
    match look(path)? {
        Found::Ours => {}
        Found::Nothing => state = create(path)?,
        Found::EmptyFile => {
            prepare(path, IN_PLACE).map_err(|failure| failure.at(path))?;
            state = State::Created;
        }
    }
    let mut connection = connect(path, patience).map_err(|failure| failure.at(path))?;
    if connection.is_readonly("main").unwrap_or(true) {
        let detail = "it is read-only".to_owned();
        return Err(StoreError::NoRights { path: path.to_owned(), detail });
    }
    bring_up_to_date(&mut connection, path)?;
    connection.busy_timeout(WRITE_PATIENCE).map_err(|error| Failure::from(error).at(path))?;
    Ok((connection, state))
}

/// Opens a second connection that can only read.
pub(super) fn reader(path: &Path) -> Outcome<Connection> {
    let connection = connect(path, WRITE_PATIENCE)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn bring_up_to_date(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let found = migrations::version(connection).map_err(|failure| failure.at(path))?;
    match found.cmp(&migrations::LATEST) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => {
            migrations::migrate(connection).map_err(|failure| failure.at(path))
        }
        std::cmp::Ordering::Greater => {
            Err(StoreError::Newer { path: path.to_owned(), found, known: migrations::LATEST })
        }
    }
}

/// Looks at the first bytes, without SQLite: opening a foreign file with it may already change
/// it (rolling back a hot journal, making side files).
pub(super) fn look(path: &Path) -> Result<Found, StoreError> {
    let failed = |error: std::io::Error| no_rights(path, &error);
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(failed(error)),
    };
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(StoreError::Folder { path: path.to_owned() });
    }
    let mut header = Vec::with_capacity(100);
    file.by_ref().take(100).read_to_end(&mut header).map_err(failed)?;
    if header.is_empty() {
        return Ok(Found::EmptyFile);
    }
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::NotADatabase { path: path.to_owned() });
    }
    // offset 68: the application id, big-endian (SQLite file format, section 1.3)
    let id = header.get(68..72).and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
    match id.map(u32::from_be_bytes) {
        Some(APPLICATION_ID) => Ok(Found::Ours),
        Some(_) => Err(StoreError::Foreign { path: path.to_owned() }),
        None => Err(StoreError::Corrupt {
            path: path.to_owned(),
            detail: "the file ends within its header".to_owned(),
        }),
    }
}

/// Makes the database beside its place and links it there in one step: a file at `path` is
/// always whole, however many processes start at once and whenever they are killed.
fn create(path: &Path) -> Result<State, StoreError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| no_rights(path, &error))?;
    }
    let draft = Draft::beside(path).map_err(|error| no_rights(path, &error))?;
    prepare(&draft.path, DRAFT).map_err(|failure| failure.at(path))?;
    File::open(&draft.path)
        .and_then(|file| file.sync_all())
        .map_err(|error| no_rights(path, &error))?;
    match fs::hard_link(&draft.path, path) {
        Ok(()) => Ok(State::Created),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(State::Existing),
        // file systems without hard links
        Err(_) if !path.exists() => {
            fs::rename(&draft.path, path).map_err(|error| no_rights(path, &error))?;
            Ok(State::Created)
        }
        Err(_) => Ok(State::Existing),
    }
}

/// Writes the schema into a new or empty file and closes it.
fn prepare(path: &Path, settings: &str) -> Outcome<()> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch(settings)?;
    connection.busy_timeout(WRITE_PATIENCE)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrations::migrate(&mut connection)?;
    // kept in the file; asking for it changes nothing later on
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.close().map_err(|(_, error)| Failure::from(error))
}

/// Brings a file nobody else has open to the latest schema; `named` is what it is a copy of.
pub(super) fn migrated(path: &Path, named: &Path) -> Result<(), StoreError> {
    let mut connection = Connection::open(path).map_err(|error| Failure::from(error).at(named))?;
    bring_up_to_date(&mut connection, named)?;
    let closed = || -> Outcome<()> {
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.close().map_err(|(_, error)| Failure::from(error))
    };
    closed().map_err(|failure| failure.at(named))
}

/// Opens an existing file with the settings every connection has.
///
/// `synchronous = FULL`: what was confirmed is on disk. NORMAL would survive a killed process
/// as well, but a power cut, or a laptop's battery, would take the last seconds along; the price
/// is one sync per edit, off the loop.
fn connect(path: &Path, patience: Duration) -> Outcome<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(patience)?;
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;")?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// Reads every page and every reference.
pub(super) fn check(connection: &Connection, path: &Path) -> Outcome<()> {
    let mut findings = Vec::new();
    let mut pages = connection.prepare("PRAGMA integrity_check(10)")?;
    let mut rows = pages.query([])?;
    while let Some(row) = rows.next()? {
        findings.push(row.get::<_, String>(0)?);
    }
    findings.retain(|finding| finding != "ok");
    let mut references = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = references.query([])?;
    while let Some(row) = rows.next()? {
        findings.push(format!("a row of {} refers to nothing", row.get::<_, String>(0)?));
    }
    if findings.is_empty() {
        return Ok(());
    }
    let detail = findings.join("; ");
    Err(Failure::Store(StoreError::Corrupt { path: path.to_owned(), detail }))
}

/// Writes a compact copy of one moment.
pub(super) fn copy(connection: &Connection, to: &Path) -> Outcome<()> {
    let target = to.to_str().ok_or_else(|| rusqlite::Error::InvalidPath(to.to_owned()))?;
    // a read-only connection refuses VACUUM INTO although it only writes elsewhere
    connection.pragma_update(None, "query_only", false)?;
    let outcome = connection.execute("VACUUM INTO ?1", [target]);
    connection.pragma_update(None, "query_only", true)?;
    outcome?;
    Ok(())
}

pub(super) fn no_rights(path: &Path, error: &std::io::Error) -> StoreError {
    StoreError::NoRights { path: path.to_owned(), detail: error.to_string() }
}

/// A file on its way; removed when it goes out of scope.
pub(super) struct Draft {
    path: PathBuf,
}

impl Draft {
    /// Where it lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// An empty file with a name nobody else has.
    pub(super) fn beside(path: &Path) -> std::io::Result<Self> {
        let mut number = 0_u32;
        loop {
            let mut name = path.file_name().unwrap_or_default().to_owned();
            name.push(format!(".new-{}-{number}", std::process::id()));
            let path = path.with_file_name(name);
            match File::create_new(&path) {
                Ok(_) => return Ok(Self { path }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // renamed into place, or never made: both leave nothing to remove
        let _ = fs::remove_file(&self.path);
    }
}
