namespace Clinic.Abstractions.Administration;

/// <summary>Registers a patient who is not known yet.</summary>
/// <param name="Data">What is known of them.</param>
public sealed record RegisterPatient(PatientData Data) : AdministrationCommand<PatientAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.register-patient";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload) => Data.Describe(payload);
}
