using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>Errors of SQLite as the public surface throws them.</summary>
internal static class LocalErrors
{
    public const int BusySnapshot = raw.SQLITE_BUSY | (2 << 8);
    private const int ErrorOnly = 0xFF;

    /// <summary>Whether waiting may help.</summary>
    public static bool IsBusy(int code, int extended) =>
        (code & ErrorOnly) == raw.SQLITE_BUSY ? extended != BusySnapshot : extended == raw.SQLITE_LOCKED_SHAREDCACHE;

    /// <summary>The error that a handle has just met.</summary>
    public static TursoException Of(int code, sqlite3 database) =>
        Of(code & ErrorOnly, raw.sqlite3_extended_errcode(database), raw.sqlite3_errmsg(database).utf8_to_string());

    public static TursoException Of(int code, int extended, string said)
    {
        var kind = KindOf(code, extended);
        return new TursoException(Text(kind, extended, said), code, extended, kind == TursoErrorKind.Busy) { Kind = kind };
    }

    public static TursoException Cancelled(Exception? inner = null) =>
        new("The command was stopped by Cancel.", raw.SQLITE_INTERRUPT, raw.SQLITE_INTERRUPT, isTransient: false, inner) { Kind = TursoErrorKind.Other };

    public static TursoException TimedOut(int seconds, Exception? inner = null) =>
        SqliteErrors.TimedOut($"The command ran longer than its time-out of {seconds} s and was stopped.", inner);

    /// <summary>The time for waiting is over.</summary>
    public static TursoException Busy(string who) =>
        new($"{who} keeps the database locked for longer than the Busy Timeout. Try again, or raise it.", raw.SQLITE_BUSY, raw.SQLITE_BUSY, isTransient: true)
        {
            Kind = TursoErrorKind.Busy,
        };

    public static TursoException Lost(string why, Exception? inner = null) =>
        new($"The transaction is lost and nothing of it was kept: {why} Run all of it again.", 0, 0, isTransient: true, inner)
        {
            Kind = TursoErrorKind.LostTransaction,
        };

    private static TursoErrorKind KindOf(int code, int extended) => code switch
    {
        raw.SQLITE_ERROR => TursoErrorKind.Statement,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => TursoErrorKind.Busy,
        raw.SQLITE_INTERRUPT => TursoErrorKind.Timeout,
        raw.SQLITE_FULL => TursoErrorKind.Full,
        raw.SQLITE_READONLY => TursoErrorKind.ReadOnly,
        raw.SQLITE_NOTADB => TursoErrorKind.NotADatabase,
        raw.SQLITE_CORRUPT => TursoErrorKind.Corrupt,
        raw.SQLITE_TOOBIG => TursoErrorKind.TooBig,
        raw.SQLITE_CONSTRAINT => ConstraintKind(extended),
        _ => TursoErrorKind.Other,
    };

    private static TursoErrorKind ConstraintKind(int extended) => extended switch
    {
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID => TursoErrorKind.Unique,
        raw.SQLITE_CONSTRAINT_FOREIGNKEY => TursoErrorKind.ForeignKey,
        raw.SQLITE_CONSTRAINT_CHECK => TursoErrorKind.Check,
        raw.SQLITE_CONSTRAINT_NOTNULL => TursoErrorKind.NotNull,
        raw.SQLITE_CONSTRAINT_TRIGGER => TursoErrorKind.Trigger,
        _ => TursoErrorKind.Other,
    };

    private static string Text(TursoErrorKind kind, int extended, string said) => kind switch
    {
        TursoErrorKind.Busy when extended == BusySnapshot =>
            "Somebody else has committed since this transaction first read, so it cannot write any more. Roll back and run it again; writers begin without deferred.",
        TursoErrorKind.Busy => "Another connection keeps the database locked.",
        TursoErrorKind.ForeignKey => "A row names another that does not exist (foreign key).",
        TursoErrorKind.Trigger => $"A trigger of the database refused the change: {said}",
        TursoErrorKind.Unique or TursoErrorKind.Check or TursoErrorKind.NotNull => $"A rule of the table refused the row: {said}",
        TursoErrorKind.Full => "The disk of the database is full; nothing of this commit was written.",
        TursoErrorKind.ReadOnly => "The database cannot be written: it was opened to read only, or its file or directory is read-only.",
        TursoErrorKind.NotADatabase => "The file is not a SQLite database, or it is encrypted.",
        TursoErrorKind.Corrupt => $"The database file is damaged; stop writing and restore a backup ({said}).",
        TursoErrorKind.TooBig => "A text or blob is larger than the database allows.",
        _ => $"The database answered: {said}",
    };
}
