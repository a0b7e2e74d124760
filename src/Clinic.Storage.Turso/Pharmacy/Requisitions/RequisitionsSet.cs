namespace Clinic.Storage.Turso.Pharmacy.Requisitions;

/// <summary>The tables of requisitions.</summary>
internal static class RequisitionsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "pharmacy-requisitions", "Pharmacy.Requisitions",
        new FactKind("pharmacy.requisition", "requisitions"),
        new FactKind("pharmacy.stock-level", "stock_levels"));
}
