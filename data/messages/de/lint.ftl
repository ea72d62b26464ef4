# Findings of the linter, one per rule of data/lint_rules.json.

## STR

lint-str001 = Einheit enthält keine Übungen.
lint-str002 = Leerer Abschnitt.
lint-str003 = Übung doppelt in der Einheit.
lint-str004 = Unbekannte Übung.
lint-str005 = Aufwärmen fehlt.
lint-str006 = Einheit länger als das Zeitbudget.
lint-str007 = Einheit lässt viel Zeit ungenutzt.
lint-str008 = Ungewöhnliche Anzahl Übungen.
lint-str009 = Schlussteil fehlt.
lint-str010 = Anzahl Einheiten passt nicht zu den Trainingstagen.
lint-str011 = Reihenfolge ist fehlerhaft.
lint-str012 = Supersatz hat falsche Größe.
lint-str013 = Stundenteile unausgewogen.
lint-str014 = Woche fehlt.
lint-str015 = Einheiten ändern sich nie.

## EQP

lint-eqp001 = Gerät nicht vorhanden.
lint-eqp002 = Zu wenige Geräte an der Station: { $people } Personen, { $devices } vorhanden.
lint-eqp003 = Last nicht exakt einstellbar.

## SAF

lint-saf001 = Übung widerspricht einer Beschwerde.
lint-saf002 = Übung liegt über dem Niveau.
lint-saf003 = Übung ist nicht für dieses Alter geeignet.
lint-saf004 = Last zu hoch für das Alter.
lint-saf005 = Zu nah am Limit für Anfänger.
lint-saf006 = Zu viele Sprünge.
lint-saf007 = Matten fehlen.
lint-saf008 = Freikampf ohne Schutz oder Vorbereitung.
lint-saf009 = Nackenbelastung.
lint-saf010 = Ärztliche Freigabe nötig.

## VOL

lint-vol001 = Zu wenig Umfang für { $muscle }.
lint-vol002 = Zu viel Umfang für { $muscle }.
lint-vol003 = { $muscle } nur einmal pro Woche.
lint-vol004 = Zu viele Sätze für { $muscle } in einer Einheit.
lint-vol005 = Schwerpunkt vernachlässigt.
lint-vol006 = Sehr viele Sätze einer Übung.
lint-vol007 = Einheit zu umfangreich.

## LOD

lint-lod001 = Umfang springt um { $p }%.
lint-lod002 = Last springt um { $p }%.
lint-lod003 = Keine Entlastung seit { $n } Wochen.
lint-lod004 = Entlastungswoche entlastet nicht.
lint-lod005 = Belastungssprung (Verhältnis { $r }).
lint-lod006 = Wenig Wechsel zwischen Tagen.
lint-lod007 = { $muscle } an Folgetagen.
lint-lod008 = Kein Ruhetag.
lint-lod009 = Harte Einheiten zu dicht.
lint-lod010 = Zwei schwere Beinübungen zusammen.

## BAL

lint-bal001 = Bewegungsmuster { $p } fehlt.
lint-bal002 = Drücken und Ziehen unausgewogen.
lint-bal003 = Knie- und Hüftdominant unausgewogen.
lint-bal004 = Keine einbeinige Übung.
lint-bal005 = Kein Rumpftraining.
lint-bal006 = Nur eine Seite geübt.
lint-bal007 = Spielanteil zu hoch.

## ORD

lint-ord001 = Isolation vor der Grundübung.
lint-ord002 = Rumpf vor schweren Lasten ermüdet.
lint-ord003 = Technik nach Ermüdung.
lint-ord004 = Schnellkraft kommt zu spät.
lint-ord005 = Statisches Dehnen vor Schnellkraft.
lint-ord006 = Schwerere nach leichterer Übung.

## PRE

lint-pre001 = { $reps } Wdh. bei { $pct }% sind nicht möglich.
lint-pre002 = Wdh., RIR und %1RM passen nicht.
lint-pre003 = Wert außerhalb des Bereichs.
lint-pre004 = Vorgabe unvollständig.
lint-pre005 = RPE und RIR widersprechen sich.
lint-pre006 = Anstrengungswert unbrauchbar.
lint-pre007 = Pause passt nicht zum Ziel.
lint-pre008 = Wiederholungsbereich unbrauchbar.
lint-pre009 = Tempo ungültig.
lint-pre010 = Außerhalb Prilepin.
lint-pre011 = Kein 1RM für die Prozentangabe.
lint-pre012 = Dichteformat nicht machbar.
lint-pre013 = Bereiche passen nicht zum Ziel.
lint-pre014 = kg und lb vermischt?
lint-pre015 = Last unplausibel.

## PRG

lint-prg001 = Keine Progression.
lint-prg002 = Kein Plan für Fehlversuche.
lint-prg003 = Progression passt nicht zum Niveau.
lint-prg004 = Bereich und Regel verschieden.
lint-prg005 = Zu viel Übungswechsel.
lint-prg006 = Test ohne Entlastung.

## GRP

lint-grp001 = Partnerübung bei ungerader Zahl.
lint-grp002 = Übung liegt über dem Niveau der Gruppe.
lint-grp003 = Übung ist nicht altersgerecht.
lint-grp004 = Voraussetzung fehlt: { $name }.
lint-grp005 = Fähigkeitslücke: { $skill }.
lint-grp006 = Stränge passen nicht.
lint-grp007 = Zu viel Wartezeit: { $people } Personen je Station oder Reihe.
lint-grp008 = Übung zu lang.
lint-grp009 = Begrüßung oder Abschluss fehlt.
lint-grp010 = Übung wiederholt sich zu oft.
lint-grp011 = Neues wird nicht wiederholt.
lint-grp012 = Zu viele Wechsel.
lint-grp013 = Gewichte angleichen.
lint-grp014 = Zu viele neue Bedingungen.
lint-grp015 = Koordinative Fähigkeit fehlt.

## LLM

lint-llm001 = Antwort unbrauchbar.
lint-llm002 = Übung war nicht im Angebot.
lint-llm003 = Woche wurde kopiert.
lint-llm004 = Name und Inhalt passen nicht.
lint-llm005 = Falsche Sprache.
lint-llm006 = Unsicherer Text entfernt.
lint-llm007 = Kopf und Inhalt verschieden.
lint-llm008 = Zahlen als Text.
lint-llm009 = Zahlenformat.
lint-llm010 = Medizinische Aussage.
lint-llm011 = Gleiche Übung unter zwei Namen.
lint-llm012 = Phase und Zahlen widersprechen.
lint-llm013 = Erzeugung unvollständig.

## IMP

lint-imp001 = Bitte Zuordnung prüfen.
lint-imp002 = Keine sichere Zuordnung.
lint-imp003 = Schreibweise mehrdeutig: { $sets } Sätze zu { $reps } oder { $reps } Sätze zu { $sets }?
lint-imp004 = 1RM fehlt.

## Konfiguration

error-lint-rule = [lint]: Die Regel { $name } gibt es nicht; docs/lint.md nennt alle.
error-lint-level = [lint] { $rule }: { $value } ist nicht off, info, warn oder error.
