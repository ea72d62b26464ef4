//! The real binary in a home of its own, with a database and the server as its model.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use planwright::generation::Request;
use serde_json::Value;

use crate::model::Model;

/// Who answers what.
const ROLES: &str = "[llm.roles]
generate = { provider = \"test\", model = \"gpt-4.1-mini\" }
structure = { provider = \"test\", model = \"gpt-4.1-nano\" }
";

/// A machine of its own: home, database, configuration and a profile.
pub(crate) struct Machine {
    folder: tempfile::TempDir,
}

impl Machine {
    pub(crate) fn new(model: &Model, request: &Request) -> Self {
        let folder = tempfile::TempDir::new().unwrap();
        let config = format!(
            "[llm.providers.test]\nkind = \"openai-responses\"\nbase_url = \"{}/v1\"\n\n{ROLES}",
            model.url
        );
        std::fs::write(folder.path().join("config.toml"), config).unwrap();
        let profile = serde_json::to_string(&request.profile).unwrap();
        std::fs::write(folder.path().join("profile.json"), profile).unwrap();
        Self { folder }
    }

    /// From now on recordings answer in the place of the model.
    pub(crate) fn replay(&self) {
        let config = format!("[llm.providers.test]\nkind = \"replay\"\n\n{ROLES}");
        std::fs::write(self.path("config.toml"), config).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.plain(arguments);
        command.arg("--json");
        command
    }

    fn plain(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planwright"));
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .env("USER", "anna")
            .env("PLANWRIGHT_LANG", "en")
            .args(arguments)
            .arg("--db")
            .arg(self.path("plan.db"))
            .arg("--config")
            .arg(self.path("config.toml"));
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What is printed for people.
    pub(crate) fn text(&self, arguments: &[&str]) -> String {
        String::from_utf8(self.plain(arguments).output().unwrap().stdout).unwrap()
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Starts a program and reads on until the job says its id.
    pub(crate) fn start(&self) -> (Child, String) {
        let profile = self.path("profile.json");
        let mut child = self
            .command(&["generate", "program", "--engine", "llm"])
            .arg("--profile")
            .arg(profile)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let id = lines
            .by_ref()
            .map(Result::unwrap)
            .find_map(|line| {
                let (_, rest) = line.split_once("[JOB ")?;
                Some(rest.split_once(']')?.0.to_owned())
            })
            .unwrap();
        // what else it says must not fill the pipe
        thread::spawn(move || lines.for_each(drop));
        (child, id)
    }

    /// The weeks of a job that are on disk.
    pub(crate) fn done(&self, job: &str) -> BTreeSet<u16> {
        let row = self.json(&["job", "show", job]);
        let done = row["done"].as_array().unwrap();
        done.iter().map(|week| u16::try_from(week.as_u64().unwrap()).unwrap()).collect()
    }
}
