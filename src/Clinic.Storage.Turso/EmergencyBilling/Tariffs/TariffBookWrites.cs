using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.Storage.Turso.EmergencyBilling.Tariffs;

/// <summary>Moves the book of a site, so that prices that were read before are known to be old.</summary>
internal static class TariffBookWrites
{
    public static void Move(TursoUnit mine, SiteId site, long read) => mine.Add(
        read == 0
            ? "INSERT INTO tariff_books (tenant_id, id, version, updated_at) VALUES (?1, ?2, ?3 + 1, ?4)"
            : "UPDATE tariff_books SET version = ?3 + 1, updated_at = ?4 WHERE tenant_id = ?1 AND id = ?2 AND version = ?3",
        Guard.OneRow(TariffBooks.FactOf(site)), mine.Tenant, site.Value, read, mine.Now);
}
