namespace Clinic.Bridges.Billing;

/// <summary>Whose price list holds for medicines on the bill of a visit.</summary>
public sealed class PharmacyChargesOptions
{
    /// <summary>The code of the insurer in the pharmacy's price lists, by the payer of the stay.</summary>
    /// <value>Empty by default: a payer is the insurer of the same code where the site has such a list, else patients' prices hold.</value>
    public IDictionary<string, string> Insurers { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
