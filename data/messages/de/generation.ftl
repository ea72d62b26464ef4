# Aufträge der Erzeugung. Die Kennung in Klammern steht vor jeder Protokollzeile.

job-line = [JOB { $id }] { $line }
job-start = Erzeugung beginnt, Verfahren { $engine } …
job-outline = Gerüst steht: { $title }
job-weeks = { $weeks } Trainingswochen werden geplant …
job-week = Woche { $week }/{ $weeks } …
job-week-done = Woche { $week } fertig ({ $phase }, { $units } Einheiten)
job-saving = Das ganze Programm wird gespeichert …
job-done = Erzeugung abgeschlossen
job-program = Programm-Kennung: { $id }
job-total-weeks = Wochen insgesamt: { $weeks }
job-total-units = Einheiten insgesamt: { $units }
job-failed = Angehalten: { $reason }
job-cancelled = Abgebrochen; { $done } fertige Wochen bleiben erhalten
job-kept = { $weeks } Wochen lagen schon vor und bleiben unverändert
job-lint = Geprüft: { $errors } Fehler, { $warnings } Hinweise
phase-build = Aufbau
phase-deload = Entlastung
phase-peak = Spitze
phase-taper = Zuspitzung
phase-test = Test
