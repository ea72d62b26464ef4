//! A generated plan before its coach: where each week comes from, what it changes, what of it is
//! taken. Pure; the runtime fetches offers and carries decisions out.

mod applies;
mod difference;
mod line;
mod origin;
mod pane;
mod unit_pane;
mod value;

pub(super) use applies::available;
pub use difference::{Difference, differences, edit_of};
pub use line::{Look, LookUnit};
pub use origin::{Origin, Source};
pub use pane::{Counts, OfferPane, Row, WeekState};
pub use unit_pane::UnitOfferPane;
pub use value::{Decision, Offer, Record, Taken};
