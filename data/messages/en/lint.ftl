# Findings of the linter, one per rule of data/lint_rules.json.

## STR

lint-str001 = Unit has no exercises.
lint-str002 = Empty section.
lint-str003 = Exercise appears twice in the unit.
lint-str004 = Unknown exercise.
lint-str005 = Warm-up is missing.
lint-str006 = Unit is longer than the time budget.
lint-str007 = Unit leaves much time unused.
lint-str008 = Unusual number of exercises.
lint-str009 = Cool-down is missing.
lint-str010 = Number of units does not match the wished days.
lint-str011 = Order of items is broken.
lint-str012 = Superset has a wrong size.
lint-str013 = Unit parts are out of proportion.
lint-str014 = Week is missing.
lint-str015 = Units never change.

## EQP

lint-eqp001 = Equipment is not available.
lint-eqp002 = Not enough devices for the station: { $people } people, { $devices } there.
lint-eqp003 = Load cannot be set exactly.

## SAF

lint-saf001 = Exercise conflicts with a stated injury.
lint-saf002 = Exercise is above the level.
lint-saf003 = Exercise is not for this age.
lint-saf004 = Load too high for the age.
lint-saf005 = Too close to the limit for a beginner.
lint-saf006 = Too many jumps.
lint-saf007 = Mats are missing.
lint-saf008 = Sparring without protection or preparation.
lint-saf009 = Neck load.
lint-saf010 = Needs medical clearance.

## VOL

lint-vol001 = Too little volume for { $muscle }.
lint-vol002 = Too much volume for { $muscle }.
lint-vol003 = { $muscle } is trained only once a week.
lint-vol004 = Too many sets for { $muscle } in one unit.
lint-vol005 = Focus is neglected.
lint-vol006 = Very many sets of one exercise.
lint-vol007 = Unit is too big.

## LOD

lint-lod001 = Volume jumps by { $p }%.
lint-lod002 = Load jumps by { $p }%.
lint-lod003 = No deload in { $n } weeks.
lint-lod004 = Deload does not unload.
lint-lod005 = Load spike (ratio { $r }).
lint-lod006 = Little contrast between days.
lint-lod007 = { $muscle } on consecutive days.
lint-lod008 = No rest day.
lint-lod009 = Hard units too close.
lint-lod010 = Two heavy lower lifts together.

## BAL

lint-bal001 = Pattern { $p } is missing.
lint-bal002 = Push and pull out of balance.
lint-bal003 = Knee and hip work out of balance.
lint-bal004 = No single-leg work.
lint-bal005 = No trunk work.
lint-bal006 = Only one side trained.
lint-bal007 = Too much play time.

## ORD

lint-ord001 = Isolation before the main lift.
lint-ord002 = Trunk is tired before heavy lifts.
lint-ord003 = Technique after fatigue.
lint-ord004 = Power comes too late.
lint-ord005 = Static stretching before power.
lint-ord006 = Heavier lift after lighter.

## PRE

lint-pre001 = { $reps } reps at { $pct }% are not possible.
lint-pre002 = Reps, RIR and %1RM do not fit.
lint-pre003 = Value out of range.
lint-pre004 = Prescription incomplete.
lint-pre005 = RPE and RIR contradict.
lint-pre006 = Effort value not usable.
lint-pre007 = Rest does not fit the goal.
lint-pre008 = Rep range unusable.
lint-pre009 = Tempo not valid.
lint-pre010 = Outside Prilepin range.
lint-pre011 = No 1RM for the percentage.
lint-pre012 = Density format not doable.
lint-pre013 = Rep zones do not match the goal.
lint-pre014 = kg and lb mixed?
lint-pre015 = Load is implausible.

## PRG

lint-prg001 = No progression.
lint-prg002 = No plan for failed sets.
lint-prg003 = Progression does not fit the level.
lint-prg004 = Rep range and rule differ.
lint-prg005 = Too much exercise change.
lint-prg006 = Test without taper.

## GRP

lint-grp001 = Pair drill with an odd number.
lint-grp002 = Drill above the group.
lint-grp003 = Drill not for this age.
lint-grp004 = Prerequisite missing: { $name }.
lint-grp005 = Skill gap: { $skill }.
lint-grp006 = Streams do not match.
lint-grp007 = Too much waiting: { $people } people per station or line.
lint-grp008 = Drill too long.
lint-grp009 = Opening or closing missing.
lint-grp010 = Drill repeats too often.
lint-grp011 = New content is not repeated.
lint-grp012 = Too many changes.
lint-grp013 = Match the weights.
lint-grp014 = Too many new conditions.
lint-grp015 = Coordination ability missing.

## LLM

lint-llm001 = Answer not usable.
lint-llm002 = Exercise was not offered.
lint-llm003 = Week was copied.
lint-llm004 = Name and content differ.
lint-llm005 = Wrong language.
lint-llm006 = Unsafe text removed.
lint-llm007 = Header and content differ.
lint-llm008 = Numbers as text.
lint-llm009 = Number format.
lint-llm010 = Medical claim.
lint-llm011 = Same exercise under two names.
lint-llm012 = Phase and numbers differ.
lint-llm013 = Generation incomplete.

## IMP

lint-imp001 = Please check the match.
lint-imp002 = No safe match.
lint-imp003 = Notation is ambiguous: { $sets } sets of { $reps }, or { $reps } sets of { $sets }?
lint-imp004 = 1RM missing.

## Configuration

error-lint-rule = [lint]: there is no rule { $name }; docs/lint.md lists them.
error-lint-level = [lint] { $rule }: { $value } is none of off, info, warn, error.
