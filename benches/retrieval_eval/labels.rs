//! Holds the labels to the library: an answer that does not exist, is impossible under the
//! constraints of its own scenario, or is wished for and forbidden at once is an error.

use planwright::library::Library;

use crate::ranked::Ranked;

/// Prints every label that cannot be right.
pub(crate) fn check(all: &[Ranked<'_>], library: &Library) {
    for ranked in all {
        let scenario = ranked.scenario;
        for id in scenario.accept.iter().chain(&scenario.good) {
            let why = if library.get(id).is_none() {
                "is not in the library"
            } else if !ranked.is_possible(id) {
                "breaks a constraint of its scenario"
            } else if scenario.never.contains(id) {
                "is wanted and forbidden"
            } else {
                continue;
            };
            println!("label: {}: {id} {why}", scenario.id);
        }
    }
}
