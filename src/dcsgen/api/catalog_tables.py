"""The tables of a catalogue, which `docs/catalog.md` explains."""

from __future__ import annotations

APPLICATION = 0x64637367
"""What an SQLite file says that it belongs to: `dcsg`."""

VERSION = 1
"""The version of the tables."""

TABLES = """
CREATE TABLE products (
    id INTEGER PRIMARY KEY,
    vendor TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (vendor, name, version)
);
CREATE TABLE documents (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    sentence TEXT NOT NULL DEFAULT '',
    product INTEGER REFERENCES products,
    format TEXT NOT NULL DEFAULT '',
    pages INTEGER NOT NULL DEFAULT 0,
    identifier TEXT NOT NULL DEFAULT '',
    revision TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    layout TEXT NOT NULL DEFAULT '',
    draft TEXT NOT NULL DEFAULT '',
    dcsgen TEXT NOT NULL
);
CREATE TABLE files (
    path TEXT PRIMARY KEY,
    sha256 TEXT,
    sentence TEXT NOT NULL DEFAULT ''
);
CREATE INDEX files_by_content ON files (sha256);
CREATE TABLE application_entities (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (document, name)
);
CREATE TABLE services (
    id INTEGER PRIMARY KEY,
    application_entity INTEGER NOT NULL REFERENCES application_entities ON DELETE CASCADE,
    sop_class_uid TEXT NOT NULL,
    sop_class TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('SCU', 'SCP')),
    confidence REAL NOT NULL,
    method TEXT NOT NULL,
    UNIQUE (application_entity, sop_class_uid, role)
);
CREATE INDEX services_by_sop_class ON services (sop_class_uid, role);
CREATE TABLE transfer_syntaxes (
    service INTEGER NOT NULL REFERENCES services ON DELETE CASCADE,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    confidence REAL NOT NULL,
    method TEXT NOT NULL,
    PRIMARY KEY (service, uid)
);
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    sop_class_uid TEXT NOT NULL,
    code TEXT NOT NULL,
    sentence TEXT NOT NULL
);
CREATE TABLE wildcards (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    application_entity TEXT NOT NULL,
    words TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('SCU', 'SCP')),
    confidence REAL NOT NULL
);
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    service INTEGER REFERENCES services ON DELETE CASCADE,
    transfer_syntax TEXT,
    mention INTEGER REFERENCES mentions ON DELETE CASCADE,
    wildcard INTEGER REFERENCES wildcards ON DELETE CASCADE,
    key TEXT NOT NULL DEFAULT '',
    page INTEGER,
    line INTEGER,
    table_number INTEGER,
    row_number INTEGER,
    column_number INTEGER,
    text TEXT NOT NULL,
    confidence REAL,
    method TEXT NOT NULL DEFAULT ''
);
CREATE INDEX sources_by_service ON sources (service);
"""
