//! Reads one field of a TOML table, or says what is wrong with it.

use serde_json::Value;

/// What is wrong, after the place where it is.
pub(crate) type Checked<T> = Result<T, String>;

pub(crate) fn only_keys(table: &Value, allowed: &[&str]) -> Checked<()> {
    let keys = table.as_object().ok_or("a table is needed")?.keys();
    match keys.into_iter().find(|key| !allowed.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => Err(format!("key {key} is not known; known are {}", allowed.join(", "))),
    }
}

pub(crate) fn text(table: &Value, key: &str) -> Checked<String> {
    match table.get(key).and_then(Value::as_str).map(str::trim) {
        None | Some("") => Err(format!("{key}: a text is needed")),
        Some(text) => Ok(text.to_owned()),
    }
}

pub(crate) fn texts(table: &Value, key: &str) -> Checked<Vec<String>> {
    let Some(value) = table.get(key) else { return Ok(Vec::new()) };
    let wrong = || format!("{key}: a list of texts is needed");
    value
        .as_array()
        .ok_or_else(wrong)?
        .iter()
        .map(|text| text.as_str().map(str::to_owned).filter(|t| !t.is_empty()).ok_or_else(wrong))
        .collect()
}

pub(crate) fn list(table: &Value, key: &str) -> Checked<Vec<Value>> {
    match table.get(key) {
        None => Ok(Vec::new()),
        Some(Value::Array(entries)) => Ok(entries.clone()),
        Some(_) => Err(format!("{key}: a list of tables is needed")),
    }
}

pub(crate) fn one_of(table: &Value, key: &str, allowed: &[&str]) -> Checked<String> {
    let value = text(table, key)?;
    if allowed.contains(&value.as_str()) {
        Ok(value)
    } else {
        Err(format!("{key}: {value} is none of {}", allowed.join(", ")))
    }
}

pub(crate) fn whole(value: Option<&Value>, key: &str, min: u64, max: u64) -> Checked<u64> {
    value
        .and_then(Value::as_u64)
        .filter(|number| (min..=max).contains(number))
        .ok_or_else(|| format!("{key}: a whole number from {min} to {max} is needed"))
}

pub(crate) fn show(table: &Value, key: &str) -> String {
    table.get(key).and_then(Value::as_str).unwrap_or("?").to_owned()
}
