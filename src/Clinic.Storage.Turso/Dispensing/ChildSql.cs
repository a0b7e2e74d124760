namespace Clinic.Storage.Turso.Dispensing;

/// <summary>One statement per child table: writes a row at its place, new or changed.</summary>
internal static class ChildSql
{
    public const string Line = """
        INSERT INTO dispensation_lines (tenant_id, dispensation_id, line, product, asked, asked_unit, quantity, directions, usable_through,
            may_substitute, substituted)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (tenant_id, dispensation_id, line) DO UPDATE SET product = excluded.product, asked = excluded.asked,
            asked_unit = excluded.asked_unit, quantity = excluded.quantity, directions = excluded.directions,
            usable_through = excluded.usable_through, may_substitute = excluded.may_substitute, substituted = excluded.substituted
        """;

    public const string Part = """
        INSERT INTO dispensation_parts (tenant_id, dispensation_id, line, position, reservation_id, lot_id, number, expiration, quantity,
            confirmed_by, confirmed_at, is_scanned)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (tenant_id, dispensation_id, line, position) DO UPDATE SET reservation_id = excluded.reservation_id, lot_id = excluded.lot_id,
            number = excluded.number, expiration = excluded.expiration, quantity = excluded.quantity, confirmed_by = excluded.confirmed_by,
            confirmed_at = excluded.confirmed_at, is_scanned = excluded.is_scanned
        """;

    public const string Account = """
        INSERT INTO lot_accounts (tenant_id, dispensation_id, line, position, lot_id, number, expiration, delivered, used, returned, wasted, booked,
            pending_return, first_delivered, opened_at, open_rest, overfill)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        ON CONFLICT (tenant_id, dispensation_id, line, position) DO UPDATE SET lot_id = excluded.lot_id, number = excluded.number,
            expiration = excluded.expiration, delivered = excluded.delivered, used = excluded.used, returned = excluded.returned,
            wasted = excluded.wasted, booked = excluded.booked, pending_return = excluded.pending_return,
            first_delivered = excluded.first_delivered, opened_at = excluded.opened_at, open_rest = excluded.open_rest, overfill = excluded.overfill
        """;

    public const string Issue = """
        INSERT INTO lot_issues (tenant_id, dispensation_id, line, account, position, hand_over_id, posting_id, quantity, returned)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (tenant_id, dispensation_id, line, account, position) DO UPDATE SET hand_over_id = excluded.hand_over_id,
            posting_id = excluded.posting_id, quantity = excluded.quantity, returned = excluded.returned
        """;

    public const string HandOver = """
        INSERT INTO hand_overs (tenant_id, dispensation_id, position, id, at, deliverer_id, recipient_id, receipt, attestation, second_person,
            attachment_id, parts)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (tenant_id, dispensation_id, position) DO UPDATE SET id = excluded.id, at = excluded.at, deliverer_id = excluded.deliverer_id,
            recipient_id = excluded.recipient_id, receipt = excluded.receipt, attestation = excluded.attestation,
            second_person = excluded.second_person, attachment_id = excluded.attachment_id, parts = excluded.parts
        """;

    public const string Return = """
        INSERT INTO ward_returns (tenant_id, dispensation_id, position, id, line, lot_id, declared, condition, reason, declared_by, declared_at,
            counted, counted_by, counted_at, to_location_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        ON CONFLICT (tenant_id, dispensation_id, position) DO UPDATE SET id = excluded.id, line = excluded.line, lot_id = excluded.lot_id,
            declared = excluded.declared, condition = excluded.condition, reason = excluded.reason, declared_by = excluded.declared_by,
            declared_at = excluded.declared_at, counted = excluded.counted, counted_by = excluded.counted_by, counted_at = excluded.counted_at,
            to_location_id = excluded.to_location_id
        """;

    public const string Ticket = """
        INSERT INTO tickets (tenant_id, dispensation_id, position, id, kind, line, lot_id, amount, raised_by, raised_at, owner_id, due, escalations,
            is_open, evidence, resolution)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        ON CONFLICT (tenant_id, dispensation_id, position) DO UPDATE SET id = excluded.id, kind = excluded.kind, line = excluded.line,
            lot_id = excluded.lot_id, amount = excluded.amount, raised_by = excluded.raised_by, raised_at = excluded.raised_at,
            owner_id = excluded.owner_id, due = excluded.due, escalations = excluded.escalations, is_open = excluded.is_open,
            evidence = excluded.evidence, resolution = excluded.resolution
        """;
}
