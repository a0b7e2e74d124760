using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Usage;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>The dose log.</summary>
internal sealed class TursoDoseStore(ClinicDatabase source) : IDoseStore
{
    private const string Select = """
        SELECT d.id, d.dispensation_id, d.line, d.lot_id, d.kind, d.entered, d.entered_unit, d.amount, d.overfill, d.containers, d.weight_kg,
            d.responsible_id, d.recorded_by, d.at, d.recorded_at, d.area, d.is_beyond, d.reverses_id, d.reason
        FROM doses d WHERE d.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO doses (tenant_id, id, dispensation_id, line, lot_id, kind, entered, entered_unit, amount, overfill, containers, weight_kg,
            responsible_id, recorded_by, at, recorded_at, area, is_beyond, reverses_id, reason)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
        """;

    /// <inheritdoc/>
    public Task<DoseEntry?> FindAsync(TenantId tenant, DoseId dose, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND d.id = ?2", [tenant.Value, dose.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<DoseId?> ReversalOfAsync(TenantId tenant, DoseId dose, CancellationToken cancellationToken)
    {
        var found = await source.ListAsync(
            "SELECT d.id FROM doses d WHERE d.tenant_id = ?1 AND d.reverses_id = ?2", [tenant.Value, dose.Value], r => r.Id<DoseId>(0), cancellationToken)
            .ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    public async Task<Page<DoseEntry>> ListAsync(TenantId tenant, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter($"{Select} AND d.dispensation_id = ?2", tenant.Value, dispensation.Value);
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return new([], null);
            filter.Where("(d.recorded_at, d.id) > ({0}, {1})", mark.At, mark.Id);
        }

        var (sql, values) = filter.End("ORDER BY d.recorded_at, d.id", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, d => InstantMark.Of(d.RecordedAt, d.Id.Value));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, DoseEntry dose)
    {
        ArgumentNullException.ThrowIfNull(dose);
        var mine = TursoUnit.Of(unit);
        var d = dose;
        mine.Add(
            Insert, Guard.OneRow(new("dispensing.dose", d.Reverses?.Value ?? d.Id.Value)),
            mine.Tenant, d.Id.Value, d.Dispensation.Value, d.Line, d.Lot.Value, SqlValue.Of(d.Kind), d.Entered.Value, d.Entered.Unit.Code,
            Millionths.Of(d.Amount), Millionths.Of(d.Overfill), d.Containers, d.WeightKg, d.Responsible.Value, d.RecordedBy.Value, d.At, d.RecordedAt,
            SqlValue.Of(d.Area), d.IsBeyond, d.Reverses?.Value, d.Reason);
    }

    private static DoseEntry Read(Row r) => new(
        r.Id<DoseId>(0), r.Id<DispensationId>(1), r.Int(2), r.Id<LotId>(3), r.Enum<DoseKind>(4), new(r.Decimal(5), new UnitCode(r.Text(6))),
        Millionths.Read(r.Long(7)), Millionths.Read(r.Long(8)), r.IntOrNull(9), r.DecimalOrNull(10), r.Id<PersonId>(11), r.Id<PersonId>(12), r.Instant(13),
        r.Instant(14), r.Enum<CareArea>(15), r.Bool(16), r.IdOrNull<DoseId>(17), r.TextOrNull(18));
}
