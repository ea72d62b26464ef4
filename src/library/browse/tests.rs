//! Narrowing the built-in library.

use super::{Facet, FacetValue, Listing, Wanted};
use crate::domain::{Exercise, Lang, Visibility};
use crate::library::{Filter, Library, builtin};

fn library() -> Library {
    Library::from_data(builtin().unwrap()).unwrap()
}

fn wanted(query: &str, chosen: &[(Facet, &str)]) -> Wanted {
    Wanted {
        query: query.to_owned(),
        chosen: chosen.iter().map(|(facet, id)| FacetValue::new(*facet, *id)).collect(),
        lang: Lang::De,
    }
}

fn count(listing: &Listing, facet: Facet, id: &str) -> usize {
    let value = FacetValue::new(facet, id);
    listing.counts.iter().find(|(known, _)| *known == value).map_or(0, |(_, count)| *count)
}

#[test]
fn everything_is_listed_by_name_without_a_wish() {
    let library = library();
    let listing = library.browse(&wanted("", &[]));
    assert_eq!(listing.found.len(), library.exercises().len());
    let names: Vec<String> = listing
        .found
        .iter()
        .map(|at| crate::language::fold(&library.at(*at as usize).unwrap().name.de))
        .collect();
    assert!(names.is_sorted());
}

#[test]
fn a_count_is_what_choosing_the_value_lists() {
    let library = library();
    let plays: [(&str, &[(Facet, &str)]); 5] = [
        ("", &[]),
        ("", &[(Facet::Pattern, "squat")]),
        ("press", &[(Facet::Equipment, "dumbbell"), (Facet::Equipment, "barbell")]),
        ("", &[(Facet::Level, "beginner"), (Facet::Category, "game"), (Facet::Partner, "pair")]),
        ("fall", &[(Facet::TargetGroup, "kids_older")]),
    ];
    for (query, chosen) in plays {
        let listing = library.browse(&wanted(query, chosen));
        assert!(!listing.counts.is_empty());
        for (value, count) in listing.counts.iter().step_by(7) {
            let others = chosen.iter().filter(|(facet, _)| *facet != value.facet).copied();
            let alone: Vec<(Facet, &str)> = others.chain([(value.facet, &*value.id)]).collect();
            let listed = library.browse(&wanted(query, &alone)).found.len();
            assert_eq!(listed, *count, "{query} {chosen:?} {value:?}");
        }
    }
}

#[test]
fn facets_agree_with_the_filter_of_the_command_line() {
    let library = library();
    let filter = Filter {
        equipment: vec!["kettlebell".into()],
        levels: vec![crate::domain::Level::Beginner],
        ..Filter::default()
    };
    let admitted = library.exercises().iter().filter(|exercise| filter.admits(exercise)).count();
    let chosen = [(Facet::Equipment, "kettlebell"), (Facet::Level, "beginner")];
    assert_eq!(library.browse(&wanted("", &chosen)).found.len(), admitted);
}

#[test]
fn a_query_keeps_its_order_and_facets_narrow_it() {
    let library = library();
    let all = library.browse(&wanted("kniebeuge", &[])).found;
    let some = library.browse(&wanted("kniebeuge", &[(Facet::Equipment, "kettlebell")])).found;
    assert!(!some.is_empty() && some.len() < all.len());
    let order: Vec<usize> =
        some.iter().map(|at| all.iter().position(|known| known == at).unwrap()).collect();
    assert!(order.is_sorted());
}

#[test]
fn archived_exercises_are_listed_when_asked_for() {
    let mut data = builtin().unwrap();
    let gone: &mut Exercise = &mut data.exercises[3];
    gone.visibility = Visibility::Archived;
    let all = data.exercises.len();
    let library = Library::from_data(data).unwrap();
    let listing = library.browse(&wanted("", &[]));
    assert_eq!(listing.found.len(), all - 1);
    assert_eq!(count(&listing, Facet::Visibility, "archived"), 1);
    let archived = library.browse(&wanted("", &[(Facet::Visibility, "archived")]));
    assert_eq!(archived.found.len(), 1);
}
