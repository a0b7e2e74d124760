using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Live;

/// <summary>What a hub reads of its site.</summary>
internal sealed class SiteReader(IOpenStays open, IStayStore stays, IStayAlertStore alerts, ITariffSource tariffs, IClock clock)
{
    // Up to here single reads are cheaper than the whole list.
    private const int FewStays = 8;

    public Instant Now => clock.GetCurrentInstant();

    public Task<IReadOnlyList<OpenStay>> OpenAsync(TenantId tenant, SiteId site, CancellationToken ct) => open.OpenAsync(tenant, site, ct);

    public Task<TariffsInForce> PricesAsync(TenantId tenant, SiteId site, CancellationToken ct) => tariffs.ReadAsync(tenant, site, ct);

    public async Task<Dictionary<StayId, StayNextAlert>> NextAsync(TenantId tenant, SiteId site, CancellationToken ct) =>
        (await alerts.NextAsync(tenant, site, ct).ConfigureAwait(false)).ToDictionary(n => n.Stay);

    public async Task<IReadOnlyList<EmergencyStay>> LoadAsync(TenantId tenant, SiteId site, IReadOnlyCollection<StayId> wanted, CancellationToken ct)
    {
        var found = new Dictionary<StayId, EmergencyStay>();
        if (wanted.Count > FewStays)
        {
            string? after = null;
            do
            {
                var page = await stays.ListAsync(tenant, new() { Site = site, IsOpen = true }, new PageRequest(PageRequest.LargestSize, after), ct).ConfigureAwait(false);
                foreach (var stay in page.Items) found[stay.Id] = stay;
                after = page.Next;
            }
            while (after is not null);
        }

        var all = new List<EmergencyStay>();
        foreach (var id in wanted)
        {
            var stay = found.GetValueOrDefault(id) ?? await stays.FindAsync(tenant, id, ct).ConfigureAwait(false);
            if (stay?.StartedAt is not null) all.Add(stay);
        }

        return all;
    }
}
