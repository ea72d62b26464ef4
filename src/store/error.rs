//! What can go wrong with stored things, and the way out of each.

use std::fmt;
use std::path::PathBuf;

use crate::domain::{Arg, Explain, Message, Unit};

use super::values::Stored;

/// Why the store could not do what it was asked. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file or its folder may not be read or written.
    #[error("{} cannot be opened for writing ({detail}); check its permissions or name another file with --db", .path.display())]
    NoRights {
        /// The database file.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// The path names something that can hold no database, such as a folder.
    #[error("{} is a folder, not a file; name a file inside it with --db", .path.display())]
    Folder {
        /// The path.
        path: PathBuf,
    },
    /// The file was written by a later planwright.
    #[error("{} has schema {found}, this planwright knows {known}; update planwright", .path.display())]
    Newer {
        /// The database file.
        path: PathBuf,
        /// Schema version of the file.
        found: u32,
        /// Latest schema version known here.
        known: u32,
    },
    /// The file is damaged.
    #[error("{} is damaged ({detail}); keep a copy of it and restore a backup", .path.display())]
    Corrupt {
        /// The database file.
        path: PathBuf,
        /// What SQLite found.
        detail: String,
    },
    /// Another program holds the file for itself.
    #[error("{} is locked by another program; close it and try again", .path.display())]
    Locked {
        /// The database file.
        path: PathBuf,
    },
    /// The file is no SQLite database.
    #[error("{} is not a database; it was left as it is, name another file with --db", .path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file is the database of another program.
    #[error("{} belongs to another program; it was left as it is, name another file with --db", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("no space left to write {}; free some and try again", .path.display())]
    NoSpace {
        /// The database file.
        path: PathBuf,
    },
    /// Anything else the database or the system reported.
    #[error("{}: {detail}; try again, and run `planwright doctor` if it stays", .path.display())]
    Database {
        /// The database file.
        path: PathBuf,
        /// What was reported.
        detail: String,
    },
    /// The unit was changed by somebody else since it was read.
    #[error("unit {} is at version {} by now; merge or choose", .current.document.id, .current.version)]
    Conflict {
        /// The unit as it is stored now.
        current: Box<Stored<Unit>>,
    },
    /// The framework was changed by somebody else since it was read.
    #[error("framework {id} was changed since it was read; read it again")]
    Outdated {
        /// Its id.
        id: String,
    },
    /// There is no such thing, or this viewer may not see it.
    #[error("no {thing} {id} here; it may have been removed, or belong to somebody else")]
    NotFound {
        /// What was asked for.
        thing: Thing,
        /// Its id.
        id: String,
    },
    /// The viewer may see it, but not change it.
    #[error("{thing} {id} may be read but not changed by this coach; make a copy of it")]
    ReadOnly {
        /// What was to be changed.
        thing: Thing,
        /// Its id.
        id: String,
    },
    /// The id of something new is in use.
    #[error("{thing} {id} exists already; choose another id")]
    Taken {
        /// What was to be made.
        thing: Thing,
        /// The id.
        id: String,
    },
    /// Another process runs the job.
    #[error("job {id} is run by another process; wait for it or cancel it there")]
    Claimed {
        /// The job.
        id: String,
    },
    /// A stored document does not read as what it should be.
    #[error("{thing} {id} cannot be read ({detail}); run `planwright doctor`")]
    Unreadable {
        /// What it should be.
        thing: Thing,
        /// Its id.
        id: String,
        /// What the reader said.
        detail: String,
    },
    /// The key of the sealed texts can be neither read nor made.
    #[error("{}: {detail}; check its permissions, or move it away for a new one", .path.display())]
    Key {
        /// The key's file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// A text was sealed with a key that is gone.
    #[error("{} is not the key this text was sealed with; bring the old one back, or go on without the text", .path.display())]
    KeyLost {
        /// The key's file.
        path: PathBuf,
    },
    /// The store was closed.
    #[error("the store is closed; start planwright again")]
    Closed,
}

/// The sort of thing an error speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A club.
    Club,
    /// A coach.
    Coach,
    /// A group.
    Group,
    /// An athlete.
    Athlete,
    /// An exercise.
    Exercise,
    /// A progression graph.
    Graph,
    /// An entry of a list.
    CatalogueEntry,
    /// A unit.
    Unit,
    /// An edit in a unit's journal.
    Edit,
    /// A program.
    Program,
    /// A framework.
    Framework,
    /// An import draft.
    Import,
    /// A job.
    Job,
    /// A setting.
    Setting,
}

impl Thing {
    const fn key(self) -> &'static str {
        match self {
            Self::Club => "store-thing-club",
            Self::Coach => "store-thing-coach",
            Self::Group => "store-thing-group",
            Self::Athlete => "store-thing-athlete",
            Self::Exercise => "store-thing-exercise",
            Self::Graph => "store-thing-graph",
            Self::CatalogueEntry => "store-thing-entry",
            Self::Unit => "store-thing-unit",
            Self::Edit => "store-thing-edit",
            Self::Program => "store-thing-program",
            Self::Framework => "store-thing-framework",
            Self::Import => "store-thing-import",
            Self::Job => "store-thing-job",
            Self::Setting => "store-thing-setting",
        }
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key().trim_start_matches("store-thing-"))
    }
}

impl Explain for StoreError {
    fn message(&self) -> Message {
        let file = |id, path: &PathBuf| Message::new(id).with("path", path.display().to_string());
        let of = |id, thing: &Thing, name: &str| {
            Message::new(id).with("thing", Message::new(thing.key())).with("id", name)
        };
        match self {
            Self::NoRights { path, detail } => {
                file("store-no-rights", path).with("detail", detail.as_str())
            }
            Self::Folder { path } => file("store-folder", path),
            Self::Newer { path, found, known } => {
                file("store-newer", path).with("found", *found).with("known", *known)
            }
            Self::Corrupt { path, detail } => {
                file("store-corrupt", path).with("detail", detail.as_str())
            }
            Self::Locked { path } => file("store-locked", path),
            Self::NotADatabase { path } => file("store-not-a-database", path),
            Self::Foreign { path } => file("store-foreign", path),
            Self::NoSpace { path } => file("store-no-space", path),
            Self::Database { path, detail } => {
                file("store-database", path).with("detail", detail.as_str())
            }
            Self::Conflict { current } => Message::new("store-conflict")
                .with("title", Arg::from(current.document.title.as_str())),
            Self::Outdated { id } => Message::new("store-outdated").with("id", id.as_str()),
            Self::NotFound { thing, id } => of("store-not-found", thing, id),
            Self::ReadOnly { thing, id } => of("store-read-only", thing, id),
            Self::Taken { thing, id } => of("store-taken", thing, id),
            Self::Claimed { id } => Message::new("store-claimed").with("id", id.as_str()),
            Self::Unreadable { thing, id, detail } => {
                of("store-unreadable", thing, id).with("detail", detail.as_str())
            }
            Self::Key { path, detail } => file("store-key", path).with("detail", detail.as_str()),
            Self::KeyLost { path } => file("store-key-lost", path),
            Self::Closed => Message::new("store-closed"),
        }
    }
}
