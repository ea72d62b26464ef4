# config: every problem names where it was said and which key it is about
config-invalid = Die Konfiguration ist nicht verwendbar.
config-unknown-key-near = { $where }: Den Schlüssel „{ $key }“ gibt es nicht. Gemeint „{ $nearest }“?
config-unknown-key = { $where }: Den Schlüssel „{ $key }“ gibt es nicht. Bekannt sind hier: { $known }.
config-not-one-of = { $where }: „{ $value }“ ist für { $key } nicht möglich. Erlaubt: { $allowed }.
config-wrong-type = { $where }: { $key } ist { $value }, verlangt aber { $expected }.
config-out-of-range = { $where }: { $key } ist { $value }, muss aber zwischen { $min } und { $max } liegen.
config-bands = { $where }: Die Stufen von [match] überschneiden sich: high { $high }, medium { $medium }, low { $low }. Von high nach low müssen sie kleiner werden.
config-missing = { $where }: { $key } fehlt.
config-excludes = { $where }: { $key } und { $other } schließen sich aus. Nur eines davon behalten.
config-syntax = { $where }: Das ist kein gültiges TOML: { $detail }.
config-unreadable = { $where }: Die Datei ist nicht lesbar ({ $detail }). Pfad prüfen oder --config weglassen.
config-no-home = Das System nennt kein Benutzerverzeichnis. Die Datenbank mit --db PFAD angeben.
config-expected-text = einen Text in Anführungszeichen
config-expected-number = eine Zahl
config-expected-whole = eine ganze Zahl
config-expected-table = eine eigene Tabelle
config-expected-texts = einen Text oder eine Liste von Texten
