# Generieren auf dem Schirm: wer plant, Wochen im Entstehen, was noch fehlt.

form-engine = Planung
form-engine-builtin = ohne Netz
form-engine-llm = Sprachmodell
form-model = Was es wohl kostet, steht im Protokoll, bevor etwas gesendet wird; c bricht dort ab, fertige Wochen bleiben.
log-left-seconds = { $title } { $done }/{ $weeks }, noch etwa { $count } s
log-left-minutes = { $title } { $done }/{ $weeks }, noch etwa { $count } min
log-lane = W{ $week }
log-lane-outline = Gliederung
