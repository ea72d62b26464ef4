# Die Ansichten der Befunde, des Überblicks, der Ergebnisse und der Lasten.

## Bereiche

scope-findings = Befunde
scope-overview = Programmüberblick
scope-changes = Änderungen durch Ergebnisse

## Befunde

lint-sign-error = F
lint-sign-warn = W
lint-sign-info = h
findings-title = Befunde
findings-none = Nichts gefunden: Die Einheit hält alle Regeln ein.
findings-off = abgeschaltet: { $reason }
findings-mends = f behebt
findings-looks-for = Prüft:
findings-mended-by = Abhilfe:
findings-source = Quelle:
notice-whole-unit = Das betrifft die ganze Einheit.
notice-mended = { $rule } behoben; u nimmt es zurück.
why-not-fixable = Hier muss ein Mensch entscheiden; von selbst lässt sich nichts beheben.
entry-reason = Warum abgeschaltet
entry-reason-help = Der Grund bleibt beim Plan. Enter übernimmt, Esc bricht ab.
entry-reason-empty = Bitte kurz begründen; der Grund bleibt beim Plan.

## Ergebnisse und Änderungen

entry-result = Getan
entry-result-help = 8,8,7 @80kg RPE9 · ok wie geplant · x ausgefallen
notice-all-done = Alles ohne Ergebnis gilt als wie geplant getan.
notice-adapted = { $n ->
    [one] Eine Änderung ist gemacht.
   *[other] { $n } Änderungen sind gemacht.
}
changes-title = { $title }: { $n ->
    [one] eine Änderung
   *[other] { $n } Änderungen
} durch Ergebnisse
loads-title = Lasten: { $unit }
notice-no-athletes = Noch gibt es keine Athleten, für die zu rechnen wäre.

## Überblick

overview-weeks = Wochen
overview-volume = Umfang
overview-curves = Verlauf
overview-week = Woche
overview-phase = Phase
overview-sets = Harte Sätze
overview-intensity = Intensität %
overview-load = Belastung
overview-minutes = Minuten/Einheit
overview-volume-key = Sätze je Woche: - unter, + über dem Band · D Entlastung P Spitze T Taper X Test
overview-skill-key = Minuten je Woche nach Gewicht der Fähigkeit

## Befehle

command-findings = Listet auf, was die Prüfung in der Einheit findet
command-log-result = Schreibt auf, was vom Eintrag getan wurde; auf einer Überschrift: alles wie geplant
command-adapt = Zeigt, was die bisherigen Ergebnisse in den kommenden Wochen ändern
command-load-sheet = Zeigt die Einheit in Kilogramm für jeden Athleten
command-finding-up = Befund darüber
command-finding-down = Befund darunter
command-finding-jump = Geht zur Zeile des Befunds
command-finding-fix = Behebt ihn
command-finding-switch = Schaltet die Regel dort mit Grund ab oder wieder an
command-finding-about = Sagt, was die Regel prüft und woher sie kommt, oder weniger
command-finding-undo = Nimmt die letzte Änderung zurück
command-findings-close = Schließt die Liste
command-course-up = Nach oben
command-course-down = Nach unten
command-chart-before = Ansicht davor
command-chart-after = Nächste Ansicht: Wochen, Umfang, Verlauf
command-course-open = Öffnet die Einheit unter dem Zeiger
command-course-close = Schließt den Überblick
command-change-up = Änderung darüber
command-change-down = Änderung darunter
command-changes-apply = Macht alle Änderungen
command-changes-close = Lässt alles, wie es ist
hint-finding-jump = dorthin
hint-finding-fix = beheben
hint-finding-switch = ab/an
hint-finding-about = warum
hint-finding-undo = zurück
hint-findings-close = schließen
hint-chart-after = Ansicht
hint-course-open = öffnen
hint-course-close = schließen
hint-changes-apply = machen
hint-changes-close = lassen
