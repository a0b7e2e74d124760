namespace Clinic.Abstractions.Administration;

/// <summary>Reads one patient; who looked at whom is in the audit before anything is shown. Roles: <see cref="PatientRights.Readers"/>.</summary>
public sealed class PatientInquiries(IUnitOfWork work, IPatientDirectory patients, IIdGenerator ids)
{
    /// <summary>Reads a patient by id.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="source">Where the request came from, such as <c>api</c>.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ClinicRuleException">The role is missing or the patient is unknown; that is audited too.</exception>
    public Task<Patient> FindAsync(TenantId tenant, Actor actor, string source, PatientId patient, CancellationToken cancellationToken = default) =>
        FindAsync(Context(tenant, actor, source), patient, cancellationToken);

    /// <summary>Reads a patient by id, for a request that the audit names.</summary>
    /// <param name="x">Who looks where, under a command id of its own: every look is another one.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ClinicRuleException">The role is missing or the patient is unknown; that is audited too.</exception>
    public Task<Patient> FindAsync(CommandContext x, PatientId patient, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return ReadAsync(x, ct => patients.FindAsync(x.Tenant, patient, ct), [("patient", patient)], cancellationToken);
    }

    /// <summary>Reads the patient of a document.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="source">Where the request came from, such as <c>api</c>.</param>
    /// <param name="kind">The kind of document, compared exactly.</param>
    /// <param name="number">The number on it, compared exactly.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ClinicRuleException">The role is missing or nobody has the document; that is audited too, without the number.</exception>
    public Task<Patient> FindByDocumentAsync(
        TenantId tenant, Actor actor, string source, string kind, string number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(number);
        return FindByDocumentAsync(Context(tenant, actor, source), kind, number, cancellationToken);
    }

    /// <summary>Reads the patient of a document, for a request that the audit names.</summary>
    /// <param name="x">Who looks where, under a command id of its own: every look is another one.</param>
    /// <param name="kind">The kind of document, compared exactly.</param>
    /// <param name="number">The number on it, compared exactly.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ClinicRuleException">The role is missing or nobody has the document; that is audited too, without the number.</exception>
    public Task<Patient> FindByDocumentAsync(CommandContext x, string kind, string number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(number);
        return ReadAsync(x, ct => patients.FindByDocumentAsync(x.Tenant, kind, number, ct), [], cancellationToken);
    }

    private CommandContext Context(TenantId tenant, Actor actor, string source)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new(tenant, new SiteId(tenant.Value), actor, source, ids.Next<CommandId>());
    }

    private async Task<Patient> ReadAsync(
        CommandContext x, Func<CancellationToken, Task<Patient?>> find, (string Name, object? Value)[] asked, CancellationToken cancellationToken)
    {
        Patient? read = null;
        await work.RunAsync(x, new ReadPatient(), async (unit, ct) =>
        {
            AdministrationCheck.Of(unit, ReadPatient.PermanentName, PatientRights.Readers);
            read = await find(ct).ConfigureAwait(false) ?? throw new ClinicRuleException(ClinicRules.PatientUnknown, asked);
            unit.Audit("patient.read", ClinicFacts.Patient(read.Id));
            return new PatientAnswer(read.Id, read.Version);
        }, cancellationToken).ConfigureAwait(false);
        return read!;
    }

    private sealed record ReadPatient : AdministrationCommand<PatientAnswer>
    {
        public const string PermanentName = "clinic.read-patient";

        public override string Name => PermanentName;

        public override void Describe(IPayloadWriter payload) => payload.Write("what", "patient");
    }
}
