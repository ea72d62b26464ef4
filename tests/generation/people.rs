//! Whoever is asked about: groups, beginners at home, injuries. The model improvises a plan for
//! each from nothing but the question.

use planwright::domain::{
    AthleteProfile, Contraindication, EquipmentId, Goal, GroupProfile, Level, Profile, StyleId,
    TargetGroupId,
};
use planwright::generation::{Request, Target};
use planwright::lint::{LintContext, Severity, lint_program, lint_unit};
use planwright::llm::ProviderKind;

use crate::desk::{Desk, library, request};
use crate::model::{Answers, Model};

fn people() -> Vec<Profile> {
    let things = |ids: &[&str]| Some(ids.iter().map(|id| EquipmentId::from(*id)).collect());
    vec![
        Profile::Athlete(AthleteProfile {
            level: Level::Beginner,
            equipment: things(&["dumbbell", "bench_flat", "mat"]),
            ..AthleteProfile::default()
        }),
        Profile::Athlete(AthleteProfile {
            goal: Goal::Endurance,
            injuries: vec![Contraindication::ALL[0]],
            ..AthleteProfile::default()
        }),
        Profile::Group(GroupProfile {
            size: 13,
            style: Some(StyleId::from("judo")),
            target_group: TargetGroupId::from("kids_older"),
            equipment: things(&["mat"]),
            minutes: 75,
            units_per_week: 2,
            skills: [("falling".into(), 1.0), ("cooperation".into(), 0.4)].into(),
            ..GroupProfile::default()
        }),
        Profile::Group(GroupProfile { size: 20, ..GroupProfile::default() }),
    ]
}

#[test]
fn whoever_is_asked_about_gets_a_plan_the_linter_takes() {
    let model = Model::start(Answers::Improvised);
    for profile in people() {
        for target in [Target::Program, Target::Unit] {
            let desk = Desk::new(&model, ProviderKind::OpenAiChat);
            let request = Request { profile: profile.clone(), target, ..request() };
            let ran = desk.run(request, None, Vec::new());
            let program = ran.program();
            // weights of skills are no telephone numbers
            assert!(model.seen().iter().all(|it| !it.body.to_string().contains("[phone-")));
            assert!(program.units().all(|unit| unit.items().count() > 0));
            let context = LintContext::new(library()).for_profile(&program.profile);
            let findings: Vec<_> = match target {
                Target::Program => lint_program(program, &context),
                Target::Unit => program.units().flat_map(|it| lint_unit(it, &context)).collect(),
            };
            let errors: Vec<_> = findings
                .into_iter()
                .filter(|finding| finding.severity == Severity::Error)
                .collect();
            assert!(errors.is_empty(), "{profile:?} {errors:#?}");
            let model = (ran.says("job-outline-filled"), ran.filled());
            assert_eq!(model, (0, vec![]), "{profile:?} {:#?}", ran.logged());
        }
    }
}
