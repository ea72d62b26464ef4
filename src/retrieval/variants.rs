//! Near-duplicates: hits that are forms of one movement stand behind the best of them, so that the
//! first ten are ten ideas.

use crate::domain::Exercise;
use crate::language::tokens;

/// Forms of one movement that may stand in the list by themselves.
const SHOWN: usize = 2;

/// Whether one exercise is a form of the other: the same leading pattern, the same muscles, and at
/// least half of the words of both names in common.
pub(super) fn is_variant(one: &Exercise, other: &Exercise) -> bool {
    if one.category != other.category
        || one.patterns.first() != other.patterns.first()
        || one.primary != other.primary
    {
        return false;
    }
    let words = |exercise: &Exercise| -> Vec<String> {
        tokens(&exercise.name.en).into_iter().map(|token| token.text).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    let all = one.len() + other.len() - shared;
    shared * 2 >= all && all > 0
}

/// Folds variants into the hits before them: which of `ranked` stay in the list, best first, each
/// with the ones that stand behind it.
pub(super) fn fold<'a>(
    ranked: impl Iterator<Item = (usize, &'a Exercise)>,
    limit: usize,
) -> Vec<(usize, Vec<usize>)> {
    let mut heads: Vec<(usize, &Exercise, Vec<usize>)> = Vec::new();
    for (at, exercise) in ranked {
        let mut alike = heads.iter().filter(|(_, head, _)| is_variant(head, exercise)).count();
        if alike < SHOWN {
            if heads.len() == limit {
                break;
            }
            heads.push((at, exercise, Vec::new()));
            continue;
        }
        // behind the last of its kind that is shown
        for (_, head, behind) in &mut heads {
            if is_variant(head, exercise) {
                alike -= 1;
                if alike == 0 {
                    behind.push(at);
                    break;
                }
            }
        }
    }
    heads.into_iter().map(|(at, _, behind)| (at, behind)).collect()
}
