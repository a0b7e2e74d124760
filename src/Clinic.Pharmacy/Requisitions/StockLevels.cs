using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Sets how much stock locations should have.</summary>
public sealed class StockLevels
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly IStockLevelStore levels;
    private readonly IIdGenerator ids;

    internal StockLevels(IUnitOfWork work, StockDesk desk, IStockLevelStore levels, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.levels = levels;
        this.ids = ids;
    }

    /// <summary>Sets the level of a presentation at a location.</summary>
    /// <exception cref="PharmacyException">The levels cannot be, or a place or product is unknown.</exception>
    public Task<CatalogueAnswer<StockLevelId>> SetAsync(CommandContext x, SetStockLevel command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<CatalogueAnswer<StockLevelId>> StageAsync(IUnit unit, SetStockLevel command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.SetStockLevel);
        await desk.StockedLocationAsync(x, command.Location, PharmacyAct.SetStockLevel, failures, ct).ConfigureAwait(false);
        var presentation = await desk.PresentationAsync(x, command.Presentation, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        if (command.Pack is { } pack) failures.Require(presentation!.UnitsPer(pack) is not null, PharmacyRules.UnitUnknown, ("found", pack), ("allowed", string.Join(", ", presentation.Levels.Select(l => l.Name).Prepend(presentation.BaseUnit.Code))));
        failures.Require(command.Minimum >= 0 && command.Minimum <= command.Maximum, PharmacyRules.StockLevelInvalid, ("minimum", command.Minimum), ("maximum", command.Maximum));
        var exact = StockQuantity.TryOf(command.Minimum, presentation!.Scale, out var minimum) & StockQuantity.TryOf(command.Maximum, presentation.Scale, out var maximum);
        failures.Require(exact, PharmacyRules.QuantityTooFine, ("found", $"{command.Minimum.ToString(CultureInfo.InvariantCulture)} and {command.Maximum.ToString(CultureInfo.InvariantCulture)}"), ("allowed", presentation.Scale));
        var stored = await levels.FindAsync(x.Tenant, command.Location, command.Presentation, ct).ConfigureAwait(false);
        if (command.Version is { } read) VersionCheck.Same(failures, "stock level", read, stored?.Version ?? 0);
        failures.ThrowIfAny();
        var next = StockLevel.Restore(new(
            stored?.Id ?? ids.Next<StockLevelId>(), command.Location, command.Presentation, minimum, maximum, command.Pack, x.Actor.Person, unit.Now, (stored?.Version ?? 0) + 1));
        levels.Save(unit, next);
        unit.Audit("stock-level.set", next.Fact, $"{minimum} to {maximum}");
        return new(next.Id, next.Version);
    }
}
