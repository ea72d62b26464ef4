//! What is said before a job, held against what the server counted behind it.

use planwright::domain::{AthleteProfile, GroupProfile, Profile, StyleId, TargetGroupId};
use planwright::generation::{BaseStands, Request, Target, estimate};
use planwright::llm::ProviderKind;

use crate::desk::{Desk, library, request};
use crate::model::{Answers, Model};

fn requests() -> Vec<(&'static str, Request)> {
    let group = Profile::Group(GroupProfile {
        size: 14,
        style: Some(StyleId::from("judo")),
        target_group: TargetGroupId::from("kids_older"),
        ..GroupProfile::default()
    });
    let small = Profile::Athlete(AthleteProfile { weeks: 4, ..AthleteProfile::default() });
    vec![
        ("12 weeks of 6 days", request()),
        ("4 weeks of 3 days", Request { profile: small.clone(), ..request() }),
        ("12 weeks of a group", Request { profile: group, ..request() }),
        ("a unit", Request { target: Target::Unit, profile: small, ..request() }),
    ]
}

#[test]
fn what_is_said_before_is_near_to_what_is_counted_behind() {
    for kind in [ProviderKind::OpenAiResponses, ProviderKind::OpenAiChat] {
        for (name, request) in requests() {
            let model = Model::start(Answers::Improvised);
            let desk = Desk::new(&model, kind);
            let said = estimate(&request, library(), desk.settings(), BaseStands::NotYet).unwrap();
            desk.run(request, None, Vec::new()).program();
            let seen = model.seen();
            let sum = |of: fn(&crate::model::Seen) -> usize| -> f64 {
                seen.iter().map(|it| of(it) as f64).sum()
            };
            let pairs = [
                ("new", said.usage.input_new as f64, sum(|it| it.input - it.cached)),
                ("cached", said.usage.input_cached as f64, sum(|it| it.cached)),
                ("output", said.usage.output as f64, sum(|it| it.output)),
            ];
            println!("{name}, {kind:?}: {pairs:?}");
            assert_eq!(said.requests as usize, seen.len());
            for (what, said, counted) in pairs {
                // whoever decides by an estimate shall not be misled by a half
                let off = (said - counted).abs() / counted.max(1_000.0);
                assert!(off < 0.5, "{name}, {kind:?}, {what}: {said} for {counted}");
            }
        }
    }
}
