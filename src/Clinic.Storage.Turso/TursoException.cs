using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>The database refused or failed; the text says what to do about it.</summary>
/// <remarks>Lost races are <see cref="Clinic.Abstractions.ConcurrencyConflictException"/> instead. Holds no values of rows.</remarks>
public sealed class TursoException : DbException
{
    internal TursoException(string message, int code, int extendedCode, bool isTransient, Exception? inner = null)
        : base(message, inner)
    {
        SqliteErrorCode = code;
        SqliteExtendedErrorCode = extendedCode;
        IsTransient = isTransient;
    }

    /// <summary>The primary result code of SQLite; 0 when the refusal is our own.</summary>
    /// <seealso href="https://www.sqlite.org/rescode.html"/>
    public int SqliteErrorCode { get; }

    /// <summary>The extended result code of SQLite; 0 when the refusal is our own.</summary>
    public int SqliteExtendedErrorCode { get; }

    /// <summary>Whether the same call may succeed later without any change.</summary>
    public override bool IsTransient { get; }
}
