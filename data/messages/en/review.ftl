# The review of imports, what it learns, and its statistics.

command-row-jump = Go up or down by a screen, or to an end
command-review-help = Show all keys
command-review-undo = Take the last decision back
command-review-preview = Show the units as they will be, or the rows again
command-review-insert-day = Insert the day under the cursor and go on with the rest
command-day-place = Choose where the day goes
command-day-earlier = Move the day's unit one day earlier
command-day-later = Move the day's unit one day later
command-row-split = Split the line into several exercises
command-row-join = Join the line with the next one
command-row-same = Give all rows of this name the same exercise and dose
command-row-free-line = Let the row go in as it is written, without an exercise
command-row-new = Make a new exercise of the row
command-row-teach = Teach the name to me, to the club, or to nobody
command-source-file = Open a file or folder
command-import-file = Import a file or a folder
command-import-statistics = Show how well imports were understood
command-taught-names = Show the names that were taught; Enter forgets one
hint-review-help = help
hint-review-undo = undo
hint-review-preview = preview
hint-row-confirm = right
hint-day-place = where
hint-row-split = split
hint-source-file = file

notice-review-back = The review from last time, with every decision.
notice-review-kept = Kept with every decision; p brings it back.
notice-all-decided = Every row is decided; Enter inserts.
notice-inserted-units = { $count ->
    [one] One exercise
   *[other] { $count } exercises
  } in { $units ->
    [one] one other unit
   *[other] { $units } units
  }{ $lessons ->
    [0] ;
    [one] , one name learned;
   *[other] , { $lessons } names learned;
  } u takes new units away.
notice-same-rows = { $count ->
    [0] No other row has this name.
    [one] One more row is the same now.
   *[other] { $count } more rows are the same now.
  }
notice-teach-coach = This name will be known to you.
notice-teach-club = This name will be known to the whole club.
notice-teach-nobody = This name will not be remembered.
notice-teach-nothing = There is nothing new to remember here.
notice-exercise-made = New exercise: { $name }
notice-forgotten = Forgotten: { $name }
notice-import-undone = The units of the import are gone again.
why-not-no-next-line = There is no line below to join with.
why-not-no-date = This day goes into no unit of its own; g changes that.

entry-split = Split
entry-split-help = A | between the exercises; Enter reads each part
entry-exercise = New exercise
entry-exercise-help = Its name; it is yours alone and can be filled in later
entry-path = File or folder
entry-path-help = A text, CSV or JSON for review; a folder is imported file by file

picker-place = Where the day goes
picker-taught = Taught names (Enter forgets)
taught-club = club
taught-detail = { $who } · { $date } · { $uses ->
    [0] not met yet
    [one] met once
   *[other] met { $uses } times
  }

import-source-file = Ctrl-O opens a file.
import-to-new = new unit “{ $title }”
import-to-out = leave this day out
import-new-on = new unit on { $date }
import-new = new unit without a date
import-date = { $weekday } { $day }/{ $month }
import-out = left out
import-done = in the plan
import-days = { $count } days
import-no-day = Without a day
import-line = line { $line }
import-line-ignored = ignored
import-row-ignored = ignored
import-ignored-help = Ignored: Space makes a row of it.
import-rounds = { $count ->
    [one] one round
   *[other] { $count } rounds
  }
import-teach-coach = + I will know this name from now on (l changes that)
import-teach-club = + the club will know this name from now on (l changes that)
import-teach-nobody = – this name will not be remembered (l changes that)
import-too-large = { $path } is larger than 5 MB; split it.
import-no-text = { $path } is no text.
role-name = name
role-sets = sets
role-reps = reps
role-load = load
role-rest = rest
role-rpe = effort
role-rir = reserve
role-tempo = tempo
role-duration = time
role-distance = distance
role-calories = kcal
role-side = side
role-format = form
role-other = other

log-reading = Reading { $count } lines…; Esc gives up
log-read = Read: { $count } rows
log-learned = Learned: “{ $name }” is { $exercise } (for me)
log-learned-club = Learned: “{ $name }” is { $exercise } (for the club)
log-file-brought = [{ $at }/{ $count }] { $path }: { $rows } rows, { $plans } units
log-file-failed = [{ $at }/{ $count }] { $path }: { $reason }
log-folder-done = { $count ->
    [0] The folder holds no files.
    [one] One file was gone through.
   *[other] { $count } files were gone through.
  }

page-imports = Imports
statistics-none = Nothing was imported yet.
statistics-imports = { $imports ->
    [one] One import
   *[other] { $imports } imports
  }, { $accepted } in a plan, exercises found in { $understood }.
statistics-since = {" "}Since { $date }.
statistics-all = {" "}Since the beginning.
statistics-bands = Rows by how sure they were read
statistics-success = { $percent } % of { $rows } rows were sure; { $corrections } corrected, { $ignored } lines ignored.
statistics-time = Reading { $read } ms at the median, { $slowest } ms at most; a review { $review } s.
statistics-formats = Formats
statistics-mismatched = Names most often not understood
