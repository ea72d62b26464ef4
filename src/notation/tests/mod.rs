//! Tests of the prescription language.

mod errors;
mod examples;
mod flat;
mod prescriptions;
mod round_trip;
