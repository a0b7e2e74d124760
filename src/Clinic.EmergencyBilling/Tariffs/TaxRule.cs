namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>A tax that components name.</summary>
/// <param name="Code">Its code, unique in the version.</param>
/// <param name="Category">The kind of rate.</param>
/// <param name="Percent">The rate, 0 to 100 with up to four decimals; zero when exempt or zero-rated.</param>
public sealed record TaxRule(string Code, TaxCategory Category, decimal Percent)
{
    /// <summary>Outside the tax, under the code <c>EXEMPT</c>.</summary>
    public static TaxRule Exempt { get; } = new("EXEMPT", TaxCategory.Exempt, 0m);
}
