# import
import-error-library = Line { $line } is no exercise. A library is JSON Lines, a JSON list or one name per line.
