//! Tests of the plain types: edits and their inverses, graphs, ids, and what JSON keeps.

mod edits;
mod graphs;
mod ids;
mod json;
mod plans;
