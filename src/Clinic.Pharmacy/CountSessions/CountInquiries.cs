using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Answers what is counted, what is due next, and prints the blank sheet; changes nothing.</summary>
public sealed class CountInquiries
{
    private readonly ICountSessionStore sessions;
    private readonly CountList list;
    private readonly IPresentationStore presentations;
    private readonly ISiteDirectory sites;
    private readonly CountSessionOptions options;
    private readonly IClock clock;

    internal CountInquiries(
        ICountSessionStore sessions, CountList list, IPresentationStore presentations, ISiteDirectory sites, CountSessionOptions options, IClock clock)
    {
        this.sessions = sessions;
        this.list = list;
        this.presentations = presentations;
        this.sites = sites;
        this.options = options;
        this.clock = clock;
    }

    /// <summary>A session as the viewer may see it now.</summary>
    /// <exception cref="PharmacyException">The session is unknown.</exception>
    public async Task<CountSessionView> SessionAsync(TenantId tenant, CountSessionId session, PersonId viewer, CancellationToken cancellationToken = default) =>
        CountSessionView.Of(await LoadAsync(tenant, session, cancellationToken).ConfigureAwait(false), viewer);

    /// <summary>Sessions as the viewer may see them now, last planned first; paged.</summary>
    public async Task<Page<CountSessionView>> SessionsAsync(
        TenantId tenant, LocationId? location, CountSessionStatus? status, PersonId viewer, PageRequest page, CancellationToken cancellationToken = default)
    {
        var found = await sessions.ListAsync(tenant, location, status, page, cancellationToken).ConfigureAwait(false);
        return new([.. found.Items.Select(s => CountSessionView.Of(s, viewer))], found.Next);
    }

    /// <summary>What lies at a location and when it must be counted next: the most urgent first, then by lot id.</summary>
    /// <exception cref="PharmacyException">The location is unknown.</exception>
    public async Task<IReadOnlyList<CountDue>> PlanAsync(TenantId tenant, LocationId location, CancellationToken cancellationToken = default)
    {
        _ = await sites.FindLocationAsync(tenant, location, cancellationToken).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.LocationUnknown, ("location", location));
        var now = clock.GetCurrentInstant();
        var all = await list.AtAsync(tenant, location, cancellationToken).ConfigureAwait(false);
        return [.. all.Select(c => Due(c, now)).OrderBy(d => d.Due).ThenBy(d => d.Lot.Value)];
    }

    /// <summary>The blank sheet of a session as a page to print, in Spanish or English; it never shows a quantity.</summary>
    /// <exception cref="PharmacyException">The session is unknown.</exception>
    public async Task<string> SheetAsync(TenantId tenant, CountSessionId session, string language, CancellationToken cancellationToken = default)
    {
        var found = await LoadAsync(tenant, session, cancellationToken).ConfigureAwait(false);
        var location = await sites.FindLocationAsync(tenant, found.Location, cancellationToken).ConfigureAwait(false);
        var site = location is null ? null : await sites.FindSiteAsync(tenant, location.Site, cancellationToken).ConfigureAwait(false);
        var names = new Dictionary<PresentationId, (string Name, string Unit)>();
        foreach (var id in found.Lines.Select(l => l.Presentation).Distinct())
        {
            var presentation = await presentations.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false);
            names.Add(id, presentation is null ? (id.ToString(), "") : ($"{presentation.Code} {presentation.Name}", presentation.BaseUnit.Code));
        }

        return CountSheet.Html(found, site, location?.Name ?? found.Location.ToString(), names, language);
    }

    internal CountDue Due(CountableLot lot, Instant now)
    {
        var found = lot.Stock.Lot;
        var due = (lot.LastCounted ?? found.Received) + options.Every(lot.IsControlled, lot.Class);
        return new(lot.Stock.Location, found.Presentation, found.Id, found.Number, lot.IsControlled, lot.Class, lot.LastCount, lot.LastCounted, due, due <= now);
    }

    private async Task<CountSession> LoadAsync(TenantId tenant, CountSessionId session, CancellationToken ct) =>
        await sessions.FindAsync(tenant, session, ct).ConfigureAwait(false)
        ?? throw new PharmacyException(PharmacyRules.CountSessionUnknown, ("session", session));
}
