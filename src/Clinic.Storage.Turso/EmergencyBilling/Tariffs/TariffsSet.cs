using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.Storage.Turso.EmergencyBilling.Tariffs;

/// <summary>The tables of emergency tariffs and holiday calendars.</summary>
internal static class TariffsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "emergency-tariffs", "EmergencyBilling.Tariffs",
        new FactKind("emergency.tariff", "tariffs"),
        new FactKind(TariffBooks.Kind, "tariff_books"));
}
