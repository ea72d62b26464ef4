//! `library check`: the rules a library must keep, and how much is in it.

use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use crate::domain::{Exercise, Explain, Message};
use crate::library::{Assembled, Finding, Gravity, Library, check, check_coverage, differences};
use crate::training::check_doses;

use super::kept;
use crate::cli::context::Context;
use crate::cli::database;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long)]
    json: bool,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report<'a> {
    ok: bool,
    counts: Counts,
    hash: &'a str,
    findings: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    gravity: &'static str,
    rule: &'a str,
    path: &'a str,
    message: String,
}

/// How much is in a library.
#[derive(Debug, Serialize)]
struct Counts {
    exercises: usize,
    combinations: usize,
    graphs: usize,
    edges: usize,
    aliases_en: usize,
    aliases_de: usize,
    categories: BTreeMap<&'static str, usize>,
    patterns: BTreeMap<&'static str, usize>,
}

/// Putting the library together checks what it cannot do without; the rest is reported here.
pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let own = database::own(&context.settings)?;
    let kept: Vec<(Exercise, Vec<&'static str>)> = own
        .kept
        .iter()
        .map(|edit| (edit.ours.clone(), differences(&edit.base, &edit.theirs)))
        .collect();
    let Assembled { library, set_aside } = database::assembled(own)?;
    let mut findings = findings(&library);
    findings.extend(set_aside.iter().map(|error| {
        let why = Message::new("cli-library-set-aside").with("why", error.message());
        Finding::soft("changes", why)
    }));
    findings.extend(kept.iter().map(|(exercise, differs)| {
        let told = kept::told(&exercise.name, differs, context);
        Finding::soft(format!("exercises/{}", exercise.id), told)
    }));
    let ok = findings.iter().all(|finding| finding.gravity == Gravity::Soft);
    let exit = if ok { Exit::Ok } else { Exit::Failed };
    if arguments.json {
        let rows = findings
            .iter()
            .map(|finding| Row {
                gravity: match finding.gravity {
                    Gravity::Hard => "error",
                    Gravity::Soft => "warning",
                },
                rule: &finding.message.id,
                path: &finding.path,
                message: context.text(&finding.message),
            })
            .collect();
        let report = Report { ok, counts: counts(&library), hash: library.hash(), findings: rows };
        context.out.json(&report)?;
        return Ok(exit);
    }
    let rows: Vec<Vec<String>> = findings
        .iter()
        .map(|finding| {
            let gravity = context.catalogue().say(match finding.gravity {
                Gravity::Hard => "cli-doctor-bad",
                Gravity::Soft => "cli-doctor-remark",
            });
            vec![gravity, finding.path.clone(), context.text(&finding.message)]
        })
        .collect();
    context.out.table(&rows)?;
    let hard = findings.iter().filter(|finding| finding.gravity == Gravity::Hard).count();
    let message = if ok {
        Message::new("cli-library-sound")
            .with("exercises", library.exercises().len())
            .with("graphs", library.graphs().len())
            .with("hash", library.hash().get(..12).unwrap_or_default())
    } else {
        Message::new("cli-library-unsound").with("count", hard)
    };
    context.say(&message)?;
    Ok(exit)
}

/// Everything worth mending, what must be mended first.
pub(super) fn findings(library: &Library) -> Vec<Finding> {
    let mut findings = check(library);
    findings.extend(check_coverage(library));
    findings.extend(check_doses(library));
    findings.sort_by(|a, b| (a.gravity, &a.path).cmp(&(b.gravity, &b.path)));
    findings
}

fn counts(library: &Library) -> Counts {
    use crate::domain::ExerciseKind::Combination;
    let exercises = library.exercises();
    let (mut categories, mut patterns) = (BTreeMap::new(), BTreeMap::new());
    for exercise in exercises {
        *categories.entry(exercise.category.id()).or_default() += 1;
        for pattern in &exercise.patterns {
            *patterns.entry(pattern.id()).or_default() += 1;
        }
    }
    Counts {
        exercises: exercises.len(),
        combinations: exercises.iter().filter(|e| matches!(e.kind, Combination(_))).count(),
        graphs: library.graphs().len(),
        edges: library.graphs().iter().map(|graph| graph.edges.len()).sum(),
        aliases_en: exercises.iter().map(|exercise| exercise.aliases.en.len()).sum(),
        aliases_de: exercises.iter().map(|exercise| exercise.aliases.de.len()).sum(),
        categories,
        patterns,
    }
}
