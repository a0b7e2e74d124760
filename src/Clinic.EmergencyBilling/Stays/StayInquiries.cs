using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Reading: lists of stays, one stay whole, and what it costs so far.</summary>
public sealed class StayInquiries(IStayStore stays, ITariffSource tariffs, IClock clock)
{
    /// <summary>Stays of the caller's site, last registered first; paged.</summary>
    /// <exception cref="EmergencyBillingException">The actor may not read.</exception>
    public Task<Page<EmergencyStay>> ListAsync(CommandContext x, StayQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        CheckRead(x);
        ArgumentNullException.ThrowIfNull(query);
        return stays.ListAsync(x.Tenant, query with { Site = x.Site }, page, cancellationToken);
    }

    /// <summary>One stay with its log, or null where the site has none of this id.</summary>
    /// <exception cref="EmergencyBillingException">The actor may not read.</exception>
    public async Task<EmergencyStay?> FindAsync(CommandContext x, StayId stay, CancellationToken cancellationToken = default)
    {
        CheckRead(x);
        var found = stay == default ? null : await stays.FindAsync(x.Tenant, stay, cancellationToken).ConfigureAwait(false);
        return found is not null && found.Site == x.Site ? found : null;
    }

    /// <summary>What a stay costs now, or cost at its close, by the very function that makes the bill; null where there is no such stay.</summary>
    /// <param name="x">Who asks where.</param>
    /// <param name="stay">The stay.</param>
    /// <param name="now">The end of a stay that is still open; null for the clinic's clock.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="EmergencyBillingException">The clock has not begun, the stay has no price, or no tariff is in force.</exception>
    public async Task<StayPreview?> PreviewAsync(CommandContext x, StayId stay, Instant? now = null, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(x, stay, cancellationToken).ConfigureAwait(false) is not { } found) return null;
        var inForce = await tariffs.ReadAsync(x.Tenant, found.Site, cancellationToken).ConfigureAwait(false);
        return new(found, Price(found, inForce, now ?? clock.GetCurrentInstant()));
    }

    /// <summary>The statement of a stay with the prices of its site; pure, for previews and for bills.</summary>
    /// <exception cref="EmergencyBillingException">The clock has not begun, the stay has no price, or no tariff is in force.</exception>
    public static Statement Price(EmergencyStay stay, TariffsInForce inForce, Instant now)
    {
        ArgumentNullException.ThrowIfNull(stay);
        ArgumentNullException.ThrowIfNull(inForce);
        if (stay.IsVoid || stay.Status == StayStatus.NotBillable)
            throw new EmergencyBillingException(EmergencyBillingRules.StayNotPriced, ("stay", stay.Id), ("status", stay.Status));
        return StayRater.Rate(new(
            stay.ToTimeline(), inForce.Book, inForce.Holidays, DateTimeZoneProviders.Tzdb[stay.Zone], DateTimeZoneProviders.Tzdb.VersionId, now));
    }

    private static void CheckRead(CommandContext x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.ReadStays);
        failures.ThrowIfAny();
    }
}
