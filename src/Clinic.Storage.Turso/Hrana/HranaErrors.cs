using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>The one place where errors of statements on a server become errors of ours.</summary>
internal static class HranaErrors
{
    private const string Prefix = "SQLite error: ";
    private const int LongestText = 300;

    public const string StreamExpired = "STREAM_EXPIRED";
    public const string InvalidBaton = "INVALID_BATON";
    /// <summary>A replica did not catch up in time with what was written before.</summary>
    public const string Behind = "BEHIND";

    public const string TransactionTimeout = "TRANSACTION_TIMEOUT";

    /// <summary>The error of a statement that the server ran and refused.</summary>
    public static TursoException Of(HranaError error)
    {
        var kind = KindOf(error);
        var (code, extended) = CodesOf(kind);
        return new TursoException(Text(kind, error), code, extended, kind is TursoErrorKind.Busy or TursoErrorKind.LostTransaction)
        {
            Kind = kind,
            Code = error.Code,
            NothingDone = kind == TursoErrorKind.Busy,
        };
    }

    public static TursoException Of(TursoErrorKind kind, string message, string code = "", bool isTransient = false, bool nothingDone = false, Exception? inner = null) =>
        new(message, 0, 0, isTransient, inner) { Kind = kind, Code = code, NothingDone = nothingDone };

    public static TursoException Lost(string why, string code = "", Exception? inner = null) =>
        Of(TursoErrorKind.LostTransaction, $"The transaction is lost and nothing of it was kept: {why} Run all of it again.", code, isTransient: true, inner: inner);

    /// <summary>A transaction in one request that the server took away: all of it may be sent again.</summary>
    public static TursoException LostAtomic() => Of(
        TursoErrorKind.LostTransaction, "The server took the transaction away, because it took too long while somebody waited; nothing of it was kept.",
        TransactionTimeout, isTransient: true, nothingDone: true);

    /// <summary>A text of the server that fits on a line.</summary>
    public static string Shown(string text)
    {
        var line = string.Concat(text.Where(c => !char.IsControl(c))).Trim();
        return Utf16.Cut(line, LongestText);
    }

    public static TursoErrorKind KindOf(HranaError error) => error.Code switch
    {
        "SQLITE_CONSTRAINT" => ConstraintKind(error.Message),
        "SQLITE_BUSY" or "SQLITE_LOCKED" or "TRANSACTION_BUSY" => TursoErrorKind.Busy,
        TransactionTimeout => TursoErrorKind.LostTransaction,
        "SQLITE_TOOBIG" or "RESPONSE_TOO_LARGE" => TursoErrorKind.TooBig,
        "SQLITE_READONLY" => TursoErrorKind.ReadOnly,
        "SQLITE_FULL" => TursoErrorKind.Full,
        "SQLITE_CORRUPT" => TursoErrorKind.Corrupt,
        "SQLITE_NOTADB" => TursoErrorKind.NotADatabase,
        "SQLITE_AUTH" => TursoErrorKind.Forbidden,
        "SQLITE_INTERRUPT" => TursoErrorKind.Timeout,
        "BLOCKED" => TursoErrorKind.Blocked,
        "SQL_PARSE_ERROR" or "SQL_NO_STATEMENT" or "SQL_MANY_STATEMENTS" or "SQL_INPUT_ERROR" or "ARGS_INVALID" or "ARGS_BOTH_POSITIONAL_AND_NAMED" =>
            TursoErrorKind.Statement,
        _ => TursoErrorKind.Other,
    };

    // Servers send the primary code only; what kind of constraint it was stands in the text of SQLite.
    private static TursoErrorKind ConstraintKind(string message) =>
        message.Contains("UNIQUE constraint failed", StringComparison.Ordinal) ? TursoErrorKind.Unique
        : message.Contains("PRIMARY KEY constraint failed", StringComparison.Ordinal) ? TursoErrorKind.Unique
        : message.Contains("FOREIGN KEY constraint failed", StringComparison.Ordinal) ? TursoErrorKind.ForeignKey
        : message.Contains("CHECK constraint failed", StringComparison.Ordinal) ? TursoErrorKind.Check
        : message.Contains("NOT NULL constraint failed", StringComparison.Ordinal) ? TursoErrorKind.NotNull
        : TursoErrorKind.Trigger;

    private static (int Code, int Extended) CodesOf(TursoErrorKind kind) => kind switch
    {
        TursoErrorKind.Unique => (raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT_UNIQUE),
        TursoErrorKind.ForeignKey => (raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT_FOREIGNKEY),
        TursoErrorKind.Check => (raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT_CHECK),
        TursoErrorKind.NotNull => (raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT_NOTNULL),
        TursoErrorKind.Trigger => (raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT_TRIGGER),
        TursoErrorKind.Busy => (raw.SQLITE_BUSY, raw.SQLITE_BUSY),
        TursoErrorKind.ReadOnly => (raw.SQLITE_READONLY, raw.SQLITE_READONLY),
        TursoErrorKind.Full => (raw.SQLITE_FULL, raw.SQLITE_FULL),
        TursoErrorKind.Corrupt => (raw.SQLITE_CORRUPT, raw.SQLITE_CORRUPT),
        TursoErrorKind.NotADatabase => (raw.SQLITE_NOTADB, raw.SQLITE_NOTADB),
        TursoErrorKind.TooBig => (raw.SQLITE_TOOBIG, raw.SQLITE_TOOBIG),
        TursoErrorKind.Statement => (raw.SQLITE_ERROR, raw.SQLITE_ERROR),
        _ => (0, 0),
    };

    private static string Text(TursoErrorKind kind, HranaError error)
    {
        var said = Shown(error.Message.StartsWith(Prefix, StringComparison.Ordinal) ? error.Message[Prefix.Length..] : error.Message);
        return kind switch
        {
            TursoErrorKind.Busy => "Somebody else keeps the database locked.",
            TursoErrorKind.ForeignKey => "A row names another that does not exist (foreign key).",
            TursoErrorKind.Trigger => $"A trigger of the database refused the change: {said}",
            TursoErrorKind.Unique or TursoErrorKind.Check or TursoErrorKind.NotNull => $"A rule of the table refused the row: {said}",
            TursoErrorKind.LostTransaction => "The transaction is lost and nothing of it was kept: it took longer than the server allows. Run all of it again.",
            TursoErrorKind.TooBig => $"A value or an answer is larger than the server allows: {said}",
            TursoErrorKind.Blocked => $"The server blocks this for the database: {said}",
            TursoErrorKind.Full => "The disk of the server is full; nothing of this commit was written.",
            _ => $"The server answered: {said}",
        };
    }
}
