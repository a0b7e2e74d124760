using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Brings the tables of the enabled sets to the version of this program, or back.</summary>
/// <remarks>
/// All pending scripts are applied in one transaction: all of them or none. Each is first tried on a scratch database.
/// Two migrators at once are safe: the second waits and finds nothing left to do.
/// </remarks>
public sealed class TursoMigrator
{
    private readonly ClinicDatabase source;
    private readonly IClock clock;
    private readonly ILogger<TursoMigrator> logger;

    internal TursoMigrator(ClinicDatabase source, IClock clock, ILogger<TursoMigrator> logger)
    {
        this.source = source;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>Every migration of the enabled sets and where it stands; changes nothing.</summary>
    public async Task<IReadOnlyList<MigrationStatus>> StatusAsync(CancellationToken cancellationToken = default) =>
        MigrationCheck.Compare(source.Sets, await source.AppliedAsync(cancellationToken).ConfigureAwait(false) ?? []);

    /// <summary>Applies what is pending, and makes the database file where there is none.</summary>
    /// <returns>What was applied; nothing when the database was current.</returns>
    /// <exception cref="TursoException">The database is not ours, is newer, a script changed or failed; nothing was changed.</exception>
    public async Task<IReadOnlyList<MigrationStatus>> UpAsync(CancellationToken cancellationToken = default)
    {
        if ((await CheckedPendingAsync(cancellationToken).ConfigureAwait(false)).Count == 0) return [];
        await source.PrepareAsync(cancellationToken).ConfigureAwait(false);
        var done = await WriteAsync(ApplyPendingAsync, keep: true, cancellationToken).ConfigureAwait(false);
        foreach (var m in done) Log.Applied(logger, m.Set, m.Version, m.Name);
        return done;
    }

    /// <summary>Tries what is pending, on a scratch database and on the real one, and keeps nothing of it.</summary>
    /// <returns>What <see cref="UpAsync"/> would apply.</returns>
    /// <exception cref="TursoException">A script would fail or is refused.</exception>
    public async Task<IReadOnlyList<MigrationStatus>> DryRunAsync(CancellationToken cancellationToken = default)
    {
        var pending = await CheckedPendingAsync(cancellationToken).ConfigureAwait(false);
        var exists = await source.AppliedAsync(cancellationToken).ConfigureAwait(false) is not null;
        if (exists && pending.Count > 0) await WriteAsync(ApplyPendingAsync, keep: false, cancellationToken).ConfigureAwait(false);
        return pending;
    }

    /// <summary>Takes the migrations of one set back, newest first; the data in their tables is lost.</summary>
    /// <param name="set">The set, such as <c>pharmacy</c>.</param>
    /// <param name="toVersion">The version that stays; 0 takes all back.</param>
    /// <param name="cancellationToken">Stops the call; nothing is changed then.</param>
    /// <returns>What was taken back.</returns>
    public async Task<IReadOnlyList<MigrationStatus>> DownAsync(string set, int toVersion, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(toVersion);
        if (!source.Sets.Any(s => s.Name == set))
            throw new ArgumentException($"No set '{set}' is enabled; enabled are {string.Join(", ", source.Sets.Select(s => s.Name))}.", nameof(set));
        if (await source.AppliedAsync(cancellationToken).ConfigureAwait(false) is null) return [];
        var done = await WriteAsync((t, ct) => TakeBackAsync(t, set, toVersion, ct), keep: true, cancellationToken).ConfigureAwait(false);
        foreach (var m in done) Log.RolledBack(logger, m.Set, m.Version, m.Name);
        return done;
    }

    /// <summary>The pending scripts as one text that an administrator can read or run; changes nothing.</summary>
    public async Task<string> ScriptAsync(CancellationToken cancellationToken = default)
    {
        var pending = await CheckedPendingAsync(cancellationToken).ConfigureAwait(false);
        var text = new StringBuilder();
        if (pending.Count == 0) return "";
        text.Append("BEGIN IMMEDIATE;\n").Append(MigrationTracker.Create).Append(";\n").Append(source.MarkAsOurs is { Length: > 0 } mark ? $"{mark};\n" : "");
        foreach (var m in pending)
        {
            var script = Script(m);
            text.Append(CultureInfo.InvariantCulture, $"\n-- {MigrationCheck.Text(m)}\n{script.Forward}\n")
                .Append(CultureInfo.InvariantCulture, $"INSERT INTO migrations (set_name, version, name, checksum, applied_at, applied_by) VALUES ('{m.Set}', {m.Version}, '{m.Name}', '{script.Checksum}', CAST(strftime('%s', 'now') AS INTEGER) * 1000000, 'script');\n");
        }

        return text.Append("COMMIT;\n").ToString();
    }

    private async Task<List<MigrationStatus>> CheckedPendingAsync(CancellationToken cancellationToken)
    {
        var all = await StatusAsync(cancellationToken).ConfigureAwait(false);
        MigrationCheck.RequireKnown(source.Path, all);
        var pending = all.Where(m => m.State == MigrationState.Pending).ToList();
        if (pending.Count > 0) MigrationScratch.Try(source.Sets, all);
        return pending;
    }

    // The write lock is the advisory lock: whoever has it reads the tracker again before doing anything.
    private async Task<List<MigrationStatus>> WriteAsync(Func<IMigrationTarget, CancellationToken, Task<List<MigrationStatus>>> work, bool keep, CancellationToken cancellationToken)
    {
        try
        {
            return await source.MigrateAsync(work, keep, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            source.ForgetSchema();
        }
    }

    private async Task<List<MigrationStatus>> ApplyPendingAsync(IMigrationTarget target, CancellationToken cancellationToken)
    {
        await MigrationTracker.EnsureAsync(target, cancellationToken).ConfigureAwait(false);
        var all = await KnownAsync(target, cancellationToken).ConfigureAwait(false);
        var done = new List<MigrationStatus>();
        await ChangeTrail.SuspendAsync(target, cancellationToken).ConfigureAwait(false);
        foreach (var m in all.Where(m => m.State == MigrationState.Pending))
        {
            var script = Script(m);
            await RunAsync(target, m, script.Forward, cancellationToken).ConfigureAwait(false);
            if (Set(m).Fills.TryGetValue(m.Version, out var fill)) await fill(target, cancellationToken).ConfigureAwait(false);
            var row = new AppliedMigration(m.Set, m.Version, m.Name, script.Checksum, clock.GetCurrentInstant(), Environment.UserName);
            await MigrationTracker.AddAsync(target, row, cancellationToken).ConfigureAwait(false);
            done.Add(m with { State = MigrationState.Applied, AppliedAt = row.At, AppliedBy = row.By });
        }

        await ChangeTrail.ResumeAsync(target, cancellationToken).ConfigureAwait(false);
        return done;
    }

    private async Task<List<MigrationStatus>> TakeBackAsync(IMigrationTarget target, string set, int toVersion, CancellationToken cancellationToken)
    {
        var all = await KnownAsync(target, cancellationToken).ConfigureAwait(false);
        var done = new List<MigrationStatus>();
        await ChangeTrail.SuspendAsync(target, cancellationToken).ConfigureAwait(false);
        foreach (var m in all.Where(m => m.Set == set && m.Version > toVersion && m.State == MigrationState.Applied).OrderByDescending(m => m.Version))
        {
            await RunAsync(target, m, Script(m).Rollback, cancellationToken).ConfigureAwait(false);
            await MigrationTracker.RemoveAsync(target, m.Set, m.Version, cancellationToken).ConfigureAwait(false);
            done.Add(m with { State = MigrationState.Pending, AppliedAt = null, AppliedBy = null });
        }

        await ChangeTrail.ResumeAsync(target, cancellationToken).ConfigureAwait(false);
        return done;
    }

    private async Task<IReadOnlyList<MigrationStatus>> KnownAsync(IMigrationTarget target, CancellationToken cancellationToken)
    {
        var all = MigrationCheck.Compare(source.Sets, await MigrationTracker.ReadAsync(target, cancellationToken).ConfigureAwait(false));
        MigrationCheck.RequireKnown(source.Path, all);
        return all;
    }

    private static async Task RunAsync(IMigrationTarget target, MigrationStatus m, string sql, CancellationToken cancellationToken)
    {
        try
        {
            await target.ScriptAsync(sql, cancellationToken).ConfigureAwait(false);
        }
        catch (TursoException e) when (e.Kind is not (TursoErrorKind.LostTransaction or TursoErrorKind.UnknownOutcome))
        {
            throw SqliteErrors.Refused($"The migration {MigrationCheck.Text(m)} failed; nothing was changed. {e.Message}", e);
        }

        if (!target.IsInTransaction) throw SqliteErrors.Refused($"The migration {MigrationCheck.Text(m)} ended the transaction; scripts must not.");
        if (await target.QueryAsync("PRAGMA foreign_key_check", [], r => r.Text(0), cancellationToken).ConfigureAwait(false) is [var table, ..])
            throw SqliteErrors.Refused($"The migration {MigrationCheck.Text(m)} leaves rows of {table} that name missing rows; nothing was changed.");
    }

    private MigrationScript Script(MigrationStatus m) => Set(m).Scripts[m.Version - 1];

    private TursoSet Set(MigrationStatus m) => source.Sets.Single(s => s.Name == m.Set);
}
