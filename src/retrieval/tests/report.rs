//! The published document of a ranking: its shape, and its messages in both languages.

use crate::domain::Lang;
use crate::retrieval::{Detail, Request, report, suggest};

use super::fixture::{children, dojo, pack, unit};

#[test]
fn the_document_has_the_published_shape() {
    let (index, group) = (dojo(), children());
    let pack = pack(&index, &unit(&["tag"], &["fall_sit"]), &group);
    let suggestions = suggest(&index, &pack, &Request { limit: 2, ..Request::default() });
    let brief = report(&suggestions, &pack, index.library(), Lang::De, Detail::Brief);
    insta::assert_json_snapshot!(brief);
    let explained = report(&suggestions, &pack, index.library(), Lang::En, Detail::Explained);
    let json = serde_json::to_value(&explained).unwrap();
    assert_eq!(json["hits"][0]["title"], "Fall from standing");
    assert_eq!(json["hits"][0]["parts"].as_array().unwrap().len(), 12);
    assert_eq!(json["excluded"][0]["id"], "fall_jump");
    assert_eq!(json["excluded"][0]["reasons"][0], "Made for a higher level: Advanced.");
}

#[test]
fn every_message_exists_in_both_languages() {
    use crate::language::Catalogue;
    let keys = [
        "suggest-successor",
        "suggest-later",
        "suggest-follows-plan",
        "suggest-begins",
        "suggest-full-text",
        "suggest-anchor-skills",
        "suggest-focus",
        "suggest-gap",
        "suggest-target-group",
        "suggest-style",
        "suggest-section",
        "suggest-discovery",
        "suggest-caution-in-plan",
        "suggest-caution-recent",
        "suggest-caution-prerequisite",
        "suggest-excluded-alone",
        "suggest-excluded-partner",
        "suggest-excluded-group",
        "suggest-excluded-kind",
        "suggest-excluded-archived",
    ];
    for lang in Lang::ALL {
        for key in keys {
            assert!(Catalogue::load(lang).has(key), "{key} in {lang:?}");
        }
    }
}
