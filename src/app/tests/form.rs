//! The form that starts a generation: whatever is typed, the request can be planned.

use jiff::civil::date;

use super::script;
use crate::app::effect::Who;
use crate::app::generate::{Direction, FormField, FormPane};
use crate::domain::{PastUnit, Profile};
use crate::library::{Library, builtin};
use crate::planner;

fn go_to(form: &mut FormPane, field: FormField) {
    let at = form.fields().iter().position(|known| *known == field).unwrap();
    form.cursor = 0;
    form.step(isize::try_from(at).unwrap());
}

fn kinds() -> [FormPane; 2] {
    let today = date(2026, 3, 4);
    [
        FormPane::new(&Who::Nobody, &[], today),
        FormPane::new(&Who::Group(script::group()), &[], today),
    ]
}

#[test]
fn nonsense_that_is_typed_becomes_the_nearest_request() {
    let library = Library::from_data(builtin().unwrap()).unwrap();
    for mut form in kinds() {
        for digits in [&[0][..], &[9, 9, 9, 9, 9], &[]] {
            for field in form.fields() {
                go_to(&mut form, *field);
                for digit in digits {
                    form.type_digit(*digit);
                }
                for _ in digits.len()..3 {
                    form.untype();
                }
            }
            let request = form.request();
            planner::check(&request.profile, &library).unwrap();
            assert!(planner::outline(&request.profile, &library, request.seed).is_ok());
        }
    }
}

#[test]
fn a_contest_stays_within_the_program() {
    for mut form in kinds() {
        let week = |form: &FormPane| match form.request().profile {
            Profile::Athlete(profile) => profile.contest_week,
            Profile::Group(profile) => profile.contest_week,
        };
        assert_eq!(week(&form), None);
        go_to(&mut form, FormField::Contest);
        form.change(Direction::More);
        assert_eq!(week(&form), Some(1));
        form.type_digit(1);
        form.type_digit(1);
        assert_eq!(week(&form), Some(11));
        go_to(&mut form, FormField::Weeks);
        form.type_digit(6);
        assert_eq!(week(&form), Some(6), "a shorter program pulls it in");
        go_to(&mut form, FormField::Contest);
        form.type_digit(0);
        assert_eq!(week(&form), None);
    }
}

#[test]
fn what_the_group_did_lately_goes_into_the_request() {
    let mut unit = script::unit();
    unit.date = Some(date(2026, 3, 2));
    let units = [unit];
    let form = FormPane::new(&Who::Group(script::group()), &units, date(2026, 3, 4));
    let Profile::Group(profile) = form.request().profile else { panic!() };
    let done: Vec<_> = units[0].exercises().cloned().collect();
    assert_eq!(profile.history, [PastUnit { days_ago: 7, exercises: done }]);
}
