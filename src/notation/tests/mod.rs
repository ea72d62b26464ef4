//! Tests of the prescription language.

mod doses;
mod errors;
mod examples;
mod flat;
mod prescriptions;
mod round_trip;
