# Was das Programm fragt, antwortet und sagt.

# commands: sentence
command-item-up = Zur Zeile darüber
command-item-down = Zur Zeile darunter
command-section-before = Zum Abschnitt davor
command-section-after = Zum Abschnitt danach
command-first-line = Zur ersten Zeile
command-last-line = Zur letzten Zeile
command-edit-dose = Vorgabe der Übung bearbeiten
command-move-up = Zeile nach oben schieben
command-move-down = Zeile nach unten schieben
command-delete = Zeile aus dem Plan nehmen
command-superset = Mit der Übung darunter zum Supersatz verbinden oder daraus lösen
command-new-section = Abschnitt hinzufügen
command-rename = Abschnitt oder Zeile umbenennen
command-minutes = Minuten des Abschnitts oder der Zeile festlegen
command-unit-numbers = Minuten und Personen der Einheit festlegen
command-section-kind = Dem Abschnitt einen anderen Stundenteil geben
command-free-line = Zeile ohne Übung hinzufügen
command-duplicate = Kopie der Übung dahinter einfügen
command-swap = Andere Übung an ihre Stelle setzen, Vorgabe bleibt
command-split-streams = Abschnitt in zwei parallele Stränge teilen
command-inspect = Übung mit ihren Steigerungen zeigen
command-hit-up = Zum Vorschlag darüber
command-hit-down = Zum Vorschlag darunter
command-insert-hit = Vorschlag hinter dem Cursor einfügen
command-swap-hit = Vorschlag anstelle der Übung unter dem Cursor setzen
command-why = Zeigen oder verbergen, warum der Vorschlag dort steht
command-intent = Ändern, worauf die Vorschläge zielen
command-next-graph = Nächsten Progressionsgraphen wählen
command-inspect-hit = Vorgeschlagene Übung mit ihren Steigerungen zeigen
command-log-up = Im Protokoll nach oben
command-log-down = Im Protokoll nach unten
command-follow = Dem Geschehen folgen
command-open-result = Das neueste erzeugte Programm öffnen
command-cancel-job = Laufende Erzeugung abbrechen; fertige Wochen bleiben
command-resume-job = Angehaltene Erzeugung fortsetzen
command-next-pane = Zum nächsten Bereich
command-previous-pane = Zum vorigen Bereich
command-insert-nth = Vorschlag mit dieser Nummer einfügen
command-query = Vorschläge erfragen oder suchen
command-import = Eingefügtes Training importieren
command-generate = Programm oder Einheit erzeugen
command-switch-unit = Andere Einheit oder anderes Programm öffnen
command-switch-group = Gruppen und Athleten: wechseln, neu aufnehmen, ändern
command-new-unit = Neue Einheit beginnen
command-duplicate-unit = Kopie der Einheit öffnen
command-clear = Frage löschen und zurück zur Einheit
command-undo = Letzte Änderung rückgängig machen
command-redo = Rückgängig Gemachtes wiederholen
command-overview = Programm zeigen, zu dem die Einheit gehört
command-language = Sprache wechseln
command-theme = Darstellung wechseln
command-redraw = Bildschirm neu zeichnen
command-palette = Befehl durch Tippen finden
command-help = Alle Tasten zeigen
command-quit = Beenden; alles ist gespeichert
command-entry-done = Eingabe übernehmen
command-entry-next = Weiter zu den Vorschlägen
command-entry-cancel = Ohne Änderung verlassen
command-source-read = Text lesen und prüfen
command-source-cancel = Verlassen; der Text bleibt für später
command-row-up = Zur Zeile darüber
command-row-down = Zur Zeile darunter
command-next-doubtful = Zur nächsten unsicheren Zeile springen
command-previous-doubtful = Zur vorigen unsicheren Zeile springen
command-choose = Alternative mit dieser Nummer wählen
command-row-search = Übung für diese Zeile in der Bibliothek suchen
command-row-dose = Vorgabe dieser Zeile bearbeiten
command-row-ignore = Zeile auslassen oder wieder aufnehmen
command-row-confirm = Zeile so bestätigen
command-review-insert = Angenommene Zeilen in den Plan einfügen
command-review-source = Zurück zum Text
command-review-close = Prüfung verlassen; der Text bleibt für später
command-field-up = Zum Feld darüber
command-field-down = Zum Feld darunter
command-field-less = Weniger oder der vorige Wert
command-field-more = Mehr oder der nächste Wert
command-form-start = Starten
command-form-close = Verlassen, ohne zu starten
command-pick-up = Zum Eintrag darüber
command-pick-down = Zum Eintrag darunter
command-pick = Eintrag übernehmen
command-pick-close = Liste verlassen
command-page-up = Nach oben
command-page-down = Nach unten
command-page-close = Seite verlassen

# words of the hint bar
hint-edit-dose = ändern
hint-delete = löschen
hint-new-section = Abschnitt
hint-insert-hit = einfügen
hint-swap-hit = tauschen
hint-why = warum
hint-intent = Ziel
hint-inspect-hit = Details
hint-follow = folgen
hint-open-result = öffnen
hint-cancel-job = abbrechen
hint-resume-job = fortsetzen
hint-next-pane = Bereich
hint-query = fragen
hint-import = importieren
hint-generate = erzeugen
hint-switch-unit = öffnen
hint-undo = zurück
hint-palette = Befehle
hint-help = Hilfe
hint-quit = beenden
hint-entry-done = übernehmen
hint-entry-cancel = verlassen
hint-source-read = lesen
hint-source-cancel = später
hint-next-doubtful = nächste
hint-choose = wählen
hint-row-search = suchen
hint-row-dose = Vorgabe
hint-row-ignore = auslassen
hint-review-insert = einfügen
hint-review-close = später
hint-field-less = weniger
hint-field-more = mehr
hint-form-start = starten
hint-form-close = verlassen
hint-pick = übernehmen
hint-pick-close = verlassen
hint-page-close = verlassen

# why a command does not apply
why-not-no-item = Der Cursor steht auf keiner Übung.
why-not-empty-unit = Die Einheit ist leer; zuerst einen Abschnitt hinzufügen.
why-not-no-unit = Keine Einheit ist geöffnet.
why-not-no-hit = Es gibt keinen Vorschlag zum Übernehmen.
why-not-loading = Die Bibliothek wird noch geladen.
why-not-undo = Es gibt nichts rückgängig zu machen.
why-not-redo = Es gibt nichts zu wiederholen.
why-not-no-running-job = Es läuft keine Erzeugung.
why-not-no-stopped-job = Keine Erzeugung wartet auf Fortsetzung.
why-not-no-result = Es wurde noch kein Programm erzeugt.
why-not-no-program = Diese Einheit gehört zu keinem Programm.
why-not-no-row = Hier ist keine Zeile.
why-not-free-line = Diese Zeile hat keine Übung zum Zeigen.
why-not-superset = Darunter steht keine Übung zum Verbinden.
why-not-split = Dieser Abschnitt ist schon geteilt.
why-not-nothing-matches = Nichts passt zur Eingabe.

# notices
notice-no-such-key = { $key } tut hier nichts; ? zeigt alle Tasten.
notice-paste-elsewhere = Zuerst diese Ansicht verlassen, dann einfügen.
notice-undone = Rückgängig gemacht.
notice-redone = Wiederholt.
notice-deleted = Herausgenommen; u holt es zurück.
notice-at-the-end = Es steht schon am Ende.
notice-unit-created = Neue Einheit: { $title }
notice-changed-elsewhere = Jemand anderes hat diese Einheit geändert.
notice-merged = Jemand anderes hat diese Einheit geändert; beide Änderungen sind enthalten.
notice-merged-in-part = Jemand anderes hat diese Einheit geändert; { $kept } von { $count } ungespeicherten Änderungen passten noch.
notice-generation-started = Erzeugung gestartet; das Protokoll zeigt Woche für Woche.
notice-generation-done = Erzeugung fertig; Enter im Protokoll öffnet sie.
notice-inserted = { $count ->
    [one] Eine Übung eingefügt
   *[other] { $count } Übungen eingefügt
  }{ $lessons ->
    [0] ;
    [one] , ein Name gelernt;
   *[other] , { $lessons } Namen gelernt;
  } u nimmt es zurück.
notice-nothing-to-insert = Keine Zeile ist angenommen; nichts einzufügen.
notice-no-more-doubt = Keine unsichere Zeile mehr.
notice-draft-kept = Der Text bleibt erhalten; p holt ihn zurück.
notice-draft-back = Das ist der Text vom letzten Mal.
notice-no-workout = In diesem Text wurde keine Übung gefunden.
notice-removed-signs = { $count ->
    [one] Ein unsichtbares Zeichen oder Steuerzeichen wurde entfernt.
   *[other] { $count } unsichtbare Zeichen und Steuerzeichen wurden entfernt.
  }
notice-reading = Der Text wird gelesen…
notice-alternative-missing = Es gibt keine Alternative { $number }.

# the line being typed
entry-minutes-wrong = Erwartet: Minuten zwischen 1 und 600, zum Beispiel 15.
entry-people-wrong = Erwartet: Personen zwischen 1 und 500 hinter dem Schrägstrich, zum Beispiel 75 / 13.
entry-title-empty = Eine Einheit braucht einen Titel.
entry-query = Fragen
entry-dose = Vorgabe
entry-title = Titel
entry-minutes = Minuten
entry-unit-numbers = Minuten / Personen
entry-free-line = Zeile
entry-unit-title = Neue Einheit
entry-query-help = Wörter, oder: nächste in der Fallschule · etwas für Griffkraft, ohne Geräte, 5 Minuten
entry-dose-help = 4x6 @75% RIR2 Pause 2:00 · 3x8-12 @60kg · 3x30s/Seite · EMOM 10: 5 · 15 Min
entry-title-help = Leer: der Name des Stundenteils
entry-minutes-help = Leer: keine festen Minuten
entry-unit-numbers-help = 75 oder 75 / 13
entry-free-line-help = Eine eigene Zeile, ohne Übung aus der Bibliothek
entry-unit-title-help = Titel der neuen Einheit für heute

# errors
error-job-request = Die Anfrage des Auftrags { $id } ist nicht lesbar; bitte neu starten.
error-job-ended-early = Die Erzeugung endete vorzeitig; Fortsetzen erzeugt die fehlenden Wochen.
error-read-broke = Der Text konnte nicht gelesen werden; er bleibt erhalten. Bitte melden.
error-no-terminal = planwright braucht hier ein Terminal; für Skripte siehe planwright --help.
error-terminal = Das Terminal kann nicht benutzt werden: { $reason }

# texts that become part of a plan
plan-stream-first = Anfänger
plan-stream-second = Fortgeschrittene
unit-copy-title = { $title } (Kopie)
picker-group = Gruppe
picker-athlete = Athlet
log-job-stopped = [JOB { $id }] hielt bei { $done } von { $weeks } Wochen an; r im Protokoll setzt fort
unit-import-title = Importiertes Training
error-keys-command = [keys]: Den Befehl „{ $name }“ gibt es nicht; planwright keys zeigt alle.
error-keys-key = [keys] { $command }: „{ $key }“ ist keine Taste; zum Beispiel a, ctrl-r, alt-up, shift-tab, f2, space.
error-keys-clash = [keys]: { $key } würde { $one } und { $other } bedeuten.
