-- All that was said, shown and done of a person, sealed; `dossier` is what stands, derived from it. NULL while nothing
-- has come since `dossier` was loaded: it is made of it then. open_facts: fields that wait for somebody to choose.
ALTER TABLE person ADD COLUMN record BLOB;
ALTER TABLE person ADD COLUMN open_facts INTEGER NOT NULL DEFAULT 0;
CREATE INDEX person_with_open_facts ON person(id) WHERE open_facts > 0;

-- Numbers of one party, whose dossiers are read together from one act (its seq) to another; open while until_seq is
-- empty. The records themselves stay apart.
CREATE TABLE person_link(
    part INTEGER NOT NULL REFERENCES person(id), principal INTEGER NOT NULL REFERENCES person(id),
    since_seq INTEGER NOT NULL, merged_at INTEGER NOT NULL, until_seq INTEGER,
    PRIMARY KEY (part, since_seq)) STRICT;
CREATE UNIQUE INDEX open_link ON person_link(part) WHERE until_seq IS NULL;
CREATE INDEX link_by_principal ON person_link(principal);

-- Who acted for whom, in which case.
CREATE TABLE agency(
    case_id TEXT NOT NULL, person INTEGER NOT NULL REFERENCES person(id),
    agent INTEGER NOT NULL REFERENCES person(id), PRIMARY KEY (case_id, agent)) STRICT;
CREATE INDEX agency_by_person ON agency(person);
CREATE INDEX agency_by_agent ON agency(agent);

-- Running intakes that gave somebody a ground to look into a dossier: the draft's id, and where it was begun.
CREATE TABLE intake_ticket(
    id TEXT PRIMARY KEY, counter TEXT NOT NULL, device TEXT NOT NULL, opened_at INTEGER NOT NULL) STRICT;
