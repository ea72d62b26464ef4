# export: words on sheets and in Markdown
export-exercise = Exercise
export-dose = Prescription
export-remarks = Remarks
export-week = Week { $week } – { $phase }
export-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
  }
export-days = { $days } × { $minutes } min a week
export-minutes = { $minutes } min
export-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
  }
export-rounds = { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
  }
export-cap = cap { $time }
export-sheet = The printable sheet could not be made ({ $reason }). Reinstalling planwright helps.
cli-plan-no-liftoscript = A framework holds no sets to write as Liftoscript. Export a unit or a program.
