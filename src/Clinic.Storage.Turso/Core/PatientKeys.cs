using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Fills in what patients are searched by, for those stored before there was such a thing.</summary>
internal static class PatientKeys
{
    private const int AtOnce = 500;

    public static async Task FillAsync(IMigrationTarget target, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await target.QueryAsync(
                "SELECT tenant_id, id, name, document_number FROM patients WHERE name_key IS NULL LIMIT ?1", [AtOnce],
                r => (Tenant: r.Text(0), Id: r.Text(1), Name: r.Text(2), Document: r.TextOrNull(3)), cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                await target.ExecuteAsync(
                    "UPDATE patients SET name_key = ?3, document_key = ?4 WHERE tenant_id = ?1 AND id = ?2",
                    [row.Tenant, row.Id, PatientSearch.NameKey(row.Name), PatientSearch.DocumentKey(row.Document)], cancellationToken).ConfigureAwait(false);
            }

            if (rows.Count < AtOnce) return;
        }
    }
}
