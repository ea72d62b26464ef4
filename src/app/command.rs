//! The command table: one row per command. Dispatch, key lookup, the hint bar, help, the palette,
//! the key overrides of the config and `docs/keys.md` all come from it.

use std::collections::BTreeMap;

use super::Key;
use crate::domain::{Explain, Message};

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
}

/// Whether the hint bar shows a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// Among the first.
    Shown,
    /// Only in help and palette.
    Hidden,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Where it can be given.
    pub scope: Scope,
    /// The command.
    pub command: Command,
    /// Its name in the config and the palette. `command-<name>` is its sentence in the message
    /// catalogue, `hint-<name>` its word in the hint bar.
    pub name: &'static str,
    /// Keys it has unless the config says otherwise, as [`Key`] names.
    pub keys: &'static [&'static str],
    /// Whether the hint bar shows it.
    pub hint: Hint,
}

macro_rules! table {
    ($($scope:ident { $($command:ident $name:literal [$($key:literal)*] $hint:ident),+ $(,)? })+) => {
        /// Something a coach can ask for. What each does stands in the message catalogue under
        /// its name in [`TABLE`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the sentence of each command is in the message catalogue, once")]
        pub enum Command { $($($command,)+)+ }

        /// Every command, in the order of help.
        pub const TABLE: &[Row] = &[$($(
            Row {
                scope: Scope::$scope,
                command: Command::$command,
                name: $name,
                keys: &[$($key),*],
                hint: Hint::$hint,
            },
        )+)+];
    };
}

table! {
    Plan {
        ItemUp "item-up" ["k" "up"] Hidden,
        ItemDown "item-down" ["j" "down"] Hidden,
        SectionBefore "section-before" ["h" "left" "["] Hidden,
        SectionAfter "section-after" ["l" "right" "]"] Hidden,
        FirstLine "first-line" ["home"] Hidden,
        LastLine "last-line" ["end"] Hidden,
        EditDose "edit-dose" ["enter" "e"] Shown,
        MoveUp "move-up" ["K" "alt-up" "shift-up"] Hidden,
        MoveDown "move-down" ["J" "alt-down" "shift-down"] Shown,
        Delete "delete" ["d" "delete"] Shown,
        Superset "superset" ["s"] Shown,
        NewSection "new-section" ["a"] Shown,
        Rename "rename" ["r"] Hidden,
        Minutes "minutes" ["m"] Hidden,
        UnitNumbers "unit-numbers" ["M"] Hidden,
        SectionKind "section-kind" ["t"] Hidden,
        FreeLine "free-line" ["n"] Hidden,
        Duplicate "duplicate" ["c"] Hidden,
        Swap "swap" ["x"] Hidden,
        SplitStreams "split-streams" ["S"] Hidden,
        Inspect "inspect" ["i"] Hidden,
        Findings "findings" ["!"] Hidden,
        LogResult "log-result" ["="] Hidden,
    }
    Suggest {
        HitUp "hit-up" ["k" "up"] Hidden,
        HitDown "hit-down" ["j" "down"] Hidden,
        InsertHit "insert-hit" ["enter"] Shown,
        SwapHit "swap-hit" ["x"] Shown,
        Why "why" ["w"] Shown,
        Intent "intent" ["t"] Shown,
        NextGraph "next-graph" ["g"] Hidden,
        InspectHit "inspect-hit" ["i"] Shown,
    }
    Log {
        LogUp "log-up" ["k" "up"] Hidden,
        LogDown "log-down" ["j" "down"] Hidden,
        Follow "follow" ["f"] Shown,
        OpenResult "open-result" ["enter"] Shown,
        CancelJob "cancel-job" ["c"] Shown,
        ResumeJob "resume-job" ["r"] Shown,
    }
    Everywhere {
        NextPane "next-pane" ["tab"] Shown,
        PreviousPane "previous-pane" ["shift-tab"] Hidden,
        InsertNth "insert-nth" ["1" "2" "3" "4" "5" "6" "7" "8" "9"] Hidden,
        Query "query" ["/"] Shown,
        Import "import" ["p"] Shown,
        Generate "generate" ["G"] Shown,
        SwitchUnit "switch-unit" ["o"] Shown,
        SwitchGroup "switch-group" ["O"] Hidden,
        NewUnit "new-unit" ["N"] Hidden,
        DuplicateUnit "duplicate-unit" ["D"] Hidden,
        Clear "clear" ["esc"] Hidden,
        Undo "undo" ["u" "ctrl-z"] Shown,
        Redo "redo" ["ctrl-r" "U"] Hidden,
        Library "library" ["L"] Shown,
        Overview "overview" ["v"] Hidden,
        Adapt "adapt" ["A"] Hidden,
        LoadSheet "load-sheet" ["E"] Hidden,
        Language "language" ["f2"] Hidden,
        Theme "theme" ["f3"] Hidden,
        Redraw "redraw" ["ctrl-l"] Hidden,
        Palette "palette" [":"] Shown,
        Help "help" ["?" "f1"] Shown,
        Quit "quit" ["q" "ctrl-q" "ctrl-c"] Shown,
    }
    Entry {
        EntryDone "entry-done" ["enter"] Shown,
        EntryNext "entry-next" ["down" "tab"] Hidden,
        EntryCancel "entry-cancel" ["esc" "ctrl-c"] Shown,
    }
    Source {
        SourceRead "source-read" ["ctrl-r" "f5"] Shown,
        SourceCancel "source-cancel" ["esc"] Shown,
    }
    Review {
        RowUp "row-up" ["k" "up"] Hidden,
        RowDown "row-down" ["j" "down"] Hidden,
        NextDoubtful "next-doubtful" ["n"] Shown,
        PreviousDoubtful "previous-doubtful" ["N"] Hidden,
        Choose "choose" ["1" "2" "3" "4" "5"] Shown,
        RowSearch "row-search" ["/"] Shown,
        RowDose "row-dose" ["e"] Shown,
        RowIgnore "row-ignore" ["d" "space"] Shown,
        RowConfirm "row-confirm" ["y"] Hidden,
        ReviewInsert "review-insert" ["enter" "ctrl-s"] Shown,
        ReviewSource "review-source" ["t"] Hidden,
        ReviewClose "review-close" ["esc" "q"] Shown,
    }
    Form {
        FieldUp "field-up" ["up" "shift-tab"] Hidden,
        FieldDown "field-down" ["down" "tab"] Hidden,
        FieldLess "field-less" ["left"] Shown,
        FieldMore "field-more" ["right"] Shown,
        FormStart "form-start" ["enter"] Shown,
        FormClose "form-close" ["esc"] Shown,
    }
    Picker {
        PickUp "pick-up" ["up" "ctrl-p"] Hidden,
        PickDown "pick-down" ["down" "ctrl-n"] Hidden,
        Pick "pick" ["enter"] Shown,
        PickClose "pick-close" ["esc" "ctrl-c"] Shown,
    }
    Findings {
        FindingUp "finding-up" ["k" "up"] Hidden, FindingDown "finding-down" ["j" "down"] Hidden,
        FindingJump "finding-jump" ["enter"] Shown, FindingFix "finding-fix" ["f"] Shown,
        FindingSwitch "finding-switch" ["s"] Shown, FindingAbout "finding-about" ["x"] Shown,
        FindingUndo "finding-undo" ["u"] Shown, FindingsClose "findings-close" ["esc" "q" "!"] Shown,
    }
    Overview {
        CourseUp "course-up" ["k" "up" "pageup"] Hidden, CourseDown "course-down" ["j" "down" "pagedown"] Hidden,
        ChartBefore "chart-before" ["h" "left" "shift-tab"] Hidden, ChartAfter "chart-after" ["l" "right" "tab"] Shown,
        CourseOpen "course-open" ["enter"] Shown, CourseClose "course-close" ["esc" "q" "v"] Shown,
    }
    Changes {
        ChangeUp "change-up" ["k" "up"] Hidden, ChangeDown "change-down" ["j" "down"] Hidden,
        ChangesApply "changes-apply" ["enter"] Shown, ChangesClose "changes-close" ["esc" "q"] Shown,
    }
    Page {
        PageUp "page-up" ["k" "up" "pageup"] Hidden,
        PageDown "page-down" ["j" "down" "pagedown"] Hidden,
        PageClose "page-close" ["esc" "q" "?"] Shown,
    }
    LibraryList {
        ListUp "list-up" ["k" "up" "pageup"] Hidden,
        ListDown "list-down" ["j" "down" "pagedown"] Hidden,
        ListFirst "list-first" ["home" "g"] Hidden,
        ListLast "list-last" ["end" "G"] Hidden,
        ListOpen "list-open" ["enter" "i" "l" "right" "tab"] Shown,
        LibraryClose "library-close" ["esc" "q"] Hidden,
    }
    LibraryDetail {
        DetailUp "detail-up" ["k" "up" "pageup"] Hidden,
        DetailDown "detail-down" ["j" "down" "pagedown"] Hidden,
        TabBefore "tab-before" ["h" "left"] Hidden,
        TabAfter "tab-after" ["l" "right" "tab"] Shown,
        DetailOpen "detail-open" ["enter"] Shown,
        DetailBack "detail-back" ["backspace" "b"] Shown,
        DetailClose "detail-close" ["esc" "q"] Hidden,
    }
    Library {
        LibrarySearch "library-search" ["/"] Shown,
        LibraryFacets "library-facets" ["f"] Shown,
        LibraryClear "library-clear" ["x"] Shown,
        LibraryInsert "library-insert" ["a"] Shown,
        LibraryUses "library-uses" ["w"] Shown,
        LibraryHelp "library-help" ["?" "f1"] Hidden,
    }
    LibrarySearch {
        SearchUp "search-up" ["up"] Hidden,
        SearchDown "search-down" ["down"] Hidden,
        SearchDone "search-done" ["enter" "tab"] Shown,
        SearchCancel "search-cancel" ["esc" "ctrl-c"] Shown,
    }
    LibraryFacets {
        FacetUp "facet-up" ["up"] Hidden,
        FacetDown "facet-down" ["down"] Hidden,
        FacetToggle "facet-toggle" ["space" "enter"] Shown,
        FacetOpen "facet-open" ["right"] Shown,
        FacetShut "facet-shut" ["left"] Hidden,
        FacetDone "facet-done" ["esc" "tab"] Shown,
    }
}

impl Explain for KeymapError {
    fn message(&self) -> Message {
        match self {
            Self::Command(name) => Message::new("error-keys-command").with("name", name.as_str()),
            Self::Key { command, source } => Message::new("error-keys-key")
                .with("command", command.as_str())
                .with("key", source.0.as_str()),
            Self::Clash { key, one, other } => Message::new("error-keys-clash")
                .with("key", key.as_str())
                .with("one", *one)
                .with("other", *other),
        }
    }
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

impl Command {
    /// The command's row.
    #[must_use]
    pub fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.command == self)
    }

    /// The command with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.command)
    }
}

/// Which key means which command, with the config's overrides applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<(Scope, Key, Command)>,
}

/// Why the keys of a config cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// A command name that is not in the table.
    #[error("[keys]: there is no command `{0}`; `planwright keys` lists them")]
    Command(String),
    /// A key name that is none.
    #[error("[keys] {command}: {source}")]
    Key {
        /// The command.
        command: String,
        /// What is wrong with the key.
        source: super::key::NoSuchKey,
    },
    /// Two commands of one scope want the same key.
    #[error("[keys]: `{key}` would mean both `{one}` and `{other}`")]
    Clash {
        /// The key.
        key: String,
        /// The command that had it.
        one: &'static str,
        /// The command that wants it.
        other: &'static str,
    },
}

impl Keymap {
    /// The keys of the table, with `overrides` (command name → key names) in place of its own.
    ///
    /// # Errors
    /// [`KeymapError`] for a name that does not exist, a key that is none, or a clash.
    pub fn new<'a>(
        overrides: impl IntoIterator<Item = (&'a str, &'a [String])>,
    ) -> Result<Self, KeymapError> {
        let mut bindings: Vec<(Scope, Key, Command)> = Vec::new();
        for row in TABLE {
            for name in row.keys {
                let key = parse(row.name, name)?;
                bindings.push((row.scope, key, row.command));
            }
        }
        for (name, keys) in overrides {
            let row = Command::named(name)
                .and_then(Command::row)
                .ok_or_else(|| KeymapError::Command(name.to_owned()))?;
            bindings.retain(|(_, _, command)| *command != row.command);
            for key in keys {
                bindings.push((row.scope, parse(name, key)?, row.command));
            }
        }
        let mut taken: BTreeMap<(Scope, Key), Command> = BTreeMap::new();
        for (scope, key, command) in &bindings {
            if let Some(one) = taken.insert((*scope, *key), *command) {
                let name = |command: Command| command.row().map_or("", |row| row.name);
                let (one, other) = (name(one), name(*command));
                return Err(KeymapError::Clash { key: key.to_string(), one, other });
            }
        }
        Ok(Self { bindings })
    }

    /// The command a key means in `scope`, or in the one beneath it.
    #[must_use]
    pub fn command(&self, scope: Scope, key: Key) -> Option<Command> {
        let find = |scope| {
            self.bindings
                .iter()
                .find(|(place, bound, _)| *place == scope && *bound == key)
                .map(|(_, _, command)| *command)
        };
        find(scope).or_else(|| scope.beneath().and_then(find))
    }

    /// The keys of a command, in the order of the table or of the config.
    #[must_use]
    pub fn keys_of(&self, command: Command) -> Vec<String> {
        self.bindings
            .iter()
            .filter(|(_, _, bound)| *bound == command)
            .map(|(_, key, _)| key.to_string())
            .collect()
    }
}

fn parse(command: &str, key: &str) -> Result<Key, KeymapError> {
    key.parse().map_err(|source| KeymapError::Key { command: command.to_owned(), source })
}
