//! Why the demo cannot be told. A test keeps all of it from being released.

use crate::domain::{Explain, Message};

/// The demo's data does not fit the program it ships with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DemoError {
    /// A file does not read.
    #[error("data/demo/{file} does not read: {detail}; correct the file and build again")]
    File {
        /// The file.
        file: &'static str,
        /// What the reader said, with line and column.
        detail: String,
    },
    /// An exercise is not in the library.
    #[error("the demo uses exercise {id}, which the library does not hold; correct data/demo")]
    Exercise {
        /// Its id.
        id: String,
    },
    /// A dose cannot be read.
    #[error("the demo's dose {dose:?} cannot be read ({detail}); correct data/demo")]
    Dose {
        /// The dose.
        dose: String,
        /// What is wrong with it.
        detail: String,
    },
    /// A superset tag is not a letter and a number.
    #[error("the demo's superset {tag:?} is no letter with a number; correct data/demo")]
    Superset {
        /// The tag.
        tag: String,
    },
}

impl Explain for DemoError {
    fn message(&self) -> Message {
        Message::new("store-demo").with("detail", self.to_string())
    }
}
