# domain

error-edit-no-item = Dieser Eintrag steht nicht mehr in der Einheit; eine andere Änderung hat ihn entfernt.
error-edit-no-section = Dieser Abschnitt steht nicht mehr in der Einheit; eine andere Änderung hat ihn entfernt.
error-edit-position = Position { $at } liegt hinter dem Ende; es gibt { $len ->
    [one] nur { $len } Platz
   *[other] { $len } Plätze
  }.
error-edit-duplicate = „{ $id }“ steht schon in dieser Einheit.
error-graph-cycle = Die Progression „{ $graph }“ führt zu „{ $exercise }“ zurück; ein Schritt davon muss weg.
