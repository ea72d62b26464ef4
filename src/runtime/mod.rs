//! Carries effects out: tickets, tasks, shared services, and the clock.

mod asking;
pub mod clock;
mod copies;
pub mod demo;
mod desk;
pub mod engines;
mod errands;
mod fetching;
mod forms;
mod frameworks;
pub mod imports;
mod job_tasks;
pub mod jobs;
mod judging;
pub mod library;
pub mod models;
mod offers;
pub mod people;
mod ponder;
mod process;
mod reading;
mod reranking;
mod saver;
pub mod seed;
mod sending;
mod services;
mod tasks;
mod watch;

pub use desk::{Desk, desk, trainee};
pub use services::{Services, stored_changes, taught};
pub use tasks::Runtime;
