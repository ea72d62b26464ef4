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
import-refused-long = Die Datei hat { $megabytes } MB; gelesen werden höchstens 5 MB. Bitte aufteilen.
import-refused-rows = Zeile { $line }: mehr als { $most } Zeilen. Einen kürzeren Zeitraum exportieren und in Teilen einlesen.
import-refused-reps = Zeile { $line }: { $written } Wiederholungen in einem Satz; gelesen werden höchstens { $most }.
import-refused-number = Zeile { $line }, { $column }: „{ $written }“ ist keine Zahl.
import-refused-no-exercises = Zeile { $line }: keine Spalte mit Übungen. Erwartet wird die Datei, wie die App sie geschrieben hat.
import-refused-unreadable = Zeile { $line }: kein lesbares JSON ({ $reason }).
import-refused-no-such-exercise = Zeile { $line }: übernimmt die Sätze von „{ $name }“, die im Programm fehlt.
