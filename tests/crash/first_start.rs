//! The real binary, killed in the middle of its first start: the next start finds either nothing
//! or everything, and ends with a whole library and the demo club.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use planwright::library::builtin;
use planwright::store::{Opened, Store};
use serde_json::Value;

use super::{Dice, rounds};

/// The program with this home, listing the plans of the database in it.
fn planwright(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planwright"));
    command
        .env_clear()
        .env("HOME", home)
        .env("USER", "ann")
        .args(["--lang", "en", "--db"])
        .arg(home.join("plan.db"))
        .args(["plan", "list", "--json"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[tokio::test]
async fn a_killed_first_start_is_made_up_for() {
    let exercises = builtin().unwrap().exercises.len();
    let mut dice = Dice(0x5851_f42d_4c95_7f2d);
    let mut unfinished = 0;
    for round in 0..rounds() {
        let home = tempfile::TempDir::new().unwrap();
        let path = home.path().join("plan.db");
        let mut victim = planwright(home.path()).spawn().unwrap();
        // not a wait for something: the moment of the kill is what is tested
        thread::sleep(Duration::from_micros(dice.below(400_000)));
        victim.kill().unwrap();
        let Output { status, .. } = victim.wait_with_output().unwrap();
        unfinished += u32::from(!status.success());

        let Output { status, stdout, stderr } = planwright(home.path()).output().unwrap();
        assert!(status.success(), "round {round}: {}", String::from_utf8_lossy(&stderr));
        let plans: Vec<Value> = serde_json::from_slice(&stdout).unwrap();
        assert_eq!(plans.len(), 13, "round {round}");
        assert_eq!(plans.last().unwrap()["id"], "demo-judo-5");
        let Opened { store, .. } = Store::open(&path).unwrap();
        store.check().await.unwrap();
        let coach = store.coach(&"ann".into()).await.unwrap().unwrap();
        let ann = planwright::domain::Viewer { coach: coach.id, club: coach.club };
        assert_eq!(store.exercises(&ann).await.unwrap().len(), exercises, "round {round}");
    }
    println!("{} first starts, {unfinished} of them killed before their end", rounds());
}
