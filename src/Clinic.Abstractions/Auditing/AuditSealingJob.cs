using System.Text.Json;
using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Seals what was audited since the last seal, and publishes each seal through the outbox.</summary>
public sealed class AuditSealingJob(IAuditSealStore store, AuditSealKeyRing keys, IClock clock, IIdGenerator ids) : IClinicJob
{
    private const int MostSeals = 50;

    /// <inheritdoc/>
    public string Name => "clinic.audit-sealing";

    /// <inheritdoc/>
    public Duration Every => Duration.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var last = await store.LastAsync(tenant, cancellationToken).ConfigureAwait(false);
        var (done, holes) = (0, 0L);
        for (var i = 0; i < MostSeals; i++)
        {
            var first = (last?.To ?? 0) + 1;
            var rows = await store.RowsAsync(tenant, first - 1, AuditSeal.MostEntries, cancellationToken).ConfigureAwait(false);
            if (rows.Count == 0) break;
            var now = clock.GetCurrentInstant().TruncateToMicroseconds();
            var seal = AuditSealer.Seal(tenant, last, first, rows, keys, now);
            var json = JsonSerializer.Serialize(seal.Published, ClinicJson.Options);
            try
            {
                await store.AppendAsync(seal, new OutboxEvent(ids.Next(), tenant, PublishedSeal.EventType, json, now, Attempts: 0), cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyConflictException)
            {
                // Another process sealed the same range; its seal is as good.
                break;
            }

            done++;
            holes += Holes(seal);
            last = seal;
        }

        // A hole is sealed as one, so that the audit goes on being sealed and the hole can never be filled unseen.
        return holes == 0 ? new(done) : new(done, 1, FormattableString.Invariant($"{holes} audit entries are gone"));
    }

    private static long Holes(AuditSeal seal)
    {
        var holes = 0L;
        for (var position = seal.From; position <= seal.To; position++)
        {
            if (AuditSealer.IdAt(seal, position) == Guid.Empty) holes++;
        }

        return holes;
    }
}
