# The screens of findings, overview, results and loads.

## Scopes

scope-findings = Findings
scope-overview = Program overview
scope-changes = Changes by results

## Findings

lint-sign-error = E
lint-sign-warn = W
lint-sign-info = i
findings-title = Findings
findings-none = Nothing found: the unit keeps all the rules.
findings-off = switched off: { $reason }
findings-mends = f mends
findings-looks-for = Looks for:
findings-mended-by = Mended by:
findings-source = Source:
notice-whole-unit = This is about the whole unit.
notice-mended = { $rule } mended; u takes it back.
why-not-fixable = A person has to decide here; nothing can be mended by itself.
entry-reason = Why switched off
entry-reason-help = The reason is kept with the plan. Enter takes it, Esc leaves it.
entry-reason-empty = Say in a word why; the reason stays with the plan.

## Results and changes

entry-result = Done
entry-result-help = 8,8,7 @80kg RPE9 · ok as planned · x missed
notice-all-done = Everything without a result was done as planned.
notice-adapted = { $n ->
    [one] One change is made.
   *[other] { $n } changes are made.
}
changes-title = { $title }: { $n ->
    [one] one change
   *[other] { $n } changes
} by results
loads-title = Loads: { $unit }
notice-no-athletes = There are no athletes yet to reckon for.

## Overview

overview-weeks = Weeks
overview-volume = Volume
overview-curves = Curves
overview-week = Week
overview-phase = Phase
overview-sets = Hard sets
overview-intensity = Intensity %
overview-load = Load
overview-minutes = Minutes a unit
overview-volume-key = sets a week: - below, + above the band · D deload P peak T taper X test
overview-skill-key = minutes a week by weight of the skill

## Commands

command-findings = Lists what the linter found in the unit
command-log-result = Writes down what was done of the item; on a heading: everything as planned
command-adapt = Shows what the results so far change in the weeks to come
command-load-sheet = Shows the unit in kilograms for each athlete
command-finding-up = Finding above
command-finding-down = Finding below
command-finding-jump = Goes to the line the finding is about
command-finding-fix = Mends it
command-finding-switch = Switches the rule off there with a reason, or on again
command-finding-about = Says what the rule looks for and where it comes from, or less
command-finding-undo = Takes the last edit back
command-findings-close = Closes the list
command-course-up = Up
command-course-down = Down
command-chart-before = Chart before
command-chart-after = Next chart: weeks, volume, curves
command-course-open = Opens the unit under the cursor
command-course-close = Closes the overview
command-change-up = Change above
command-change-down = Change below
command-changes-apply = Makes all the changes
command-changes-close = Leaves everything as it is
hint-finding-jump = go there
hint-finding-fix = mend
hint-finding-switch = off/on
hint-finding-about = why
hint-finding-undo = undo
hint-findings-close = close
hint-chart-after = next chart
hint-course-open = open
hint-course-close = close
hint-changes-apply = make them
hint-changes-close = leave
