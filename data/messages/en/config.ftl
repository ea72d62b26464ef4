# config: every problem names where it was said and which key it is about
config-invalid = The configuration cannot be used.
config-unknown-key-near = { $where }: there is no key “{ $key }”. Did you mean “{ $nearest }”?
config-unknown-key = { $where }: there is no key “{ $key }”. Known here: { $known }.
config-not-one-of = { $where }: “{ $value }” is not possible for { $key }. Write one of: { $allowed }.
config-wrong-type = { $where }: { $key } is { $value }, but needs { $expected }.
config-out-of-range = { $where }: { $key } is { $value }, but must lie between { $min } and { $max }.
config-bands = { $where }: the bands of [match] overlap: high { $high }, medium { $medium }, low { $low }. From high to low they must get smaller.
config-missing = { $where }: { $key } is missing.
config-excludes = { $where }: { $key } and { $other } exclude each other. Keep one of them.
config-syntax = { $where }: this is no valid TOML: { $detail }.
config-unreadable = { $where }: the file cannot be read ({ $detail }). Check the path, or leave out --config.
config-no-home = The system names no home directory. Name a database with --db PATH.
config-expected-text = a text in quotes
config-expected-number = a number
config-expected-whole = a whole number
config-expected-table = a table of its own
config-expected-texts = a text or a list of texts
