namespace Clinic.Storage.Turso.Pharmacy.Recalls;

/// <summary>The tables of recalls and returns to suppliers.</summary>
internal static class RecallsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "pharmacy-recalls", "Pharmacy.Recalls",
        new FactKind("pharmacy.recall-campaign", "recall_campaigns"),
        new FactKind("pharmacy.recall-notice", "recall_notices"),
        new FactKind("pharmacy.recall-watch", "recall_watches"),
        new FactKind("pharmacy.supplier-return", "supplier_returns"));
}
