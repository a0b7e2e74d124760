using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Live;

/// <summary>The running timers of every site that somebody looks at; each site is read once for all who listen.</summary>
/// <remarks>Thread-safe. A site that nobody listens to is not read at all.</remarks>
public sealed class StayLive
{
    private readonly Dictionary<(TenantId, SiteId), SiteHub> hubs = [];
    private readonly Lock gate = new();
    private readonly SiteReader reader;
    private readonly EmergencyBillingOptions options;
    private readonly IIdGenerator ids;

    internal StayLive(IOpenStays open, IStayStore stays, IStayAlertStore alerts, ITariffSource tariffs, EmergencyBillingOptions options, IClock clock, IIdGenerator ids)
    {
        reader = new(open, stays, alerts, tariffs, clock);
        this.options = options;
        this.ids = ids;
    }

    /// <summary>How many listen, over all sites.</summary>
    public int Listeners
    {
        get
        {
            lock (gate) return hubs.Values.Sum(h => h.Count);
        }
    }

    /// <summary>Begins to follow the caller's site: all its open stays first, or only what was missed.</summary>
    /// <param name="x">Who listens where.</param>
    /// <param name="after">The id of the last frame that was seen; null or unknown for everything.</param>
    /// <returns>The listener, or null when the site has as many as the options allow.</returns>
    /// <exception cref="EmergencyBillingException">The actor may not read stays.</exception>
    public LiveListener? Listen(CommandContext x, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.ReadStays);
        failures.ThrowIfAny();
        lock (gate)
        {
            if (!hubs.TryGetValue((x.Tenant, x.Site), out var hub))
                hubs.Add((x.Tenant, x.Site), hub = new(x.Tenant, x.Site, reader, options, ids.Next<StayId>().ToString(), Close));
            if (hub.Count >= options.MostLiveListeners) return null;
            var listener = new LiveListener(SiteHub.MostBehind, l => Leave(hub, l));
            hub.Join(listener, after);
            return listener;
        }
    }

    private void Leave(SiteHub hub, LiveListener listener)
    {
        hub.Remove(listener);
        Close(hub);
    }

    // Nobody is left, or nobody came back: the site is read no more.
    private void Close(SiteHub hub)
    {
        lock (gate)
        {
            if (hub.Count > 0) return;
            if (hubs.GetValueOrDefault(hub.Key) == hub) hubs.Remove(hub.Key);
            hub.Dispose();
        }
    }
}
