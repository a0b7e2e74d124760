using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Wasting;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>The log of discarded remainders.</summary>
internal sealed class TursoWasteStore(ClinicDatabase source) : IWasteStore
{
    private const string Select = """
        SELECT w.id, w.dispensation_id, w.line, w.lot_id, w.kind, w.amount, w.reason, w.by_id, w.witness, w.witness_missing, w.drawn_at, w.at, w.recorded_at,
            w.certificate, w.reverses
        FROM wastes w WHERE w.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO wastes (tenant_id, id, dispensation_id, line, lot_id, kind, amount, reason, by_id, witness, witness_missing, drawn_at, at, recorded_at,
            certificate, reverses)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        """;

    /// <inheritdoc/>
    public Task<WasteEntry?> FindAsync(TenantId tenant, WasteId waste, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND w.id = ?2", [tenant.Value, waste.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<WasteId?> ReversalOfAsync(TenantId tenant, WasteId waste, CancellationToken cancellationToken) =>
        (await source.FindAsync($"{Select} AND w.reverses = ?2", [tenant.Value, waste.Value], Read, cancellationToken).ConfigureAwait(false))?.Id;

    /// <inheritdoc/>
    public async Task<Page<WasteEntry>> ListAsync(TenantId tenant, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter($"{Select} AND w.dispensation_id = ?2", tenant.Value, dispensation.Value);
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return new([], null);
            filter.Where("(w.recorded_at, w.id) > ({0}, {1})", mark.At, mark.Id);
        }

        var (sql, values) = filter.End("ORDER BY w.recorded_at, w.id", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, w => InstantMark.Of(w.RecordedAt, w.Id.Value));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, WasteEntry waste)
    {
        ArgumentNullException.ThrowIfNull(waste);
        var mine = TursoUnit.Of(unit);
        var w = waste;
        mine.Add(
            Insert, Guard.OneRow(new("dispensing.waste", w.Id.Value)),
            mine.Tenant, w.Id.Value, w.Dispensation.Value, w.Line, w.Lot.Value, SqlValue.Of(w.Kind), Millionths.Of(w.Amount), w.Reason, w.By.Value,
            DetailJson.OfNullable(w.Witness), w.WitnessMissing, w.DrawnAt, w.At, w.RecordedAt, w.Certificate, w.Reverses?.Value);
    }

    private static WasteEntry Read(Row r) => new(
        r.Id<WasteId>(0), r.Id<DispensationId>(1), r.Int(2), r.Id<LotId>(3), r.Enum<RemainderKind>(4), Millionths.Read(r.Long(5)), r.Text(6),
        r.Id<PersonId>(7), r.TextOrNull(8) is { } witness ? DetailJson.Read<AuthenticationRecord>(witness) : null, r.TextOrNull(9), r.InstantOrNull(10),
        r.Instant(11), r.Instant(12), r.TextOrNull(13), r.IdOrNull<WasteId>(14));
}
