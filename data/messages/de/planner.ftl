# Fehler in Profilen

error-plan-range = { $field } ist { $value }; möglich ist eine Zahl von { $min } bis { $max }.
error-plan-field = Unbekanntes Feld { $name } im Profil; bekannt sind: { $known }.
error-plan-id = { $value } ist kein bekannter Wert für { $field }.
error-plan-unreadable = Das Profil ist nicht lesbar: { $reason }
error-plan-nothing-fits = Keine Übung passt zu diesem Profil; mehr Geräte angeben oder Beschwerden streichen.
error-plan-kind = Das Profil braucht kind = "athlete" oder kind = "group".

# Titel

plan-title-named = { $what } für { $name }
plan-title-strength = Kraftprogramm
plan-title-hypertrophy = Muskelaufbauprogramm
plan-title-strength-hypertrophy = Kraft- und Aufbauprogramm
plan-title-power = Schnellkraftprogramm
plan-title-endurance = Kraftausdauerprogramm
plan-title-general = Allgemeines Fitnessprogramm
plan-title-older = Programm Kraft im Alter
plan-title-youth = Jugend-Kraftprogramm
plan-title-return = Wiedereinstiegsprogramm
plan-title-group = Programm { $style }
day-numbered = { $day } { $n }
day-full-a = Ganzkörper A
day-full-b = Ganzkörper B
day-full-c = Ganzkörper C
day-upper = Oberkörper
day-lower = Unterkörper
day-push = Drücken
day-pull = Ziehen
day-legs = Beine
day-recovery = Erholung
unit-title-one = { $focus }
unit-title-two = { $focus } · { $other }
unit-title-free = Gruppeneinheit
unit-title-circuit = Kraftzirkel

# Blöcke und Wochen

meso-linear = Stetiger Fortschritt
meso-accumulation = Akkumulation: Umfang aufbauen
meso-intensification = Intensivierung: schwerer, weniger Wiederholungen
meso-realisation = Realisierung: Erarbeitetes zeigen
meso-growth = Aufbaublock
meso-endurance = Ausdauerblock
meso-power = Schnellkraftblock
meso-general = Grundlagenblock
meso-introduce = Grundlagen einführen
meso-develop = Vertiefen und verbinden
meso-apply = Unter Druck anwenden
intent-build = Die Anforderung steigt: etwas näher an die Grenze als letzte Woche.
intent-steady = Gleiche Übungen, ein kleiner Schritt mehr.
intent-deload = Entlasten: etwa die halben Sätze, weniger Last, gleiche Übungen.
intent-peak = Schwerste Woche des Blocks, weniger Sätze.
intent-taper = Weniger Umfang, Last bleibt.
intent-test = Leichte Tage, am letzten wird gemessen.
intent-grading = Nichts Neues: Bekanntes sicher machen.

# Aufgaben der Plätze

role-power = Schnellkraft
role-main = Hauptübung
role-second = Zweite Übung
role-accessory = Zusatzübung
role-isolation = Isolation
role-core = Rumpf

# Begründungen

reason-slot = { $role }, Muster { $pattern }
reason-instead = Für { $wanted } passt hier nichts; { $pattern } springt ein.
reason-filter = { $n } Kandidaten für diesen Platz; { $possible } von { $all } Übungen passen zu Geräten, Niveau, Alter und Beschwerden
reason-score = Wertung { $score }: Muster { $fit }, Muskelbedarf { $need }, Ziel { $goal }, Niveau { $level }, Vorliebe { $liking }, Abwechslung { $variety }
reason-load = { $pct } % des 1RM ({ $best } kg)
reason-test = Nach Steigerungssätzen das 1RM messen; bei schlechter Technik abbrechen.
reason-warm-up = Puls heben, dann Gelenke bewegen: { $minutes } min
reason-endurance = Lockeres Tempo, Reden bleibt möglich: { $minutes } min
reason-cool-down = Ruhiger Schluss: { $minutes } min
reason-part = { $part }: { $n } von { $all } geeigneten Übungen kamen hier in Frage
reason-widest-gap = Schließt die größte Lücke: { $skill }
reason-next-edge = Nächster Schritt nach { $from }
reason-new = Neu: Anfang eines Weges
reason-repeat = Kommt nach { $days } Tagen wieder
reason-group-score = Wertung { $score }: Lücke { $gap }, Passung { $fit }, Abstand { $spacing }, nächster Schritt { $next }
reason-odd-triad = { $people } Personen: eine Dreiergruppe wechselt (üben, üben, beobachten), oder der Trainer macht mit.
reason-match-weight = Paare mit ähnlichem Gewicht bilden.
reason-station = Station: { $pattern }; { $n } von { $all } passenden Übungen waren hier möglich
note-stations = { $stations } Stationen mit höchstens { $each } Personen: { $work } s Arbeit, { $pause } s Wechsel, { $rounds } Runden.
note-lines = { $lines } Reihen mit höchstens { $each } Personen.
note-share = { $count } × { $thing }: { $each } Personen teilen sich eins, im Wechsel.

# Hinweise zum Programm

note-clearance = Eine angegebene Erkrankung verlangt ärztliche Freigabe; die Anstrengung ist begrenzt, keine Pressatmung.
note-missing-patterns = Mit diesen Geräten und Beschwerden nicht möglich: { $patterns }.
note-low-volume = In der Zeit unter dem sinnvollen Wochenumfang: { $muscles }. Mehr Minuten oder Tage würden helfen.
note-low-small = Wenig Arbeit für kleine Muskeln in dieser Zeit: { $muscles }.
note-recovery-day = Der letzte Tag dient der Erholung: etwa { $minutes } lockere Minuten.
note-time-left = Die Woche braucht etwa { $minutes } von { $budget } Minuten je Einheit; der Rest ist frei.
note-reactive-deload = Keine geplante Entlastung: nach drei missglückten Einheiten in Folge zehn Prozent Last abziehen und neu aufbauen.
note-youth = Als Jugendtraining geplant (Alter { $age }): mehr Wiederholungen, viel Reserve, keine Maximaltests.
note-older = Für ältere Einsteiger geplant (Alter { $age }): mäßige Last, Kraft vor Masse.
note-other-age = Das Ziel gehört zu einem anderen Alter als { $age }; geplant ist allgemeine Fitness.
note-young-level = Mit { $age } Jahren ist das Niveau niedriger geplant als gewünscht: erst die Technik.
note-fewer-days = Gewünscht waren { $wished } Tage; geplant sind { $days }, damit Zeit zur Erholung bleibt. Spaziergänge an den übrigen Tagen sind willkommen.
note-short-units = { $minutes } Minuten sind knapp für schweres Heben; jede Einheit hat nur wenige Übungen.
note-odd-group = { $people } Personen: Partnerübungen sagen, wie die überzählige Person mitmacht.
note-streams = Zwei Niveaus sind groß genug: der Hauptteil teilt sich in zwei Stränge.
note-no-circuit = Für Stationen fehlt Zeit oder Platz; der Hauptteil besteht aus Übungsformen.

## Was getan wurde, ändert, was kommt

adapt-step = Geschafft: { $step } kg mehr
adapt-back-off = Zu oft verfehlt: { $pct } % herunter und neu aufbauen
adapt-repeat = Nicht alle Wiederholungen: gleiche Last noch einmal
adapt-missed = Ausgefallen: gleiche Last noch einmal
adapt-top = Oberes Ende erreicht: { $step } kg mehr, Wiederholungen wieder von unten
adapt-one-more = Nächstes Ziel: { $reps } Wiederholungen in jedem Satz
adapt-best = Bestleistung jetzt etwa { $best } kg
adapt-felt = Gefühlt RPE { $felt }, geplant { $wanted }
adapt-stage = Zu oft verfehlt: mehr Sätze mit weniger Wiederholungen
adapt-more-sets = Leicht genug: ein Satz mehr
adapt-fewer-sets = Zu viel: ein Satz weniger
adapt-denser = Geschafft: { $seconds } s weniger Pause
adapt-longer-rest = Verfehlt: { $seconds } s mehr Pause
adapt-longer = Geschafft: { $seconds } s länger
adapt-shorter = Zu oft verfehlt: { $seconds } s kürzer
adapt-harder = Zweimal oberes Ende: der nächste Schritt des Weges
adapt-easier = Zu oft verfehlt: ein Schritt zurück auf dem Weg
adapt-nothing = Nichts anzupassen: noch keine Ergebnisse, oder alles steht, wie es soll.
adapt-line = Woche { $week } { $unit }
adapt-to-apply = { $n ->
    [one] Eine Änderung. Schreiben mit --apply.
   *[other] { $n } Änderungen. Schreiben mit --apply.
}
adapt-applied = { $n ->
    [one] Eine Änderung wurde geschrieben.
   *[other] { $n } Änderungen wurden geschrieben.
}

## Was das Formular beim Ausfüllen sagt

advice-fits = { $days } × { $minutes } min fassen etwa { $have } Arbeitssätze je Woche; nötig sind { $need }: passt.
advice-tight = { $days } × { $minutes } min fassen etwa { $have } Arbeitssätze je Woche; { $low }–{ $high } Sätze für 5 große Muskeln brauchen etwa { $need }.
advice-longer = Vorschlag: { $days } × { $minutes } min.
advice-more-days = Oder { $days } × { $minutes } min.
advice-fewer-days = { $days } Tage sind hier zu viel; geplant werden { $most }.
advice-no-pull = Nichts zum Hängen oder Ziehen: Ziehen wird begrenzt. Ein Band oder eine Stange hilft.
advice-odd = { $people } Personen: Partnerübungen bekommen eine Dreiergruppe.
advice-short-unit = { $minutes } min lassen etwa { $main } für Technik und Hauptteil.
advice-streams = { $low } und { $high } Personen auf zwei Niveaus: Der Hauptteil teilt sich.
advice-group-fits = { $units } × { $minutes } min über { $weeks } Wochen: etwa { $new } neue Techniken.
