namespace Clinic.Abstractions.Administration;

/// <summary>Notes in the audit whose data somebody is about to see: what cannot be audited is not shown.</summary>
public sealed class PatientReadLog(IUnitOfWork work)
{
    private const string PermanentName = "clinic.see-patients";

    /// <summary>Notes that data of patients are shown, all in one commit; call it before showing anything.</summary>
    /// <param name="x">Who looks where, under a command id of its own: every look is another one.</param>
    /// <param name="action">What is seen, such as <c>patient.found</c> or <c>dispensation.read</c>.</param>
    /// <param name="seen">The patients; each is noted once, and nothing where there is none.</param>
    /// <param name="cancellationToken">Stops the call; nothing may be shown then.</param>
    public async Task NoteAsync(CommandContext x, string action, IEnumerable<PatientId> seen, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        PatientId[] patients = [.. seen.Distinct()];
        if (patients.Length == 0) return;
        await work.RunAsync(x, new SeePatients(action), (unit, _) =>
        {
            foreach (var patient in patients) unit.Audit(action, ClinicFacts.Patient(patient));
            return Task.FromResult(patients.Length);
        }, cancellationToken).ConfigureAwait(false);
    }

    private sealed record SeePatients(string Action) : ICommand<int>
    {
        public string Name => PermanentName;

        public void Describe(IPayloadWriter payload) => payload.Write("action", Action);
    }
}
