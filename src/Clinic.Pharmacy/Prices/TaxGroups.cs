using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>Adds tax groups and their rates.</summary>
public sealed class TaxGroups
{
    private readonly IUnitOfWork work;
    private readonly PriceDesk desk;
    private readonly ITaxGroupStore groups;
    private readonly IIdGenerator ids;

    internal TaxGroups(IUnitOfWork work, PriceDesk desk, ITaxGroupStore groups, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.groups = groups;
        this.ids = ids;
    }

    /// <summary>Adds a tax group, or a rate to one.</summary>
    /// <exception cref="PharmacyException">The rate is not 0 to 100 %, begins too early, was changed since, or the role is missing.</exception>
    public Task<CatalogueAnswer<TaxGroupId>> SetAsync(CommandContext x, SetTaxGroup command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a tax group or a rate into a commit of the caller.</summary>
    public async Task<CatalogueAnswer<TaxGroupId>> StageAsync(IUnit unit, SetTaxGroup command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.ManagePrices);
        failures.ThrowIfAny();
        var stored = await groups.FindByCodeAsync(unit.Context.Tenant, command.Code, cancellationToken).ConfigureAwait(false);
        if (stored is null && command.Version != 0) throw new PharmacyException(PharmacyRules.TaxGroupUnknown, ("group", command.Code));
        VersionCheck.Same(failures, "tax group", command.Version, stored?.Version ?? 0);
        var rate = new TaxRate(command.From, command.Percent, unit.Context.Actor.Person, unit.Now, command.Reason);
        if (stored is not null)
        {
            var today = await desk.TodayAsync(unit, cancellationToken).ConfigureAwait(false);
            failures.Require(command.From >= today, PharmacyRules.PriceDateTooEarly, ("found", command.From), ("allowed", today));
            failures.Require(command.IsExempt == stored.IsExempt, PharmacyRules.FieldInvalid, ("field", "isExempt"), ("found", command.IsExempt), ("allowed", stored.IsExempt));
        }

        failures.ThrowIfAny();
        var group = stored?.Add(rate, command.Label)
            ?? TaxGroup.Restore(new(ids.Next<TaxGroupId>(), command.Code, command.Label, command.IsExempt, [rate], 1));
        groups.Save(unit, group);
        unit.Audit("tax-group.set", group.Fact, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group.Code} {rate.Percent} % from {rate.From:uuuu-MM-dd}"));
        return new(group.Id, group.Version);
    }
}
