//! The real binary from outside: exit codes, the JSON of the contract, streams, hostile text.

mod basics;
mod matching;
mod program;
