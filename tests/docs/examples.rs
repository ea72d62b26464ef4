//! `docs/notation.md`: every example is read, and written again as the page says.

use planwright::domain::{Explain, Lang};
use planwright::language::Catalogue;
use planwright::notation::{parse, print};

use super::{quoted, read, rows};

/// The text of a cell without its backticks.
fn code(cell: &str) -> &str {
    quoted(cell).next().unwrap_or_else(|| panic!("{cell} is not in backticks"))
}

#[test]
fn every_example_is_read_and_written_as_the_page_says() {
    let page = read("docs/notation.md");
    let mut wrong = Vec::new();
    let mut count = 0;
    for cells in rows(&page).iter().filter(|cells| cells.len() == 4) {
        count += 1;
        let written = code(&cells[0]);
        match parse(written) {
            Ok(prescription) => {
                for (lang, cell) in [(Lang::En, &cells[1]), (Lang::De, &cells[2])] {
                    let printed = print(&prescription, lang);
                    if printed != code(cell) {
                        wrong.push(format!("{written}: {printed}, not {cell}"));
                    }
                    if parse(&printed) != Ok(prescription.clone()) {
                        wrong.push(format!("{written}: {printed} says something else"));
                    }
                }
            }
            Err(error) => wrong.push(format!("{written}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 40, "only {count} examples were found");
}

#[test]
fn every_error_is_the_one_the_page_shows() {
    let page = read("docs/notation.md");
    let mut count = 0;
    for cells in rows(&page).iter().filter(|cells| cells.len() == 3) {
        count += 1;
        let written = code(&cells[0]);
        let error = parse(written).expect_err(written);
        for (lang, said) in [(Lang::En, &cells[1]), (Lang::De, &cells[2])] {
            assert_eq!(Catalogue::load(lang).text(&error.message()), *said, "{written}");
        }
    }
    assert!(count > 3, "only {count} errors were found");
}
