# store

store-no-rights = { $path } lässt sich nicht zum Schreiben öffnen ({ $detail }). Zugriffsrechte prüfen oder mit --db eine andere Datei nennen.
store-folder = { $path } ist ein Ordner. Mit --db eine Datei darin nennen.
store-newer = { $path } stammt von einem neueren planwright (Schema { $found }, hier bekannt: { $known }). planwright aktualisieren.
store-corrupt = { $path } ist beschädigt ({ $detail }). Eine Kopie aufheben und eine Sicherung zurückspielen.
store-locked = { $path } ist von einem anderen Programm gesperrt. Dort schließen und noch einmal versuchen.
store-not-a-database = { $path } ist keine Datenbank und blieb unverändert. Mit --db eine andere Datei nennen.
store-foreign = { $path } gehört zu einem anderen Programm und blieb unverändert. Mit --db eine andere Datei nennen.
store-no-space = Kein Platz mehr, um { $path } zu schreiben. Platz schaffen und noch einmal versuchen.
store-database = { $path }: { $detail }. Noch einmal versuchen; wenn es bleibt, `planwright doctor` ausführen.
store-conflict = „{ $title }“ wurde inzwischen von jemand anderem geändert. Beide Fassungen zusammenführen oder eine wählen.
store-outdated = Das Rahmenprogramm wurde inzwischen von jemand anderem geändert ({ $id }). Erneut öffnen.
store-not-found = Hier nicht vorhanden ({ $thing }): { $id }. Wurde vielleicht entfernt oder gehört jemand anderem.
store-read-only = Nur zum Lesen ({ $thing }): { $id }. Zum Ändern eine Kopie anlegen.
store-taken = Diese Kennung ist schon vergeben ({ $thing }): { $id }. Eine andere wählen.
store-claimed = Auftrag { $id } läuft in einem anderen Prozess. Abwarten oder dort abbrechen.
store-unreadable = Nicht lesbar ({ $thing }): { $id } ({ $detail }). `planwright doctor` ausführen.
store-key = { $path }: { $detail }. Rechte prüfen oder die Datei verschieben: Dann entsteht ein neuer Schlüssel.
store-key-lost = { $path } ist nicht der Schlüssel, mit dem dieser Text verschlossen wurde. Den alten Schlüssel zurückholen oder ohne den Text weitermachen; neue Importe sind nicht betroffen.
store-closed = Der Speicher ist geschlossen. planwright neu starten.

store-thing-club = Verein
store-thing-coach = Trainer
store-thing-group = Gruppe
store-thing-athlete = Athlet
store-thing-exercise = Übung
store-thing-graph = Progressionsgraph
store-thing-entry = Listeneintrag
store-thing-unit = Einheit
store-thing-edit = Änderung
store-thing-program = Programm
store-thing-framework = Rahmenprogramm
store-thing-import = Import
store-thing-job = Auftrag
store-thing-setting = Einstellung

store-demo = Die Demo lässt sich nicht einrichten: { $detail }
