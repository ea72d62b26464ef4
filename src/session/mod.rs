//! One terminal session: surface, frames, loop.

mod clipboard;
mod encode;
mod frames;
mod gate;
mod input;
mod local;
mod run;
mod surface;
#[cfg(test)]
mod tests;

pub use frames::{LOCAL, Limiter};
pub use input::event_of;
pub use local::{Held, Look, SessionError, hold};
pub use run::{End, run};
pub use surface::{LEAVE_SEQUENCE, Mouse, Surface, enter_sequence};
