# import
import-error-library = Line { $line } is no exercise. A library is JSON Lines, a JSON list or one name per line.
import-plan-shape = Line { $line }: this is no plan of planwright ({ $detail }).
import-plan-too-new = The plan was written by a newer planwright (shape { $found }). Update planwright to read it.
import-plan-prescription = { $path }: “{ $text }” is no prescription. { $error }
import-said = { $text }
import-error-no-library = No exercises found. Expected is JSON of free-exercise-db, wger or planwright, or planwright's TOML or CSV.
import-error-unreadable = Line { $line }: { $reason }
import-error-newer = The library has version { $version }, which this planwright does not know yet. Please update it.
import-error-mapping = A mapping table cannot be read ({ $reason }). Please reinstall planwright.
import-error-twice = { $path } stands in the file twice. Rename or remove one of the two.
import-refused-long = The file has { $megabytes } MB; at most 5 MB are read. Please split it.
import-refused-rows = Line { $line }: more than { $most } rows. Export a shorter time and import it in parts.
import-refused-reps = Line { $line }: { $written } repetitions in one set; at most { $most } are read.
import-refused-number = Line { $line }, { $column }: “{ $written }” is no number.
import-refused-no-exercises = Line { $line }: no column of exercises. Expected is the file as the app wrote it.
import-refused-unreadable = Line { $line }: no readable JSON ({ $reason }).
import-refused-no-such-exercise = Line { $line }: reuses the sets of “{ $name }”, which is not in the program.
