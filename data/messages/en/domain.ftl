# domain

error-edit-no-item = This entry is no longer in the unit; another edit removed it.
error-edit-no-section = This section is no longer in the unit; another edit removed it.
error-edit-position = Position { $at } lies behind the end; there { $len ->
    [one] is { $len } place
   *[other] are { $len } places
  }.
error-edit-duplicate = “{ $id }” is in this unit already.
error-graph-cycle = The progression “{ $graph }” leads back to “{ $exercise }”; remove one of its steps.
