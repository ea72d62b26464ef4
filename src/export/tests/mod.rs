//! What leaves the program: harmless, lossless, and the same every time.

mod json;
mod liftoscript;
