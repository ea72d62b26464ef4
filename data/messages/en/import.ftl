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
