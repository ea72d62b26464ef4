//! What every backend must do, as functions that take a fresh [`Store`], and what is particular
//! to files.

mod contract;
mod files;
mod fixture;
mod restoring;
mod sealing;
mod sqlite;
