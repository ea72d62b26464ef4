//! Signs that a sentence was made by a template: the same fact for two exercises, the same fact
//! but for the exercise's own name, the same step in a progression again and again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, is_built_in};
use crate::domain::{Exercise, Lang, Message};
use crate::library::Library;
use crate::library::search::{name_key, prepared, words};

/// Sentences of fewer words may be equal by chance.
const SENTENCE: usize = 4;
/// How often one progression may say that the same thing gets harder.
const SAME_STEP: usize = 3;

pub(super) fn check(library: &Library, findings: &mut Vec<Finding>) {
    for lang in [Lang::En, Lang::De] {
        same_facts(library, lang, findings);
    }
    same_steps(library, findings);
}

fn same_facts(library: &Library, lang: Lang, findings: &mut Vec<Finding>) {
    let mut whole: BTreeMap<String, &Exercise> = BTreeMap::new();
    let mut without_name: BTreeMap<String, &Exercise> = BTreeMap::new();
    for exercise in library.exercises().iter().filter(|exercise| is_built_in(exercise)) {
        let fact = prepared(exercise.fact.get(lang));
        let names: BTreeSet<String> = exercise
            .names()
            .flat_map(|name| {
                let name = prepared(name);
                words(&name).map(|(word, _)| name_key(word)).collect::<Vec<_>>()
            })
            .collect();
        let all: Vec<String> = words(&fact).map(|(word, _)| name_key(word)).collect();
        let rest: Vec<&str> =
            all.iter().filter(|word| !names.contains(*word)).map(String::as_str).collect();
        if all.len() < SENTENCE || rest.len() < SENTENCE {
            continue;
        }
        let path = format!("exercises/{}/fact", exercise.id);
        if let Some(other) = whole.insert(all.join(" "), exercise) {
            let message = Message::new("library-check-same-fact").with("other", other.id.as_str());
            findings.push(Finding::hard(path, message));
        } else if let Some(other) = without_name.get(&rest.join(" ")) {
            let message =
                Message::new("library-check-template-fact").with("other", other.id.as_str());
            findings.push(Finding::soft(path, message));
        }
        without_name.insert(rest.join(" "), exercise);
    }
}

fn same_steps(library: &Library, findings: &mut Vec<Finding>) {
    for graph in library.graphs() {
        let mut said: BTreeMap<String, usize> = BTreeMap::new();
        for edge in &graph.edges {
            *said.entry(name_key(&edge.harder.en)).or_default() += 1;
            if edge.harder.en.trim().is_empty() || edge.harder.de.trim().is_empty() {
                let path = format!("graphs/{}/{}->{}", graph.id, edge.from, edge.to);
                findings.push(Finding::hard(path, Message::new("library-check-silent-edge")));
            }
        }
        for (step, times) in said.into_iter().filter(|(_, times)| *times > SAME_STEP) {
            let message =
                Message::new("library-check-same-step").with("step", step).with("times", times);
            findings.push(Finding::soft(format!("graphs/{}", graph.id), message));
        }
    }
}
