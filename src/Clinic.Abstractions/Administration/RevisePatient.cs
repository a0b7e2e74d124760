namespace Clinic.Abstractions.Administration;

/// <summary>Gives a patient other data; all of them, as they are from now on.</summary>
/// <param name="Patient">The patient.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Data">The new data.</param>
public sealed record RevisePatient(PatientId Patient, long Version, PatientData Data) : AdministrationCommand<PatientAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.revise-patient";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("patient", Patient);
        payload.Write("version", Version);
        Data.Describe(payload);
    }
}
