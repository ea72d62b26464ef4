//! Text and foreign files become reviewable items.
