//! Nothing is lost on the way out and back, in either language.

use proptest::prelude::*;

use super::prescriptions::prescription;
use crate::domain::Lang;
use crate::notation::{lex, parse, print, read};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_read_back(prescription in prescription()) {
        for lang in Lang::ALL {
            let line = print(&prescription, lang);
            let back = parse(&line);
            prop_assert_eq!(back.as_ref(), Ok(&prescription), "{}", line);
        }
    }

    /// Text of the notation's own alphabet: whatever is accepted prints to a fixed point.
    #[test]
    fn printing_is_a_fixed_point(text in "([0-9]{1,3}|x|[-,/+:.' @%]|kg|s|min|m|max|reps|RPE|rest |EMOM |AMRAP |for time |rounds |/side|BW|RM|Pause ){1,9}") {
        if let Ok(prescription) = parse(&text) {
            for lang in Lang::ALL {
                let line = print(&prescription, lang);
                let back = parse(&line);
                prop_assert_eq!(back.as_ref(), Ok(&prescription), "{} -> {}", text, line);
            }
        }
    }

    #[test]
    fn any_text_has_spans_inside_it(text in any::<String>()) {
        let length = text.chars().count();
        let reading = read(&text);
        for mark in reading.marks {
            prop_assert!(mark.from < mark.to && mark.to <= length);
        }
        if let Some(error) = reading.error {
            prop_assert!((1..=length + 1).contains(&error.column));
        }
        let mut end = 0;
        for lexeme in lex(&text) {
            prop_assert!(lexeme.from >= end && lexeme.to > lexeme.from && lexeme.to <= length);
            end = lexeme.to;
        }
    }
}
