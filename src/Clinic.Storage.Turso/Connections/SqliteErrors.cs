using Clinic.Abstractions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>The one place where errors of SQLite become errors of ours.</summary>
internal static class SqliteErrors
{
    public static bool IsBusy(SqliteException e) => e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    public static bool IsInterrupted(SqliteException e) => e.SqliteErrorCode == raw.SQLITE_INTERRUPT;

    /// <summary>A failed unique key or check is a race that somebody else won; anything else is an error of the database.</summary>
    public static Exception Translate(SqliteException e, FactKey? fact = null) =>
        e.SqliteExtendedErrorCode switch
        {
            raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID or raw.SQLITE_CONSTRAINT_CHECK =>
                new ConcurrencyConflictException(fact is { } known ? [known] : [], e),
            _ => Ours(e, Meaning(e) + (fact is { } about ? $" Concerned: {about}." : "")),
        };

    public static TursoException Refused(string message, Exception? inner = null) => new(message, 0, 0, isTransient: false, inner);

    public static TursoException TimedOut(string what, Exception? inner = null) =>
        new(what, raw.SQLITE_INTERRUPT, raw.SQLITE_INTERRUPT, isTransient: true, inner) { Kind = TursoErrorKind.Timeout };

    public static TursoException Busy(string database, string waited, SqliteException e) =>
        Ours(e, $"Another process kept the database {database} locked for longer than {waited}. Try again, or raise the time-out.");

    private static TursoException Ours(SqliteException e, string text) =>
        new(text, e.SqliteErrorCode, e.SqliteExtendedErrorCode, IsBusy(e), e) { Kind = KindOf(e) };

    private static TursoErrorKind KindOf(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => TursoErrorKind.Busy,
        raw.SQLITE_INTERRUPT => TursoErrorKind.Timeout,
        raw.SQLITE_FULL => TursoErrorKind.Full,
        raw.SQLITE_READONLY => TursoErrorKind.ReadOnly,
        raw.SQLITE_NOTADB => TursoErrorKind.NotADatabase,
        raw.SQLITE_CORRUPT => TursoErrorKind.Corrupt,
        raw.SQLITE_TOOBIG => TursoErrorKind.TooBig,
        raw.SQLITE_CONSTRAINT => ConstraintKind(e),
        _ => TursoErrorKind.Other,
    };

    private static TursoErrorKind ConstraintKind(SqliteException e) => e.SqliteExtendedErrorCode switch
    {
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID => TursoErrorKind.Unique,
        raw.SQLITE_CONSTRAINT_FOREIGNKEY => TursoErrorKind.ForeignKey,
        raw.SQLITE_CONSTRAINT_CHECK => TursoErrorKind.Check,
        raw.SQLITE_CONSTRAINT_NOTNULL => TursoErrorKind.NotNull,
        raw.SQLITE_CONSTRAINT_TRIGGER => TursoErrorKind.Trigger,
        _ => TursoErrorKind.Other,
    };

    private static string Meaning(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another process keeps the database locked.",
        raw.SQLITE_CONSTRAINT => ConstraintMeaning(e),
        raw.SQLITE_FULL => "The disk of the database is full; nothing of this commit was written.",
        raw.SQLITE_READONLY => "The database cannot be written: its file or its directory is read-only.",
        raw.SQLITE_CANTOPEN => "The database file or one of its companions (-wal, -shm) cannot be opened; its directory may be read-only, or not this account's.",
        raw.SQLITE_NOTADB => "The file is not a SQLite database, or it is encrypted.",
        raw.SQLITE_CORRUPT => "The database file is damaged; stop writing and restore a backup.",
        raw.SQLITE_IOERR => "The disk of the database failed to read or write.",
        raw.SQLITE_TOOBIG => "A text or blob is larger than the database allows.",
        _ => $"The database answered: {e.Message}",
    };

    private static string ConstraintMeaning(SqliteException e) => e.SqliteExtendedErrorCode switch
    {
        raw.SQLITE_CONSTRAINT_FOREIGNKEY => "A row names another that does not exist (foreign key).",
        raw.SQLITE_CONSTRAINT_TRIGGER => $"A trigger of the database refused the change: {e.Message}",
        _ => $"A rule of the table refused the row: {e.Message}",
    };
}
