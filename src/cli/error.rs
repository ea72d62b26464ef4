//! Why a command ended without doing what was asked, and with which exit code.

use std::io;

use crate::config::ConfigError;
use crate::domain::{Explain, Message};

/// The exit code of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Ok,
    /// Tried and failed.
    Failed,
    /// Asked in a way that makes no sense.
    Usage,
}

impl Exit {
    /// 0, 1 or 2.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Ok => 0,
            Self::Failed => 1,
            Self::Usage => 2,
        }
    }
}

/// Why a command ended early.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The request makes no sense: an unknown id, a file that says nothing useful, a profile with
    /// a wrong key.
    #[error("{0:?}")]
    Usage(Message),
    /// The request makes sense, but could not be carried out.
    #[error("{0:?}")]
    Failed(Message),
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// What was printed could not be written.
    #[error(transparent)]
    Output(#[from] io::Error),
}

impl CliError {
    /// A request that makes no sense, explained.
    pub(super) fn usage(why: &impl Explain) -> Self {
        Self::Usage(why.message())
    }

    /// A request that could not be carried out, explained.
    pub(super) fn failed(why: &impl Explain) -> Self {
        Self::Failed(why.message())
    }

    /// A file that cannot be read.
    pub(super) fn unreadable(path: &std::path::Path, error: &io::Error) -> Self {
        Self::Usage(
            Message::new("cli-unreadable")
                .with("path", path.display().to_string())
                .with("reason", error.to_string()),
        )
    }

    /// A file that cannot be written.
    pub(super) fn unwritable(path: &std::path::Path, error: &io::Error) -> Self {
        Self::Failed(
            Message::new("cli-unwritable")
                .with("path", path.display().to_string())
                .with("reason", error.to_string()),
        )
    }

    /// The exit code it ends with. Nobody reading on is no failure of ours.
    pub(super) fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) | Self::Config(_) => Exit::Usage,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Ok,
            Self::Failed(_) | Self::Output(_) => Exit::Failed,
        }
    }

    /// The sentences for people; none where there is nobody left to read them.
    pub(super) fn messages(&self) -> Vec<Message> {
        match self {
            Self::Usage(message) | Self::Failed(message) => vec![message.clone()],
            Self::Config(error) => error.problems.iter().map(Explain::message).collect(),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Vec::new(),
            Self::Output(error) => {
                vec![Message::new("cli-output").with("reason", error.to_string())]
            }
        }
    }
}

impl From<serde_json::Error> for CliError {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}
