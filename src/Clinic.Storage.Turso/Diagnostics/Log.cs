using Microsoft.Extensions.Logging;

namespace Clinic.Storage.Turso;

/// <summary>What this package logs: event ids 5000 to 5099. Statements carry no values.</summary>
internal static partial class Log
{
    // 5000-5019: statements and commits.
    [LoggerMessage(5000, LogLevel.Warning, "A statement or commit took {Milliseconds:0} ms: {Statement}")]
    public static partial void SlowStatement(ILogger logger, double milliseconds, string statement);

    [LoggerMessage(5001, LogLevel.Warning, "Another process kept the database locked for more than {Milliseconds:0} ms.")]
    public static partial void Busy(ILogger logger, double milliseconds);

    [LoggerMessage(5002, LogLevel.Debug, "The command {Command} ({Name}) lost a race about {Facts}.")]
    public static partial void Conflict(ILogger logger, string command, string name, string facts);

    [LoggerMessage(5003, LogLevel.Warning, "The answer to the commit of the command {Command} ({Name}) was lost; looking whether it was done.")]
    public static partial void UnknownOutcome(ILogger logger, string command, string name);

    // 5020-5039: migrations.
    [LoggerMessage(5020, LogLevel.Information, "Applied the migration {Set} {Version:0000} {Name}.")]
    public static partial void Applied(ILogger logger, string set, int version, string name);

    [LoggerMessage(5021, LogLevel.Warning, "Rolled back the migration {Set} {Version:0000} {Name}.")]
    public static partial void RolledBack(ILogger logger, string set, int version, string name);

    [LoggerMessage(5022, LogLevel.Warning, "The server took the lock of the migration of {Database} away; it is tried again.")]
    public static partial void MigrationLost(ILogger logger, string database);

    // 5040-5059: backups.
    [LoggerMessage(5040, LogLevel.Warning, "The backup {File} is not counted: its description cannot be read.")]
    public static partial void BackupNotListed(ILogger logger, string file, Exception exception);
}
