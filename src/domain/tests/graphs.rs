//! The order of a progression graph.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::domain::{Bilingual, Edge, ExerciseId, GraphError, ProgressionGraph};

fn graph(edges: impl IntoIterator<Item = (u8, u8)>) -> ProgressionGraph {
    let id = |n: u8| ExerciseId::new(format!("e{n:02}"));
    let edges = edges
        .into_iter()
        .map(|(from, to)| Edge { from: id(from), to: id(to), harder: Bilingual::default() })
        .collect();
    ProgressionGraph { id: "g".into(), name: Bilingual::same("g"), focus: None, edges }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_comes_after_what_prepares_it(pairs in vec((0_u8..12, 0_u8..12), 0..30)) {
        // edges from smaller to larger numbers cannot make a cycle
        let graph = graph(pairs.into_iter().filter(|(from, to)| from < to));
        let order = graph.order().unwrap();
        prop_assert_eq!(order.len(), graph.nodes().len());
        let place = |id: &ExerciseId| order.iter().position(|known| *known == id).unwrap();
        for edge in &graph.edges {
            prop_assert!(place(&edge.from) < place(&edge.to));
        }
    }

    #[test]
    fn a_cycle_is_named(length in 1_u8..8, tail in 0_u8..4) {
        let cycle = (0..length).map(|n| (50 + n, 50 + (n + 1) % length));
        // what hangs behind the cycle waits for ever, too, but is not on it
        let tail = (0..tail).map(|n| (if n == 0 { 50 } else { n }, n + 1));
        let graph = graph(cycle.chain(tail));
        let Err(GraphError::Cycle { exercise, .. }) = graph.order() else {
            return Err(TestCaseError::fail("no cycle found"));
        };
        let number: u8 = exercise.as_str().trim_start_matches('e').parse().unwrap();
        prop_assert!((50..50 + length).contains(&number), "{} is not on the cycle", exercise);
    }
}

#[test]
fn edges_are_found_from_both_ends() {
    let graph = graph([(1, 2), (1, 3), (2, 3)]);
    assert_eq!(graph.out_of(&"e01".into()).count(), 2);
    assert_eq!(graph.leading_to(&"e03".into()).count(), 2);
    assert_eq!(graph.leading_to(&"e01".into()).count(), 0);
}
