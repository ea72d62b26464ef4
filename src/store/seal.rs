//! Seals what was pasted before it reaches the database: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha)
//! under one key per database. The key lies in a file of its own beside the database, readable by
//! its owner only, so that a copy of the database alone shows nothing of what coaches pasted.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chacha20poly1305::aead::{Aead, Generate, Key, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};

use super::StoreError;

/// First byte of everything sealed; another way of sealing gets another one.
const WAY: u8 = 1;

/// Bytes that say which key something was sealed with.
const MARK: usize = 8;

/// Bytes of the number that is used once.
const NONCE: usize = 24;

/// Permissions of everybody but the owner.
const OTHERS: u32 = 0o077;

/// What the key's file begins with.
const HEAD: &str = "planwright-key-1 ";

/// Seals and opens what one database keeps sealed; clones share the key.
#[derive(Clone)]
pub(super) struct Seal {
    path: Arc<PathBuf>,
    known: Arc<Mutex<Option<Secret>>>,
}

/// The key with the mark it leaves on what it sealed.
#[derive(Clone)]
struct Secret {
    key: [u8; 32],
    mark: [u8; MARK],
}

/// How the key file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyState {
    /// Nothing was sealed yet, so there is none.
    None,
    /// Nobody but its owner may read it.
    Private,
    /// Others may read it: its permissions, as in `chmod`.
    Open(u32),
    /// The file is there and is no key.
    Damaged,
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Seal").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Secret {
    fn new(key: [u8; 32]) -> Self {
        let mut mark = [0; MARK];
        let digest = Sha256::new().chain_update(b"mark of a key").chain_update(key).finalize();
        mark.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
        Self { key, mark }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::<XChaCha20Poly1305>::from(self.key))
    }
}

impl Seal {
    /// The seal of the database at `database`; its key is read or made when it is first needed.
    pub(super) fn beside(database: &Path) -> Self {
        let path = Arc::new(database.with_extension("key"));
        Self { path, known: Arc::default() }
    }

    /// Where the key lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Seals a text. `about` names what it belongs to: it opens under that name only.
    pub(super) fn seal(&self, text: &str, about: &str) -> Result<Vec<u8>, StoreError> {
        let secret = match self.known()? {
            Some(secret) => secret,
            None => self.make()?,
        };
        let failed = |detail: &str| self.failure(detail);
        let nonce = XNonce::try_generate().map_err(|error| failed(&error.to_string()))?;
        let payload = Payload { msg: text.as_bytes(), aad: about.as_bytes() };
        let sealed =
            secret.cipher().encrypt(&nonce, payload).map_err(|_| failed("sealing failed"))?;
        let mut bytes = Vec::with_capacity(1 + MARK + NONCE + sealed.len());
        bytes.push(WAY);
        bytes.extend_from_slice(&secret.mark);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed);
        Ok(bytes)
    }

    /// Opens what was sealed under the name `about`.
    pub(super) fn open(&self, sealed: &[u8], about: &str) -> Result<String, StoreError> {
        let broken = || self.failure("what was sealed is damaged");
        let (way, rest) = sealed.split_first().ok_or_else(broken)?;
        let (mark, rest) = rest.split_at_checked(MARK).ok_or_else(broken)?;
        let (nonce, rest) = rest.split_at_checked(NONCE).ok_or_else(broken)?;
        let secret = self.known()?;
        let secret = secret
            .filter(|secret| *way == WAY && secret.mark == mark)
            .ok_or_else(|| StoreError::KeyLost { path: (*self.path).clone() })?;
        let nonce = <[u8; NONCE]>::try_from(nonce).map_err(|_| broken())?;
        let payload = Payload { msg: rest, aad: about.as_bytes() };
        let text = secret.cipher().decrypt(&XNonce::from(nonce), payload).map_err(|_| broken())?;
        String::from_utf8(text).map_err(|_| broken())
    }

    /// How the key file is.
    pub(super) fn state(&self) -> KeyState {
        let Ok(about) = fs::metadata(&*self.path) else { return KeyState::None };
        let mode = about.permissions().mode() & 0o777;
        match self.read() {
            Ok(Some(_)) if mode & OTHERS == 0 => KeyState::Private,
            Ok(Some(_)) => KeyState::Open(mode),
            Ok(None) | Err(_) => KeyState::Damaged,
        }
    }

    fn known(&self) -> Result<Option<Secret>, StoreError> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.is_none() {
            *known = self.read().map_err(|error| self.failure(&error.to_string()))?;
        }
        Ok(known.clone())
    }

    /// The key in the file; `None` without a file. A file that is no key counts as lost: nothing
    /// sealed with what it was can be opened, and a new one is made beside it.
    fn read(&self) -> io::Result<Option<Secret>> {
        let text = match fs::read_to_string(&*self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let digits = text.trim().strip_prefix(HEAD).and_then(unhex);
        let wrong = || io::Error::new(io::ErrorKind::InvalidData, "this file is no key");
        digits.map(|key| Some(Secret::new(key))).ok_or_else(wrong)
    }

    /// Makes a key and its file. Whoever comes second takes the key of the first.
    fn make(&self) -> Result<Secret, StoreError> {
        let failed = |error: io::Error| self.failure(&error.to_string());
        let key = <[u8; 32]>::try_generate().map_err(|error| self.failure(&error.to_string()))?;
        let draft = self.path.with_extension(format!("key-{}", std::process::id()));
        let written = Self::write(&draft, &key);
        // a link, unlike a rename, fails where another process was faster
        let linked = written.and_then(|()| fs::hard_link(&draft, &*self.path));
        let _ = fs::remove_file(&draft);
        match linked {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
        self.known()?.ok_or_else(|| self.failure("the key could not be kept"))
    }

    fn write(path: &Path, key: &[u8; 32]) -> io::Result<()> {
        let mut file: File =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
        file.write_all(HEAD.as_bytes())?;
        key.iter().try_for_each(|byte| write!(file, "{byte:02x}"))?;
        file.write_all(b"\n")?;
        file.sync_all()
    }

    fn failure(&self, detail: &str) -> StoreError {
        StoreError::Key { path: (*self.path).clone(), detail: detail.to_owned() }
    }
}

fn unhex(digits: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(key)
}
