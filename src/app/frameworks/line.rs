//! What the screen of the frameworks asks a coach to type.

use super::FrameRow;

/// What a typed line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrameworkLine {
    /// Title of a new framework.
    New,
    /// Title of a new unit of the framework.
    NewSlot,
    /// A row of the framework or of the unit.
    Row(FrameRow),
}

impl FrameworkLine {
    /// Key of what the line is called in the message catalogue.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::New => "frame-line-new",
            Self::NewSlot => "frame-line-new-slot",
            Self::Row(row) => row.key(),
        }
    }

    /// Key of the help under the line.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Row(FrameRow::Minutes) => "frame-help-minutes",
            Self::Row(FrameRow::Notes) => "frame-help-notes",
            Self::New | Self::NewSlot | Self::Row(_) => "frame-help-title",
        }
    }
}
