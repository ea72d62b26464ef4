//! What the terminal program is: model, messages, update, effects, command table. Pure: no terminal, no clock, no tokio.

mod available;
pub mod changes;
mod command;
pub mod effect;
pub mod entry;
mod field;
pub mod findings;
pub mod generate;
pub mod import;
mod key;
mod keymap;
mod layout;
pub mod library;
pub mod log;
mod model;
pub mod models;
pub mod open;
pub mod overview;
pub mod page;
pub mod picker;
pub mod plan;
pub mod suggest;
#[cfg(test)]
pub(crate) mod tests;
mod update;

pub use available::available;
pub use command::{Command, Hint, Row, Scope, TABLE};
pub use effect::{Effect, Event, Reply, Ticket};
pub use field::{Field, Lines};
pub use key::{Code, Key, NoSuchKey};
pub use keymap::{Keymap, KeymapError};
pub use layout::{Pane, Regions};
pub use model::{Model, Notice, Overlay, Shelf, Start};
pub use update::update;
