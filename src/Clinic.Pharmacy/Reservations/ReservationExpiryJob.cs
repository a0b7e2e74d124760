using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Reservations;

/// <summary>Gives free the reservations whose time has come, in small commits.</summary>
public sealed class ReservationExpiryJob(StockReservations reservations, ISiteDirectory sites, IIdGenerator ids) : IClinicJob
{
    private const int PerCommit = 100;
    private const int CommitsPerRun = 50;

    /// <inheritdoc/>
    public string Name => "pharmacy.reservation-expiry";

    /// <inheritdoc/>
    public Duration Every => Duration.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var all = await sites.SitesAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (all.Count == 0) return JobReport.Nothing;
        var done = 0;
        for (var i = 0; i < CommitsPerRun; i++)
        {
            var x = new CommandContext(tenant, all[0].Id, Actor.System, "job", ids.Next<CommandId>());
            var answer = await reservations.ExpireAsync(x, new ExpireReservations(PerCommit), cancellationToken).ConfigureAwait(false);
            done += answer.Expired;
            if (answer.Expired < PerCommit) break;
        }

        return new(done);
    }
}
