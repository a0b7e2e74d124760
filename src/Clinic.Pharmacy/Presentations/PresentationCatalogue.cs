using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Presentations;

/// <summary>Adds, changes and retires presentations.</summary>
public sealed class PresentationCatalogue(
    IUnitOfWork work, IMedicationStore medications, IPresentationStore presentations, IMovementStore movements, IIdGenerator ids)
{
    /// <summary>Adds a presentation.</summary>
    /// <exception cref="PharmacyException">Fields are malformed, code or GTIN are taken, or the role is missing.</exception>
    public Task<CatalogueAnswer<PresentationId>> AddAsync(CommandContext x, AddPresentation command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Changes a presentation.</summary>
    /// <exception cref="PharmacyException">It is unknown, was changed since, is frozen, or the new data are malformed.</exception>
    public Task<CatalogueAnswer<PresentationId>> ReviseAsync(CommandContext x, RevisePresentation command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Takes a presentation out of use.</summary>
    /// <exception cref="PharmacyException">It is unknown or was changed since.</exception>
    public Task<CatalogueAnswer<PresentationId>> RetireAsync(CommandContext x, RetirePresentation command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a new presentation into a commit of the caller.</summary>
    public async Task<CatalogueAnswer<PresentationId>> StageAsync(IUnit unit, AddPresentation command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        Check(unit);
        var added = Presentation.Restore(command.Data.ToSnapshot(ids.Next<PresentationId>()));
        await CheckNeighboursAsync(unit, added, cancellationToken).ConfigureAwait(false);
        presentations.Add(unit, added);
        unit.Audit("presentation.added", added.Fact, added.Code);
        return new(added.Id, added.Version);
    }

    private async Task<CatalogueAnswer<PresentationId>> StageAsync(IUnit unit, RevisePresentation command, CancellationToken ct)
    {
        var stored = await LoadAsync(unit, command.Presentation, command.Version, ct).ConfigureAwait(false);
        var hasMoved = await movements.HasMovedAsync(unit.Context.Tenant, stored.Id, ct).ConfigureAwait(false);
        var revised = stored.Revise(command.Data.ToSnapshot(stored.Id), hasMoved);
        await CheckNeighboursAsync(unit, revised, ct).ConfigureAwait(false);
        return Save(unit, revised, "presentation.revised");
    }

    private async Task<CatalogueAnswer<PresentationId>> StageAsync(IUnit unit, RetirePresentation command, CancellationToken ct)
    {
        var stored = await LoadAsync(unit, command.Presentation, command.Version, ct).ConfigureAwait(false);
        return Save(unit, stored.Retire(), "presentation.retired");
    }

    private static void Check(IUnit unit)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.ManageCatalogue);
        failures.ThrowIfAny();
    }

    private async Task<Presentation> LoadAsync(IUnit unit, PresentationId id, long version, CancellationToken ct)
    {
        Check(unit);
        var stored = await presentations.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.PresentationUnknown, ("presentation", id));
        var failures = new Failures();
        VersionCheck.Same(failures, "presentation", version, stored.Version);
        failures.Require(!stored.IsRetired, PharmacyRules.Retired, ("kind", "presentation"), ("id", id));
        failures.ThrowIfAny();
        return stored;
    }

    private async Task CheckNeighboursAsync(IUnit unit, Presentation presentation, CancellationToken ct)
    {
        var failures = new Failures();
        var tenant = unit.Context.Tenant;
        var medication = await medications.FindAsync(tenant, presentation.Medication, ct).ConfigureAwait(false);
        failures.Require(medication is not null, PharmacyRules.MedicationUnknown, ("medication", presentation.Medication));
        failures.Require(medication is not { IsRetired: true }, PharmacyRules.Retired, ("kind", "medication"), ("id", presentation.Medication));
        var byCode = await presentations.FindByCodeAsync(tenant, presentation.Code, ct).ConfigureAwait(false);
        failures.Require(byCode is null || byCode.Id == presentation.Id, PharmacyRules.CodeTaken, ("kind", "presentation"), ("code", presentation.Code));
        foreach (var gtin in presentation.Gtins.Select(g => g.Gtin))
        {
            var byGtin = await presentations.FindByGtinAsync(tenant, gtin, ct).ConfigureAwait(false);
            failures.Require(byGtin is null || byGtin.Id == presentation.Id, PharmacyRules.GtinTaken, ("gtin", gtin));
        }

        failures.ThrowIfAny();
    }

    private CatalogueAnswer<PresentationId> Save(IUnit unit, Presentation presentation, string action)
    {
        presentations.Save(unit, presentation);
        unit.Audit(action, presentation.Fact, presentation.Code);
        return new(presentation.Id, presentation.Version);
    }
}
