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
intent-model = { $focus }
