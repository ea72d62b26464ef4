//! Carries effects out: tickets, tasks, shared services, and the clock.

pub mod clock;
pub mod demo;
pub mod seed;
