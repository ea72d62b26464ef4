//! Carries effects out tickets, tasks, shared services, and the clock.
