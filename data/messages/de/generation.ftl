# Aufträge der Erzeugung. Die Kennung in Klammern steht vor jeder Protokollzeile.

job-line = [JOB { $id }] { $line }
job-start = Erzeugung beginnt, Verfahren { $engine } …
job-outline = Gerüst steht: { $title }
job-weeks = { $weeks ->
    [one] Eine Trainingswoche wird geplant …
   *[other] { $weeks } Trainingswochen werden geplant …
  }
job-week = Woche { $week }/{ $weeks } …
job-week-done = { $units ->
    [one] Woche { $week } fertig ({ $phase }, { $units } Einheit)
   *[other] Woche { $week } fertig ({ $phase }, { $units } Einheiten)
  }
job-saving = Das ganze Programm wird gespeichert …
job-done = Erzeugung abgeschlossen
job-program = Kennung des Programms: { $id }
job-total-weeks = Wochen insgesamt: { $weeks }
job-total-units = Einheiten insgesamt: { $units }
job-failed = Angehalten: { $reason }
job-cancelled = { $done ->
    [one] Abgebrochen; eine fertige Woche bleibt erhalten
   *[other] Abgebrochen; { $done } fertige Wochen bleiben erhalten
  }
job-kept = { $weeks ->
    [one] Eine Woche lag schon vor und bleibt unverändert
   *[other] { $weeks } Wochen lagen schon vor und bleiben unverändert
  }
job-lint = Geprüft: { $errors } Fehler, { $warnings } Warnungen
phase-build = Aufbau
phase-deload = Entlastung
phase-peak = Spitze
phase-taper = Zuspitzung
phase-test = Test
job-of-outline = Gliederung: { $line }
job-of-week = Woche { $week }: { $line }
job-outline-filled = Das Gerüst stammt von der Planung ohne Modell: { $why }
job-week-filled = Woche { $week } stammt von der Planung ohne Modell: { $why }
job-week-mended = Woche { $week } wurde an ihre Nachbarn angepasst
job-base-known = Das Basisgespräch für { $kind } ist gültig
job-base-made = Basisgespräch für { $kind } angelegt ({ $tokens } Token)
job-base-again = Der Anbieter hatte das Basisgespräch für { $kind } verloren; es wurde einmal neu gesendet
job-estimate = Voraussichtlich { $requests } Anfragen, { $new } neue und { $cached } Token aus dem Zwischenspeicher, { $output } für Antworten: { $price }
job-cost = Verbraucht: { $new } neue und { $cached } zwischengespeicherte Token ({ $share } % aus dem Zwischenspeicher), { $output } an Antworten: { $price }
job-price = { $price }
job-price-unknown = Preis unbekannt
job-missing = { $missing } von { $weeks } Wochen fehlen; der Auftrag lässt sich fortsetzen. { $why }
intent-model = { $focus }
intent-repaired = im zweiten Anlauf des Modells
intent-filled = Planung ohne Modell
meso-model = { $title }
error-job-outline = Das mit diesem Auftrag gespeicherte Gerüst ist nicht lesbar; der Auftrag muss neu beginnen.
cli-no-request = Es gibt keine Anfrage zu zeigen: Die Planung ohne Modell fragt niemanden. Nötig ist --engine llm.
cli-base-deleted = { $count } vergessen
cli-base-valid = Die Basis für { $kind } ist gültig
cli-base-invalid = Die Basis für { $kind } ist nicht gültig; base refresh { $kind } legt sie neu an
cli-base-full = ganze Anfrage
cli-base-fork = Abzweigung
cli-base-new = neu
cli-base-cached = gespeichert
cli-base-output = Ausgabe
cli-base-price = Preis
cli-base-saved = Eine Abzweigung spart { $percent } % des Preises
cli-no-provider = Kein Anbieter heißt „{ $provider }“. Eingerichtet unter [llm.providers]: { $known }.
cli-steps-of-a-program = In zwei Schritten entstehen nur einzelne Einheiten: generate unit --steps two.
cli-again-same = Der Planer ohne Netz schriebe denselben Plan noch einmal. Eine andere --seed oder ein --model wählen.
cli-again-made = Fassung { $new } steht neben { $old }. planwright plan compare { $old } { $new } zeigt beide.
cli-compare-no-program = So lassen sich nur Programme ansehen, keine einzelnen Einheiten und keine Rahmenpläne.
cli-compare-legend = ~ andere Dosis   / andere Übung   - nur links   + nur rechts
cli-compare-planner = Planer ohne Netz
cli-compare-size = { $weeks } Wochen, { $units } Einheiten
cli-compare-range = { $exercises } Übungen, { $minutes } min je Einheit
cli-compare-repaired = zweiter Anlauf: { $weeks }
cli-compare-filled = vom Planer ohne Netz: { $weeks }
cli-compare-cost = { $price }: { $input } Token gelesen, { $output } geschrieben
cli-compare-sets = { $sets } Sätze je Woche: { $muscle }
cli-compare-rule = { $rule } ({ $severity }): { $count }
cli-compare-week = Woche { $week }, { $phase } { $by }
cli-compare-week-repaired = (zweiter Anlauf)
cli-compare-week-filled = (Planer ohne Netz)
cli-compare-same = { $count ->
    [one] { $count } Zeile ist gleich
   *[other] { $count } Zeilen sind gleich
  }
cli-audit-engine = geplant von
cli-audit-seed = Startwert
cli-audit-library = Bibliothek
cli-audit-profile = Profil
cli-audit-model = Modell
cli-audit-answered = geantwortet hat
cli-audit-structured = in Form gebracht von
cli-audit-prompt = Prompt
cli-audit-base = Basis
cli-audit-job = Auftrag
cli-audit-version-of = Fassung von
cli-audit-call-role = Aufgabe
cli-audit-call-model = Modell
cli-audit-call-outcome = Ausgang
cli-audit-call-new = neu
cli-audit-call-cached = Speicher
cli-audit-call-output = Antwort
cli-audit-call-price = Preis
cli-audit-call-ms = ms
job-prose = Die Einheit ist beschrieben; die Aufgabe { $role } bringt sie in Form
