//! What a program costs, and how much of it happens at the same time. All figures are the
//! server's own.

use planwright::domain::JobId;
use planwright::lint::{LintContext, Severity, lint_program};
use planwright::llm::ProviderKind;

use crate::desk::{Desk, answers, library, request};
use crate::model::{Asked, Manner, Model};

#[test]
fn twelve_weeks_of_six_days_stay_within_their_tokens_and_live_off_the_cache() {
    for kind in [ProviderKind::OpenAiResponses, ProviderKind::OpenAiChat] {
        let model = Model::start(answers(&request()));
        let desk = Desk::new(&model, kind);
        let ran = desk.run(request(), None, Vec::new());
        let program = ran.program();
        assert_eq!(program.units().count(), 72);
        assert!(program.units().all(|unit| unit.items().count() >= 6));
        let context = LintContext::new(library()).for_profile(&program.profile);
        let errors = lint_program(program, &context)
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .count();
        assert_eq!((errors, ran.filled()), (0, vec![]));

        // who planned, and with which words
        let made = &program.provenance;
        let audit = made.audit.as_deref().unwrap();
        assert_eq!(made.model.as_deref(), Some("test/gpt-4.1-mini"));
        assert_eq!((audit.provider.as_str(), audit.answered_by.as_str()), ("test", "test-model-1"));
        let prompts: Vec<&str> = audit.prompts.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(prompts, ["training_principles_base", "program_outline", "program_week"]);
        assert!(audit.prompts.iter().all(|it| it.hash.len() == 12));
        assert_eq!(audit.job, Some(JobId::from("j1")));

        let seen = model.seen();
        println!("{kind:?}\nrequest          input cached output  bytes");
        for one in &seen {
            let name = format!("{:?}", one.asked);
            println!(
                "{name:<14} {:>7} {:>6} {:>6} {:>6}",
                one.input, one.cached, one.output, one.bytes
            );
        }
        let later = &seen[1..];
        let (input, cached): (usize, usize) =
            (later.iter().map(|it| it.input).sum(), later.iter().map(|it| it.cached).sum());
        let output: usize = seen.iter().map(|it| it.output).sum();
        let share = cached as f64 / input as f64;
        println!("behind the first: {input} input, {:.1} % cached; output {output}", share * 100.0);
        assert!(output <= 12_000, "{output}");
        assert!(share >= 0.8, "{share}");
    }
}

#[test]
fn four_weeks_are_under_way_together_so_that_a_program_takes_five_calls_one_after_the_other() {
    let model = Model::with(answers(&request()), Manner { together: 4, ..Manner::default() });
    let desk = Desk::new(&model, ProviderKind::OpenAiResponses);
    let first = desk.run(request(), None, Vec::new());
    assert_eq!(first.program().weeks.len(), 12);
    // base, outline, and three waves; with a valid base one call less
    assert_eq!(model.waves(), [4, 4, 4]);
    assert_eq!((model.count(Asked::Base), model.count(Asked::Outline)), (1, 1));
    assert_eq!(model.seen().len(), 14);
}

#[test]
fn a_valid_base_is_used_again_and_every_fork_begins_alike() {
    let model = Model::start(answers(&request()));
    let desk = Desk::new(&model, ProviderKind::OpenAiResponses);
    desk.run(request(), None, Vec::new()).program();
    let again = desk.run(request(), None, Vec::new());
    assert_eq!(again.says("job-base-known"), 1);
    assert_eq!(model.count(Asked::Base), 1);
    let seen = model.seen();
    let instructions: Vec<_> = seen.iter().map(|it| it.body["instructions"].clone()).collect();
    assert!(instructions.iter().all(|text| *text == instructions[0]));
    let forks = seen.iter().filter(|it| matches!(it.asked, Asked::Week(_)));
    assert!(forks.clone().all(|it| it.body["previous_response_id"].is_string()));
    assert!(forks.clone().all(|it| it.bytes < 4_000), "a fork carries only what is new");
    // no name leaves
    assert!(seen.iter().all(|it| !it.body.to_string().contains("Quill")));
}
