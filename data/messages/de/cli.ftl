# cli: descriptions of commands and options (cli-about-COMMAND, cli-arg-OPTION, and
# cli-arg-OPTION-for-COMMAND where a command means something else by it)

cli-about-planwright = Training mit der Tastatur planen. Ohne Befehl: das Terminal öffnen.
cli-after-help = Rückgabewerte: 0 erledigt, 1 gescheitert, 2 nicht verstanden. Ergebnisse gehen auf die Standardausgabe, alles andere auf die Fehlerausgabe.
cli-about-match = Sagen, welche Übungen mit Namen gemeint sind
cli-about-library = Die Übungsbibliothek
cli-about-library-list = Alle Übungen auflisten
cli-about-library-show = Eine Übung zeigen
cli-about-library-check = Prüfen, ob Übungen, Progressionen und Kataloge zusammenpassen
cli-about-doctor = Fehler suchen und sagen, was hilft
cli-about-completions = Die Vervollständigung für eine Shell ausgeben
cli-about-man = Die Handbuchseite ausgeben
cli-about-config = Die Konfiguration
cli-about-config-path = Ausgeben, wo die Konfigurationsdatei liegt
cli-about-config-show = Ausgeben, was gilt: Datei, Variablen und Optionen zusammen
cli-about-config-example = Ein kommentiertes Beispiel einer Konfigurationsdatei ausgeben
cli-about-config-schema = Das JSON-Schema einer veröffentlichten Form ausgeben

cli-arg-help = Hilfe ausgeben
cli-arg-version = Version ausgeben
cli-arg-db = Datenbankdatei
cli-arg-config = Konfigurationsdatei
cli-arg-coach = Wer plant
cli-arg-lang = Sprache: de oder en
cli-arg-log = Wie viel das Protokoll erzählt: off, error, warn, info, debug, trace
cli-arg-json = JSON ausgeben
cli-arg-exercise = Id der Übung
cli-arg-graph = Auch zeigen, was sie vorbereitet und worauf sie vorbereitet
cli-arg-shell = Die Shell
cli-arg-dir = Je Befehl eine Seite in diesen Ordner schreiben
cli-arg-of = Welche Form
cli-arg-names = Namen; ohne Angabe einer je Zeile von der Standardeingabe
cli-arg-library = Gegen diese Datei abgleichen: JSON Lines, Übungs-JSON oder ein Name je Zeile
cli-arg-limit = Höchstzahl der Antworten je Name

# What commands say

cli-plain = { $text }
cli-unreadable = { $path } ist nicht lesbar ({ $reason }). Pfad prüfen.
cli-output = Die Ausgabe ließ sich nicht schreiben ({ $reason }).
cli-no-terminal = Die Bildschirme brauchen ein Terminal. „planwright --help“ zeigt, was ohne geht.
cli-no-screens = Die Bildschirme gehören nicht zu diesem Bau; „planwright --help“ zeigt die Befehle.
cli-names-expected = Je Zeile einen Namen eingeben; Strg-D beendet.
cli-band-high = sicher
cli-band-medium = wahrscheinlich
cli-band-low = unsicher
cli-band-unmatched = unbekannt
cli-no-exercise = Eine Übung mit der Id „{ $id }“ gibt es nicht. „planwright library list“ zeigt alle Ids.
cli-library-sound = { $exercises } Übungen und { $graphs } Progressionen passen zusammen (Inhalt { $hash }).
cli-prepared-by = Vorbereitet durch
cli-prepares = Bereitet vor auf
cli-fact-id = Id
cli-fact-name = Name
cli-fact-fact = Kurz
cli-fact-parts = Teile
cli-fact-patterns = Muster
cli-fact-primary = Muskeln
cli-fact-secondary = Auch
cli-fact-equipment = Gerät
cli-fact-level = Niveau
cli-fact-age = Ab Alter
cli-fact-contra = Nicht bei
cli-fact-skills = Fähigkeiten
cli-fact-focus = Fokus
cli-fact-doses = Dosis
cli-fact-aliases = Andere Namen

cli-doctor-good = ok
cli-doctor-remark = Hinweis
cli-doctor-bad = FEHLER
cli-doctor-version = Version
cli-doctor-config = Konfiguration
cli-doctor-no-config = keine Datei; die Vorgaben gelten
cli-doctor-config-hint = Die Datei korrigieren; „planwright config example“ zeigt alle Schlüssel.
cli-doctor-database = Datenbank
cli-doctor-no-database = { $path } (noch nicht da; der erste Start legt sie an)
cli-doctor-coach = Trainer
cli-doctor-lang = Sprache
cli-doctor-library = Bibliothek
cli-doctor-library-counts = { $exercises } Übungen, { $graphs } Progressionen
cli-doctor-terminal = Terminal
cli-doctor-no-terminal = Ein- oder Ausgabe ist kein Terminal; die Bildschirme brauchen eines, die anderen Befehle nicht.
cli-doctor-dumb = Dieses Terminal kann keinen Cursor setzen. TERM setzen, etwa auf xterm-256color.
cli-doctor-locale = Locale
cli-doctor-no-utf8 = Umlaute und Zeichen brauchen UTF-8. LANG setzen, etwa auf de_DE.UTF-8.
