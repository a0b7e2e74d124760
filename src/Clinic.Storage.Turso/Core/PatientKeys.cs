using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Fills in what patients are searched by, for those stored before there was such a thing.</summary>
internal static class PatientKeys
{
    private const int AtOnce = 500;

    public static void Fill(PhysicalConnection connection)
    {
        while (true)
        {
            var rows = connection.Query(
                "SELECT tenant_id, id, name, document_number FROM patients WHERE name_key IS NULL LIMIT ?1", [AtOnce],
                r => (Tenant: r.Text(0), Id: r.Text(1), Name: r.Text(2), Document: r.TextOrNull(3)));
            foreach (var row in rows)
            {
                connection.Execute(
                    "UPDATE patients SET name_key = ?3, document_key = ?4 WHERE tenant_id = ?1 AND id = ?2",
                    row.Tenant, row.Id, PatientSearch.NameKey(row.Name), PatientSearch.DocumentKey(row.Document));
            }

            if (rows.Count < AtOnce) return;
        }
    }
}
