# Erzeugte Pläne vor der Entscheidung.

scope-offer = In der Durchsicht eines erzeugten Programms
scope-unitoffer = In der Durchsicht einer erzeugten Einheit
command-offer-up = eine Zeile hoch
command-offer-down = eine Zeile runter
command-offer-look = Woche oder Einheit ansehen
command-offer-mark = Woche oder Einheit markieren, oder Markierung weg
command-offer-take = Markiertes oder die Zeile unter dem Cursor in die Pläne übernehmen
command-offer-take-all = alles übernehmen
command-offer-retry = diese Woche neu schreiben lassen, mit Wunsch
command-offer-redo = diese und alle späteren Wochen neu schreiben lassen
command-offer-undo = letzte Entscheidung zurücknehmen
command-offer-put-back = die Woche wieder so, wie sie vor dem Neuschreiben war
command-offer-refuse = nichts weiter davon übernehmen
command-offer-unfold = Einheiten der Woche zeigen
command-offer-fold = Einheiten der Woche verbergen
command-offer-chart = Umfang und Verlauf des Entwurfs
command-offer-close = Durchsicht verlassen; sie bleibt erhalten
hint-offer-look = ansehen
hint-offer-mark = markieren
hint-offer-take = nehmen
hint-offer-take-all = alles
hint-offer-retry = neu
hint-offer-undo = zurück
hint-offer-put-back = vorige
hint-offer-refuse = ablehnen
hint-offer-close = zu
command-line-up = eine Zeile hoch
command-line-down = eine Zeile runter
command-line-mark = Zeile wählen oder lassen
command-line-mark-all = alle Zeilen wählen, oder keine
command-line-take = gewählte Zeilen in die offene Einheit übernehmen
command-line-own = als eigene Einheit behalten
command-line-refuse = nichts davon übernehmen
command-line-close = Durchsicht verlassen; sie bleibt erhalten
hint-line-mark = wählen
hint-line-mark-all = alle
hint-line-take = übernehmen
hint-line-own = eigene Einheit
hint-line-refuse = ablehnen
hint-line-close = zu
offer-title = Entwurf: { $title }
offer-look-title = { $title }, Woche { $week }
offer-unit-title = Entwurf: { $title }
offer-unit-own = Keine Einheit ist offen: n behält ihn als eigene Einheit.
offer-unit-sum = { $chosen } von { $lines } Zeilen würden sich in „{ $title }“ ändern
offer-state-open = wartet auf Entscheidung
offer-state-closed = entschieden
offer-state-running = wird geschrieben
offer-sum = { $by } · { $weeks }/{ $of } Wochen · { $units } Einheiten
offer-foot = { $marked } markiert · { $taken } von { $units } Einheiten übernommen
offer-week-missing = fehlt: r lässt sie schreiben
offer-week-writing = wird geschrieben …
offer-week-in-part = teilweise übernommen
offer-by-model = Modell
offer-by-model-repaired = Modell, nachgebessert
offer-by-planner = Planer
offer-by-planner-filled = ! vom Planer gefüllt
offer-mended = angepasst
offer-unchanged = keine Änderung
offer-nothing-chosen = Keine Zeile gewählt; die Leertaste wählt eine.
offer-all-taken = Alles ist schon übernommen.
offer-taken-already = Schon übernommen; u nimmt es zurück.
offer-missing = Diese Woche fehlt; r lässt sie schreiben.
offer-running = Es wird noch geschrieben; c im Protokoll bricht ab.
offer-planner-repeats = Der Planer schriebe dasselbe noch einmal; eine andere Variante in G gibt einen anderen Plan.
offer-retry-taken = Schon in die Pläne übernommen; zuerst mit u zurücknehmen.
offer-nothing-taken = Noch ist nichts entschieden.
offer-no-former = Diese Woche wurde nicht neu geschrieben.
offer-closed = Es ist schon entschieden.
offer-taken = { $count ->
    [one] { $count } Einheit steht jetzt in den Plänen; u nimmt das zurück
   *[other] { $count } Einheiten stehen jetzt in den Plänen; u nimmt das zurück
  }
offer-refused = Nichts weiter davon wird übernommen
offer-undone = Zurückgenommen
offer-put-back = Woche { $week } ist wie zuvor; b wechselt wieder
offer-anew = { $count ->
    [one] Eine Woche wird neu geschrieben; die vorige bleibt erhalten
   *[other] { $count } Wochen werden neu geschrieben; die vorigen bleiben erhalten
  }
offer-lines-taken = { $count ->
    [one] { $count } Zeile übernommen; u nimmt das zurück
   *[other] { $count } Zeilen übernommen; u nimmt das zurück
  }
offer-worked-on = An „{ $title }“ wurde seither gearbeitet; es bleibt in den Plänen.
log-offer-waits = „{ $title }“ wartet auf Entscheidung: Enter öffnet den Entwurf
entry-anew = Was soll anders werden?
entry-anew-help = Mit eigenen Worten; leer wird dasselbe noch einmal gefragt. Enter lässt neu schreiben, Esc lässt es.
command-offer-other = noch einmal schreiben lassen, mit anderem Modell oder anderen Wünschen
scope-compare = Im Vergleich zweier Fassungen
picker-compare = Vergleichen mit
compare-title = Nebeneinander: { $title }
compare-changes = Unterschiede
compare-all = alles
compare-figures = Zahlen
compare-same = Beide haben dieselben Zeilen.
compare-itself = Das ist dasselbe Programm; ein anderes wählen.
compare-weeks = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
  }
compare-units = { $count ->
    [one] { $count } Einheit
   *[other] { $count } Einheiten
  }
compare-items = { $count } Zeilen
compare-exercises = { $count } Übungen
compare-minutes = { $count } min je Einheit
compare-none-repaired = keine Woche nachgebessert
compare-repaired = nachgebessert: { $weeks }
compare-none-filled = keine Woche gefüllt
compare-filled = gefüllt: { $weeks }
command-pair-up = eine Zeile hoch
command-pair-down = eine Zeile runter
command-pair-next = nächste Woche
command-pair-previous = vorige Woche
command-pair-turn = Unterschiede, alles, Zahlen
command-pair-turn-back = dasselbe andersherum
command-pair-close = Vergleich schließen
hint-pair-next = nächste Woche
hint-pair-turn = mehr zeigen
hint-pair-close = zu
command-offer-compare = mit der vorigen Fassung oder einem anderen Programm vergleichen
command-course-compare = mit einem anderen Programm vergleichen
hint-course-compare = vergleichen
