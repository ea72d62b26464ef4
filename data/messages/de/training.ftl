# training
obstacle-equipment = Fehlendes Gerät: { $things }.
obstacle-too-few = Braucht mindestens { $needed } Personen, da sind { $people }.
obstacle-odd = Für Paare, aber { $people } ist eine ungerade Zahl: Dreiergruppe mit Wechsel bilden oder selbst mitmachen.
obstacle-level = Für ein höheres Niveau: { $level }.
obstacle-age = Geeignet ab { $age } Jahren.
obstacle-injury = Zu meiden bei: { $regions }.
obstacle-time = Braucht { $needed } min, übrig sind { $left } min.
training-check-dose = Die Vorgabe „{ $dose }“ ist nicht lesbar: { $why }

error-result-no-sets = { $text } enthält keine Sätze; zu schreiben ist 8,8,7 @80kg RPE9, oder ok, oder x für ausgefallen.
loads-planned = geplant
error-best = „{ $text }“ ist kein Maximum; Kilogramm wie 100 schreiben oder einen Satz wie 80x5 oder 80x5 RIR2.
