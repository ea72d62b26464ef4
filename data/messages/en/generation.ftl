# Jobs of generation. The bracketed id stands first in each line of the log.

job-line = [JOB { $id }] { $line }
job-start = Starting generation with the { $engine } engine…
job-outline = Outline ready: { $title }
job-weeks = { $weeks ->
    [one] Planning { $weeks } week of training…
   *[other] Planning { $weeks } weeks of training…
  }
job-week = Week { $week }/{ $weeks }…
job-week-done = { $units ->
    [one] Week { $week } complete ({ $phase }, { $units } unit)
   *[other] Week { $week } complete ({ $phase }, { $units } units)
  }
job-saving = Saving the whole program…
job-done = Generation completed
job-program = Program id: { $id }
job-total-weeks = Weeks in total: { $weeks }
job-total-units = Units in total: { $units }
job-failed = Stopped: { $reason }
job-cancelled = { $done ->
    [one] Cancelled; { $done } finished week is kept
   *[other] Cancelled; { $done } finished weeks are kept
  }
job-kept = { $weeks ->
    [one] { $weeks } week was there already and is kept
   *[other] { $weeks } weeks were there already and are kept
  }
job-lint = Checked: { $errors } errors, { $warnings } warnings
phase-build = build
phase-deload = deload
phase-peak = peak
phase-taper = taper
phase-test = test
intent-model = { $focus }
