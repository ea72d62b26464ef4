//! The library on the screen: what is listed, which exercise is looked at, and where in it the
//! reader is.

mod ask;
mod browse;
mod change;
mod detail;
mod effect;
mod facets;
mod form;
mod kept;
mod lists;
mod names;
mod places;
mod steps;

pub use ask::{LibraryLine, LibraryPick};
pub use browse::{LibraryPane, Part};
pub use change::{LibraryChange, Teaching};
pub use detail::{DetailPane, Tab, Uses};
pub use effect::{Kept, LibraryEffect, LibraryReply, Similar, Use, UseKind};
pub use facets::{FacetLine, FacetPane};
pub use form::{ExerciseForm, Row, Sort, id_for, open_choice, take_choice};
pub use kept::KeptPane;
pub use lists::ListsPane;
pub use names::{facet_name, value_name};
pub use places::Places;
pub use steps::{StepLine, Way, steps};
