//! Carries effects out: tickets, tasks, shared services, and the clock.

pub mod demo;
pub mod seed;
