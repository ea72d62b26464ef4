//! The people of a coach on the screen: whom there is, and the forms for somebody new or changed.

mod effect;
mod form;
mod known;
mod list;
mod onboarding;
mod person;

pub use effect::{PeopleEffect, PeopleReply, Saving};
pub use form::{KeptForm, PersonForm, Row, Shelf as FormShelf, Sort, open_choice, take_choice};
pub use known::{Card, FrameworkCard, Known};
pub use list::PeoplePane;
pub use onboarding::Onboarding;
pub use person::{Person, PersonKind};
