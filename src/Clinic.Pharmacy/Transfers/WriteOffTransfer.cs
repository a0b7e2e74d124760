namespace Clinic.Pharmacy.Transfers;

/// <summary>Writes off what never arrived of a transfer.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record WriteOffTransfer(TransferId Transfer, string Reason) : PharmacyCommand<ArrivalAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.write-off-transfer";
}
