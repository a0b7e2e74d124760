using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>The columns of a ledger line.</summary>
internal static class MovementRows
{
    /// <summary>Of the table with the alias <c>m</c>.</summary>
    public const string Columns = """
        m.sequence, m.id, m.posting_id, m.line, m.kind, m.direction, m.presentation_id, m.lot_id, m.location_id, m.quantity, m.scale, m.unit_cost, m.currency,
        m.occurred, m.recorded, m.actor_id, m.reason, m.document, m.has_target, m.to_department, m.to_patient, m.to_encounter, m.serial, m.transfer_id,
        m.reverses_id, m.returns_id
        """;

    private const string InsertSql = """
        INSERT INTO stock_movements (tenant_id, id, posting_id, line, kind, direction, presentation_id, lot_id, location_id, quantity, change, scale, unit_cost,
            currency, occurred, recorded, actor_id, reason, document, has_target, to_department, to_patient, to_encounter, serial, transfer_id, reverses_id,
            returns_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)
        """;

    public static void Insert(TursoUnit unit, StockMovement m) => unit.Add(
        InsertSql, Guard.OneRow(new FactKey("pharmacy.movement", m.Reverses?.Value ?? m.Id.Value)),
        unit.Tenant, m.Id.Value, m.Posting.Value, m.Line, SqlValue.Of(m.Kind), SqlValue.Of(m.Direction), m.Presentation.Value, m.Lot.Value, m.Location.Value,
        m.Quantity.Steps, m.Change.Steps, m.Quantity.Scale, LotRows.Steps(m.UnitCost), m.UnitCost.Currency.Code, m.Occurred, m.Recorded, m.Actor.Value,
        m.Reason, m.Document, m.Target is not null, m.Target?.Department?.Value, m.Target?.Patient?.Value, m.Target?.Encounter?.Value, m.Serial,
        m.Transfer?.Value, m.Reverses?.Value, m.Returns?.Value);

    public static StockMovement Read(Row r) => new()
    {
        Sequence = r.Long(0),
        Id = r.Id<MovementId>(1),
        Posting = r.Id<PostingId>(2),
        Line = r.Int(3),
        Kind = r.Enum<MovementKind>(4),
        Direction = r.Enum<MovementDirection>(5),
        Presentation = r.Id<PresentationId>(6),
        Lot = r.Id<LotId>(7),
        Location = r.Id<LocationId>(8),
        Quantity = new(r.Long(9), r.Int(10)),
        UnitCost = LotRows.Cost(r.Long(11), r.Text(12)),
        Occurred = r.Instant(13),
        Recorded = r.Instant(14),
        Actor = r.Id<PersonId>(15),
        Reason = r.TextOrNull(16),
        Document = r.TextOrNull(17),
        Target = r.Bool(18) ? new(r.IdOrNull<DepartmentId>(19), r.IdOrNull<PatientId>(20), r.IdOrNull<EncounterId>(21)) : null,
        Serial = r.TextOrNull(22),
        Transfer = r.IdOrNull<TransferId>(23),
        Reverses = r.IdOrNull<MovementId>(24),
        Returns = r.IdOrNull<MovementId>(25),
    };
}
