# export: words on sheets and in Markdown
export-exercise = Übung
export-dose = Vorgabe
export-remarks = Bemerkungen
export-week = Woche { $week } – { $phase }
export-weeks = { $weeks ->
    [one] { $weeks } Woche
   *[other] { $weeks } Wochen
  }
export-days = { $days } × { $minutes } min pro Woche
export-minutes = { $minutes } min
export-people = { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
  }
export-rounds = { $rounds ->
    [one] { $rounds } Runde
   *[other] { $rounds } Runden
  }
export-cap = höchstens { $time }
export-sheet = Der Druckbogen ließ sich nicht erstellen ({ $reason }). planwright neu zu installieren hilft.
cli-plan-no-liftoscript = Ein Rahmenplan enthält keine Sätze für Liftoscript. Eine Einheit oder ein Programm exportieren.
