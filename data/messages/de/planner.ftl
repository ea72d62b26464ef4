# Fehler in Profilen

error-plan-range = { $field } ist { $value }; möglich ist eine Zahl von { $min } bis { $max }.
error-plan-field = Unbekanntes Feld { $name } im Profil; bekannt sind: { $known }.
error-plan-id = { $value } ist kein bekannter Wert für { $field }.
error-plan-unreadable = Das Profil ist nicht lesbar: { $reason }
error-plan-nothing-fits = Keine Übung passt zu diesem Profil; mehr Geräte angeben oder Beschwerden streichen.
error-plan-kind = Das Profil braucht kind = "athlete" oder "group".
