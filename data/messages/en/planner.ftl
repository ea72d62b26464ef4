# Errors of profiles

error-plan-range = { $field } is { $value }; give a number from { $min } to { $max }.
error-plan-field = Unknown field { $name } in the profile; known fields: { $known }.
error-plan-id = { $value } is not a known value of { $field }.
error-plan-unreadable = The profile cannot be read: { $reason }
error-plan-nothing-fits = No exercise fits this profile; add equipment or remove injuries.
error-plan-kind = The profile needs kind = "athlete" or "group".
