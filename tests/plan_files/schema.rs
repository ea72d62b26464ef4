//! As much of JSON Schema as our published schemas use; anything else in a schema is a fault.

use serde_json::Value;

/// Every place where the document does not fit the schema.
pub(crate) fn faults(schema: &Value, document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    Check { root: schema }.value(schema, document, "", &mut faults);
    faults
}

struct Check<'a> {
    root: &'a Value,
}

impl Check<'_> {
    fn value(&self, schema: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
        for (keyword, rule) in schema.as_object().unwrap() {
            let fits = match keyword.as_str() {
                "$ref" => {
                    let place = rule.as_str().unwrap().trim_start_matches('#');
                    let target = self.root.pointer(place).unwrap_or_else(|| panic!("{place}"));
                    self.value(target, value, path, faults);
                    true
                }
                "anyOf" => rule.as_array().unwrap().iter().any(|option| {
                    let mut within = Vec::new();
                    self.value(option, value, path, &mut within);
                    within.is_empty()
                }),
                "type" => match rule {
                    Value::Array(kinds) => kinds.iter().any(|kind| is_a(value, kind)),
                    kind => is_a(value, kind),
                },
                "const" => value == rule,
                "enum" => rule.as_array().unwrap().contains(value),
                "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
                "minItems" => {
                    value.as_array().is_none_or(|list| list.len() as u64 >= rule.as_u64().unwrap())
                }
                "maxItems" => {
                    value.as_array().is_none_or(|list| list.len() as u64 <= rule.as_u64().unwrap())
                }
                "pattern" => {
                    value.as_str().is_none_or(|text| matches(rule.as_str().unwrap(), text))
                }
                "items" => {
                    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.value(rule, item, &format!("{path}/{at}"), faults);
                    }
                    true
                }
                "required" => value.as_object().is_none_or(|object| {
                    rule.as_array()
                        .unwrap()
                        .iter()
                        .all(|key| object.contains_key(key.as_str().unwrap()))
                }),
                "properties" => {
                    for (key, item) in value.as_object().into_iter().flatten() {
                        if let Some(schema) = rule.get(key) {
                            self.value(schema, item, &format!("{path}/{key}"), faults);
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    let known = schema.get("properties");
                    let others = value.as_object().into_iter().flatten().filter(|(key, _)| {
                        known.is_none_or(|known| known.get(key.as_str()).is_none())
                    });
                    for (key, item) in others {
                        let path = format!("{path}/{key}");
                        match rule {
                            Value::Bool(true) => {}
                            Value::Bool(false) => faults.push(format!("{path}: not in the schema")),
                            rule => self.value(rule, item, &path, faults),
                        }
                    }
                    true
                }
                "$schema" | "$id" | "$defs" | "title" | "description" => true,
                other => panic!("the schema uses {other}, which nothing checks"),
            };
            if !fits {
                faults.push(format!("{path}: {keyword} {rule} does not hold for {value}"));
            }
        }
    }
}

fn is_a(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("unknown type {other}"),
    }
}

/// The two patterns in use, read by hand.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match pattern {
        r"^\d{4}-\d{2}-\d{2}$" => text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10,
        "^[A-Z][0-9]+$" => {
            text.starts_with(|letter: char| letter.is_ascii_uppercase())
                && text.get(1..).is_some_and(digits)
        }
        other => panic!("unknown pattern {other}"),
    }
}
