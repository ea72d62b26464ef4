//! Findings as SARIF 2.1.0, for editors and pipelines: the rules that spoke with what they mean,
//! and every finding with its place as a logical location (the JSON pointer into the plan).

use std::fmt::Write as _;

use serde::Serialize;

use super::{Code, Finding, Severity, rule};
use crate::domain::Lang;
use crate::language::Catalogue;

/// A SARIF log with one run.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SarifLog {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    results: Vec<Outcome>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Text,
    default_configuration: Configuration,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Text {
    text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    properties: Properties,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    logical_locations: [LogicalLocation; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
}

#[derive(Debug, Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    fully_qualified_name: String,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct Properties {
    fixable: bool,
}

/// The findings of the plan at `uri`, in the words of `catalogue`.
#[must_use]
pub fn sarif(findings: &[Finding], uri: &str, catalogue: &Catalogue) -> SarifLog {
    let mut codes: Vec<Code> = findings.iter().map(|finding| finding.rule).collect();
    codes.sort_unstable();
    codes.dedup();
    let results = findings.iter().map(|finding| {
        let place = if finding.path.is_empty() { "/" } else { finding.path.as_str() };
        Outcome {
            rule_id: finding.rule.id(),
            rule_index: codes.iter().position(|code| *code == finding.rule).unwrap_or(0),
            level: level(finding.severity),
            message: Text { text: catalogue.text(&finding.message) },
            locations: [Location {
                physical_location: PhysicalLocation {
                    artifact_location: ArtifactLocation { uri: reference(uri) },
                },
                logical_locations: [LogicalLocation {
                    fully_qualified_name: place.to_owned(),
                    kind: "element",
                }],
            }],
            properties: Properties { fixable: finding.fixable() },
        }
    });
    let driver = Driver {
        name: "planwright",
        version: env!("CARGO_PKG_VERSION"),
        rules: codes.iter().map(|code| descriptor(*code, catalogue)).collect(),
    };
    SarifLog {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run { tool: Tool { driver }, results: results.collect() }],
    }
}

fn descriptor(code: Code, catalogue: &Catalogue) -> Descriptor {
    let row = rule(code);
    let said = row.map_or("", |rule| match catalogue.lang() {
        Lang::En => &rule.message_en,
        Lang::De => &rule.message_de,
    });
    let (condition, fix) =
        row.map_or_else(Default::default, |rule| (rule.condition.clone(), rule.fix.clone()));
    Descriptor {
        id: code.id(),
        short_description: Text { text: said.to_owned() },
        full_description: Text { text: condition },
        help: Text { text: fix },
        default_configuration: Configuration { level: level(code.severity()) },
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warn => "warning",
        Severity::Info => "note",
    }
}

/// A path as a relative reference: what a URI may not hold is escaped.
fn reference(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if plain {
            uri.push(char::from(byte));
        } else {
            // writing to a string cannot fail
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
