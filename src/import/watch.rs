//! Long texts are read away from the keys: whoever waits is told how far reading is and may stop
//! it.

/// How far reading is, in lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Lines read.
    pub done: usize,
    /// Lines of the text.
    pub all: usize,
}

/// Whether reading goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Going {
    /// It does.
    On,
    /// Nobody waits any more.
    Stop,
}

/// Asked now and then while a text is read.
pub(super) type Watch<'a> = dyn FnMut(Progress) -> Going + 'a;

/// Lines between two questions; some milliseconds.
pub(super) const STRIDE: usize = 256;
