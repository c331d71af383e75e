-- What the item search puts first: a clerk's favourites, and what the counter takes most. Items are counted from the
-- cases; a package leaves only its members there, so each intake of one is noted by itself.

CREATE TABLE favourites(
    user TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY(user, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE packages_taken(
    counter TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    code TEXT NOT NULL
) STRICT;
CREATE INDEX packages_taken_by_counter ON packages_taken(counter, taken_at, code);

CREATE INDEX cases_by_counter ON cases(counter, registered_at, item_code);
