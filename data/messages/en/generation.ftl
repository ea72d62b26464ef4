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
job-of-outline = Outline: { $line }
job-of-week = Week { $week }: { $line }
job-outline-filled = The offline planner drew up the outline: { $why }
job-week-filled = Week { $week } comes from the offline planner: { $why }
job-week-mended = Week { $week } was fitted to its neighbours
job-base-known = The base conversation for { $kind } is valid
job-base-made = A base conversation for { $kind } was made ({ $tokens } tokens)
job-base-again = The provider had lost the base conversation for { $kind }; it was told once more
job-estimate = This will take about { $requests } requests, { $new } new and { $cached } cached tokens, { $output } of answers: { $price }
job-cost = Used: { $new } new and { $cached } cached tokens ({ $share } % cached), { $output } of answers: { $price }
job-price = { $price }
job-price-unknown = price unknown
job-missing = { $missing } of { $weeks } weeks are missing; the job can be resumed. { $why }
intent-model = { $focus }
intent-repaired = at the second attempt of the model
intent-filled = by the offline planner
meso-model = { $title }
error-job-outline = The outline kept with this job cannot be read; start the job anew.
cli-no-request = There is no request to show: the offline planner asks nobody. Choose --engine llm.
cli-base-deleted = { $count } forgotten
cli-base-valid = The base for { $kind } is valid
cli-base-invalid = The base for { $kind } is not valid; base refresh { $kind } makes it anew
cli-base-full = full prompt
cli-base-fork = fork
cli-base-new = new
cli-base-cached = cached
cli-base-output = output
cli-base-price = price
cli-base-saved = A fork saves { $percent } % of the price
cli-no-provider = No provider is called “{ $provider }”. Set up under [llm.providers]: { $known }.
cli-steps-of-a-program = Only single units are written in two steps: generate unit --steps two.
cli-again-same = The offline planner would write the same plan again. Choose another --seed, or a --model.
cli-again-made = Version { $new } stands beside { $old }. planwright plan compare { $old } { $new } shows both.
cli-compare-no-program = Only programs can be looked at this way, no single units and no frameworks.
cli-compare-legend = ~ another dose   / another exercise   - only on the left   + only on the right
cli-compare-planner = offline planner
cli-compare-size = { $weeks } weeks, { $units } units
cli-compare-range = { $exercises } exercises, { $minutes } min a unit
cli-compare-repaired = second attempt: { $weeks }
cli-compare-filled = by the offline planner: { $weeks }
cli-compare-cost = { $price }: { $input } tokens read, { $output } written
cli-compare-sets = { $sets } sets a week: { $muscle }
cli-compare-rule = { $rule } ({ $severity }): { $count }
cli-compare-week = Week { $week }, { $phase } { $by }
cli-compare-week-repaired = (second attempt)
cli-compare-week-filled = (offline planner)
cli-compare-same = { $count ->
    [one] { $count } line is the same
   *[other] { $count } lines are the same
  }
cli-audit-engine = planned by
cli-audit-seed = seed
cli-audit-library = library
cli-audit-profile = profile
cli-audit-model = model
cli-audit-answered = answered by
cli-audit-structured = structured by
cli-audit-prompt = prompt
cli-audit-base = base
cli-audit-job = job
cli-audit-version-of = version of
cli-audit-call-role = role
cli-audit-call-model = model
cli-audit-call-outcome = outcome
cli-audit-call-new = new
cli-audit-call-cached = cached
cli-audit-call-output = output
cli-audit-call-price = price
cli-audit-call-ms = ms
job-prose = The unit is told; the role { $role } brings it into the form
