namespace Clinic.Storage.Turso.Pharmacy.Prices;

/// <summary>The tables of prices.</summary>
internal static class PricesSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "pharmacy-prices", "Pharmacy.Prices",
        new FactKind("pharmacy.price-list", "price_lists"),
        new FactKind("pharmacy.special-price", "special_prices"),
        new FactKind("pharmacy.tax-group", "tax_groups"));
}
