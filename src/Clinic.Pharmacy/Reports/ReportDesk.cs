using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>What every report begins with: rights, site, days and names.</summary>
internal sealed class ReportDesk(IPresentationStore presentations, ISiteDirectory sites, IClock clock)
{
    public static void Check(Actor reader, PharmacyAct act)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, reader, act);
        failures.ThrowIfAny();
    }

    public static bool SeesCosts(Actor reader) => reader.HasAny([.. PharmacyRights.RolesFor(PharmacyAct.ReadCosts)]);

    public async Task<(Site Site, ReportPeriod Period)> PeriodAsync(TenantId tenant, SiteId site, LocalDate from, LocalDate through, CancellationToken ct)
    {
        var found = await sites.FindSiteAsync(tenant, site, ct).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", site));
        return (found, ReportPeriod.Of(from, through, found.Zone));
    }

    /// <summary>A day that has come; today where none is named.</summary>
    public async Task<(Site Site, ReportPeriod Period)> DayAsync(TenantId tenant, SiteId site, LocalDate? asOf, CancellationToken ct)
    {
        var found = await sites.FindSiteAsync(tenant, site, ct).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", site));
        var today = found.DateOf(clock.GetCurrentInstant());
        var day = asOf ?? today;
        if (day > today) throw new PharmacyException(PharmacyRules.ReportInFuture, ("asked", day), ("today", today));
        return (found, ReportPeriod.Of(day, day, found.Zone));
    }

    public async Task<Presentation> PresentationAsync(TenantId tenant, string codeOrId, CancellationToken ct)
    {
        var found = PresentationId.TryParse(codeOrId, out var id)
            ? await presentations.FindAsync(tenant, id, ct).ConfigureAwait(false)
            : await presentations.FindByCodeAsync(tenant, codeOrId, ct).ConfigureAwait(false);
        return found ?? throw new PharmacyException(PharmacyRules.PresentationUnknown, ("presentation", codeOrId));
    }

    public async Task<IReadOnlyDictionary<PresentationId, Presentation>> ProductsAsync(TenantId tenant, CancellationToken ct)
    {
        var all = new Dictionary<PresentationId, Presentation>();
        await foreach (var p in Pages.AllAsync(p => presentations.ListAsync(tenant, null, null, p, ct)).ConfigureAwait(false)) all[p.Id] = p;
        return all;
    }

    public async Task<IReadOnlyDictionary<DepartmentId, string>> DepartmentsAsync(TenantId tenant, SiteId site, CancellationToken ct) =>
        (await sites.DepartmentsAsync(tenant, site, ct).ConfigureAwait(false)).ToDictionary(d => d.Id, d => d.Name);

    public async Task<IReadOnlyDictionary<LocationId, Location>> LocationsAsync(TenantId tenant, SiteId site, CancellationToken ct) =>
        (await sites.LocationsAsync(tenant, site, ct).ConfigureAwait(false)).ToDictionary(l => l.Id);
}
