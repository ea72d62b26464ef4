# import
import-error-library = Line { $line } is no exercise. A library is JSON Lines, a JSON list or one name per line.
import-plan-shape = Line { $line }: this is no plan of planwright ({ $detail }).
import-plan-too-new = The plan was written by a newer planwright (shape { $found }). Update planwright to read it.
import-plan-prescription = { $path }: “{ $text }” is no prescription. { $error }
import-said = { $text }
