//! The library on the screen: what is listed, which exercise is looked at, and where in it the
//! reader is.

mod browse;
mod detail;
mod effect;
mod facets;
mod names;
mod places;
mod steps;

pub use browse::{LibraryPane, Part};
pub use detail::{DetailPane, Tab, Uses};
pub use effect::{LibraryEffect, LibraryReply, Use, UseKind};
pub use facets::{FacetLine, FacetPane};
pub use names::{facet_name, value_name};
pub use places::Places;
pub use steps::{StepLine, Way, steps};
