using Clinic.Abstractions;
using Clinic.Storage.Turso;

namespace Clinic.Hosts;

/// <summary>The state of the database as hosts and commands need it.</summary>
public static class DatabaseSetup
{
    /// <summary>Brings the database up to date in Development; elsewhere refuses one that is behind.</summary>
    /// <exception cref="SetupException">The database is behind or not usable; the message says what to do.</exception>
    public static async Task ReadyDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var settings = services.GetRequiredService<ClinicSettings>();
        // Asked for here, so that a missing key stops the start and not the first command.
        services.GetRequiredService<PayloadKeyRing>();
        services.GetRequiredService<AttachmentKeyRing>();
        services.GetRequiredService<AuditSealKeyRing>();
        if (settings.Mode == StorageMode.Memory) return;
        // Before anything else puts a key into it: nobody but this account may look inside.
        PrivateFolder.Make(settings.DataFolder);
        if (settings.IsDevelopment)
        {
            await services.DatabaseUpAsync(cancellationToken);
            return;
        }

        var behind = (await StatusAsync(services, cancellationToken)).Where(m => m.State != MigrationState.Applied).ToList();
        if (behind.Count == 0) return;
        throw new SetupException(
            $"The database {settings.DataSource} does not fit this version: {string.Join("; ", behind)}. Back it up, then run 'Clinic.Api db up' with the same configuration.");
    }

    /// <summary>Brings the database up to date and says what was applied.</summary>
    public static async Task<IReadOnlyList<string>> DatabaseUpAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var settings = services.GetRequiredService<ClinicSettings>();
        if (settings.Mode == StorageMode.Memory) return ["in memory; nothing to migrate"];
        if (settings.Mode == StorageMode.Local) MakeFolder(settings.DataSource);
        var done = await Translated(() => services.GetRequiredService<TursoMigrator>().UpAsync(cancellationToken));
        return done.Count == 0 ? ["up to date"] : [.. done.Select(m => m.ToString())];
    }

    /// <summary>Tries what is missing and says what <see cref="DatabaseUpAsync"/> would apply; keeps nothing of it.</summary>
    public static async Task<IReadOnlyList<string>> DatabaseDryRunAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var settings = services.GetRequiredService<ClinicSettings>();
        if (settings.Mode == StorageMode.Memory) return ["in memory; nothing to migrate"];
        var pending = await Translated(() => services.GetRequiredService<TursoMigrator>().DryRunAsync(cancellationToken));
        return pending.Count == 0 ? ["up to date"] : [.. pending.Select(m => m.ToString())];
    }

    /// <summary>Says which migrations are applied and which are missing.</summary>
    public static async Task<IReadOnlyList<string>> DatabaseStatusAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var settings = services.GetRequiredService<ClinicSettings>();
        return settings.Mode == StorageMode.Memory ? ["in memory; nothing to migrate"] : [.. (await StatusAsync(services, cancellationToken)).Select(m => m.ToString())];
    }

    /// <summary>What is missing as one SQL text.</summary>
    public static async Task<IReadOnlyList<string>> DatabaseScriptAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var settings = services.GetRequiredService<ClinicSettings>();
        if (settings.Mode == StorageMode.Memory) return ["-- in memory; nothing to migrate"];
        var script = await Translated(() => services.GetRequiredService<TursoMigrator>().ScriptAsync(cancellationToken));
        return [script.Length == 0 ? "-- up to date" : script];
    }

    /// <summary>Takes the newest migrations of a set back; their data are lost.</summary>
    public static async Task<IReadOnlyList<string>> DatabaseDownAsync(
        this IServiceProvider services, string set, int to, CancellationToken cancellationToken = default)
    {
        var settings = services.GetRequiredService<ClinicSettings>();
        if (settings.Mode == StorageMode.Memory) return ["in memory; nothing to migrate"];
        try
        {
            var done = await Translated(() => services.GetRequiredService<TursoMigrator>().DownAsync(set, to, cancellationToken));
            return done.Count == 0 ? ["nothing to take back"] : [.. done.Select(m => m.ToString())];
        }
        catch (ArgumentException e)
        {
            throw new SetupException(e.Message, e);
        }
    }

    private static void MakeFolder(string dataSource)
    {
        try
        {
            PrivateFolder.Make(Path.GetDirectoryName(dataSource)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The folder of the database {dataSource} cannot be made. {e.Message}", e);
        }
    }

    private static Task<IReadOnlyList<MigrationStatus>> StatusAsync(IServiceProvider services, CancellationToken ct) =>
        Translated(() => services.GetRequiredService<TursoMigrator>().StatusAsync(ct));

    private static async Task<T> Translated<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (TursoException e)
        {
            throw new SetupException(e.Message, e);
        }
    }
}
