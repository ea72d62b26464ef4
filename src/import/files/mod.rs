//! Files of other programs. Training logs come as one line per set; lines of one exercise that
//! follow each other become one row.

mod columns;
mod log;

#[cfg(test)]
mod tests;

pub(super) use log::read_log;
