//! Engines behind one interface, and a job as a value.
