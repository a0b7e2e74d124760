using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Medications with their ingredients.</summary>
internal sealed class TursoMedicationStore(ClinicDatabase source) : IMedicationStore
{
    private const string Select = """
        SELECT m.id, m.code, m.generic_name, m.commercial_name, m.manufacturer, m.registration, m.atc_code, m.dose_form, m.controlled,
            m.min_celsius, m.max_celsius, m.protect_light, m.storage_note, m.is_retired, m.version,
            (SELECT json_group_array(json_array(i.position, i.name, i.strength, i.strength_unit, i.per, i.per_unit))
             FROM medication_ingredients i WHERE i.tenant_id = m.tenant_id AND i.medication_id = m.id)
        FROM medications m WHERE m.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO medications (tenant_id, id, code, generic_name, commercial_name, manufacturer, registration, atc_code, dose_form, controlled,
            min_celsius, max_celsius, protect_light, storage_note, search_text, is_retired, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?18)
        """;

    private const string Update = """
        UPDATE medications SET code = ?3, generic_name = ?4, commercial_name = ?5, manufacturer = ?6, registration = ?7, atc_code = ?8,
            dose_form = ?9, controlled = ?10, min_celsius = ?11, max_celsius = ?12, protect_light = ?13, storage_note = ?14, search_text = ?15,
            is_retired = ?16, version = ?17, updated_at = ?18
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?17 - 1
        """;

    private const string InsertIngredient = """
        INSERT INTO medication_ingredients (tenant_id, medication_id, position, name, strength, strength_unit, per, per_unit)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    /// <inheritdoc/>
    public Task<Medication?> FindAsync(TenantId tenant, MedicationId medication, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND m.id = ?2", [tenant.Value, medication.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public Task<Medication?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND m.code = ?2", [tenant.Value, code], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Medication>> ListAsync(TenantId tenant, string? text, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (SearchText.Fold(text) is { } wanted) filter.And("0 < instr(m.search_text,", wanted).Close();
        if (page.After is { } after) filter.And("m.code >", after);
        var (sql, values) = filter.End("ORDER BY m.code", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, m => m.Code);
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Medication medication) => Stage(unit, medication, Insert);

    /// <inheritdoc/>
    public void Save(IUnit unit, Medication medication) => Stage(unit, medication, Update);

    private static void Stage(IUnit unit, Medication medication, string sql)
    {
        var mine = TursoUnit.Of(unit);
        var s = medication.ToSnapshot();
        mine.Add(
            sql, Guard.OneRow(medication.Fact),
            mine.Tenant, s.Id.Value, s.Code, s.GenericName, s.CommercialName, s.Manufacturer, s.Registration, s.AtcCode, s.DoseForm,
            SqlValue.Of(s.Controlled), s.Storage.MinCelsius, s.Storage.MaxCelsius, s.Storage.ProtectFromLight, s.Storage.Note,
            SearchText.Of(medication), s.IsRetired, s.Version, mine.Now);
        mine.Add("DELETE FROM medication_ingredients WHERE tenant_id = ?1 AND medication_id = ?2", Guard.None, mine.Tenant, s.Id.Value);
        for (var i = 0; i < s.Ingredients.Count; i++)
        {
            var x = s.Ingredients[i];
            mine.Add(InsertIngredient, Guard.None,
                mine.Tenant, s.Id.Value, i, x.Name, x.Strength.Value, x.Strength.Unit.Code, x.Per?.Value, x.Per?.Unit.Code);
        }
    }

    private static Medication Read(Row r) => Medication.Restore(new(
        r.Id<MedicationId>(0), r.Text(1), r.Text(2), r.TextOrNull(3), r.TextOrNull(4), r.TextOrNull(5), r.TextOrNull(6), r.Text(7),
        JsonRows.Read(r.Text(15), x => new Ingredient(
            x.Text(1), new Quantity(Number(x.Text(2)), new UnitCode(x.Text(3))),
            x.TextOrNull(4) is { } per ? new Quantity(Number(per), new UnitCode(x.Text(5))) : null)),
        r.Enum<ControlledClass>(8), new StorageConditions(r.DecimalOrNull(9), r.DecimalOrNull(10), r.Bool(11), r.TextOrNull(12)), r.Bool(13), r.Long(14)));

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
