//! The exercise catalogue in memory indexes, aliases, progression graphs, search as you type, and the built-in data.
