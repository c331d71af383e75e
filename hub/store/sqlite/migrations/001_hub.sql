-- What the hub keeps besides the pages. Times are UTC milliseconds.
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE user(
    id TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, hall TEXT NOT NULL, department TEXT NOT NULL,
    password_hash TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0, locked_until INTEGER) STRICT;
CREATE TABLE session(
    token_digest TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES user(id), device TEXT NOT NULL,
    counter TEXT NOT NULL, expires_at INTEGER NOT NULL, authority_until INTEGER) STRICT;
CREATE INDEX session_by_end ON session(expires_at);
CREATE TABLE authority(user TEXT PRIMARY KEY REFERENCES user(id), until INTEGER NOT NULL) STRICT;
-- Who has ever worked on a device: their events may come with a later session of the same device.
CREATE TABLE device_user(user TEXT NOT NULL, device TEXT NOT NULL, PRIMARY KEY (user, device)) STRICT;
CREATE TABLE counter_device(counter TEXT PRIMARY KEY, device TEXT NOT NULL) STRICT;

-- A person or organisation: found by a keyed digest of its number; what is said of it lies under its own key.
-- An empty key is a destroyed one.
CREATE TABLE person(
    id INTEGER PRIMARY KEY, blind_index TEXT NOT NULL UNIQUE, wrapped_key BLOB NOT NULL, dossier BLOB,
    version INTEGER NOT NULL DEFAULT 0) STRICT;

-- Append-only, in commit order; chain = SHA-256 of the chain before and this digest.
CREATE TABLE event(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person(id), payload BLOB NOT NULL, digest TEXT NOT NULL,
    chain TEXT NOT NULL) STRICT;
CREATE INDEX event_by_case ON event(case_id, seq);

CREATE TABLE case_row(
    id TEXT PRIMARY KEY, case_no TEXT NOT NULL, person INTEGER NOT NULL REFERENCES person(id), hall TEXT NOT NULL,
    counter TEXT NOT NULL, department TEXT NOT NULL, item_code TEXT NOT NULL, life TEXT NOT NULL,
    result TEXT NOT NULL, due INTEGER, last_seq INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX case_by_number ON case_row(case_no) WHERE case_no <> '';
CREATE INDEX case_by_person ON case_row(person);
CREATE INDEX open_case ON case_row(id) WHERE life NOT IN ('CLOSED', 'ARCHIVED');

-- Who sees a case, from one event to another; open while until_seq is empty.
CREATE TABLE case_scope(
    kind TEXT NOT NULL, place TEXT NOT NULL, case_id TEXT NOT NULL, since_seq INTEGER NOT NULL,
    until_seq INTEGER, PRIMARY KEY (kind, place, case_id, since_seq)) STRICT;
CREATE INDEX scope_by_case ON case_scope(case_id);

CREATE TABLE page_use(
    sha256 TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (sha256, case_id)) STRICT;

CREATE TABLE audit(
    n INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL,
    purpose TEXT NOT NULL, case_id TEXT NOT NULL, about INTEGER, chain TEXT NOT NULL) STRICT;
CREATE INDEX audit_look ON audit(user, about) WHERE about IS NOT NULL;

CREATE TABLE catalogue(
    version INTEGER PRIMARY KEY, bundle TEXT NOT NULL, published_at INTEGER NOT NULL) STRICT;
