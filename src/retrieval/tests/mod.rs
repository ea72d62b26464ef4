//! Tests of the ranking, by stage, on a small dojo library and on the built-in one.

mod builtin;
mod context;
mod fixture;
mod formulas;
mod narrowing;
mod query;
mod ranking;
mod report;
mod requests;
