# Generated plans before their coach.

scope-offer = In the review of a generated program
scope-unitoffer = In the review of a generated unit
command-offer-up = a line up
command-offer-down = a line down
command-offer-look = look at the week or unit
command-offer-mark = mark the week or unit, or take the mark away
command-offer-take = take what is marked, or the line under the cursor, into the plans
command-offer-take-all = take everything
command-offer-retry = have this week made again, with a wish
command-offer-redo = have this week and all after it made again
command-offer-undo = take the last decision back
command-offer-put-back = put the week back as it was before it was made again
command-offer-refuse = take nothing more of it
command-offer-unfold = show the units of the week
command-offer-fold = hide the units of the week
command-offer-chart = volume and curves of the draft
command-offer-close = leave the review; it is kept
hint-offer-look = look
hint-offer-mark = mark
hint-offer-take = take
hint-offer-take-all = take all
hint-offer-retry = again
hint-offer-undo = undo
hint-offer-put-back = former
hint-offer-refuse = refuse
hint-offer-close = close
command-line-up = a line up
command-line-down = a line down
command-line-mark = choose the line, or leave it
command-line-mark-all = choose every line, or none
command-line-take = take the chosen lines into the open unit
command-line-own = keep it as a unit of its own
command-line-refuse = take nothing of it
command-line-close = leave the review; it is kept
hint-line-mark = choose
hint-line-mark-all = all
hint-line-take = take over
hint-line-own = as own unit
hint-line-refuse = refuse
hint-line-close = close
offer-title = Draft: { $title }
offer-look-title = { $title }, week { $week }
offer-unit-title = Draft: { $title }
offer-unit-own = No unit is open: n keeps it as a unit of its own.
offer-unit-sum = { $chosen } of { $lines } lines would change in “{ $title }”
offer-state-open = waits for you
offer-state-closed = decided
offer-state-running = being written
offer-sum = { $by } · { $weeks }/{ $of } weeks · { $units } units
offer-foot = { $marked } marked · { $taken } of { $units } units taken
offer-week-missing = missing: r has it made
offer-week-writing = being written…
offer-week-in-part = taken in part
offer-by-model = model
offer-by-model-repaired = model, repaired
offer-by-planner = offline planner
offer-by-planner-filled = ! filled by the offline planner
offer-mended = fitted
offer-unchanged = no change
offer-nothing-chosen = No line is chosen; space chooses one.
offer-all-taken = Everything was taken already.
offer-taken-already = This was taken already; u takes it back.
offer-missing = This week is not there; r has it made.
offer-running = It is still being written; c in the log stops it.
offer-planner-repeats = The offline planner would write the same again; another variant in G gives another plan.
offer-retry-taken = It was taken into the plans; u takes that back first.
offer-nothing-taken = Nothing was decided yet.
offer-no-former = This week was not made again.
offer-closed = It is decided already.
offer-taken = { $count ->
    [one] { $count } unit is in the plans now; u takes it back
   *[other] { $count } units are in the plans now; u takes it back
  }
offer-refused = Nothing more of it is taken
offer-undone = Taken back
offer-put-back = Week { $week } is as it was; b again changes that
offer-anew = { $count ->
    [one] One week is made again; the former one is kept
   *[other] { $count } weeks are made again; the former ones are kept
  }
offer-lines-taken = { $count ->
    [one] { $count } line taken over; u takes it back
   *[other] { $count } lines taken over; u takes it back
  }
offer-worked-on = “{ $title }” was worked on since; it stays in the plans.
log-offer-waits = “{ $title }” waits for your decision: Enter here opens it
entry-anew = What should be different?
entry-anew-help = In your own words; empty asks the same again. Enter has it made again, Esc leaves it.
command-offer-other = have it made once more, by another model or with other wishes
scope-compare = In the comparison of two versions
picker-compare = Compare with
compare-title = Side by side: { $title }
compare-changes = what differs
compare-all = everything
compare-figures = figures
compare-same = Both hold the same lines.
compare-itself = That is the same program; choose another one.
compare-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  }
compare-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
  }
compare-items = { $count } lines
compare-exercises = { $count } exercises
compare-minutes = { $count } min a unit
compare-none-repaired = no week repaired
compare-repaired = repaired: { $weeks }
compare-none-filled = no week filled
compare-filled = filled: { $weeks }
command-pair-up = a line up
command-pair-down = a line down
command-pair-next = the next week
command-pair-previous = the week before
command-pair-turn = what differs, everything, figures
command-pair-turn-back = the same the other way round
command-pair-close = close the comparison
hint-pair-next = next week
hint-pair-turn = show more
hint-pair-close = close
command-offer-compare = compare with the version before, or another program
command-course-compare = compare with another program
hint-course-compare = compare
