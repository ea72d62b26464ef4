# Errors of profiles

error-plan-range = { $field } is { $value }; give a number from { $min } to { $max }.
error-plan-field = Unknown field { $name } in the profile; known fields: { $known }.
error-plan-id = { $value } is not a known value of { $field }.
error-plan-unreadable = The profile cannot be read: { $reason }
error-plan-nothing-fits = No exercise fits this profile; add equipment or remove injuries.
error-plan-kind = The profile needs kind = "athlete" or kind = "group".

# Titles

plan-title-named = { $what } for { $name }
plan-title-strength = Strength program
plan-title-hypertrophy = Muscle-growth program
plan-title-strength-hypertrophy = Strength and muscle program
plan-title-power = Power program
plan-title-endurance = Strength-endurance program
plan-title-general = General fitness program
plan-title-older = Staying strong program
plan-title-youth = Youth strength program
plan-title-return = Return-to-training program
plan-title-group = { $style } program
day-numbered = { $day } { $n }
day-full-a = Full body A
day-full-b = Full body B
day-full-c = Full body C
day-upper = Upper body
day-lower = Lower body
day-push = Push
day-pull = Pull
day-legs = Legs
day-recovery = Recovery
unit-title-one = { $focus }
unit-title-two = { $focus } · { $other }
unit-title-free = Group unit
unit-title-circuit = Strength circuit

# Blocks and weeks

meso-linear = Steady progress
meso-accumulation = Accumulation: build volume
meso-intensification = Intensification: heavier, fewer repetitions
meso-realisation = Realisation: show what was built
meso-growth = Growth block
meso-endurance = Endurance block
meso-power = Power block
meso-general = Foundation block
meso-introduce = Bring in the basics
meso-develop = Deepen and connect
meso-apply = Apply under pressure
intent-build = Demand rises: a little closer to the limit than last week.
intent-steady = Same exercises, one small step more.
intent-deload = Unload: about half the sets, less load, same exercises.
intent-peak = Heaviest week of the block, fewer sets.
intent-taper = Less volume, load kept.
intent-test = Light days, then measure on the last one.
intent-grading = Nothing new: make sure of what is known.

# Roles of slots

role-power = Explosive work
role-main = Main lift
role-second = Second lift
role-accessory = Accessory
role-isolation = Isolation
role-core = Trunk

# Reasons

reason-slot = { $role }, pattern { $pattern }
reason-instead = Nothing fits { $wanted } here; { $pattern } stands in.
reason-filter = { $n } candidates for this slot; { $possible } of { $all } exercises fit equipment, level, age and injuries
reason-score = Score { $score }: fit { $fit }, muscle need { $need }, goal { $goal }, level { $level }, preference { $liking }, variety { $variety }
reason-load = { $pct } % of the best single ({ $best } kg)
reason-test = Measure the best single after ramping up; stop when form breaks.
reason-warm-up = Raise the pulse, then move the joints: { $minutes } min
reason-endurance = Easy, conversational effort for { $minutes } min
reason-cool-down = Quiet end: { $minutes } min
reason-part = { $part }: { $n } of { $all } suitable exercises were possible here
reason-widest-gap = Closes the widest gap: { $skill }
reason-next-edge = Next step after { $from }
reason-new = New: starting point of a path
reason-repeat = Comes again after { $days } days
reason-group-score = Score { $score }: gap { $gap }, fit { $fit }, spacing { $spacing }, next step { $next }
reason-odd-triad = { $people } people: one group of three rotates (work, work, observe), or the coach joins.
reason-match-weight = Pair people of like weight.
reason-station = Station: { $pattern }; { $n } of { $all } suitable exercises were possible here
note-stations = { $stations } stations, at most { $each } people at each: { $work } s of work, { $pause } s to change, { $rounds } rounds.
note-lines = { $lines } lines, at most { $each } people in each.
note-share = { $count } × { $thing }: { $each } people share one, in turns.

# Notes on a program

note-clearance = A stated condition asks for medical clearance; effort is capped and nothing is done with held breath.
note-missing-patterns = Not possible with this equipment and these injuries: { $patterns }.
note-low-volume = Below the useful weekly volume in the time given: { $muscles }. More minutes or days would help.
note-low-small = Little work for small muscles in the time given: { $muscles }.
note-recovery-day = The last day is for recovery: about { $minutes } easy minutes.
note-time-left = The week needs about { $minutes } of { $budget } minutes per unit; the rest is free.
note-reactive-deload = No deload is planned: after three missed sessions in a row take ten percent off and build up again.
note-youth = Planned as youth training (age { $age }): more repetitions, plenty in reserve, no maximal tests.
note-older = Planned for older beginners (age { $age }): moderate load, strength before size.
note-other-age = The goal belongs to another age than { $age }; planned for general fitness.
note-young-level = At { $age } the level is planned lower than wished: technique first.
note-fewer-days = { $wished } days were wished; { $days } are planned so that there is time to recover. Walking on the other days is welcome.
note-short-units = { $minutes } minutes are short for heavy lifting; each unit holds few lifts.
note-odd-group = { $people } people: partner drills say how the odd one out takes part.
note-streams = Two levels are large enough: the main part splits into two streams.
note-no-circuit = There is too little time or room for stations; the main part is planned as drills.

## What was done changes what comes

adapt-step = Done: { $step } kg more
adapt-back-off = Missed too often: { $pct } % off, and build up again
adapt-repeat = Not all repetitions: the same load once more
adapt-missed = Left out: the same load once more
adapt-top = Top of the range: { $step } kg more, repetitions from the bottom
adapt-one-more = Next goal: { $reps } repetitions in every set
adapt-best = Best single is now about { $best } kg
adapt-felt = Felt like RPE { $felt }, planned was { $wanted }
adapt-stage = Missed too often: more sets of fewer repetitions
adapt-more-sets = Easy enough: one set more
adapt-fewer-sets = Too much: one set less
adapt-denser = Done: { $seconds } s less rest
adapt-longer-rest = Missed: { $seconds } s more rest
adapt-longer = Done: { $seconds } s longer
adapt-shorter = Missed too often: { $seconds } s shorter
adapt-harder = Top of the range twice: the next step of the path
adapt-easier = Missed too often: one step back on the path
adapt-nothing = Nothing to adapt: no results yet, or everything stands as it should.
adapt-line = Week { $week } { $unit }
adapt-to-apply = { $n ->
    [one] One change. Write it with --apply.
   *[other] { $n } changes. Write them with --apply.
}
adapt-applied = { $n ->
    [one] One change was written.
   *[other] { $n } changes were written.
}

## What the form says while it is filled in

advice-fits = { $days } × { $minutes } min hold about { $have } working sets a week; { $need } are needed: fits.
advice-tight = { $days } × { $minutes } min hold about { $have } working sets a week; { $low }–{ $high } sets for 5 large muscles need about { $need }.
advice-longer = Suggested: { $days } × { $minutes } min.
advice-more-days = Or { $days } × { $minutes } min.
advice-fewer-days = { $days } days are too many here; { $most } will be planned.
advice-no-pull = Nothing to hang from or pull at: pulling will be limited. A band or a bar would help.
advice-odd = { $people } people: pair drills get a group of three.
advice-short-unit = { $minutes } min leave about { $main } for skill and main part.
advice-streams = { $low } and { $high } people at two levels: the main part splits in two.
advice-group-fits = { $units } × { $minutes } min over { $weeks } weeks: about { $new } new techniques.
