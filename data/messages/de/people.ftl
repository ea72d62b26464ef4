# Die Menschen einer Trainerin: Liste, Formular, Befehlszeile, Entwurf für neue.

command-people-up = Nach oben
command-people-down = Nach unten
command-people-open = Für den Athleten oder die Gruppe unter dem Cursor planen
command-people-new = Athleten neu aufnehmen
command-people-new-group = Gruppe neu aufnehmen
command-people-edit = Ändern, was bekannt ist
command-people-archive = Aus der Liste nehmen; die Pläne bleiben
command-people-undo = Zuletzt Archivierte zurückholen
command-people-search = Tippend suchen
command-people-help = Alle Tasten zeigen
command-people-close = Liste verlassen
command-people-found = Zur Liste
command-people-search-cancel = Suche aufgeben
command-person-up = Zur Zeile darüber
command-person-down = Zur Zeile darunter
command-person-less = Voriger Wert
command-person-more = Nächster Wert
command-person-open = Aus der Liste wählen oder zur nächsten Zeile
command-person-drop = Maximum herausnehmen
command-person-save = Speichern
command-person-close = Ohne Speichern verlassen; fragt nach bei Änderungen
hint-people-open = planen für
hint-people-new = neuer Athlet
hint-people-new-group = neue Gruppe
hint-people-edit = ändern
hint-people-archive = archivieren
hint-people-undo = zurückholen
hint-people-search = suchen
hint-people-close = verlassen
hint-people-found = zur Liste
hint-people-search-cancel = aufgeben
hint-person-open = wählen, weiter
hint-person-drop = herausnehmen
hint-person-save = speichern
hint-person-close = verlassen
scope-people = In der Liste der Gruppen und Athleten
scope-peoplesearch = Beim Suchen in dieser Liste
scope-personform = Im Formular für Athleten und Gruppen
why-not-nobody = Niemand in der Liste; n nimmt einen Athleten auf, g eine Gruppe
why-not-nobody-gone = Hier wurde niemand archiviert
why-not-no-lift = Nur Maxima werden herausgenommen; andere Zeilen werden geleert
people-title = Gruppen und Athleten
people-nobody = Hier trainiert noch niemand. n nimmt einen Athleten auf, g eine Gruppe; Name, Alter und vorhandene Geräte reichen für einen ersten Plan.
people-years = { $age } Jahre
people-ages = { $size } Leute, { $min }–{ $max } Jahre
people-units = { $count ->
    [0] nichts geplant
    [one] 1 Einheit
   *[other] { $count } Einheiten
}
people-units-since = { $count ->
    [one] 1 Einheit seit { $since }
   *[other] { $count } Einheiten seit { $since }
}
people-archived = { $name } ist archiviert; u holt zurück. Pläne bleiben.
person-title-new-athlete = Neuer Athlet
person-title-new-group = Neue Gruppe
person-title-athlete = Athlet
person-title-group = Gruppe
person-name = Name
person-age = Alter
person-height = Größe in cm
person-weight = Gewicht in kg
person-goal = Ziel
person-goal-text = Ziel in eigenen Worten
person-level = Niveau
person-size = Leute
person-age-min = Alter der Jüngsten
person-age-max = Alter der Ältesten
person-target-group = Zielgruppe
person-style = Stilrichtung
person-beginners = Davon Anfänger
person-intermediates = Davon Fortgeschrittene
person-advanced = Davon Könner
person-elite = Davon Leistungssport
person-skills = Zu entwickeln
person-framework = Rahmenprogramm
person-days = Einheiten pro Woche
person-minutes = Minuten je Einheit
person-weeks = Wochen im Programm
person-equipment = Geräte
person-devices = Wie viele wovon
person-injuries = Zu schonen
person-mastered = Schon beherrscht
person-lift = 1RM { $exercise }
person-add-lift = Maxima (1RM)
person-add-lift-hint = + Übung hinzufügen
person-contest = Wettkampf in Woche
person-language = Sprache der Pläne
person-consent = Sprachmodelle
person-history = Bisher bekannt
person-none = keine
person-full-gym = voll ausgestatteter Kraftraum
person-usual-hall = das Übliche der Stilrichtung
person-english = Englisch
person-german = Deutsch
person-consent-open = vor dem ersten Mal fragen
person-consent-yes = dürfen gefragt werden, Namen verdeckt
person-consent-no = nie
person-mastered-count = { $count ->
    [one] 1 Übung
   *[other] { $count } Übungen
}
person-known = { $count ->
    [one] 1 Einheit
   *[other] { $count } Einheiten
} seit { $since }, { $done } erledigt; { $bests ->
    [0] kein Maximum
    [one] 1 Maximum
   *[other] { $bests } Maxima
}
person-no-name = Ein Name fehlt: Buchstaben oder Ziffern.
person-range = { $field }: { $value ->
    [0] 0 passt nicht
   *[other] „{ $value }“ passt nicht
}; eine Zahl von { $min } bis { $max } schreiben.
person-ages-crossed = Die Ältesten können nicht jünger sein als die Jüngsten.
person-contest-late = Das Programm hat { $weeks } Wochen; der Wettkampf liegt darin.
person-shares = Das sind { $sum } Leute von { $size }.
person-estimate = { $load } kg × { $reps }: ein Maximum von etwa { $kg } kg; das wird gespeichert
person-help-name = Wie am schwarzen Brett. Verlässt diesen Rechner nie.
person-help-age = In Jahren. Die Regeln für Kinder und Ältere richten sich danach.
person-help-body = Kann leer bleiben.
person-help-goal = Kann leer bleiben; Sprachmodelle lesen es, Namen verdeckt.
person-help-number = Eine Zahl; Enter geht weiter.
person-help-lift = Kilogramm wie 100 oder ein Satz: 80x5, 80x5 RIR2, 80x5 @8. Strg-D nimmt heraus.
person-help-add-lift = Enter findet eine Übung. Lasten stehen dann in Kilogramm im Plan.
person-help-contest = Kann leer bleiben. Die Woche, die mit Wettkampf oder Test endet.
person-help-share = Kann leer bleiben. Verschiedene Niveaus üben in Strängen.
person-help-skills = Enter gewichtet. Ohne Auswahl: was die Stilrichtung ausmacht.
person-help-framework = Ein Gerüst, dem die Einheiten folgen, aus denen des Vereins.
person-help-consent = ← → ändern. Was gesendet würde, lässt sich vorher ansehen.
person-help-history = Enter übernimmt Maxima aus den Ergebnissen, wo noch keines steht.
person-help-history-group = Was zuletzt geübt wurde, zählt beim nächsten Programm.
person-help-equipment = Enter öffnet die Liste. Ohne Auswahl: voller Kraftraum; „keine“: nur der Körper.
person-help-hall = Enter öffnet die Liste. Ohne Auswahl: was in einer Halle der Stilrichtung liegt.
person-help-devices = Enter sagt, wie viele es gibt, wo es darauf ankommt: 4 Matten, 6 Hanteln.
person-goes-on = Weiter mit dem, was zuletzt getippt wurde; zweimal Esc verwirft es
person-saved = { $name } ist gespeichert
person-bests-taken = { $count ->
    [one] 1 Maximum übernommen
   *[other] { $count } Maxima übernommen
}
person-no-bests = Die Ergebnisse nennen kein Maximum, das nicht schon dasteht
picker-lift = Maximum in welcher Übung?
onboarding-begins = { $name } ist gespeichert; ein erstes Programm wird entworfen
onboarding-done = Der Entwurf für { $name } ist da: Enter öffnet ihn hier, A darin übernimmt ihn in die Pläne
onboarding-failed = { $name } ist gespeichert, ein Programm ließ sich aber nicht entwerfen: Profil ändern (O, dann e), danach macht G eines
onboarding-incomplete = { $name } ist gespeichert. Für ein erstes Programm fehlt das Alter: O, dann e ergänzt es; G plant auch ohne
onboarding-no-model = Kein Modell für Programme eingerichtet: der Offline-Planer entwirft
onboarding-no-consent = { $name } hat Sprachmodellen nicht zugestimmt: der Offline-Planer entwirft

cli-no-such-athlete = Es gibt keinen Athleten mit der Id oder dem Namen { $name }; planwright athlete list nennt sie.
cli-no-such-group = Es gibt keine Gruppe mit der Id oder dem Namen { $name }; planwright group list nennt sie.
cli-several = Mehrere heißen { $name }; die Id angeben.
cli-person-archived = { $name } ist archiviert; die Pläne bleiben.
cli-person-no-name = Ein Name fehlt; --name angeben.
cli-other-kind = { $path } ist ein Profil der anderen Art; Athleten und Gruppen haben eigene Befehle.
cli-no-pair = { $option } nimmt NAME=WERT mit einer Zahl; { $text } ist keines.
cli-group-ages = Das Alter fehlt; --age-min und --age-max angeben oder eine --target-group, die es hat.
cli-group-left = Vorgeschichte und Wettkampf eines Profils gehören zu einem Plan und bleiben nicht bei der Gruppe.
cli-athlete-added = { $name } ist gespeichert als { $id }.
cli-group-added = { $name } ist gespeichert als { $id }.
cli-athlete-drafted = Auftrag { $job } hat Programm { $program } entworfen: { $weeks } Wochen, { $units } Einheiten. planwright plan show { $program }
cli-draft-incomplete = Kein Programm entworfen: das Alter fehlt. planwright athlete edit { $id } --age N, dann planwright generate program --athlete { $id }
cli-draft-failed = { $name } ist gespeichert, ein Programm ließ sich aber nicht entwerfen: { $reason } Das Profil mit planwright athlete edit { $id } ändern, dann planwright generate program --athlete { $id }
