"""COPY both ways. Large relations come through psql, which hands on the server's bytes as they are: psycopg gives every row to
Python, which at tens of millions of rows costs more than the server's own work."""
import io
import subprocess
from concurrent.futures import ThreadPoolExecutor

import polars as pl
import psycopg
from psycopg import sql

BLOCK = 64 << 20


class Database:
    """One transaction: psql reads the snapshot that it sees."""

    def __init__(self, connection_text, **values):
        self.text = connection_text
        self.values = values
        self.connection = psycopg.connect(connection_text)
        self.connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        self.snapshot = self.rows("select pg_export_snapshot()")[0][0]

    def bound(self, query):
        return sql.SQL(query).format(**{name: sql.Literal(value) for name, value in self.values.items()})

    def rows(self, query):
        return self.connection.execute(self.bound(query)).fetchall()

    def frame(self, query, schema):
        with self.psql(query) as process:
            data = process.stdout.read()
        self.check(process)
        return parsed(data, schema)

    def frames(self, query, schema):
        """The rows in pieces; the next piece is on its way while this one is worked on."""
        with self.psql(query) as process, ThreadPoolExecutor(1) as pool:
            rest, block = b"", process.stdout.read(BLOCK)
            while block:
                following = pool.submit(process.stdout.read, BLOCK)
                end = block.rfind(b"\n") + 1
                yield parsed(rest + block[:end], schema)
                rest, block = block[end:], following.result()
        self.check(process)

    def psql(self, query):
        copy = self.bound(f"copy ({query}) to stdout (format csv)").as_string(self.connection)
        commands = ["begin isolation level repeatable read read only", f"set transaction snapshot '{self.snapshot}'", copy]
        return subprocess.Popen(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", self.text] + [f"--command={c}" for c in commands],
                                stdout=subprocess.PIPE)

    def check(self, process):
        if process.returncode:
            raise RuntimeError("psql has failed")

    def write(self, table, frame):
        """The frame as CSV, block by block, so that the server works on one while the next is written."""
        with self.connection.cursor() as cursor:
            columns = ", ".join(frame.columns)
            with cursor.copy(f"copy analyst.{table} ({columns}) from stdin (format csv)") as copy:
                for start in range(0, frame.height, 100_000):
                    copy.write(frame.slice(start, 100_000).write_csv(include_header=False).encode())


def parsed(data, schema):
    if not data:
        return pl.DataFrame(schema=schema)
    return pl.read_csv(io.BytesIO(data), has_header=False, schema=schema)
