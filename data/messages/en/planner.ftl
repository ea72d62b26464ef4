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
note-fewer-days = { $wished } days were wished; { $days } are planned so that there is time to recover. Walking on the other days is welcome.
note-short-units = { $minutes } minutes are short for heavy lifting; each unit holds few lifts.
note-odd-group = { $people } people: partner drills say how the odd one out takes part.
note-streams = Two levels are large enough: the main part splits into two streams.
