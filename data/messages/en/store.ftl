# store

store-no-rights = { $path } cannot be opened for writing ({ $detail }). Check its permissions, or name another file with --db.
store-folder = { $path } is a folder. Name a file inside it with --db.
store-newer = { $path } was written by a newer planwright (schema { $found }, this one knows { $known }). Update planwright.
store-corrupt = { $path } is damaged ({ $detail }). Keep a copy of it and restore a backup.
store-locked = { $path } is locked by another program. Close it there and try again.
store-not-a-database = { $path } is not a database and was left as it is. Name another file with --db.
store-foreign = { $path } belongs to another program and was left as it is. Name another file with --db.
store-no-space = No space left to write { $path }. Free some and try again.
store-database = { $path }: { $detail }. Try again; if it stays, run `planwright doctor`.
store-conflict = “{ $title }” was changed by somebody else meanwhile. Merge both, or choose one.
store-outdated = The framework was changed by somebody else meanwhile ({ $id }). Open it again.
store-not-found = No such { $thing } here: { $id }. It may have been removed, or belong to somebody else.
store-read-only = This { $thing } may be read but not changed: { $id }. Make a copy of it.
store-taken = This id is in use already ({ $thing }): { $id }. Choose another one.
store-claimed = Job { $id } is run by another process. Wait for it, or cancel it there.
store-unreadable = Cannot read { $thing } { $id } ({ $detail }). Run `planwright doctor`.
store-key = { $path }: { $detail }. Check its permissions, or move it away: a new key is made then.
store-key-lost = { $path } is not the key this text was sealed with. Bring the old key back, or go on without the text; new imports are not affected.
store-closed = The store is closed. Start planwright again.

store-thing-club = club
store-thing-coach = coach
store-thing-group = group
store-thing-athlete = athlete
store-thing-exercise = exercise
store-thing-graph = progression graph
store-thing-entry = list entry
store-thing-unit = unit
store-thing-edit = edit
store-thing-program = program
store-thing-framework = framework
store-thing-import = import
store-thing-job = job
store-thing-setting = setting

store-demo = The demo cannot be set up: { $detail }
