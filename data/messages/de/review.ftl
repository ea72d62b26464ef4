# Die Durchsicht von Importen, was sie lernt, und ihre Statistik.

command-row-jump = Eine Bildschirmseite weiter oder an ein Ende
command-review-help = Alle Tasten zeigen
command-review-undo = Letzte Entscheidung zurücknehmen
command-review-preview = Einheiten zeigen, wie sie werden, oder wieder die Zeilen
command-review-insert-day = Tag unter dem Cursor einfügen und mit dem Rest weitermachen
command-day-place = Wählen, wohin der Tag geht
command-day-earlier = Einheit des Tages einen Tag früher
command-day-later = Einheit des Tages einen Tag später
command-row-split = Zeile in mehrere Übungen teilen
command-row-join = Zeile mit der nächsten verbinden
command-row-same = Allen Zeilen dieses Namens Übung und Dosis geben
command-row-free-line = Zeile so einfügen, wie sie dasteht, ohne Übung
command-row-new = Aus der Zeile eine neue Übung machen
command-row-teach = Namen merken: für mich, für den Verein oder gar nicht
command-source-file = Datei oder Ordner öffnen
command-import-file = Datei oder Ordner importieren
command-import-statistics = Zeigen, wie gut Importe verstanden wurden
command-taught-names = Gelernte Namen zeigen; Enter vergisst einen
hint-review-help = Hilfe
hint-review-undo = zurück
hint-review-preview = Vorschau
hint-row-confirm = stimmt
hint-day-place = wohin
hint-row-split = teilen
hint-source-file = Datei

notice-review-back = Die Durchsicht vom letzten Mal, mit allen Entscheidungen.
notice-review-kept = Mit allen Entscheidungen aufgehoben; p holt sie zurück.
notice-all-decided = Alle Zeilen sind entschieden; Enter fügt ein.
notice-inserted-units = { $count ->
    [one] Eine Übung
   *[other] { $count } Übungen
  } in { $units ->
    [one] einer anderen Einheit
   *[other] { $units } Einheiten
  }{ $lessons ->
    [0] ;
    [one] , ein Name gelernt;
   *[other] , { $lessons } Namen gelernt;
  } u nimmt neue Einheiten zurück.
notice-same-rows = { $count ->
    [0] Keine andere Zeile heißt so.
    [one] Eine weitere Zeile ist jetzt gleich.
   *[other] { $count } weitere Zeilen sind jetzt gleich.
  }
notice-teach-coach = Dieser Name wird für mich gemerkt.
notice-teach-club = Dieser Name wird für den ganzen Verein gemerkt.
notice-teach-nobody = Dieser Name wird nicht gemerkt.
notice-teach-nothing = Hier gibt es nichts Neues zu merken.
notice-exercise-made = Neue Übung: { $name }
notice-forgotten = Vergessen: { $name }
notice-import-undone = Die Einheiten des Imports sind wieder weg.
why-not-no-next-line = Darunter ist keine Zeile zum Verbinden.
why-not-no-date = Dieser Tag geht in keine eigene Einheit; g ändert das.

entry-split = Teilen
entry-split-help = Ein | zwischen die Übungen; Enter liest jeden Teil
entry-exercise = Neue Übung
entry-exercise-help = Ihr Name; sie ist nur für mich da und lässt sich später ausfüllen
entry-path = Datei oder Ordner
entry-path-help = Text, CSV oder JSON zur Durchsicht; ein Ordner wird Datei für Datei importiert

picker-place = Wohin der Tag geht
picker-taught = Gelernte Namen (Enter vergisst)
taught-club = Verein
taught-detail = { $who } · { $date } · { $uses ->
    [0] noch nicht wieder gelesen
    [one] einmal wieder gelesen
   *[other] { $uses }-mal wieder gelesen
  }

import-source-file = Strg-O öffnet eine Datei.
import-to-new = neue Einheit „{ $title }“
import-to-out = diesen Tag weglassen
import-new-on = neue Einheit am { $date }
import-new = neue Einheit ohne Datum
import-date = { $weekday } { $day }.{ $month }.
import-out = bleibt weg
import-done = im Plan
import-days = { $count } Tage
import-no-day = Ohne Tag
import-line = Zeile { $line }
import-line-ignored = ausgelassen
import-row-ignored = ausgelassen
import-ignored-help = Ausgelassen: Die Leertaste macht eine Übung daraus.
import-rounds = { $count ->
    [one] eine Runde
   *[other] { $count } Runden
  }
import-teach-coach = + diesen Namen ab jetzt für mich merken (l ändert das)
import-teach-club = + diesen Namen ab jetzt für den Verein merken (l ändert das)
import-teach-nobody = – diesen Namen nicht merken (l ändert das)
import-too-large = { $path } ist größer als 5 MB; bitte teilen.
import-no-text = { $path } ist kein Text.
role-name = Name
role-sets = Sätze
role-reps = Wdh.
role-load = Last
role-rest = Pause
role-rpe = Mühe
role-rir = Reserve
role-tempo = Tempo
role-duration = Zeit
role-distance = Strecke
role-calories = kcal
role-side = Seite
role-format = Form
role-other = Übriges

log-reading = { $count } Zeilen werden gelesen …; Esc gibt auf
log-read = Gelesen: { $count } Zeilen mit Übungen
log-learned = Gelernt: „{ $name }“ ist { $exercise } (für mich)
log-learned-club = Gelernt: „{ $name }“ ist { $exercise } (für den Verein)
log-file-brought = [{ $at }/{ $count }] { $path }: { $rows } Zeilen, { $plans } Einheiten
log-file-failed = [{ $at }/{ $count }] { $path }: { $reason }
log-folder-done = { $count ->
    [0] Der Ordner enthält keine Dateien.
    [one] Eine Datei durchgegangen.
   *[other] { $count } Dateien durchgegangen.
  }

page-imports = Importe
statistics-none = Noch nichts importiert.
statistics-imports = { $imports ->
    [one] Ein Import
   *[other] { $imports } Importe
  }, { $accepted } in einem Plan, Übungen gefunden in { $understood }.
statistics-since = {" "}Seit { $date }.
statistics-all = {" "}Seit Beginn.
statistics-bands = Zeilen danach, wie sicher sie gelesen wurden
statistics-success = { $percent } % von { $rows } Zeilen waren sicher; { $corrections } korrigiert, { $ignored } Zeilen ausgelassen.
statistics-time = Lesen { $read } ms im Median, höchstens { $slowest } ms; eine Durchsicht { $review } s.
statistics-formats = Formate
statistics-mismatched = Am häufigsten nicht verstandene Namen
