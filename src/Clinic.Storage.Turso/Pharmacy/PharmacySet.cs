namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>The tables of the pharmacy.</summary>
internal static class PharmacySet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "pharmacy", "Pharmacy",
        new FactKind("pharmacy.medication", "medications"),
        new FactKind("pharmacy.presentation", "presentations"),
        new FactKind("pharmacy.lot", "lots"),
        new FactKind("pharmacy.reservation", "stock_reservations"),
        new FactKind("pharmacy.transfer", "stock_transfers"));
}
