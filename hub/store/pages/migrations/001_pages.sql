-- Pages and the uploads they come from, in a file of their own so that a large upload never holds up a case.
CREATE TABLE upload(
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, user TEXT NOT NULL, length INTEGER NOT NULL,
    received INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT;
CREATE INDEX upload_by_end ON upload(expires_at);
CREATE TABLE chunk(
    upload TEXT NOT NULL, start INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (upload, start)) STRICT;
CREATE TABLE page(
    sha256 TEXT PRIMARY KEY, upload TEXT NOT NULL, user TEXT NOT NULL, length INTEGER NOT NULL) STRICT;
-- Everybody who has sent the page: also those who sent it again.
CREATE TABLE page_sender(sha256 TEXT NOT NULL, user TEXT NOT NULL, PRIMARY KEY (sha256, user)) STRICT;
