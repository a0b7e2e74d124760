using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;

namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>Opens and closes the tills of cashiers.</summary>
public sealed class CashierShifts(IUnitOfWork work, IShiftStore shifts, ISiteDirectory sites, IIdGenerator ids)
{
    /// <summary>Opens a till.</summary>
    /// <exception cref="PharmacyException">The person has one open at this site, or may not sell.</exception>
    public Task<ShiftAnswer> OpenAsync(CommandContext x, OpenShift command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Counts a till and signs it off.</summary>
    /// <exception cref="PharmacyException">It is closed or another person's, a kind is not counted, or a difference has no reason.</exception>
    public Task<ShiftAnswer> CloseAsync(CommandContext x, CloseShift command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>The open till of a person at a site.</summary>
    /// <exception cref="PharmacyException">There is none.</exception>
    internal async Task<CashierShift> RequireOpenAsync(CommandContext x, Failures failures, CancellationToken ct) =>
        await shifts.OpenOfAsync(x.Tenant, x.Site, x.Actor.Person, ct).ConfigureAwait(false)
        ?? throw failures.With(PharmacyRules.ShiftMissing, ("person", x.Actor.Person), ("site", x.Site));

    private async Task<ShiftAnswer> StageAsync(IUnit unit, OpenShift command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.CloseShift);
        var site = await sites.FindSiteAsync(x.Tenant, x.Site, ct).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", x.Site));
        failures.Require(command.Float.Currency == site.Currency, PharmacyRules.FieldInvalid, ("field", "float"), ("found", command.Float.Currency), ("allowed", site.Currency));
        if (await shifts.OpenOfAsync(x.Tenant, x.Site, x.Actor.Person, ct).ConfigureAwait(false) is { } open)
            failures.Add(PharmacyRules.ShiftOpenAlready, ("shift", open.Id), ("opened", open.Opened));
        failures.ThrowIfAny();
        var opened = CashierShift.Restore(new(
            ids.Next<ShiftId>(), x.Site, x.Actor.Person, command.Float, unit.Now, [], ShiftStatus.Open, null, null, null, Version: 1));
        shifts.Add(unit, opened);
        unit.Audit("shift.opened", opened.Fact);
        return Answer(opened);
    }

    private async Task<ShiftAnswer> StageAsync(IUnit unit, CloseShift command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.CloseShift);
        var shift = await shifts.FindAsync(x.Tenant, command.Shift, ct).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.ShiftUnknown, ("shift", command.Shift));
        failures.Require(shift.Cashier == x.Actor.Person || x.Actor.HasAny(Role.Supervisor), PharmacyRules.ShiftForeign, ("shift", shift.Id));
        failures.Require(command.Counted.DistinctBy(c => c.Kind).Count() == command.Counted.Count, PharmacyRules.FieldInvalid,
            ("field", "counted"), ("found", command.Counted.Count), ("allowed", "each kind once"));
        failures.ThrowIfAny();
        var closed = shift.Close(command.Counted.ToDictionary(c => c.Kind, c => c.Amount), x.Actor.Person, command.Reason, unit.Now);
        shifts.Save(unit, closed);
        var differs = closed.Totals.Count(t => t.Difference is { Amount: not 0 });
        unit.Audit("shift.closed", closed.Fact, differs == 0 ? "as expected" : string.Create(CultureInfo.InvariantCulture, $"{differs} kinds differ"));
        return Answer(closed);
    }

    private static ShiftAnswer Answer(CashierShift s) => new(s.Id, s.Status, s.Totals, s.Version);
}
