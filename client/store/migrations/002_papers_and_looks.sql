-- Papers given out with a number, and looks into dossiers that the hub's audit has not been told of.

CREATE TABLE notices(
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id TEXT NOT NULL,
    pdf_sha256 TEXT NOT NULL,
    printed_by TEXT NOT NULL,
    printed_at INTEGER NOT NULL,
    PRIMARY KEY(kind, number, printed_at)
) STRICT;
CREATE INDEX notices_by_case ON notices(case_id, printed_at);

CREATE TABLE looks(
    id TEXT PRIMARY KEY,
    json TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
