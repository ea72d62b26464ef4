# import
import-error-library = Zeile { $line } ist keine Übung. Eine Bibliothek ist JSON Lines, eine JSON-Liste oder ein Name pro Zeile.
