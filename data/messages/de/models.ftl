# models: Befehle und Bildschirme rund um Sprachmodelle
cli-about-usage = Zeigt, was Fragen an Sprachmodelle gekostet und gebracht haben
cli-about-consent = Zu wem Modelle gefragt werden dürfen, und ob überhaupt
cli-about-consent-list = Antworten auflisten
cli-about-consent-set = Antwort geben, verweigern oder vergessen
cli-arg-since = Ab diesem Tag zählen, z. B. 2026-05-01; ohne Angabe: die letzten 30 Tage
cli-arg-who = Kennung einer Person oder Gruppe, oder „me“ für sich selbst
cli-arg-answer = Was ab jetzt gilt
cli-arg-rerank = Ein Sprachmodell die besten ordnen lassen, mit Gründen
cli-arg-show-request = Genau das ausgeben, was gesendet würde, und nichts senden
cli-arg-llm-for-import = Zu Zeilen, die zweifelhaft bleiben, ein Sprachmodell fragen
cli-arg-llm-for-doctor = Auch jedem eingerichteten Sprachmodell eine kleine Frage stellen
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
