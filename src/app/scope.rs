//! Where keys are looked up.

/// Where a command can be given. A key is looked up in the scope that has the attention first,
/// then in the one beneath it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// In every pane, while no overlay is open and nothing is being typed.
    Everywhere,
    /// In the unit plan.
    Plan,
    /// In the suggestions.
    Suggest,
    /// In the log.
    Log,
    /// While one line is being typed.
    Entry,
    /// In the import review.
    Review,
    /// While the text to import is being typed or pasted.
    Source,
    /// In the form that starts a generation.
    Form,
    /// In a list to choose from.
    Picker,
    /// In the list of findings.
    Findings,
    /// In the overview of a program.
    Overview,
    /// In the list of what results would change.
    Changes,
    /// In the review of a generated program.
    Offer,
    /// In the review of a generated unit.
    UnitOffer,
    /// In the comparison of two versions of a program.
    Compare,
    /// In a page to read: help, exercise, overview.
    Page,
    /// In the library, on the list or on an exercise.
    Library,
    /// In the list of exercises.
    LibraryList,
    /// On an exercise of the library.
    LibraryDetail,
    /// While the library is searched by typing.
    LibrarySearch,
    /// Where the list of exercises is narrowed.
    LibraryFacets,
    /// In the form for an exercise.
    LibraryForm,
    /// In a list values are picked from for that form.
    LibraryChoice,
    /// In the lists a club may add to.
    LibraryLists,
    /// In the list of own versions whose built-in exercises have changed.
    LibraryKept,
}

impl Scope {
    /// Where a key is looked up that means nothing here.
    #[must_use]
    pub const fn beneath(self) -> Option<Self> {
        match self {
            Self::Plan | Self::Suggest | Self::Log => Some(Self::Everywhere),
            Self::LibraryList | Self::LibraryDetail => Some(Self::Library),
            _ => None,
        }
    }
}
