//! The form that starts a generation: whatever is typed, the request can be planned.

use jiff::civil::date;

use super::script;
use crate::app::effect::{Effect, Who};
use crate::app::generate::{Direction, FormField, FormPane};
use crate::app::{Event, Overlay, Reply};
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
                go_to(&mut form, field);
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

fn by_model(session: &mut script::Session) {
    use crate::llm::{LlmSettings, ProviderKind, ProviderSettings, Role, RoleModel};
    let role = |model: &str| RoleModel {
        provider: "club".to_owned(),
        model: model.to_owned(),
        ..RoleModel::default()
    };
    let provider = ProviderSettings {
        kind: ProviderKind::OpenAiResponses,
        base_url: None,
        api_version: None,
        key: None,
        ca_file: None,
    };
    session.model.llm = Some(std::sync::Arc::new(LlmSettings {
        providers: [("club".to_owned(), provider)].into(),
        roles: [(Role::Generate, role("gpt-4.1")), (Role::Structure, role("gpt-4.1-mini"))].into(),
        ..LlmSettings::default()
    }));
    session.keys("G");
    session.event(Event::Key("up".parse().unwrap()));
    session.keys("right");
}

fn shown(session: &script::Session) -> &FormPane {
    match session.model.overlays.last() {
        Some(Overlay::Form(form)) => form,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_wish_is_typed_pasted_and_sent_with_the_model_that_was_chosen() {
    let mut session = script::Session::new();
    by_model(&mut session);
    assert!(shown(&session).estimate.is_some());
    session.keys("down right down").typed("Mehr Boden, größere Pausen für Jürgen");
    session.event(Event::Paste(" – und\nSpaß\u{1b}[2J".to_owned()));
    session.keys("left left left left X");
    session.keys("enter");
    let Some(Effect::AskToGenerate(ticket, request, _)) = session.effects.pop() else { panic!() };
    assert_eq!(request.wish, "Mehr Boden, größere Pausen für Jürgen – und XSpaß");
    assert_eq!(request.model.as_ref().unwrap().to_string(), "club/gpt-4.1-mini");
    assert!(session.model.overlays.is_empty());
    session.event(Event::Reply(Reply::MayGenerate(ticket)));
    let Some(Effect::Generate(begun, _)) = session.effects.pop() else { panic!() };
    assert_eq!(begun, request);
    session.event(Event::Reply(Reply::MayGenerate(ticket)));
    assert!(session.effects.is_empty(), "once");
}

#[test]
fn the_steps_are_asked_for_a_unit_only() {
    let mut session = script::Session::new();
    by_model(&mut session);
    assert!(!shown(&session).fields().contains(&FormField::Steps));
    for _ in 0..20 {
        if shown(&session).field() != FormField::Target {
            session.keys("up");
        }
    }
    session.keys("right");
    assert!(shown(&session).fields().contains(&FormField::Steps));
    session.keys("enter");
    let Some(Effect::AskToGenerate(_, request, _)) = session.effects.pop() else { panic!() };
    assert!(!request.in_two_steps());
}

#[test]
fn without_a_model_the_form_stays_and_says_so() {
    let mut session = script::Session::new();
    session.keys("G up right enter");
    assert!(matches!(session.model.overlays.last(), Some(Overlay::Form(_))));
    assert_eq!(session.model.notice.as_ref().unwrap().text.id, "form-no-model");
    assert!(session.effects.is_empty());
}
