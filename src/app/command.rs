//! The command table: one row per command. Dispatch, key lookup, the hint bar, help, the palette,
//! the key overrides of the config and `docs/keys.md` all come from it.

use super::Scope;

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
    /// Keys it has unless the config says otherwise, as [`Key`](super::Key) names.
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
        CompleteSection "complete-section" ["f"] Shown,
        Progress "progress" [">"] Hidden,
        Regress "regress" ["<"] Hidden,
        Refit "refit" ["R"] Hidden,
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
        Rerank "rerank" ["r"] Shown,
        ShowRequest "show-request" ["R"] Hidden,
        Pin "pin" ["b"] Hidden,
        Dismiss "dismiss" ["d" "delete"] Shown,
        MoreLike "more-like" ["m"] Hidden,
        Variants "variants" ["V"] Hidden,
        Chips "chips" ["c"] Shown,
        Term "term" ["f"] Hidden,
        WhyNot "why-not" ["W"] Hidden,
        Target "target" ["T"] Hidden,
        NewExercise "new-exercise" ["n"] Shown,
        ShowNewExercise "show-new-exercise" ["alt-n"] Hidden,
        AskMeaning "ask-meaning" ["I"] Hidden,
        ShowMeaning "show-meaning" ["alt-i"] Hidden,
    }
    Log {
        LogUp "log-up" ["k" "up"] Hidden,
        LogDown "log-down" ["j" "down"] Hidden,
        Follow "follow" ["f"] Shown,
        OpenResult "open-result" ["enter"] Shown,
        LogFind "log-find" ["/"] Shown,
        LogOlder "log-older" ["n"] Hidden,
        LogNewer "log-newer" ["N"] Hidden,
        LogCopy "log-copy" ["y"] Shown,
        LogRetry "log-retry" ["R"] Shown,
        CancelJob "cancel-job" ["c"] Shown,
        ResumeJob "resume-job" ["r"] Shown,
    }
    Everywhere {
        NextPane "next-pane" ["tab"] Shown,
        PreviousPane "previous-pane" ["shift-tab"] Hidden,
        InsertNth "insert-nth" ["1" "2" "3" "4" "5" "6" "7" "8" "9"] Hidden,
        Query "query" ["/"] Shown,
        Import "import" ["p"] Shown,
        ImportFile "import-file" ["ctrl-o"] Hidden,
        ImportStatistics "import-statistics" ["f6"] Hidden,
        TaughtNames "taught-names" ["f7"] Hidden,
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
        Cost "cost" ["$"] Hidden,
        Coverage "coverage" ["C"] Hidden,
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
        SourceFile "source-file" ["ctrl-o"] Shown,
        SourceCancel "source-cancel" ["esc"] Shown,
    }
    Review {
        RowUp "row-up" ["k" "up"] Hidden,
        RowDown "row-down" ["j" "down"] Hidden,
        RowJump "row-jump" ["pageup" "pagedown" "home" "end"] Hidden,
        NextDoubtful "next-doubtful" ["n" "tab"] Shown,
        PreviousDoubtful "previous-doubtful" ["N" "shift-tab"] Hidden,
        Choose "choose" ["1" "2" "3" "4" "5" "6"] Shown,
        RowConfirm "row-confirm" ["y"] Shown,
        ReviewInsert "review-insert" ["enter" "ctrl-s"] Shown,
        RowSearch "row-search" ["/"] Shown,
        RowDose "row-dose" ["e"] Shown,
        ReviewHelp "review-help" ["?" "f1"] Shown,
        RowIgnore "row-ignore" ["d" "space"] Shown,
        ReviewUndo "review-undo" ["u" "ctrl-z"] Shown,
        ReviewPreview "review-preview" ["v"] Shown,
        DayPlace "day-place" ["g"] Shown,
        DayEarlier "day-earlier" ["-"] Hidden,
        DayLater "day-later" ["+"] Hidden,
        RowSplit "row-split" ["s"] Shown,
        RowJoin "row-join" ["m"] Hidden,
        RowSame "row-same" ["="] Hidden,
        RowFreeLine "row-free-line" ["f"] Hidden,
        RowNew "row-new" ["c"] Hidden,
        RowTeach "row-teach" ["l"] Hidden,
        ReviewInsertDay "review-insert-day" ["I"] Hidden,
        AskRows "ask-rows" ["r"] Shown,
        ShowRows "show-rows" ["R"] Hidden,
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
        CourseCompare "course-compare" ["c"] Shown,
        CourseOpen "course-open" ["enter"] Shown, CourseClose "course-close" ["esc" "q" "v"] Shown,
    }
    Changes {
        ChangeUp "change-up" ["k" "up"] Hidden, ChangeDown "change-down" ["j" "down"] Hidden,
        ChangesApply "changes-apply" ["enter"] Shown, ChangesClose "changes-close" ["esc" "q"] Shown,
    }
    Offer {
        OfferUp "offer-up" ["k" "up" "pageup"] Hidden, OfferDown "offer-down" ["j" "down" "pagedown"] Hidden,
        OfferLook "offer-look" ["enter"] Shown, OfferMark "offer-mark" ["space"] Shown,
        OfferTake "offer-take" ["a"] Shown, OfferTakeAll "offer-take-all" ["A"] Shown,
        OfferRetry "offer-retry" ["r"] Shown, OfferRedo "offer-redo" ["R"] Hidden,
        OfferUndo "offer-undo" ["u" "ctrl-z"] Shown, OfferPutBack "offer-put-back" ["b"] Shown,
        OfferRefuse "offer-refuse" ["x"] Shown, OfferOther "offer-other" ["m"] Hidden,
        OfferCompare "offer-compare" ["c"] Hidden,
        OfferUnfold "offer-unfold" ["l" "right"] Hidden, OfferFold "offer-fold" ["h" "left"] Hidden,
        OfferChart "offer-chart" ["v"] Hidden, OfferClose "offer-close" ["esc" "q"] Shown,
    }
    UnitOffer {
        LineUp "line-up" ["k" "up" "pageup"] Hidden, LineDown "line-down" ["j" "down" "pagedown"] Hidden,
        LineMark "line-mark" ["space"] Shown, LineMarkAll "line-mark-all" ["a"] Shown,
        LineTake "line-take" ["enter"] Shown, LineOwn "line-own" ["n"] Shown,
        LineRefuse "line-refuse" ["x"] Shown, LineClose "line-close" ["esc" "q"] Shown,
    }
    Compare {
        PairUp "pair-up" ["k" "up" "pageup"] Hidden, PairDown "pair-down" ["j" "down" "pagedown"] Hidden,
        PairNext "pair-next" ["n"] Shown, PairPrevious "pair-previous" ["N"] Hidden,
        PairTurn "pair-turn" ["tab" "l" "right"] Shown, PairTurnBack "pair-turn-back" ["shift-tab" "h" "left"] Hidden,
        PairClose "pair-close" ["esc" "q"] Shown,
    }
    Page {
        PageUp "page-up" ["k" "up" "pageup"] Hidden,
        PageDown "page-down" ["j" "down" "pagedown"] Hidden,
        Agree "agree" ["enter"] Hidden,
        PageCopy "page-copy" ["y"] Hidden,
        SendNever "send-never" ["n"] Hidden,
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
        StepAdd "step-add" ["+"] Hidden,
        StepRemove "step-remove" ["-"] Hidden,
        DetailClose "detail-close" ["esc" "q"] Hidden,
    }
    Library {
        LibrarySearch "library-search" ["/"] Shown,
        LibraryFacets "library-facets" ["f"] Shown,
        LibraryClear "library-clear" ["x"] Shown,
        LibraryInsert "library-insert" ["a"] Shown,
        LibraryUses "library-uses" ["w"] Shown,
        LibraryEdit "library-edit" ["e"] Shown,
        LibraryNew "library-new" ["n"] Shown,
        LibraryCopy "library-copy" ["c"] Hidden,
        LibraryArchive "library-archive" ["d" "delete"] Hidden,
        LibraryReach "library-reach" ["v"] Hidden,
        LibraryTeach "library-teach" ["t"] Hidden,
        LibraryTeachClub "library-teach-club" ["T"] Hidden,
        LibraryLists "library-lists" ["C"] Hidden,
        LibraryKept "library-kept" ["K"] Hidden,
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
    LibraryForm {
        EditUp "edit-up" ["up" "shift-tab" "pageup"] Hidden,
        EditDown "edit-down" ["down" "tab" "pagedown"] Hidden,
        EditLess "edit-less" ["left"] Hidden,
        EditMore "edit-more" ["right"] Hidden,
        EditOpen "edit-open" ["enter"] Shown,
        EditPartUp "edit-part-up" ["alt-up"] Hidden,
        EditPartDown "edit-part-down" ["alt-down"] Hidden,
        EditPartDrop "edit-part-drop" ["ctrl-d"] Hidden,
        EditSave "edit-save" ["ctrl-s" "f5"] Shown,
        EditClose "edit-close" ["esc"] Shown,
    }
    LibraryChoice {
        ChoiceUp "choice-up" ["up"] Hidden,
        ChoiceDown "choice-down" ["down"] Hidden,
        ChoiceToggle "choice-toggle" ["space"] Shown,
        ChoiceLess "choice-less" ["left"] Hidden,
        ChoiceMore "choice-more" ["right"] Hidden,
        ChoiceNumber "choice-number" ["1" "2" "3" "4" "5" "6" "7" "8" "9" "0"] Hidden,
        ChoiceDone "choice-done" ["enter" "tab"] Shown,
        ChoiceClose "choice-close" ["esc"] Shown,
    }
    LibraryLists {
        ListsUp "lists-up" ["k" "up"] Hidden,
        ListsDown "lists-down" ["j" "down"] Hidden,
        ListsBefore "lists-before" ["h" "left"] Hidden,
        ListsAfter "lists-after" ["l" "right" "tab"] Shown,
        ListsNew "lists-new" ["n"] Shown,
        ListsRename "lists-rename" ["r"] Shown,
        ListsArchive "lists-archive" ["d" "delete"] Shown,
        ListsClose "lists-close" ["esc" "q"] Shown,
    }
    LibraryKept {
        KeptUp "kept-up" ["k" "up"] Hidden,
        KeptDown "kept-down" ["j" "down"] Hidden,
        KeptTake "kept-take" ["t"] Shown,
        KeptStay "kept-stay" ["m"] Shown,
        KeptClose "kept-close" ["esc" "q"] Shown,
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
