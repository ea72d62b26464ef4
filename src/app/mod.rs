//! What the terminal program is: model, messages, update, effects, command table. Pure: no terminal, no clock, no tokio.

mod available;
pub mod changes;
pub mod chips;
mod command;
pub mod coverage;
mod direction;
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
pub mod propose;
pub mod statistics;
pub mod suggest;
mod target;
#[cfg(test)]
pub(crate) mod tests;
mod ticket;
mod trainee;
mod update;

pub use available::available;
pub use command::{Command, Hint, Row, Scope, TABLE};
pub use direction::Direction;
pub use effect::{Effect, Event, Reply};
pub use field::{Field, Lines};
pub use key::{Code, Key, NoSuchKey};
pub use keymap::{Keymap, KeymapError};
pub use layout::{Pane, Regions, review_foot};
pub use model::{Model, Notice, Overlay, Shelf, Start};
pub use target::Target;
pub use ticket::Ticket;
pub use update::update;
