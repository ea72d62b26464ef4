//! Strict schemas, looked at by a check that knows nothing of how they are made: every rule the
//! providers name, for a type with every trap and for every use there is.

use std::sync::Arc;

use planwright::assist::{draft, intent, parse, rerank};
use planwright::domain::Lang;
use planwright::import::{ReadOptions, read};
use planwright::library::{Library, builtin};
use planwright::llm::{Output, PromptSettings, Request, schema};
use planwright::matching::Matcher;
use planwright::retrieval::{ContextPack, Request as Query, RetrievalIndex, suggest};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::requests::{fork, preview};
use crate::speech::KINDS;

/// Keys that one provider or another refuses in a strict schema.
const REFUSED: [&str; 24] = [
    "oneOf",
    "allOf",
    "not",
    "if",
    "then",
    "else",
    "dependentRequired",
    "dependentSchemas",
    "const",
    "format",
    "default",
    "$ref",
    "$defs",
    "$schema",
    "title",
    "prefixItems",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
];

/// What a walk over a schema finds and counts.
#[derive(Debug, Default)]
struct Found {
    wrong: Vec<String>,
    properties: usize,
    words: usize,
    depth: usize,
    letters: usize,
}

fn walk(schema: &Value, path: &str, depth: usize, found: &mut Found) {
    let Value::Object(object) = schema else {
        found.wrong.push(format!("{path}: no schema but {schema}"));
        return;
    };
    found.depth = found.depth.max(depth);
    for key in REFUSED.into_iter().filter(|key| object.contains_key(*key)) {
        found.wrong.push(format!("{path}: {key}"));
    }
    if object.get("type").is_none() && object.get("anyOf").is_none() && object.get("enum").is_none()
    {
        found.wrong.push(format!("{path}: says nothing about its type"));
    }
    if let Some(words) = object.get("enum").and_then(Value::as_array) {
        found.words += words.len();
        let letters: usize =
            words.iter().filter_map(Value::as_str).map(|word| word.chars().count()).sum();
        found.letters += letters;
        if words.len() > 250 && letters > 15_000 {
            found.wrong.push(format!("{path}: {} words of {letters} letters", words.len()));
        }
    }
    if object.get("type") == Some(&Value::from("object")) {
        let empty = serde_json::Map::new();
        let properties = object.get("properties").and_then(Value::as_object).unwrap_or(&empty);
        let names: Vec<&str> = properties.keys().map(String::as_str).collect();
        let required = object.get("required").and_then(Value::as_array);
        let required: Vec<&str> =
            required.into_iter().flatten().filter_map(Value::as_str).collect();
        if names != required {
            found.wrong.push(format!("{path}: required {required:?}, not {names:?}"));
        }
        if object.get("additionalProperties") != Some(&Value::Bool(false)) {
            found.wrong.push(format!("{path}: more properties allowed"));
        }
        found.properties += names.len();
        for (name, property) in properties {
            found.letters += name.chars().count();
            walk(property, &format!("{path}/{name}"), depth + 1, found);
        }
    }
    if let Some(items) = object.get("items") {
        walk(items, &format!("{path}[]"), depth + 1, found);
    }
    for choice in object.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
        walk(choice, &format!("{path}|"), depth + 1, found);
    }
}

/// Everything the providers ask of a strict schema.
fn check(name: &str, schema: &Value) {
    let mut found = Found::default();
    if schema.get("type") != Some(&Value::from("object")) || schema.get("anyOf").is_some() {
        found.wrong.push("the root is no object".to_owned());
    }
    walk(schema, "", 0, &mut found);
    assert!(found.wrong.is_empty(), "{name}: {:#?}\n{schema:#}", found.wrong);
    assert!(found.properties > 0 && found.properties <= 5_000, "{name}: {found:?}");
    assert!(found.words <= 1_000, "{name}: {} words", found.words);
    assert!(found.depth <= 10, "{name}: {} deep", found.depth);
    assert!(found.letters <= 120_000, "{name}: {} letters", found.letters);
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code, reason = "only its schema is looked at")]
enum Way {
    /// One way.
    One,
    /// Another.
    Two,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[allow(dead_code, reason = "only its schema is looked at")]
struct Part {
    way: Way,
    other: Option<Way>,
    count: Option<u32>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[allow(dead_code, reason = "only its schema is looked at")]
struct Whole {
    /// Comes first.
    zebra: String,
    #[serde(default)]
    apple: u8,
    parts: Vec<Part>,
    last: Option<Part>,
}

#[test]
fn types_with_every_trap_become_strict() {
    let schema = schema::strict::<Whole>();
    check("whole", &schema);
    assert_eq!(schema["required"], serde_json::json!(["zebra", "apple", "parts", "last"]));
    let way = &schema["properties"]["parts"]["items"]["properties"]["way"];
    assert_eq!(way["enum"], serde_json::json!(["one", "two"]));
    for (name, kind) in KINDS {
        let output = Output::Json { name: "whole", schema: schema.clone() };
        let (_, body) = preview(kind, &Request { output, ..fork("x") });
        let text = body.to_string();
        assert!(text.contains("\"zebra\""), "{name}: {body}");
        // property order is output order
        assert!(text.find("\"zebra\"") < text.find("\"apple\""), "{name}");
    }
}

#[test]
fn every_use_asks_with_a_strict_schema() {
    let library = Arc::new(Library::from_data(builtin().unwrap()).unwrap());
    let pack = ContextPack::default();
    let query = Query { limit: 40, ..Query::default() };
    let suggestions = suggest(&RetrievalIndex::new(library.clone()), &pack, &query);
    let prompts = PromptSettings::default();
    let matcher = Matcher::for_library(&library);
    let text = "Bnch prss thing 4x8\nSquatz with the bar 3x5\n";
    let draft = read(text, &matcher, &ReadOptions::default());
    let wish =
        draft::Wish { pack: &pack, suggestions: &suggestions, query: "grip", lang: Lang::De };
    let requests = [
        rerank::request(&suggestions, &pack, &library, "", Lang::De, &prompts).unwrap(),
        parse::request(&draft, &prompts).unwrap().unwrap(),
        intent::request("falls", &pack, &library, Lang::De, &prompts).unwrap(),
        draft::request(wish, &library, &prompts).unwrap(),
    ];
    for request in requests {
        let Output::Json { name, schema } = &request.output else { panic!("free text") };
        check(name, schema);
        assert!(name.len() <= 64 && name.bytes().all(|sign| sign.is_ascii_alphanumeric()));
        for (kind_name, kind) in KINDS {
            let (_, body) = preview(kind, &request);
            println!("{name:<10} {kind_name:<10} {:>6} bytes", body.to_string().len());
        }
    }
}
