# Generation on the screens: who plans, weeks as they are written, what is left.

form-engine = Planned by
form-engine-builtin = offline planner
form-engine-llm = language model
form-model = What it will probably cost stands in the log before anything is sent; c there stops it, finished weeks stay.
log-left-seconds = { $title } { $done }/{ $weeks }, about { $count } s left
log-left-minutes = { $title } { $done }/{ $weeks }, about { $count } min left
log-lane = W{ $week }
log-lane-outline = Outline
