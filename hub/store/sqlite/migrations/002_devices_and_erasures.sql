-- The key of each device, sealed under the hub's, and the place whose people get it: a hall, else a department.
-- No key yet while sealed_key is NULL; an empty one is a key taken back for good.
CREATE TABLE device(
    id TEXT PRIMARY KEY, hall TEXT NOT NULL, department TEXT NOT NULL, sealed_key BLOB) STRICT;
-- A device known before belongs where the first who worked on it does.
INSERT INTO device(id, hall, department)
    SELECT device, hall, department FROM (
        SELECT device_user.device, user.hall, user.department, min(device_user.rowid) FROM device_user
        JOIN user ON user.id = device_user.user WHERE user.hall <> '' OR user.department <> ''
        GROUP BY device_user.device);

-- Images of a forgotten person that are still to be deleted from pages.db.
CREATE TABLE page_to_erase(sha256 TEXT PRIMARY KEY) STRICT;
