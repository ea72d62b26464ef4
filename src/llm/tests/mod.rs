//! The pure parts of the layer: bytes to events, words to classes, names to stand-ins, figures to
//! yes or no. What needs a connection stands in `tests/llm`.

mod figures;
mod streams;
mod veil;
