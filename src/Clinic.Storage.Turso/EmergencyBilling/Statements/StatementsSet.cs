namespace Clinic.Storage.Turso.EmergencyBilling.Statements;

/// <summary>The tables of bills, invoices and their numbers.</summary>
internal static class StatementsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "emergency-statements", "EmergencyBilling.Statements",
        new FactKind("emergency.stay-invoice", "stay_invoices"));
}
