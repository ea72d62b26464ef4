# notation

notation-error = Column { $column }: expected { $expected }.
notation-expected-clause = sets, a load, an effort, a rest or ; and a note
notation-expected-work = repetitions, a time or a distance such as 8-12, 30s or 400m
notation-expected-count = a whole number from 1 to 999
notation-expected-number = a number
notation-expected-entry-per-set = as many values as there are sets
notation-expected-unit = a unit such as kg, %, s or m
notation-expected-load = a load such as 60kg, 75%, BW+10kg or band heavy
notation-expected-rest = a rest such as 90s or 2:00
notation-expected-time = a time such as 45s, 12:00 or 10 min
notation-expected-tempo = a tempo of four signs such as 31X1
notation-expected-rpe = an RPE from 0 to 10 such as 8 or 7.5-8
notation-expected-rir = repetitions in reserve such as 2 or 1-3
notation-expected-band = the strength of the band: light, medium or heavy
notation-expected-once = something else: this was already said
notation-expected-one-scheme = only one way to organise the sets
