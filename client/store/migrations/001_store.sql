-- The client's store. Instants are UTC milliseconds; enums are their stable names; lists live in JSON text.

CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- The last number given out of each series: case numbers per counter and day, notices per kind and year.
CREATE TABLE series(name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;

CREATE TABLE sessions(user TEXT PRIMARY KEY, json TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT;

CREATE TABLE catalogue(id INTEGER PRIMARY KEY CHECK(id = 1), version INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;

-- Events are the truth; seq is the hub's and missing until the hub has accepted.
CREATE TABLE events(
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL,
    device TEXT NOT NULL,
    device_seq INTEGER NOT NULL,
    seq INTEGER,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_case ON events(case_id, seq, device_seq);

-- One row for each event of this device, in the order of the device.
CREATE TABLE outbox(
    event_id TEXT PRIMARY KEY REFERENCES events(id),
    case_id TEXT NOT NULL,
    device_seq INTEGER NOT NULL UNIQUE,
    state TEXT NOT NULL,
    error TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_attempt INTEGER
) STRICT;
CREATE INDEX outbox_by_state ON outbox(state, device_seq);
CREATE INDEX outbox_by_case ON outbox(case_id, state);

-- Derived from the events by replay; may be thrown away and made again.
CREATE TABLE cases(
    case_id TEXT PRIMARY KEY,
    case_no TEXT NOT NULL,
    item_code TEXT NOT NULL,
    item_name TEXT NOT NULL,
    applicant_name TEXT NOT NULL,
    number_digest TEXT NOT NULL,
    phone_digest TEXT NOT NULL,
    department TEXT NOT NULL,
    department_name TEXT NOT NULL,
    hall TEXT NOT NULL,
    counter TEXT NOT NULL,
    clerk TEXT NOT NULL,
    handler TEXT NOT NULL,
    life TEXT NOT NULL,
    result TEXT,
    clock TEXT NOT NULL,
    custody TEXT NOT NULL,
    delivery TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    received_at INTEGER,
    accepted_at INTEGER,
    decided_at INTEGER,
    closed_at INTEGER,
    due_kind TEXT,
    due_at INTEGER,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX cases_by_time ON cases(registered_at, case_id);
CREATE INDEX cases_by_life ON cases(life, registered_at, case_id);
CREATE INDEX cases_by_due ON cases(due_at, case_id);
CREATE INDEX cases_by_number ON cases(case_no);
CREATE INDEX cases_by_applicant ON cases(number_digest);

CREATE TABLE dossiers(
    key_digest TEXT PRIMARY KEY,
    json TEXT NOT NULL,
    version INTEGER NOT NULL,
    stale INTEGER NOT NULL DEFAULT 0,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE drafts(
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    json TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

-- The bytes are in files; see PageFiles. state: waiting (the hub has not verified it), at_hub.
CREATE TABLE pages(
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    state TEXT NOT NULL,
    location TEXT NOT NULL DEFAULT '',
    sent INTEGER NOT NULL DEFAULT 0,
    saved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pages_by_state ON pages(state, saved_at);

-- Which pages a case names in its events.
CREATE TABLE case_pages(
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY(case_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_pages_by_page ON case_pages(sha256);
