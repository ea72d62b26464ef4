//! The real binary in a terminal, killed while a coach edits and while a program is generated:
//! what the screen showed as saved is there on the next start, and the program can be completed.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use planwright::store::{Opened, Store};
use serde_json::Value;

use super::pty::{self, Terminal, keys};
use super::{Dice, setting};

/// High enough for the whole plan and much of the log.
const SIZE: (u16, u16) = (110, 70);
/// Longest silence that is waited for after a key, so that most keys are seen to be answered.
const ANSWER: Duration = Duration::from_millis(500);
const WEEKS: usize = 12;

/// Keys that edit, in any state of the plan.
const EDITS: &[&str] = &["1", "2", "3", "4", "c", "J", "K", "d", "u", keys::CTRL_R, "a", "s"];
/// Those for a plan that would not fit the screen.
const SHORTER: &[&str] = &["d", "u"];

/// How often the terminal is killed.
fn rounds() -> u32 {
    setting("PLANWRIGHT_CRASH_ROUNDS").map_or(3, |text| text.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nothing_the_screen_called_saved_is_lost() {
    let home = tempfile::TempDir::new().unwrap();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut edits = 0;
    for round in 0..rounds() {
        let mut desk = Desk::start(home.path());
        let enough = dice.below(12);
        for _ in 0..enough {
            desk.edit(&mut dice);
        }
        edits += enough;
        desk.last_moments(&mut dice, 30);
        sound(home.path()).await;

        let mut after = Desk::start(home.path());
        after.is_what_was_saved(&desk, round);
        after.quit();
    }
    println!("{} kills while editing, {edits} edits, none lost", rounds());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_generation_that_was_killed_is_completed_and_no_week_is_made_twice() {
    let home = tempfile::TempDir::new().unwrap();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut known = BTreeSet::new();
    let (mut kept, mut completed) = (0, 0);
    for round in 0..rounds() {
        let mut terminal = start(home.path());
        terminal.type_and_wait("G", "Generate for");
        let down = keys::DOWN;
        terminal.send(&format!("{down}{down}{WEEKS}{}{round}{}", down.repeat(5), keys::ENTER));
        let begun = dice.below(3);
        if begun > 0 {
            terminal.wait_for(&format!("Week {begun} complete"));
        }
        let told = weeks_told(&mut terminal, Duration::from_millis(dice.below(1500)));
        terminal.kill();
        sound(home.path()).await;

        let Some(job) = jobs(home.path()).into_iter().find(|job| known.insert(id_of(job))) else {
            assert!(told.is_empty(), "round {round}: weeks without a job");
            continue;
        };
        let done = weeks(&job);
        assert!(told.is_subset(&done), "round {round}: told {told:?}, found {done:?}");
        kept += done.len();
        let id = id_of(&job);
        let made = match round % 2 {
            0 => resume(home.path(), &id),
            _ => resume_on_screen(home.path(), &job),
        };
        let made: BTreeSet<usize> = numbers(&made, "Week ", " complete");
        assert!(made.is_disjoint(&done), "round {round}: {done:?} were there, {made:?} were made");
        let job = jobs(home.path()).into_iter().find(|job| id_of(job) == id).unwrap();
        assert_eq!(job["status"], "done", "round {round}");
        assert_eq!(weeks(&job), (1..=WEEKS).collect(), "round {round}");
        completed += 1;
    }
    println!("{} kills while generating, {kept} weeks kept, {completed} completed", rounds());
}

/// A terminal with everything its screen has shown of the plan.
struct Desk {
    terminal: Terminal,
    /// The plan as it was shown, oldest first; neighbours differ.
    shown: Vec<String>,
    /// Position of the newest one that was shown as saved.
    saved: usize,
    /// The last key that was pressed.
    pressed: &'static str,
}

impl Desk {
    fn start(home: &Path) -> Self {
        let terminal = start(home);
        let mut desk = Self { terminal, shown: Vec::new(), saved: 0, pressed: "" };
        desk.look();
        desk
    }

    /// One edit, mostly waited for until it is shown as saved.
    fn edit(&mut self, dice: &mut Dice) {
        let long = self.shown.last().is_some_and(|plan| plan.lines().count() > 24);
        let choices = if long { SHORTER } else { EDITS };
        self.pressed = choices[dice.below(choices.len() as u64) as usize];
        self.terminal.send(self.pressed);
        let wait = if dice.below(4) > 0 { ANSWER } else { Duration::ZERO };
        if self.terminal.read_within(wait).is_some() {
            self.look();
            while self.unsaved() && self.terminal.read_within(ANSWER).is_some() {
                self.look();
            }
        }
    }

    /// Notes what the screen shows.
    fn look(&mut self) {
        if !self.terminal.is_whole() {
            return;
        }
        let plan = plan(&self.terminal.text());
        if self.shown.last() != Some(&plan) {
            self.shown.push(plan);
        }
        if !self.unsaved() {
            self.saved = self.shown.len() - 1;
        }
    }

    fn unsaved(&self) -> bool {
        self.terminal.text().contains('●')
    }

    /// Goes on for a random moment, then is killed; what it still drew is noted.
    fn last_moments(&mut self, dice: &mut Dice, most_ms: u64) {
        self.edit(dice);
        let moment = Duration::from_millis(dice.below(most_ms));
        while self.terminal.read_within(moment).is_some() {
            self.look();
        }
        self.terminal.kill();
        self.look();
    }

    /// The plan is as it was last shown as saved, or as it was shown after that, or one edit
    /// further than anybody saw.
    fn is_what_was_saved(&mut self, before: &Self, round: u32) {
        let allowed = &before.shown[before.saved..];
        let found = plan(&self.terminal.text());
        if allowed.contains(&found) {
            return;
        }
        let back = match before.pressed {
            "u" => keys::CTRL_R,
            _ => "u",
        };
        self.terminal.send(back);
        self.terminal.wait_until(
            &format!(
                "round {round}, after {:?}: one of the last states\n{}",
                before.pressed,
                allowed.join("\n–––\n")
            ),
            |screen| allowed.contains(&plan(screen)),
        );
    }

    fn quit(mut self) {
        self.terminal.send("q");
        self.terminal.wait_for_end();
    }
}

fn start(home: &Path) -> Terminal {
    let mut terminal = Terminal::start(home, &[], SIZE);
    terminal.wait_for("▌1 ");
    terminal
}

/// The lines of the plan pane, without cursor and hints.
fn plan(screen: &str) -> String {
    let panes = screen.lines().skip_while(|line| !line.contains('┬')).skip(1);
    let lines = panes.take_while(|line| line.contains('│')).map(|line| {
        let line = line.split('│').next().unwrap_or_default();
        line.trim_start_matches(['▌', ' ']).trim_end().to_owned()
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The database has no damage.
async fn sound(home: &Path) {
    let path = home.join("data/planwright/planwright.db");
    let Opened { store, .. } = Store::open(&path).unwrap();
    store.check().await.unwrap();
    store.close().await;
}

/// Weeks the log calls complete until the moment is over.
fn weeks_told(terminal: &mut Terminal, moment: Duration) -> BTreeSet<usize> {
    let mut told = numbers(&terminal.text(), "Week ", " complete");
    while !terminal.text().contains("Generation completed")
        && terminal.read_within(moment).is_some()
    {
        told.extend(numbers(&terminal.text(), "Week ", " complete"));
    }
    told
}

fn numbers(text: &str, before: &str, after: &str) -> BTreeSet<usize> {
    let parts = text.split(before).skip(1);
    parts.filter_map(|part| part.split_once(after)?.0.parse().ok()).collect()
}

fn planwright(home: &Path, args: &[&str]) -> Output {
    let output = Command::new(pty::program())
        .args(args)
        .env_clear()
        .envs(pty::environment("anna", home))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn jobs(home: &Path) -> Vec<Value> {
    let output = planwright(home, &["job", "list", "--json"]);
    serde_json::from_slice(&output.stdout).unwrap()
}

fn id_of(job: &Value) -> String {
    job["id"].as_str().unwrap().to_owned()
}

fn weeks(job: &Value) -> BTreeSet<usize> {
    let done = job["done"].as_array().unwrap();
    done.iter().map(|week| week.as_u64().unwrap() as usize).collect()
}

/// Resumes on the command line; what it said.
fn resume(home: &Path, id: &str) -> String {
    let output = planwright(home, &["job", "resume", id]);
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Resumes in the log pane; everything the log said.
fn resume_on_screen(home: &Path, job: &Value) -> String {
    let mut terminal = start(home);
    let mut said = String::new();
    if job["status"] != "done" {
        terminal.wait_for("r in the log resumes it");
        terminal.send(&format!("{tab}{tab}r", tab = keys::TAB));
        while !terminal.text().contains("Generation completed") {
            assert!(terminal.read_within(Duration::from_secs(20)).is_some(), "{}", terminal.text());
            said.push_str(&terminal.text());
        }
    }
    terminal.send("q");
    terminal.wait_for_end();
    said
}
