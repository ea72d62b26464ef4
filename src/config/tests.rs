//! Folders of valid and invalid files, the order of precedence, and the example.

use std::path::{Path, PathBuf};

use super::*;
use crate::domain::{Explain, Lang};
use crate::language::Catalogue;
use crate::llm::{KeySource, ProviderKind, Role};

fn home() -> PathBuf {
    PathBuf::from("/home/anna")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/configs").join(folder);
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn flags_for(path: &Path) -> Flags {
    Flags { config: Some(path.to_path_buf()), ..Flags::default() }
}

fn load_with(text: &str, variables: &[(&str, &str)], flags: Flags) -> Settings {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, text).unwrap();
    let environment = Environment::below(&home(), variables);
    load(&environment, &Flags { config: Some(path), ..flags }).unwrap()
}

fn problems(text: &str, variables: &[(&str, &str)], flags: &Flags) -> Vec<String> {
    let table = raw::parse(text).unwrap();
    let environment = Environment::below(&home(), variables);
    let path = Path::new("c.toml");
    let error = check::check(Some(path), Some(&table), &environment, flags).unwrap_err();
    error.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn valid_files_are_accepted() {
    for path in files("valid") {
        let environment = Environment::below(&home(), &[]);
        if let Err((error, _)) = load(&environment, &flags_for(&path)) {
            panic!("{}: {error}", path.display());
        }
    }
}

/// Each file's `#! LINE: KEY: what is wrong` comments are the whole list of its problems.
#[test]
fn invalid_files_are_refused_with_line_and_reason() {
    for path in files("invalid") {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut expected: Vec<_> =
            text.lines().filter_map(|line| line.strip_prefix("#! ")).collect();
        assert!(!expected.is_empty(), "{} names no problem", path.display());
        let environment = Environment::below(&home(), &[]);
        let (error, _) = load(&environment, &flags_for(&path)).unwrap_err();
        let prefix = format!("{}:", path.display());
        for problem in &error.problems {
            let found = problem.to_string();
            let found = found.strip_prefix(&prefix).unwrap();
            let place = expected.iter().position(|line| found.starts_with(line));
            assert!(place.is_some(), "{}: unexpected: {found}", path.display());
            expected.remove(place.unwrap());
        }
        assert!(expected.is_empty(), "{}: not found: {expected:?}", path.display());
    }
}

#[test]
fn every_problem_is_a_sentence_in_both_languages() {
    for path in files("invalid") {
        let environment = Environment::below(&home(), &[]);
        let (error, _) = load(&environment, &flags_for(&path)).unwrap_err();
        for (problem, lang) in error.problems.iter().flat_map(|p| Lang::ALL.map(|lang| (p, lang))) {
            let sentence = Catalogue::load(lang).text(&problem.message());
            assert!(sentence.contains(&path.display().to_string()), "{sentence}");
            assert!(!sentence.contains("config-"), "{sentence}");
            assert!(!sentence.contains('$'), "{sentence}");
        }
    }
}

#[test]
fn the_example_parses_and_shows_the_defaults() {
    let example = load_with(EXAMPLE, &[], Flags::default());
    let none = load_with("", &[], Flags::default());
    assert_eq!(Settings { config_file: None, ..example }, Settings { config_file: None, ..none });
}

/// What stands in the example as a comment must be valid as well.
#[test]
fn the_example_is_valid_with_its_comments_taken_away() {
    let all: String = EXAMPLE
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.starts_with('[') || rest.contains(" = ") && !rest.contains('`') => {
                rest
            }
            _ => line,
        })
        .filter(|line| !line.starts_with("[llm.providers.NAME]"))
        .collect::<Vec<_>>()
        .join("\n");
    let settings = load_with(&all, &[], Flags::default());
    assert_eq!(settings.lang, Lang::De);
    assert_eq!(settings.coach.as_str(), "anna");
    assert_eq!(settings.llm.providers.len(), 2);
    assert_eq!(settings.llm.roles.len(), 2);
    assert_eq!(settings.llm.limits.tiers.len(), 1);
    assert_eq!(settings.keys["new-section"], ["a", "ctrl-n"]);
}

#[test]
fn flags_win_over_variables_and_these_over_the_file() {
    let file = "language = \"en\"\ncoach = \"file\"\nlog = \"info\"\ndatabase = \"file.db\"\n[match]\nhigh = 0.99\n";
    let variables = [
        ("PLANWRIGHT_LANG", "de"),
        ("PLANWRIGHT_COACH", "variable"),
        ("PLANWRIGHT_LOG", "debug"),
        ("PLANWRIGHT_DB", "variable.db"),
        ("PLANWRIGHT_MATCH_HIGH", "0.93"),
    ];
    let settings = load_with(file, &variables, Flags::default());
    assert_eq!(settings.lang, Lang::De);
    assert_eq!(settings.coach.as_str(), "variable");
    assert_eq!(settings.log, LogLevel::Debug);
    assert_eq!(settings.database, Path::new("variable.db"));
    assert!((settings.bands.high - 0.93).abs() < 1e-6);
    let flags = Flags {
        lang: Some("en".into()),
        coach: Some("flag".into()),
        log: Some("off".into()),
        db: Some("flag.db".into()),
        config: None,
    };
    let settings = load_with(file, &variables, flags);
    assert_eq!(settings.lang, Lang::En);
    assert_eq!(settings.coach.as_str(), "flag");
    assert_eq!(settings.log, LogLevel::Off);
    assert_eq!(settings.database, Path::new("flag.db"));
}

#[test]
fn a_variable_or_option_that_is_wrong_is_named() {
    let wrong = problems("", &[("PLANWRIGHT_MATCH_LOW", "much")], &Flags::default());
    assert_eq!(wrong, ["PLANWRIGHT_MATCH_LOW: match.low: \"much\" is not a number"]);
    let flags = Flags { lang: Some("fr".into()), log: Some("x".into()), ..Flags::default() };
    let wrong = problems("", &[], &flags);
    assert_eq!(wrong[0], "--lang: language: \"fr\" is not allowed; write one of en, de");
    assert!(wrong[1].starts_with("--log: log: \"x\""), "{wrong:?}");
}

#[test]
fn the_locale_decides_where_nothing_else_does() {
    let lang = |variables: &[(&str, &str)]| load_with("", variables, Flags::default()).lang;
    assert_eq!(lang(&[]), Lang::En);
    assert_eq!(lang(&[("LANG", "de_AT.UTF-8")]), Lang::De);
    assert_eq!(lang(&[("LANG", "de_DE"), ("LC_MESSAGES", "en_GB")]), Lang::En);
    assert_eq!(lang(&[("LANG", "de_DE"), ("LC_ALL", "C.UTF-8")]), Lang::En);
    assert_eq!(lang(&[("LC_ALL", ""), ("LANG", "de_DE")]), Lang::De);
    assert_eq!(lang(&[("LANG", "de_DE"), ("PLANWRIGHT_LANG", "en")]), Lang::En);
}

#[test]
fn no_color_means_mono_unless_a_theme_was_named_for_this_run() {
    let theme =
        |text, variables: &[(&str, &str)]| load_with(text, variables, Flags::default()).theme;
    assert_eq!(theme("", &[]), Theme::Default);
    assert_eq!(theme("theme = \"high-contrast\"", &[]), Theme::HighContrast);
    assert_eq!(theme("theme = \"high-contrast\"", &[("NO_COLOR", "1")]), Theme::Mono);
    let both = [("NO_COLOR", "1"), ("PLANWRIGHT_THEME", "high-contrast")];
    assert_eq!(theme("", &both), Theme::HighContrast);
}

#[test]
fn paths_are_found_where_people_expect_them() {
    let at = |text| load_with(text, &[], Flags::default());
    let settings = at("");
    assert_eq!(settings.database, home().join(".local/share/planwright/planwright.db"));
    assert_eq!(settings.database_named, Named::ByDefault);
    assert_eq!(settings.state_dir, Some(home().join(".local/state/planwright")));
    assert_eq!(at("database = \"~/x.db\"").database, home().join("x.db"));
    let settings = at("database = \"x.db\"");
    assert_eq!(settings.database, settings.config_file.unwrap().with_file_name("x.db"));
    assert_eq!(settings.database_named, Named::Explicitly);
}

#[test]
fn a_default_file_may_be_missing_but_a_named_one_may_not() {
    let environment = Environment::below(Path::new("/nonexistent"), &[("LANG", "de_DE")]);
    assert_eq!(load(&environment, &Flags::default()).unwrap().config_file, None);
    let flags = flags_for(Path::new("/nonexistent/named.toml"));
    let (error, lang) = load(&environment, &flags).unwrap_err();
    assert!(matches!(error.problems[0].fault, Fault::Unreadable { .. }));
    assert_eq!(lang, Lang::De);
}

#[test]
fn providers_and_roles_are_read() {
    let path = files("valid").into_iter().find(|path| path.ends_with("models.toml")).unwrap();
    let settings = load(&Environment::below(&home(), &[]), &flags_for(&path)).unwrap();
    let openai = &settings.llm.providers["openai"];
    assert_eq!(openai.kind, ProviderKind::OpenAiResponses);
    assert_eq!(openai.key, Some(KeySource::Variable("OPENAI_API_KEY".into())));
    let generate = &settings.llm.roles[&Role::Generate];
    assert_eq!((generate.model.as_str(), generate.timeout_s), ("gpt-4.1", Some(180)));
    assert_eq!(settings.llm.limits.tiers["trial"].coaches, ["ben", "eva"]);
}
