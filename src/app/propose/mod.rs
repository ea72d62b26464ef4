//! Changes the program offers and the coach accepts: a section filled to its minutes, a unit fitted
//! to fewer people, less time or missing equipment. Pure; the runtime works them out off the loop.

mod complete;
mod dose;
mod draft;
mod evening;
mod proposal;
mod refit;

pub use dose::{adapted_dose, item_for, lasting};
pub use draft::propose;
pub use evening::{Evening, read_evening};
pub use proposal::{Ask, Proposal, Step, Wish};
