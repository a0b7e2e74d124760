using Clinic.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Backs the whole database up once a day, proves that the backup can be restored, and deletes those that are too old.</summary>
/// <remarks>A database holds all clinics, so of several tenants only the first run of a day makes a backup.</remarks>
public sealed class TursoBackupJob(TursoOperations operations, IOptions<TursoBackupOptions> options, IClock clock) : IClinicJob
{
    private static readonly Duration Slack = Duration.FromMinutes(30);

    /// <inheritdoc/>
    public string Name => "clinic.backup";

    /// <inheritdoc/>
    public Duration Every => Duration.FromHours(24);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var o = options.Value;
        var known = await operations.ListAsync(o.Folder, cancellationToken).ConfigureAwait(false);
        if (known is [var newest, ..] && newest.MadeAt > clock.GetCurrentInstant() - Every + Slack) return JobReport.Nothing;
        var made = await operations.BackUpAsync(o.Folder, progress: null, cancellationToken).ConfigureAwait(false);
        await operations.VerifyAsync(made.File, progress: null, cancellationToken).ConfigureAwait(false);
        await operations.PruneAsync(o.Folder, Duration.FromDays(o.KeepDays), o.KeepAtLeast, cancellationToken).ConfigureAwait(false);
        return new JobReport(1);
    }
}
