//! What is read of single lines and of whole texts, all of them written for these tests.

mod lines;
mod whole;
