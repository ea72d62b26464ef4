//! The command line against itself and the message catalogue.

use std::collections::BTreeSet;

use super::args;
use crate::domain::Lang;
use crate::language::Catalogue;

/// Every `cli-about-…` and `cli-arg-…` key the command line asks for.
fn wanted(command: &clap::Command, path: &str, keys: &mut BTreeSet<String>) {
    let catalogue = Catalogue::load(Lang::En);
    let about = if path.is_empty() { "planwright" } else { path };
    keys.insert(format!("cli-about-{about}"));
    for arg in command.get_arguments() {
        let key = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
        let own = format!("{key}-for-{about}");
        keys.insert(if catalogue.has(&own) { own } else { key });
    }
    for child in command.get_subcommands() {
        let name = child.get_name();
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}-{name}") };
        wanted(child, &path, keys);
    }
}

#[test]
fn every_command_and_option_is_described_and_no_description_is_left_over() {
    let mut command = args::command(Lang::En);
    command.build();
    let mut keys = BTreeSet::new();
    wanted(&command, "", &mut keys);
    let text = include_str!("../../data/messages/en/cli.ftl");
    let there: BTreeSet<String> = text
        .lines()
        .filter(|line| line.starts_with("cli-about-") || line.starts_with("cli-arg-"))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect();
    assert_eq!(keys.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "missing");
    assert_eq!(there.difference(&keys).collect::<Vec<_>>(), Vec::<&String>::new(), "left over");
}

#[test]
fn the_command_line_is_well_formed() {
    for lang in Lang::ALL {
        args::command(lang).debug_assert();
    }
}
