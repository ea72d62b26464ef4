# library
error-library-embedded = Die eingebaute Bibliothek ist nicht lesbar ({ $reason }). Bitte planwright neu installieren.
error-library-duplicate = { $path }: Diese Kennung kommt zweimal vor. Eine davon umbenennen oder entfernen.
error-library-unknown-entry = { $path }: { $id } steht nicht im Katalog. Dort ergänzen oder die Kennung berichtigen.
error-library-unknown-exercise = { $path }: Die Übung { $id } gibt es nicht. Anlegen oder die Kennung berichtigen.
error-library-cycle = Progressionsgraph { $graph }: { $exercise } wäre Voraussetzung für sich selbst. Eine Kante des Kreises entfernen.
error-library-level-falls = { $path }: Das Niveau fällt entlang dieser Kante. Kante umdrehen oder ein Niveau berichtigen.
error-library-age-falls = { $path }: Das Mindestalter fällt entlang dieser Kante. Eines der Alter berichtigen.
