# library
error-library-embedded = The built-in library cannot be read ({ $reason }). Please reinstall planwright.
error-library-duplicate = { $path }: this id is used twice. Rename or remove one of the two.
error-library-unknown-entry = { $path }: { $id } is not in the catalogue. Add it there or correct the id.
error-library-unknown-exercise = { $path }: there is no exercise { $id }. Add it or correct the id.
error-library-cycle = Progression graph { $graph }: { $exercise } would prepare itself. Remove one edge of the cycle.
error-library-level-falls = { $path }: the level falls along this edge. Turn the edge round or correct a level.
error-library-age-falls = { $path }: the youngest age falls along this edge. Correct one of the ages.
