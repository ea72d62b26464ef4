//! The shapes of text and files that are read.

/// A known shape of text or file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SourceFormat {
    /// Free text, Markdown, lists, tables.
    #[default]
    Text,
    /// The export of Strong.
    Strong,
    /// The export of Hevy.
    Hevy,
    /// The export of FitNotes on Android or iOS.
    FitNotes,
    /// The export of StrongLifts.
    StrongLifts,
    /// A Liftoscript program.
    Liftoscript,
    /// planwright's own plans.
    Planwright,
}

impl SourceFormat {
    /// Every format, in the order of the help text.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Strong,
        Self::Hevy,
        Self::FitNotes,
        Self::StrongLifts,
        Self::Liftoscript,
        Self::Planwright,
    ];

    /// The word of the command line and of JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Strong => "strong",
            Self::Hevy => "hevy",
            Self::FitNotes => "fitnotes",
            Self::StrongLifts => "stronglifts",
            Self::Liftoscript => "liftoscript",
            Self::Planwright => "planwright",
        }
    }

    /// The format with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}
