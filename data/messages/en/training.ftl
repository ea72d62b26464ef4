# training
obstacle-equipment = Equipment is missing: { $things }.
obstacle-too-few = Needs at least { $needed } people, there are { $people }.
obstacle-odd = For pairs, but { $people } people is an odd number: rotate in a group of three, or join in.
obstacle-level = Made for a higher level: { $level }.
obstacle-age = Suitable from { $age } years.
obstacle-injury = To be avoided with: { $regions }.
obstacle-time = Needs { $needed } min, { $left } min are left.
training-check-dose = The dose “{ $dose }” cannot be read: { $why }

error-result-no-sets = { $text } holds no sets; write 8,8,7 @80kg RPE9, or ok, or x for missed.
loads-planned = planned
error-best = “{ $text }” is no best single; write kilograms such as 100, or a set such as 80x5 or 80x5 RIR2.
