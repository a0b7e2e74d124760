using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>What every command of a requisition looks up and writes: the requisition, if the actor may see it, and its trace.</summary>
internal sealed class RequisitionDesk(StockDesk stock, ISiteDirectory sites, IRequisitionStore requisitions)
{
    public StockDesk Stock => stock;

    /// <summary>Supervisors, auditors and jobs see all requisitions; everybody else those of their departments.</summary>
    public static bool MaySee(Actor actor, Requisition requisition) =>
        SeesAll(actor) || actor.Departments.Contains(requisition.Requesting) || actor.Departments.Contains(requisition.Supplying);

    public static bool SeesAll(Actor actor) => actor.HasAny(Role.Supervisor, Role.Auditor, Role.System);

    /// <summary>A requisition that the actor may see, for an act that one side of it may do; every failed guard is noted.</summary>
    public async Task<Requisition> LoadAsync(
        IUnit unit, RequisitionId id, long? version, PharmacyAct act, Func<Requisition, (LocationId Location, DepartmentId Department)> side, Failures failures, CancellationToken ct)
    {
        var actor = unit.Context.Actor;
        PharmacyRights.CheckRole(failures, actor, act);
        var found = await requisitions.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false);
        if (found is null || !MaySee(actor, found)) throw failures.With(PharmacyRules.RequisitionUnknown, ("requisition", id));
        var (location, department) = side(found);
        if (!actor.HasAny(Role.Supervisor, Role.System) && !actor.Departments.Contains(department))
            failures.Add(PharmacyRules.DepartmentMissing, ("action", act), ("location", location), ("department", department));
        if (version is { } read) VersionCheck.Same(failures, "requisition", read, found.Version);
        return found;
    }

    public static (LocationId, DepartmentId) Requesting(Requisition r) => (r.Destination, r.Requesting);

    public static (LocationId, DepartmentId) Supplying(Requisition r) => (r.Origin, r.Supplying);

    /// <summary>The date at a site.</summary>
    public async Task<LocalDate> TodayAsync(TenantId tenant, SiteId site, Instant now, CancellationToken ct)
    {
        var found = await sites.FindSiteAsync(tenant, site, ct).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", site));
        return found.DateOf(now);
    }

    /// <summary>The next number of a site in the year that it has there now.</summary>
    public async Task<RequisitionNumber> NextNumberAsync(IUnit unit, SiteId site, CancellationToken ct)
    {
        var year = (await TodayAsync(unit.Context.Tenant, site, unit.Now, ct).ConfigureAwait(false)).Year;
        return new(year, await requisitions.LastSequenceAsync(unit.Context.Tenant, site, year, ct).ConfigureAwait(false) + 1);
    }

    /// <summary>Where damaged and blocked goods are put at the site of the command: the place that was said, or the first there is.</summary>
    public async Task<LocationId> QuarantineAsync(CommandContext x, LocationId? said, DepartmentId department, Failures failures, CancellationToken ct)
    {
        var all = await sites.LocationsAsync(x.Tenant, x.Site, ct).ConfigureAwait(false);
        var found = all.Where(l => l.Kind == LocationKind.Quarantine && (said is null || l.Id == said)).OrderByDescending(l => l.Department == department).FirstOrDefault();
        failures.Require(found is not null, PharmacyRules.RequisitionQuarantineMissing, ("location", said is { } id ? id : "nothing"), ("site", x.Site));
        return found?.Id ?? default;
    }

    /// <summary>Stages the next state with its audit entry and events.</summary>
    public RequisitionAnswer Save(IUnit unit, Requisition next, string action, IReadOnlyList<string> events, TransferId? delivery = null, IReadOnlyList<LotId>? setAside = null)
    {
        requisitions.Save(unit, next);
        unit.Audit($"requisition.{action}", next.Fact, next.Number?.ToString());
        var notice = new RequisitionNotice(next.Id, next.Number?.ToString(), next.Requesting, next.Supplying, delivery);
        foreach (var type in events) unit.Publish(type, JsonSerializer.Serialize(notice, ClinicJson.Options));
        return new(next.Id, next.Status, next.Number?.ToString(), next.Version, delivery, setAside ?? []);
    }
}
