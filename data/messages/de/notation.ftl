# notation

notation-error = Spalte { $column }, erwartet: { $expected }.
notation-expected-clause = Sätze, eine Last, eine Anstrengung, eine Pause oder ; und eine Notiz
notation-expected-work = Wiederholungen, eine Zeit oder eine Strecke wie 8-12, 30s oder 400m
notation-expected-count = eine ganze Zahl von 1 bis 999
notation-expected-number = eine Zahl
notation-expected-entry-per-set = ein Wert je Satz
notation-expected-unit = eine Einheit wie kg, %, s oder m
notation-expected-load = eine Last wie 60kg, 75%, BW+10kg oder Band schwer
notation-expected-rest = eine Pause wie 90s oder 2:00
notation-expected-time = eine Zeit wie 45s, 12:00 oder 10 min
notation-expected-tempo = ein Tempo aus vier Zeichen wie 31X1
notation-expected-rpe = ein RPE von 0 bis 10 wie 8 oder 7,5-8
notation-expected-rir = Wiederholungen in Reserve wie 2 oder 1-3
notation-expected-band = die Stärke des Bandes: leicht, mittel oder schwer
notation-expected-once = etwas anderes: das steht schon da
notation-expected-one-scheme = nur eine Art, die Sätze zu ordnen
