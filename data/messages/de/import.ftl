# import
import-error-library = Zeile { $line } ist keine Übung. Eine Bibliothek ist JSON Lines, eine JSON-Liste oder ein Name pro Zeile.
import-plan-shape = Zeile { $line }: Das ist kein Plan von planwright ({ $detail }).
import-plan-too-new = Der Plan stammt von einem neueren planwright (Form { $found }). Zum Lesen planwright aktualisieren.
import-plan-prescription = { $path }: „{ $text }“ ist keine Vorgabe. { $error }
import-said = { $text }
