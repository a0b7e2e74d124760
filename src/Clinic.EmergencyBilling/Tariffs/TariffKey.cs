namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>For whom a tariff is: what is null fits everybody.</summary>
/// <param name="Payer">The code of a payer, or null.</param>
/// <param name="ServiceLine">The code of a service line, or null.</param>
/// <param name="Acuity">The acuity, or null.</param>
public sealed record TariffKey(string? Payer, string? ServiceLine, AcuityLevel? Acuity)
{
    /// <summary>The key of the base tariff, which fits every stay.</summary>
    public static TariffKey Base { get; } = new(null, null, null);

    /// <summary>Whether a tariff of this key may price a stay with these terms.</summary>
    public bool Fits(string? payer, string? serviceLine, AcuityLevel? acuity) =>
        (Payer is null || string.Equals(Payer, payer, StringComparison.Ordinal))
        && (ServiceLine is null || string.Equals(ServiceLine, serviceLine, StringComparison.Ordinal))
        && (Acuity is null || Acuity == acuity);

    /// <inheritdoc/>
    public override string ToString() => $"{Payer ?? "*"}/{ServiceLine ?? "*"}/{Acuity?.ToString() ?? "*"}";
}
