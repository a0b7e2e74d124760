namespace Clinic.Pharmacy.Register;

/// <summary>Notes that somebody looks into the register; what cannot be noted is not shown.</summary>
/// <param name="Query">Which part.</param>
public sealed record ReadRegister(RegisterQuery Query) : PharmacyCommand<bool>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.read-register";
}
