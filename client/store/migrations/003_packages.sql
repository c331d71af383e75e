-- The 一件事 that a case was taken in with, for the lists.
ALTER TABLE cases ADD COLUMN package_name TEXT NOT NULL DEFAULT '';
