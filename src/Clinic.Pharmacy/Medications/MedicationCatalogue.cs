using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Medications;

/// <summary>Adds, changes and retires medications.</summary>
public sealed class MedicationCatalogue(IUnitOfWork work, IMedicationStore medications, IIdGenerator ids)
{
    /// <summary>Adds a medication.</summary>
    /// <exception cref="PharmacyException">Fields are malformed, the code is taken, or the role is missing.</exception>
    public Task<CatalogueAnswer<MedicationId>> AddAsync(CommandContext x, AddMedication command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Changes a medication.</summary>
    /// <exception cref="PharmacyException">It is unknown, was changed since, or the new data are malformed.</exception>
    public Task<CatalogueAnswer<MedicationId>> ReviseAsync(CommandContext x, ReviseMedication command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Takes a medication out of use.</summary>
    /// <exception cref="PharmacyException">It is unknown or was changed since.</exception>
    public Task<CatalogueAnswer<MedicationId>> RetireAsync(CommandContext x, RetireMedication command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a new medication into a commit of the caller.</summary>
    public async Task<CatalogueAnswer<MedicationId>> StageAsync(IUnit unit, AddMedication command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        Check(unit);
        var added = Medication.Restore(command.Data.ToSnapshot(ids.Next<MedicationId>()));
        await RequireFreeCodeAsync(unit, added, cancellationToken).ConfigureAwait(false);
        medications.Add(unit, added);
        unit.Audit("medication.added", added.Fact, added.Code);
        return new(added.Id, added.Version);
    }

    private async Task<CatalogueAnswer<MedicationId>> StageAsync(IUnit unit, ReviseMedication command, CancellationToken ct)
    {
        var stored = await LoadAsync(unit, command.Medication, command.Version, ct).ConfigureAwait(false);
        var revised = stored.Revise(command.Data.ToSnapshot(stored.Id));
        await RequireFreeCodeAsync(unit, revised, ct).ConfigureAwait(false);
        return Save(unit, revised, "medication.revised");
    }

    private async Task<CatalogueAnswer<MedicationId>> StageAsync(IUnit unit, RetireMedication command, CancellationToken ct)
    {
        var stored = await LoadAsync(unit, command.Medication, command.Version, ct).ConfigureAwait(false);
        return Save(unit, stored.Retire(), "medication.retired");
    }

    private static void Check(IUnit unit)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.ManageCatalogue);
        failures.ThrowIfAny();
    }

    private async Task<Medication> LoadAsync(IUnit unit, MedicationId id, long version, CancellationToken ct)
    {
        Check(unit);
        var stored = await medications.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.MedicationUnknown, ("medication", id));
        var failures = new Failures();
        VersionCheck.Same(failures, "medication", version, stored.Version);
        failures.Require(!stored.IsRetired, PharmacyRules.Retired, ("kind", "medication"), ("id", id));
        failures.ThrowIfAny();
        return stored;
    }

    private async Task RequireFreeCodeAsync(IUnit unit, Medication medication, CancellationToken ct)
    {
        var other = await medications.FindByCodeAsync(unit.Context.Tenant, medication.Code, ct).ConfigureAwait(false);
        if (other is not null && other.Id != medication.Id)
            throw new PharmacyException(PharmacyRules.CodeTaken, ("kind", "medication"), ("code", medication.Code));
    }

    private CatalogueAnswer<MedicationId> Save(IUnit unit, Medication medication, string action)
    {
        medications.Save(unit, medication);
        unit.Audit(action, medication.Fact, medication.Code);
        return new(medication.Id, medication.Version);
    }
}
