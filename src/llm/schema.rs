//! Schemas the providers take as strict: an object at the root, every property required, nothing
//! else allowed, no `oneOf`, `const`, `format` or bounds. What that leaves unsaid is checked when
//! the answer is read.

use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde_json::Value;

/// Keys that one provider or another refuses.
const REFUSED: [&str; 16] = [
    "$schema",
    "title",
    "default",
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "pattern",
    "multipleOf",
    "examples",
];

/// The strict schema of a type. Types for the line hold no tuples and no maps.
#[must_use]
pub fn strict<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
    });
    settings.with_transform(Strict).into_generator().into_root_schema_for::<T>().to_value()
}

#[derive(Debug, Clone)]
struct Strict;

impl Transform for Strict {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else { return };
        for key in REFUSED {
            object.remove(key);
        }
        if let Some(value) = object.remove("const") {
            object.insert("enum".to_owned(), Value::Array(vec![value]));
        }
        if let Some(choices) = object.remove("oneOf") {
            object.insert("anyOf".to_owned(), choices);
        }
        if let Some(choices) = object.remove("anyOf") {
            match folded(&choices) {
                Some((kind, values)) => {
                    object.insert("type".to_owned(), kind);
                    object.insert("enum".to_owned(), values);
                }
                None => {
                    object.insert("anyOf".to_owned(), choices);
                }
            }
        }
        if let Some(properties) = object.get("properties").and_then(Value::as_object) {
            // in the order they are declared: models write them in this order
            let names: Vec<Value> = properties.keys().cloned().map(Value::String).collect();
            object.insert("required".to_owned(), Value::Array(names));
            object.insert("additionalProperties".to_owned(), Value::Bool(false));
        }
    }
}

/// Choices between single words as one list of words.
fn folded(choices: &Value) -> Option<(Value, Value)> {
    let mut words = Vec::new();
    for choice in choices.as_array()? {
        let choice = choice.as_object()?;
        if choice.get("type").and_then(Value::as_str) != Some("string") {
            return None;
        }
        words.extend(choice.get("enum")?.as_array()?.iter().cloned());
    }
    (!words.is_empty()).then(|| (Value::from("string"), Value::Array(words)))
}

/// The schema with the strings of one property's lists or values held to a list of words: the
/// ids an answer may name.
#[must_use]
pub fn allowing(mut schema: Value, path: &str, words: &[&str]) -> Value {
    if let Some(object) = schema.pointer_mut(path).and_then(Value::as_object_mut) {
        let words = words.iter().map(|word| Value::from(*word)).collect();
        object.insert("enum".to_owned(), Value::Array(words));
    }
    schema
}
