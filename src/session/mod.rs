//! One terminal session surface, frames, loop.
