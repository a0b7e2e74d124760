using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>The database refused or failed; the text says what to do about it.</summary>
/// <remarks>Lost races are <see cref="Clinic.Abstractions.ConcurrencyConflictException"/> instead. Holds no values of rows.</remarks>
public sealed class TursoException : DbException
{
    private DbBatchCommand? command;

    internal TursoException(string message, int code, int extendedCode, bool isTransient, Exception? inner = null)
        : base(message, inner)
    {
        SqliteErrorCode = code;
        SqliteExtendedErrorCode = extendedCode;
        IsTransient = isTransient;
    }

    /// <summary>What the error means, the same for a file and for a server.</summary>
    public TursoErrorKind Kind { get; internal init; }

    /// <summary>The word of the server for the error, such as <c>SQLITE_CONSTRAINT</c>; empty when there is none.</summary>
    public string Code { get; internal init; } = "";

    /// <summary>Whether it is certain that nothing was done, so that the same request may be sent again.</summary>
    internal bool NothingDone { get; init; }

    /// <summary>The command of a batch that failed, or null.</summary>
    protected override DbBatchCommand? DbBatchCommand => command;

    /// <summary>The primary result code of SQLite; 0 when the refusal is our own.</summary>
    /// <seealso href="https://www.sqlite.org/rescode.html"/>
    public int SqliteErrorCode { get; }

    /// <summary>The extended result code of SQLite; 0 when the refusal is our own.</summary>
    public int SqliteExtendedErrorCode { get; }

    /// <summary>Whether the same call may succeed later without any change.</summary>
    public override bool IsTransient { get; }

    /// <summary>The same error, as that of a command in a batch.</summary>
    internal TursoException Of(DbBatchCommand? culprit) =>
        new(Message, SqliteErrorCode, SqliteExtendedErrorCode, IsTransient, this) { Kind = Kind, Code = Code, NothingDone = NothingDone, command = culprit };
}
