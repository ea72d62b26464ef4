//! `lint FILE|ID`: what the rules find in a plan, and mending what can be mended safely.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::domain::{Message, Profile, Program, Unit, UnitId};
use crate::import::PlanFile;
use crate::lint::{
    Ending, Finding, LintContext, Severities, Severity, Source as Origin, fixes, lint_answer,
    lint_program, lint_unit, sarif,
};

use super::context::Context;
use super::error::{CliError, Exit};
use super::plan::{self, Source, Step};
use super::profile;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "FILE|ID")]
    plan: String,
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    #[arg(long)]
    fix: bool,
    #[arg(long, value_enum, value_name = "LEVEL")]
    deny: Option<Deny>,
    /// Judges the file as the raw answer of a model.
    #[arg(long, conflicts_with_all = ["fix", "profile"])]
    answer: bool,
    #[arg(long)]
    json: bool,
    #[arg(long, value_enum, conflicts_with = "json")]
    format: Option<Format>,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people.
    Text,
    /// The document of `--json`.
    Json,
    /// SARIF 2.1.0, for editors and pipelines.
    Sarif,
}

/// From which severity on findings are a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    Error,
    Warn,
}

/// The document of `--json`.
#[derive(Debug, Serialize)]
struct Report<'a> {
    findings: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    rule: &'static str,
    severity: &'static str,
    message: String,
    path: &'a str,
    fixable: bool,
}

/// How often fixes are applied: mending one thing may bring up another.
const PASSES: usize = 5;

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let named = context.settings.lint.iter().map(|(rule, level)| (rule.as_str(), level.as_str()));
    let severities = Severities::new(named).map_err(|error| CliError::usage(&error))?;
    if arguments.answer {
        let text = context.read(Path::new(&arguments.plan))?;
        return finish(&lint_answer(&text, Ending::Whole), arguments, context);
    }
    let mut source = plan::load(&arguments.plan, context)?;
    let profile = match &arguments.profile {
        Some(path) => Some(profile::read(path, &source.library, context)?),
        None => None,
    };
    let mut findings = find(&source, profile.as_ref(), &severities);
    if arguments.fix {
        let mut steps = Vec::new();
        for _ in 0..PASSES {
            let taken = mend(&mut source.plan, &findings);
            if taken.is_empty() {
                break;
            }
            steps.extend(taken);
            findings = find(&source, profile.as_ref(), &severities);
        }
        plan::keep(&arguments.plan, &source, &steps, context)?;
    }
    finish(&findings, arguments, context)
}

/// Prints the findings; denied ones are a failure.
fn finish(
    findings: &[Finding],
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    report(findings, arguments, context)?;
    let denied = |finding: &Finding| match arguments.deny {
        None => false,
        Some(Deny::Error) => finding.severity >= Severity::Error,
        Some(Deny::Warn) => finding.severity >= Severity::Warn,
    };
    Ok(if findings.iter().any(denied) { Exit::Failed } else { Exit::Ok })
}

/// The findings, their paths those of an exported plan.
fn find(source: &Source, profile: Option<&Profile>, severities: &Severities) -> Vec<Finding> {
    let mut context = LintContext::new(&source.library).with_severities(severities.clone());
    if let Some(group) = &source.group {
        context = context.for_group(group);
    }
    match &source.plan {
        PlanFile::Program(program) => {
            let context = context
                .for_profile(profile.unwrap_or(&program.profile))
                .from_source(origin(program));
            lint_program(program, &context)
        }
        PlanFile::Unit(unit, own) => {
            if let Some(profile) = profile.or(own.as_deref()) {
                context = context.for_profile(profile);
            }
            let mut findings = lint_unit(unit, &context);
            for finding in &mut findings {
                finding.path.insert_str(0, "/weeks/0/units/0");
            }
            findings
        }
        // a framework prescribes nothing that rules could judge
        PlanFile::Framework(_) => Vec::new(),
    }
}

fn origin(program: &Program) -> Origin {
    match program.provenance.engine.as_str() {
        "llm" => Origin::Model { offered: std::collections::BTreeSet::new() },
        "import" => Origin::Import { confidence: std::collections::BTreeMap::new() },
        _ => Origin::Trusted,
    }
}

/// Applies the safe fixes. One that no longer fits is left for the next pass.
fn mend(plan: &mut PlanFile, findings: &[Finding]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (id, edit) in fixes(findings) {
        let Some(unit) = unit_mut(plan, &id) else { continue };
        if edit.clone().apply(unit).is_ok() {
            steps.push(Step { unit: id, edit });
        }
    }
    steps
}

fn unit_mut<'a>(plan: &'a mut PlanFile, id: &UnitId) -> Option<&'a mut Unit> {
    match plan {
        PlanFile::Unit(unit, _) => Some(&mut **unit).filter(|unit| unit.id == *id),
        PlanFile::Program(program) => {
            program.weeks.iter_mut().flat_map(|week| &mut week.units).find(|unit| unit.id == *id)
        }
        PlanFile::Framework(_) => None,
    }
}

fn report(
    findings: &[Finding],
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    let rows: Vec<Row<'_>> = findings
        .iter()
        .map(|finding| Row {
            rule: finding.rule.id(),
            severity: finding.severity.id(),
            message: context.text(&finding.message),
            path: &finding.path,
            fixable: finding.fixable(),
        })
        .collect();
    if arguments.format == Some(Format::Sarif) {
        let log = sarif(findings, &arguments.plan, context.catalogue());
        return Ok(context.out.json(&log)?);
    }
    if arguments.json || arguments.format == Some(Format::Json) {
        return Ok(context.out.json(&Report { findings: rows })?);
    }
    let mut rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| {
            vec![row.severity.to_owned(), row.rule.to_owned(), row.message, row.path.to_owned()]
        })
        .collect();
    if rows.is_empty() {
        let nothing = Message::new("cli-lint-nothing");
        rows.push(vec![context.text(&nothing)]);
    }
    Ok(context.out.table(&rows)?)
}
