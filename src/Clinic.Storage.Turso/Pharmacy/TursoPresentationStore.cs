using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Presentations with their pack levels and GTINs.</summary>
internal sealed class TursoPresentationStore(ClinicDatabase source) : IPresentationStore
{
    private const string Select = """
        SELECT p.id, p.medication_id, p.code, p.name, p.base_unit, p.scale, p.requires_expiry, p.container_content, p.container_unit, p.beyond_use_ns,
            p.is_retired, p.version,
            (SELECT json_group_array(json_array(l.position, l.name, l.contains, l.can_be_opened))
             FROM presentation_levels l WHERE l.tenant_id = p.tenant_id AND l.presentation_id = p.id),
            (SELECT json_group_array(json_array(g.position, g.gtin, g.level))
             FROM presentation_gtins g WHERE g.tenant_id = p.tenant_id AND g.presentation_id = p.id)
        FROM presentations p WHERE p.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO presentations (tenant_id, id, medication_id, code, name, base_unit, scale, requires_expiry, container_content, container_unit,
            beyond_use_ns, search_text, is_retired, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15)
        """;

    private const string Update = """
        UPDATE presentations SET medication_id = ?3, code = ?4, name = ?5, base_unit = ?6, scale = ?7, requires_expiry = ?8, container_content = ?9,
            container_unit = ?10, beyond_use_ns = ?11, search_text = ?12, is_retired = ?13, version = ?14, updated_at = ?15
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?14 - 1
        """;

    /// <inheritdoc/>
    public Task<Presentation?> FindAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND p.id = ?2", [tenant.Value, presentation.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public Task<Presentation?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND p.code = ?2", [tenant.Value, code], Read, cancellationToken);

    /// <inheritdoc/>
    public Task<Presentation?> FindByGtinAsync(TenantId tenant, Gtin gtin, CancellationToken cancellationToken) =>
        source.FindAsync(
            $"{Select} AND p.id = (SELECT g.presentation_id FROM presentation_gtins g WHERE g.tenant_id = ?1 AND g.gtin = ?2)",
            [tenant.Value, gtin.ToString()], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Presentation>> ListAsync(
        TenantId tenant, MedicationId? medication, string? text, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (medication is { } id) filter.And("p.medication_id =", id.Value);
        if (SearchText.Fold(text) is { } wanted) filter.And("0 < instr(p.search_text,", wanted).Close();
        if (page.After is { } after) filter.And("p.code >", after);
        var (sql, values) = filter.End("ORDER BY p.code", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, p => p.Code);
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Presentation presentation) => Stage(unit, presentation, Insert);

    /// <inheritdoc/>
    public void Save(IUnit unit, Presentation presentation) => Stage(unit, presentation, Update);

    private static void Stage(IUnit unit, Presentation presentation, string sql)
    {
        var mine = TursoUnit.Of(unit);
        var s = presentation.ToSnapshot();
        mine.Add(
            sql, Guard.OneRow(presentation.Fact),
            mine.Tenant, s.Id.Value, s.Medication.Value, s.Code, s.Name, s.BaseUnit.Code, s.Scale, s.RequiresExpiry, s.ContainerContent?.Value,
            s.ContainerContent?.Unit.Code, s.BeyondUse?.ToInt64Nanoseconds(), SearchText.Of(presentation), s.IsRetired, s.Version, mine.Now);
        mine.Add("DELETE FROM presentation_levels WHERE tenant_id = ?1 AND presentation_id = ?2", Guard.None, mine.Tenant, s.Id.Value);
        mine.Add("DELETE FROM presentation_gtins WHERE tenant_id = ?1 AND presentation_id = ?2", Guard.None, mine.Tenant, s.Id.Value);
        for (var i = 0; i < s.Levels.Count; i++)
        {
            mine.Add(
                "INSERT INTO presentation_levels (tenant_id, presentation_id, position, name, contains, can_be_opened) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                Guard.None, mine.Tenant, s.Id.Value, i, s.Levels[i].Name, s.Levels[i].Contains, s.Levels[i].CanBeOpened);
        }

        for (var i = 0; i < s.Gtins.Count; i++)
        {
            mine.Add(
                "INSERT INTO presentation_gtins (tenant_id, gtin, presentation_id, position, level) VALUES (?1, ?2, ?3, ?4, ?5)",
                Guard.OneRow(presentation.Fact), mine.Tenant, s.Gtins[i].Gtin.ToString(), s.Id.Value, i, s.Gtins[i].Level);
        }
    }

    private static Presentation Read(Row r) => Presentation.Restore(new(
        r.Id<PresentationId>(0), r.Id<MedicationId>(1), r.Text(2), r.Text(3), new UnitCode(r.Text(4)), r.Int(5),
        JsonRows.Read(r.Text(12), x => new PackLevel(x.Text(1), (int)x.Long(2), x.Long(3) != 0)),
        JsonRows.Read(r.Text(13), x => new PresentationGtin(Gtin.Parse(x.Text(1)), x.TextOrNull(2))),
        r.Bool(6), r.DecimalOrNull(7) is { } content ? new Quantity(content, new UnitCode(r.Text(8))) : null,
        r.LongOrNull(9) is { } ns ? Duration.FromNanoseconds(ns) : null, r.Bool(10), r.Long(11)));
}
