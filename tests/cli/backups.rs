//! Backups from the command line: made, refused, put back.

use crate::program::Home;

#[test]
fn a_backup_is_made_and_put_back() {
    let home = Home::new();
    let db = home.path().join("own.db");
    let db = db.to_str().unwrap();
    assert_eq!(home.run(&["backup", "--db", db]).code, 1, "there is nothing to copy yet");
    home.run(&["library", "alias", "add", "Kniebeuge", "back-squat", "--db", db]);
    let plans = home.run(&["plan", "list", "--json", "--db", db]).ok().out;

    let copy = home.path().join("copy.db");
    let copy = copy.to_str().unwrap();
    let made = home.run(&["backup", copy, "--db", db]).ok();
    assert!(made.out.contains("copy.db"), "{}", made.out);
    assert_eq!(home.run(&["backup", copy, "--db", db]).code, 1, "nothing is overwritten");

    std::fs::write(db, vec![7_u8; 20_000]).unwrap();
    let restored = home.run(&["restore", copy, "--db", db, "--lang", "de"]).ok();
    assert!(restored.out.contains("own.db.damaged-"), "{}", restored.out);
    assert_eq!(home.run(&["plan", "list", "--json", "--db", db]).ok().out, plans);
    assert_eq!(home.run(&["restore", "no-such.db", "--db", db]).code, 1);
    let named = home.run(&["backup", "--db", db]).ok();
    assert!(named.out.contains("planwright-20"), "{}", named.out);
}
