//! How the tests start the program: with an environment of its own and nothing of this machine's.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A home directory to run in.
pub(crate) struct Home(TempDir);

/// What a run left behind.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Whether any file of this home holds a text.
    pub(crate) fn holds(&self, text: &str) -> bool {
        fn below(folder: &Path, text: &[u8]) -> bool {
            std::fs::read_dir(folder).unwrap().any(|entry| {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    return below(&path, text);
                }
                let bytes = std::fs::read(path).unwrap();
                bytes.windows(text.len()).any(|window| window == text)
            })
        }
        below(self.path(), text.as_bytes())
    }

    /// The program with these arguments, English unless they say otherwise.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::cargo_bin("planwright").unwrap();
        command.env_clear().env("HOME", self.path()).env("LANG", "C.UTF-8").args(args);
        command.current_dir(self.path());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, "")
    }

    pub(crate) fn run_with(&self, args: &[&str], input: impl Into<Vec<u8>>) -> Ran {
        let output = self.command(args).write_stdin(input).output().unwrap();
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Writes a file into the home directory and returns its path.
    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Ran {
    /// The only JSON document on standard output.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// The lines of standard output, each a JSON document.
    pub(crate) fn json_lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{}\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub(crate) fn usage(self) -> Self {
        assert_eq!(self.code, 2, "{}\n{}", self.out, self.err);
        assert_eq!(self.out, "", "a complaint belongs on standard error");
        assert!(!self.err.is_empty());
        self
    }
}

/// Whether text could steer a terminal: any control but the line break, or what reorders text.
pub(crate) fn steers(text: &str) -> bool {
    text.chars().any(|letter| {
        letter.is_control() && letter != '\n'
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}
