//! planwright plans training by keyboard. The modules stand in dependency order: each may use
//! only those above it, and `tests/architecture.rs` keeps it so. `ARCHITECTURE.md` is the map.

pub mod app;
pub mod assist;
pub mod cli;
pub mod config;
pub mod domain;
pub mod export;
pub mod generation;
pub mod import;
pub mod language;
pub mod library;
pub mod lint;
pub mod llm;
pub mod matching;
pub mod notation;
pub mod planner;
pub mod retrieval;
pub mod runtime;
pub mod session;
pub mod store;
pub mod training;
pub mod view;
