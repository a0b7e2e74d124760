using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using NodaTime;

namespace Clinic.Pharmacy.Stock;

/// <summary>What every stock command looks up first: site, locations, presentations, and the instant it is about.</summary>
internal sealed class StockDesk(ISiteDirectory sites, IPresentationStore presentations, PharmacyOptions options)
{
    // Nothing was entered before; a slip of the keyboard in the year must not become the first entry of the ledger.
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);

    public PharmacyOptions Options => options;

    public async Task<Site> SiteAsync(CommandContext x, CancellationToken ct) =>
        await sites.FindSiteAsync(x.Tenant, x.Site, ct).ConfigureAwait(false)
        ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", x.Site));

    /// <summary>The location at the site of the command, with the actor's right to act there.</summary>
    public async Task<Location?> LocationAsync(CommandContext x, LocationId id, PharmacyAct act, Failures failures, CancellationToken ct)
    {
        var location = await AnyLocationAsync(x, id, failures, ct).ConfigureAwait(false);
        if (location is null) return null;
        if (location.Site != x.Site)
        {
            failures.Add(PharmacyRules.LocationUnknown, ("location", id));
            return null;
        }

        PharmacyRights.CheckDepartment(failures, x.Actor, act, location);
        return location;
    }

    /// <summary>A location where things lie to be counted or written off; what is in transit belongs to its transfer.</summary>
    public async Task<Location?> StockedLocationAsync(CommandContext x, LocationId id, PharmacyAct act, Failures failures, CancellationToken ct)
    {
        var location = await LocationAsync(x, id, act, failures, ct).ConfigureAwait(false);
        failures.Require(location is not { Kind: LocationKind.Transit }, PharmacyRules.LocationKindWrong,
            ("location", id), ("found", LocationKind.Transit), ("allowed", "store, quarantine"));
        return location;
    }

    /// <summary>The right to act at the location of a stored line; transit belongs to nobody, and other sites to their own people.</summary>
    public async Task LocationOfLineAsync(CommandContext x, LocationId id, PharmacyAct act, Failures failures, CancellationToken ct)
    {
        var location = await AnyLocationAsync(x, id, failures, ct).ConfigureAwait(false);
        if (location is not null && location.Kind != LocationKind.Transit) PharmacyRights.CheckDepartment(failures, x.Actor, act, location);
    }

    /// <summary>A location of any site of the tenant.</summary>
    public async Task<Location?> AnyLocationAsync(CommandContext x, LocationId id, Failures failures, CancellationToken ct)
    {
        var location = id == default ? null : await sites.FindLocationAsync(x.Tenant, id, ct).ConfigureAwait(false);
        failures.Require(location is not null, PharmacyRules.LocationUnknown, ("location", id));
        return location;
    }

    /// <summary>The department that receives an issue must exist, or a recall would look for nobody.</summary>
    public async Task CheckTargetAsync(CommandContext x, IssueTarget? target, Failures failures, CancellationToken ct)
    {
        if (target?.Department is not { } department) return;
        var known = await sites.DepartmentsAsync(x.Tenant, x.Site, ct).ConfigureAwait(false);
        failures.Require(known.Any(d => d.Id == department), PharmacyRules.DepartmentUnknown, ("department", department));
    }

    public async Task<Location> TransitAsync(CommandContext x, Failures failures, CancellationToken ct)
    {
        var all = await sites.LocationsAsync(x.Tenant, x.Site, ct).ConfigureAwait(false);
        return all.FirstOrDefault(l => l.Kind == LocationKind.Transit) ?? throw failures.With(PharmacyRules.TransitMissing, ("site", x.Site));
    }

    public async Task<Presentation?> PresentationAsync(CommandContext x, PresentationId id, Failures failures, CancellationToken ct)
    {
        var presentation = id == default ? null : await presentations.FindAsync(x.Tenant, id, ct).ConfigureAwait(false);
        failures.Require(presentation is not null, PharmacyRules.PresentationUnknown, ("presentation", id));
        return presentation;
    }

    /// <summary>When it happened: now unless said, a little ahead of now is now, further ahead is refused.</summary>
    public Instant Occurred(Instant? asked, Instant now, Failures failures)
    {
        if (asked is not { } at || (at > now && at <= now + options.ClockSkew)) return now;
        failures.Require(at <= now, PharmacyRules.TimeInFuture, ("asked", at), ("now", now));
        if (at < Earliest)
        {
            failures.Add(PharmacyRules.FieldInvalid, ("field", "occurred"), ("found", at), ("allowed", "the year 2000 or later"));
            return now;
        }

        return at.TruncateToMicroseconds();
    }

    public void CheckLines(int count, Failures failures) =>
        failures.Require(count >= 1 && count <= options.MostLines, PharmacyRules.NothingAsked, ("allowed", options.MostLines));
}
