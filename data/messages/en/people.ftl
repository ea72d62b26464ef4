# The people of a coach: the list, the form, the command line, the draft for somebody new.

command-people-up = Go up
command-people-down = Go down
command-people-open = Plan for whoever the cursor is on
command-people-new = Take in a new athlete
command-people-new-group = Take in a new group
command-people-edit = Change what is known of them
command-people-archive = Take them out of the list; their plans stay
command-people-undo = Put back whoever was archived last
command-people-search = Find somebody by typing
command-people-help = Show every key
command-people-close = Leave the list
command-people-found = Go to the list
command-people-search-cancel = Give the search up
command-person-up = Go to the row above
command-person-down = Go to the row below
command-person-less = Value before
command-person-more = Next value
command-person-open = Pick from the list, or go to the next row
command-person-drop = Take the best single out
command-person-save = Save
command-person-close = Leave without saving; asks after changes
hint-people-open = plan for
hint-people-new = new athlete
hint-people-new-group = new group
hint-people-edit = edit
hint-people-archive = archive
hint-people-undo = put back
hint-people-search = search
hint-people-close = leave
hint-people-found = to the list
hint-people-search-cancel = give up
hint-person-open = pick, next
hint-person-drop = take out
hint-person-save = save
hint-person-close = leave
scope-people = In the list of groups and athletes
scope-peoplesearch = While searching that list
scope-personform = In the form for an athlete or a group
why-not-nobody = Nobody is in the list; n begins an athlete, g a group
why-not-nobody-gone = Nobody was archived here
why-not-no-lift = Only best singles are taken out; other rows are emptied
people-title = Groups and athletes
people-nobody = Nobody trains here yet. n takes in an athlete, g a group; a name, an age and what is at hand are enough for a first plan.
people-years = { $age } years
people-ages = { $size } people, { $min }–{ $max } years
people-units = { $count ->
    [0] nothing planned
    [one] 1 unit
   *[other] { $count } units
}
people-units-since = { $count ->
    [one] 1 unit since { $since }
   *[other] { $count } units since { $since }
}
people-archived = { $name } is archived; u puts them back. Plans stay.
person-title-new-athlete = New athlete
person-title-new-group = New group
person-title-athlete = Athlete
person-title-group = Group
person-name = Name
person-age = Age
person-height = Height in cm
person-weight = Weight in kg
person-goal = Goal
person-goal-text = Goal in own words
person-level = Level
person-size = People
person-age-min = Age of the youngest
person-age-max = Age of the oldest
person-target-group = Target group
person-style = Style
person-beginners = Of these beginners
person-intermediates = Of these intermediate
person-advanced = Of these advanced
person-elite = Of these elite
person-skills = Skills to develop
person-framework = Framework
person-days = Units a week
person-minutes = Minutes of a unit
person-weeks = Weeks of a program
person-equipment = Equipment
person-devices = How many of a thing
person-injuries = To spare
person-mastered = Mastered already
person-lift = 1RM { $exercise }
person-add-lift = Best singles (1RM)
person-add-lift-hint = + add an exercise
person-contest = Contest in week
person-language = Language of plans
person-consent = Language models
person-history = Known so far
person-none = none
person-full-gym = a full gym
person-usual-hall = the usual of the style
person-english = English
person-german = German
person-consent-open = ask before the first time
person-consent-yes = may be asked, names covered
person-consent-no = never
person-mastered-count = { $count ->
    [one] 1 exercise
   *[other] { $count } exercises
}
person-known = { $count ->
    [one] 1 unit
   *[other] { $count } units
} since { $since }, { $done } done; { $bests ->
    [0] no best single
    [one] 1 best single
   *[other] { $bests } best singles
}
person-no-name = A name is needed: letters or digits.
person-range = { $field }: { $value ->
    [0] 0 does not fit
   *[other] “{ $value }” does not fit
}; write a number from { $min } to { $max }.
person-ages-crossed = The oldest cannot be younger than the youngest.
person-contest-late = The program has { $weeks } weeks; the contest lies within them.
person-shares = That makes { $sum } people of { $size }.
person-estimate = { $load } kg × { $reps }: a single of about { $kg } kg, which is what will be saved
person-help-name = As on the notice board. It never leaves this machine.
person-help-age = In years. The rules for children and older people go by it.
person-help-body = May stay empty.
person-help-goal = May stay empty; language models read it, names covered.
person-help-number = A number; Enter goes on.
person-help-lift = Kilograms such as 100, or a set: 80x5, 80x5 RIR2, 80x5 @8. Ctrl-D takes it out.
person-help-add-lift = Enter finds an exercise. Loads are then written in kilograms.
person-help-contest = May stay empty. The week that ends with a contest or test.
person-help-share = May stay empty. Levels that differ train in streams.
person-help-skills = Enter weighs them. None: what the style is made of.
person-help-framework = A skeleton the units follow, from the club's own.
person-help-consent = ← → change it. What is sent can be looked at first.
person-help-history = Enter takes best singles over from the results, where none is written.
person-help-history-group = What they did lately counts when their next program is planned.
person-help-equipment = Enter opens the list. Nothing picked is a full gym, “none” is the body alone.
person-help-hall = Enter opens the list. Nothing picked is what usually lies in a hall of the style.
person-help-devices = Enter says how many there are where it matters: 4 mats, 6 dumbbells.
person-goes-on = Going on with what was being typed last time; Esc twice gives it up
person-saved = { $name } is saved
person-bests-taken = { $count ->
    [one] 1 best single taken over
   *[other] { $count } best singles taken over
}
person-no-bests = The results tell no best single that is not written already
picker-lift = Best single of which exercise?
onboarding-begins = { $name } is saved; a first program is being drafted
onboarding-done = { $name }'s draft is there: Enter here opens it, A in it takes it into the plans
onboarding-failed = { $name } is saved, but no program could be drafted: change the profile (O, then e), then G makes one
onboarding-incomplete = { $name } is saved. For a first program the age is missing: O, then e adds it; G plans without
onboarding-no-model = No model for programs is configured: the offline planner drafts instead
onboarding-no-consent = { $name } has not agreed to language models: the offline planner drafts instead

cli-no-such-athlete = There is no athlete with the id or name { $name }; planwright athlete list names them.
cli-no-such-group = There is no group with the id or name { $name }; planwright group list names them.
cli-several = Several are called { $name }; give the id.
cli-person-archived = { $name } is archived; the plans stay.
cli-person-no-name = A name is missing; give --name.
cli-other-kind = { $path } is a profile of the other kind; athletes and groups have commands of their own.
cli-no-pair = { $option } takes NAME=VALUE with a number; { $text } is none.
cli-group-ages = The ages are missing; give --age-min and --age-max, or a --target-group that has them.
cli-group-left = History and contest of a profile belong to one plan and are not kept with the group.
cli-athlete-added = { $name } is saved as { $id }.
cli-group-added = { $name } is saved as { $id }.
cli-athlete-drafted = Job { $job } drafted program { $program }: { $weeks } weeks, { $units } units. planwright plan show { $program }
cli-draft-incomplete = No program is drafted: the age is missing. planwright athlete edit { $id } --age N, then planwright generate program --athlete { $id }
cli-draft-failed = { $name } is saved, but no program could be drafted: { $reason } Change the profile with planwright athlete edit { $id }, then planwright generate program --athlete { $id }
