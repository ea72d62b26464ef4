# What the terminal program asks, answers and says.

# commands: sentence
command-item-up = Go to the line above
command-item-down = Go to the line below
command-section-before = Go to the section before
command-section-after = Go to the section after
command-first-line = Go to the first line
command-last-line = Go to the last line
command-edit-dose = Edit what is to be done of the exercise
command-move-up = Move the line up
command-move-down = Move the line down
command-delete = Take the line out of the plan
command-superset = Join with the exercise below into a superset, or take out of one
command-new-section = Add a section
command-rename = Rename the section or line
command-minutes = Set the minutes of the section or line
command-unit-numbers = Set minutes and people of the unit
command-section-kind = Give the section another part of the unit
command-free-line = Add a line without an exercise
command-duplicate = Put a copy of the exercise behind it
command-swap = Put another exercise in its place, keeping the prescription
command-split-streams = Split the section into two streams at the same time
command-inspect = Show the exercise with its progressions
command-hit-up = Go to the suggestion above
command-hit-down = Go to the suggestion below
command-insert-hit = Insert the suggestion behind the cursor
command-swap-hit = Put the suggestion in place of the exercise under the cursor
command-why = Show or hide why the suggestion stands where it does
command-intent = Change what the suggestions aim at
command-next-graph = Choose the next progression graph
command-inspect-hit = Show the suggested exercise with its progressions
command-log-up = Scroll the log up
command-log-down = Scroll the log down
command-follow = Follow what happens
command-open-result = Open the newest generated program
command-cancel-job = Cancel the running generation; finished weeks stay
command-resume-job = Resume the generation that stopped
command-next-pane = Go to the next pane
command-previous-pane = Go to the pane before
command-insert-nth = Insert the suggestion with this number
command-query = Ask or search for suggestions
command-import = Import a pasted workout
command-generate = Generate a program or a unit
command-switch-unit = Open another unit or program
command-switch-group = Groups and athletes: change to one, take somebody in, change what is known
command-new-unit = Start a new unit
command-duplicate-unit = Open a copy of the unit
command-clear = Clear the question and go back to the plan
command-undo = Undo the last edit
command-redo = Redo the edit that was undone
command-overview = Show the program the unit belongs to
command-language = Switch the language
command-theme = Switch the theme
command-redraw = Draw the screen anew
command-palette = Find a command by typing
command-help = Show all keys
command-quit = Quit; everything is saved
command-entry-done = Take what was typed
command-entry-next = Go on to the suggestions
command-entry-cancel = Leave without a change
command-source-read = Read the text and review it
command-source-cancel = Leave; the text is kept for later
command-row-up = Go to the row above
command-row-down = Go to the row below
command-next-doubtful = Jump to the next doubtful row
command-previous-doubtful = Jump to the doubtful row before
command-choose = Choose the alternative with this number
command-row-search = Search the library for this row
command-row-dose = Edit the prescription of this row
command-row-ignore = Ignore the row, or take it back in
command-row-confirm = Confirm the row as it is
command-review-insert = Insert the accepted rows into the plan
command-review-source = Go back to the text
command-review-close = Leave the review; the text is kept for later
command-field-up = Go to the field above
command-field-down = Go to the field below
command-field-less = Less, or the value before
command-field-more = More, or the next value
command-form-start = Start
command-form-close = Leave without starting
command-pick-up = Go to the entry above
command-pick-down = Go to the entry below
command-pick = Take the entry
command-pick-close = Leave the list
command-page-up = Scroll up
command-page-down = Scroll down
command-page-close = Leave the page

# words of the hint bar
hint-edit-dose = edit
hint-delete = delete
hint-new-section = section
hint-insert-hit = insert
hint-swap-hit = swap
hint-why = why
hint-intent = aim
hint-inspect-hit = details
hint-follow = follow
hint-open-result = open
hint-cancel-job = cancel
hint-resume-job = resume
hint-next-pane = pane
hint-query = ask
hint-import = paste
hint-generate = generate
hint-switch-unit = open
hint-undo = undo
hint-palette = commands
hint-help = help
hint-quit = quit
hint-entry-done = take
hint-entry-cancel = leave
hint-source-read = read
hint-source-cancel = later
hint-next-doubtful = next
hint-choose = choose
hint-row-search = search
hint-row-dose = dose
hint-row-ignore = ignore
hint-review-insert = insert
hint-review-close = later
hint-field-less = less
hint-field-more = more
hint-form-start = start
hint-form-close = leave
hint-pick = take
hint-pick-close = leave
hint-page-close = leave

# why a command does not apply
why-not-no-item = The cursor is not on an exercise.
why-not-empty-unit = The unit is empty; add a section first.
why-not-no-unit = No unit is open.
why-not-no-hit = There is no suggestion to take.
why-not-loading = The library is still loading.
why-not-undo = There is nothing to undo.
why-not-redo = There is nothing to redo.
why-not-no-running-job = No generation is running.
why-not-no-stopped-job = No generation is waiting to be resumed.
why-not-no-result = No program has been generated yet.
why-not-no-program = This unit belongs to no program.
why-not-no-row = There is no row here.
why-not-free-line = This line has no exercise to show.
why-not-superset = There is no exercise below to join with.
why-not-split = This section is split already.
why-not-nothing-matches = Nothing matches what was typed.

# notices
notice-no-such-key = { $key } does nothing here; ? shows all keys.
notice-paste-elsewhere = Leave this view first, then paste.
notice-undone = Undone.
notice-redone = Done again.
notice-deleted = Taken out; u brings it back.
notice-at-the-end = It stands at the end already.
notice-unit-created = New unit: { $title }
notice-changed-elsewhere = Another coach changed this unit.
notice-merged = Another coach changed this unit; both changes are in.
notice-merged-in-part = Another coach changed this unit; { $kept } of your { $count } unsaved edits still fitted.
notice-generation-started = Generation started; the log shows it week by week.
notice-generation-done = Generation completed; Enter in the log opens it.
notice-inserted = { $count ->
    [one] One exercise inserted
   *[other] { $count } exercises inserted
  }{ $lessons ->
    [0] ;
    [one] , one name learned;
   *[other] , { $lessons } names learned;
  } u takes it back.
notice-nothing-to-insert = No row is accepted; nothing to insert.
notice-no-more-doubt = No doubtful row is left.
notice-draft-kept = The text is kept; p brings it back.
notice-draft-back = This is the text from last time.
notice-no-workout = No exercise was found in this text.
notice-removed-signs = { $count ->
    [one] One invisible or control character was removed.
   *[other] { $count } invisible or control characters were removed.
  }
notice-reading = Reading the text…
notice-alternative-missing = There is no alternative { $number }.

# the line being typed
entry-minutes-wrong = Expected minutes between 1 and 600, such as 15.
entry-people-wrong = Expected people between 1 and 500 behind the slash, such as 75 / 13.
entry-title-empty = A unit needs a title.
entry-query = Ask
entry-dose = Dose
entry-title = Title
entry-minutes = Minutes
entry-unit-numbers = Minutes / people
entry-free-line = Line
entry-unit-title = New unit
entry-query-help = words, or: next in the falling progression · something for grip, no equipment, 5 minutes
entry-dose-help = 4x6 @75% RIR2 rest 2:00 · 3x8-12 @60kg · 3x30s/side · EMOM 10: 5 · 15 min
entry-title-help = Empty: the name of the part of the unit
entry-minutes-help = Empty: no fixed minutes
entry-unit-numbers-help = 75 or 75 / 13
entry-free-line-help = A line of your own, without an exercise of the library
entry-unit-title-help = Title of the new unit for today

# errors
error-job-request = The request of job { $id } cannot be read; start it anew.
error-job-ended-early = The engine ended before the plan was whole; resume makes the missing weeks.
error-read-broke = The text could not be read; it is kept. Please report it.
error-no-terminal = planwright needs a terminal here; for scripts see planwright --help.
error-terminal = The terminal cannot be used: { $reason }

# texts that become part of a plan
plan-stream-first = Beginners
plan-stream-second = Advanced
unit-copy-title = { $title } (copy)
picker-group = group
picker-athlete = athlete
log-job-stopped = [JOB { $id }] stopped at { $done } of { $weeks } weeks; r in the log resumes it
unit-import-title = Imported workout
error-keys-command = [keys]: there is no command “{ $name }”; planwright keys lists them.
error-keys-key = [keys] { $command }: “{ $key }” is no key; write for example a, ctrl-r, alt-up, shift-tab, f2, space.
error-keys-clash = [keys]: { $key } would mean both { $one } and { $other }.
