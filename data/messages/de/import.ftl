# import
import-error-library = Zeile { $line } ist keine Übung. Eine Bibliothek ist JSON Lines, eine JSON-Liste oder ein Name pro Zeile.
import-plan-shape = Zeile { $line }: Das ist kein Plan von planwright ({ $detail }).
import-plan-too-new = Der Plan stammt von einem neueren planwright (Form { $found }). Zum Lesen planwright aktualisieren.
import-plan-prescription = { $path }: „{ $text }“ ist keine Vorgabe. { $error }
import-said = { $text }
import-error-no-library = Keine Übungen gefunden. Erwartet wird JSON von free-exercise-db, wger oder planwright oder TOML oder CSV von planwright.
import-error-unreadable = Zeile { $line }: { $reason }
import-error-newer = Die Bibliothek hat Version { $version }, die dieses planwright noch nicht kennt. Bitte aktualisieren.
import-error-mapping = Eine Zuordnungstabelle ist nicht lesbar ({ $reason }). Bitte planwright neu installieren.
import-error-twice = { $path } steht zweimal in der Datei. Eine Stelle umbenennen oder entfernen.
