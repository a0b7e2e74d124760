namespace Clinic.Storage.Turso.Pharmacy.Sales;

/// <summary>The tables of the sale to patients.</summary>
internal static class SalesSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "pharmacy-sales", "Pharmacy.Sales",
        new FactKind("pharmacy.sale", "sales"),
        new FactKind("pharmacy.shift", "cashier_shifts"),
        new FactKind("pharmacy.invoice", "invoices"));
}
