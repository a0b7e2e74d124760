using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Errors of a server where a lost race may be behind them, as for a file.</summary>
internal static class RemoteErrors
{
    /// <summary>A failed unique key or check is a race that somebody else won; anything else stays an error of the database.</summary>
    public static Exception Translate(TursoException e, FactKey? fact = null)
    {
        if (e.Kind is TursoErrorKind.Unique or TursoErrorKind.Check) return new ConcurrencyConflictException(fact is { } known ? [known] : [], e);
        return fact is { } about
            ? new TursoException($"{e.Message} Concerned: {about}.", e.SqliteErrorCode, e.SqliteExtendedErrorCode, e.IsTransient, e) { Kind = e.Kind, Code = e.Code }
            : e;
    }
}
