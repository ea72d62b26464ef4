//! The people of a coach: the list, and the form for somebody new or changed.

mod form;
mod list;

pub(super) use form::draw as form;
pub(super) use list::draw as list;
