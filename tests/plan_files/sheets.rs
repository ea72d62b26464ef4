//! Markdown and the printable sheet.

use planwright::domain::{Lang, Unit};
use planwright::export::{Exported, Sheet, SheetWriter, html, markdown};
use planwright::language::{Catalogue, steers};
use planwright::library::builtin;

use crate::sample;

fn sheet(plan: Exported<'_>, lang: Lang) -> Sheet {
    let catalogues = builtin().unwrap().catalogues;
    SheetWriter { catalogue: Catalogue::load(lang), catalogues: &catalogues }.sheet(plan)
}

/// A unit as a coach would write it, without anything hostile.
fn friendly() -> Unit {
    let mut unit = sample::unit();
    "Falling, part 3".clone_into(&mut unit.title);
    "Bring the thick mats.\nWater break after 30 minutes.".clone_into(&mut unit.notes);
    let [stream, ..] = unit.streams.as_mut_slice() else { panic!("the sample has streams") };
    "Beginners".clone_into(&mut stream.title);
    let [warm_up, section, ..] = unit.sections.as_mut_slice() else {
        panic!("the sample has two sections")
    };
    warm_up.items.clear();
    section.title = String::new();
    "Two by two.".clone_into(&mut section.notes);
    for item in &mut section.items {
        item.notes = if item.notes.is_empty() { String::new() } else { "slow".to_owned() };
    }
    unit
}

#[test]
fn a_unit_reads_well_in_both_languages() {
    let unit = friendly();
    for lang in Lang::ALL {
        let sheet = sheet(Exported::Unit(&unit), lang);
        insta::assert_snapshot!(format!("unit_{}_md", lang.code()), markdown(&sheet));
    }
    let sheet = sheet(Exported::Unit(&unit), Lang::De);
    insta::assert_snapshot!("unit_de_html", html(&sheet).unwrap());
}

#[test]
fn every_kind_of_plan_becomes_a_page() {
    let program = sample::program(sample::group());
    let framework = sample::framework();
    for lang in Lang::ALL {
        for plan in [Exported::Program(&program), Exported::Framework(&framework)] {
            let sheet = sheet(plan, lang);
            let page = html(&sheet).unwrap();
            assert!(page.contains(&format!("<html lang=\"{}\">", lang.code())));
            assert!(page.contains("4x6 @75% RIR2"), "{page}");
            assert!(markdown(&sheet).contains("4x6 @75% RIR2"));
        }
    }
    let page = html(&sheet(Exported::Program(&program), Lang::De)).unwrap();
    assert!(page.contains("Woche 2 – Entlastung"), "{page}");
}

#[test]
fn hostile_text_stays_text() {
    let program = sample::program(sample::athlete());
    for lang in Lang::ALL {
        let sheet = sheet(Exported::Program(&program), lang);
        let (page, text) = (html(&sheet).unwrap(), markdown(&sheet));
        for written in [&page, &text] {
            assert!(!written.chars().any(|letter| letter != '\n' && steers(letter)));
        }
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("&lt;script&gt;"));
        assert!(page.contains("{{ 7*7 }}"), "templates in text are not run");
        assert!(!text.contains("<script") || text.contains("\\<script"), "{text}");
        assert!(!text.contains("[l](javascript"), "{text}");
        assert!(!text.lines().any(|line| line.starts_with("# h")), "{text}");
    }
}

#[test]
fn the_page_loads_nothing() {
    let page = html(&sheet(Exported::Unit(&friendly()), Lang::En)).unwrap();
    for source in ["src=", "href=", "url(", "@import", "<script", "<link"] {
        assert!(!page.contains(source), "{source}");
    }
    assert!(page.contains("default-src 'none'"));
}
