# models: Befehle und Bildschirme rund um Sprachmodelle
cli-import-nothing-doubtful = Keine Zeile ist zweifelhaft; nichts würde gesendet.
cli-import-helped = { $rows ->
    [one] Ein Modell hat { $rows } zweifelhafte Zeile gelesen; bitte ansehen, bevor etwas darauf baut.
   *[other] Ein Modell hat { $rows } zweifelhafte Zeilen gelesen; bitte ansehen, bevor etwas darauf baut.
}
cli-consent-nobody = Die Kennung „{ $id }“ gibt es nicht. „planwright consent list“ zeigt alle; „me“ steht für sich selbst.
cli-consent-given = { $name }: Modelle dürfen gefragt werden, Namen bleiben verdeckt
cli-consent-refused = { $name }: Modelle dürfen nicht gefragt werden
cli-consent-open = { $name }: noch keine Antwort
usage-nothing = In dieser Zeit wurde kein Sprachmodell gefragt.
usage-head-role = wofür
usage-head-model = Modell
usage-head-calls = Aufrufe
usage-head-ok = gut
usage-head-new = neue Token
usage-head-cached = aus Cache
usage-head-output = Ausgabe
usage-head-first = erstes Wort
usage-head-price = Preis
usage-total = gesamt
usage-prices = Preise nach der Tabelle vom { $date }; abgerechnet wird beim Anbieter.
usage-alert-success = Nur { $percent } % von { $calls } Aufrufen gingen gut. „planwright doctor --llm“ sagt, warum.
usage-alert-slow = { $count ->
    [one] { $count } Import brauchte beim Modell länger als 15 s. Ein schnelleres Modell für „parse“ hilft.
   *[other] { $count } Importe brauchten beim Modell länger als 15 s. Ein schnelleres Modell für „parse“ hilft.
}
usage-alert-day = Von { $limit } für heute sind { $spent } ausgegeben.
usage-alert-month = Von { $limit } für diesen Monat sind { $spent } ausgegeben.
probe-none = Kein Sprachmodell ist eingerichtet; alles geht auch ohne. docs/models.md zeigt, wie eines dazukommt.
probe-role = { $role }: { $model } bei { $provider }
probe-answers = erreichbar, Schlüssel und Modell angenommen; { $model } antwortet
probe-streams = sendet fortlaufend: { $pieces } Stücke, das erste nach { $ms } ms
probe-schema = hält sich an das Schema
probe-cache-seen = zählt Token aus seinem Cache
probe-cache-unseen = keine Token aus dem Cache; so kurze Fragen kommen nie hinein
probe-forks-kept = verzweigt von einem Gespräch, das dort aufbewahrt wird
probe-forks-marked = verzweigt, indem die Basis wiederholt wird; sie ist für den Cache markiert
probe-forks-prefix = verzweigt, indem die Basis wiederholt wird; gleiche Anfänge kommen aus dem Cache, wo der Server einen hat
probe-forks-replay = antwortet aus Aufzeichnungen
probe-price = Preis bekannt: { $input } ein, { $output } aus je Million Token, Stand { $date }
probe-no-price = für { $model } ist kein Preis bekannt; Ausgabengrenzen halten es an. Ein Preis gehört unter [llm.prices]
probe-cost = diese Frage kostete { $price }
probe-key-age = die Schlüsseldatei ist { $days } Tage alt
command-rerank = Vorschläge von einem Sprachmodell ordnen lassen; noch einmal: abbrechen
hint-rerank = Modell
command-show-request = Genau zeigen, was an das Modell gesendet würde
hint-show-request = Anfrage
command-cost = Zeigen, was Fragen an Sprachmodelle gekostet haben
hint-cost = Kosten
command-send-never = Zu diesen Leuten nie Modelle fragen
hint-send-never = nie
page-would-send = Was gesendet würde
page-cost = Kosten der Sprachmodelle
rerank-done = Die Reihenfolge des Modells ist da, mit Gründen.
rerank-reason = { $title }: { $reason }
rerank-never = Zu { $who } werden ab jetzt keine Modelle gefragt. „planwright consent“ ändert das.
suggest-asking-model = frage …
suggest-by-model = vom Modell
send-question = Darf zu { $who } ein Sprachmodell gefragt werden? Genau das hier würde gesendet; Namen und Kontaktdaten sind verdeckt.
send-keys = Enter ja, ab jetzt · n nie · Esc jetzt nicht
send-to = An { $provider } ({ $model }), { $bytes } Bytes
cost-today = heute
cost-month = dieser Monat
cost-row = { $calls ->
    [one] { $calls } Aufruf, { $good } % gut · { $new } neue + { $cached } Cache → { $output } Token
   *[other] { $calls } Aufrufe, { $good } % gut · { $new } neue + { $cached } Cache → { $output } Token
}
cost-first = erstes Wort nach { $ms } ms
cost-day = { $day }.{ $month }.
command-agree = Zustimmen: senden und künftig senden, oder übernehmen
hint-agree = einverstanden
command-new-exercise = Neue Übung schreiben: begonnen von einem Sprachmodell, wo eines eingerichtet ist, sonst aus dem Plan; noch einmal: abbrechen
hint-new-exercise = neu
command-show-new-exercise = Genau zeigen, was für eine neue Übung gesendet würde
hint-show-new-exercise = Anfrage
command-ask-rows = Zu zweifelhaften Zeilen ein Sprachmodell fragen; noch einmal: abbrechen
hint-ask-rows = Modell
command-show-rows = Genau zeigen, was zu zweifelhaften Zeilen gesendet würde
hint-show-rows = Anfrage
edit-title-drafted = Neue Übung · Entwurf von { $model }, bitte jede Zeile ansehen
draft-named = Das Modell schreibt: { $name } …
draft-done = Der Entwurf des Modells für { $name } ist da; bis zum Speichern wird nichts behalten.
draft-waits = Der Entwurf ist fertig; n bei den Vorschlägen öffnet ihn.
advice-so-far = { $rows } Zeilen gelesen …
advice-done = { $rows ->
    [0] Das Modell sagt zu den zweifelhaften Zeilen nichts Neues.
    [one] Ein Modell hat { $rows } Zeile anders gelesen; bitte ansehen. u nimmt es zurück.
   *[other] Ein Modell hat { $rows } Zeilen anders gelesen; bitte ansehen. u nimmt es zurück.
}
meaning-done = Die Suche ist jetzt so verstanden, wie das Modell sie liest.
role-model = Modell
cli-draft-by = Von { $model } geschrieben und an den Listen geprüft; bitte jede Zeile ansehen. „planwright library import DATEI“ behält sie.
cli-draft-outline = Das sagt der Plan allein darüber; der Rest ist noch zu schreiben. „planwright library import DATEI“ behält sie.
probe-forks-lost = bewahrt Gespräche doch nicht auf, die Basis wird also wiederholt: { $why }
command-ask-meaning = Von einem Sprachmodell sagen lassen, was die Suche meint; noch einmal: abbrechen
hint-ask-meaning = Bedeutung
command-show-meaning = Genau zeigen, was zur Suche gesendet würde
hint-show-meaning = Anfrage
why-not-no-query = Noch keine Suche; / öffnet sie.
chip-meant = Modell:
