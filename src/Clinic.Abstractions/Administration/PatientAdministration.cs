namespace Clinic.Abstractions.Administration;

/// <summary>Registers patients and revises what is known of them. Roles: <see cref="PatientRights.Keepers"/>.</summary>
/// <remarks>Audit and refusals name patients by id only, never by what was typed.</remarks>
public sealed class PatientAdministration(IUnitOfWork work, IPatientStore patients, IIdGenerator ids)
{
    /// <summary>Registers a patient.</summary>
    /// <exception cref="ClinicRuleException">The role is missing, fields are malformed or the document is taken; all at once.</exception>
    public Task<PatientAnswer> RegisterAsync(CommandContext x, RegisterPatient command, CancellationToken cancellationToken = default)
    {
        Require(command?.Data, nameof(command));
        return work.RunAsync(x, command!, (unit, ct) => StageAsync(unit, command!, ct), cancellationToken);
    }

    /// <summary>Revises a patient.</summary>
    /// <exception cref="ClinicRuleException">The patient is unknown, was changed since, fields are malformed or the document is taken.</exception>
    public Task<PatientAnswer> ReviseAsync(CommandContext x, RevisePatient command, CancellationToken cancellationToken = default)
    {
        Require(command?.Data, nameof(command));
        return work.RunAsync(x, command!, (unit, ct) => StageAsync(unit, command!, ct), cancellationToken);
    }

    /// <summary>Stages a new patient into a commit of the caller.</summary>
    public async Task<PatientAnswer> StageAsync(IUnit unit, RegisterPatient command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        Require(command?.Data, nameof(command));
        var check = AdministrationCheck.Of(unit, command!.Name, PatientRights.Keepers);
        var patient = command.Data.ToPatient(ids.Next<PatientId>(), version: 1);
        await CheckAsync(unit, check, command.Data, patient.Id, cancellationToken).ConfigureAwait(false);
        patients.Add(unit, patient);
        unit.Audit("patient.registered", ClinicFacts.Patient(patient.Id));
        return new(patient.Id, patient.Version);
    }

    private async Task<PatientAnswer> StageAsync(IUnit unit, RevisePatient command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name, PatientRights.Keepers);
        var stored = await patients.FindAsync(unit.Context.Tenant, command.Patient, ct).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PatientUnknown, ("patient", command.Patient));
        check.SameVersion("patient", command.Version, stored.Version);
        await CheckAsync(unit, check, command.Data, stored.Id, ct).ConfigureAwait(false);
        var revised = command.Data.ToPatient(stored.Id, stored.Version + 1);
        patients.Save(unit, revised);
        unit.Audit("patient.revised", ClinicFacts.Patient(stored.Id), Changed(stored, revised));
        return new(revised.Id, revised.Version);
    }

    // Who has the document is nobody's business here, so the refusal names no one.
    private async Task CheckAsync(IUnit unit, AdministrationCheck check, PatientData data, PatientId id, CancellationToken ct)
    {
        data.Check(check);
        if (data is { DocumentKind: { } kind, DocumentNumber: { } number })
        {
            var other = await patients.FindByDocumentAsync(unit.Context.Tenant, kind, number, ct).ConfigureAwait(false);
            check.Require(other is null || other.Id == id, ClinicRules.DocumentTaken);
        }

        check.ThrowIfAny();
    }

    // Which fields, and never what stands in them.
    private static string Changed(Patient before, Patient after)
    {
        (string Name, bool IsSame)[] fields =
        [
            ("name", before.Name == after.Name),
            ("document", before.DocumentKind == after.DocumentKind && before.DocumentNumber == after.DocumentNumber),
            ("contact", before.Contact == after.Contact),
            ("allergies", before.Allergies.SequenceEqual(after.Allergies)),
        ];
        var changed = fields.Where(f => !f.IsSame).Select(f => f.Name).ToList();
        return changed.Count == 0 ? "nothing" : string.Join(", ", changed);
    }

    private static void Require(PatientData? data, string name)
    {
        if (data is null) throw new ArgumentNullException(name);
    }
}
