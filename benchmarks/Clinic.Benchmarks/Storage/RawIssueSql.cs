namespace Clinic.Benchmarks.Storage;

/// <summary>The statements that one issue of one lot runs, in their order.</summary>
internal static class RawIssueSql
{
    public static IReadOnlyList<string> Reads { get; } =
    [
        "SELECT tenant_id, id, name, actor_id, payload_hash, answer, at FROM commands WHERE tenant_id = $tenant AND id = $command",
        "SELECT id, name, zone, currency FROM sites WHERE tenant_id = $tenant AND id = $site",
        "SELECT id, site_id, department_id, name, kind, is_pickable FROM locations WHERE tenant_id = $tenant AND id = $store",
        """
        SELECT p.id, p.medication_id, p.code, p.name, p.base_unit, p.scale, p.requires_expiry, p.container_content, p.container_unit, p.beyond_use_ns,
            p.is_retired, p.version,
            (SELECT json_group_array(json_array(l.position, l.name, l.contains, l.can_be_opened))
             FROM presentation_levels l WHERE l.tenant_id = p.tenant_id AND l.presentation_id = p.id),
            (SELECT json_group_array(json_array(g.position, g.gtin, g.level))
             FROM presentation_gtins g WHERE g.tenant_id = p.tenant_id AND g.presentation_id = p.id)
        FROM presentations p WHERE p.tenant_id = $tenant AND p.id = $presentation
        """,
        """
        SELECT r.id, r.owner, r.presentation_id, r.made, r.made_by, r.expires, r.status, r.version,
            (SELECT json_group_array(json_array(x.position, x.lot_id, x.location_id, x.quantity, x.scale))
             FROM stock_reservation_lines x WHERE x.tenant_id = r.tenant_id AND x.reservation_id = r.id)
        FROM stock_reservations r WHERE r.tenant_id = $tenant AND r.status = 'active' AND r.expires <= $now AND r.presentation_id = $presentation
        ORDER BY r.expires, r.id LIMIT 200
        """,
        """
        SELECT l.id, l.presentation_id, l.site_id, l.number, l.expiration, l.expiration_raw, l.unit_cost, l.currency, l.scale, l.received, l.supplier,
            l.receipt_id, l.gtin, l.status, l.version, b.location_id, b.on_hand, b.reserved, b.scale
        FROM stock_balances b JOIN lots l ON l.tenant_id = b.tenant_id AND l.id = b.lot_id
        WHERE b.tenant_id = $tenant AND b.presentation_id = $presentation AND b.location_id = $store AND b.on_hand > 0
        """,
        """
        SELECT c.id, c.presentation_id, c.lot_id, c.location_id, c.scale, c.expected, c.counted, c.occurred, c.recorded, c.actor_id, c.posting_id, c.reason
        FROM stock_counts c WHERE c.tenant_id = $tenant AND c.lot_id = $lot AND c.location_id = $store
        ORDER BY c.occurred DESC, c.recorded DESC, c.id DESC LIMIT 1
        """,
    ];

    public static IReadOnlyList<string> Writes { get; } =
    [
        "SELECT coalesce((SELECT version FROM lots WHERE tenant_id = $tenant AND id = $lot), 0) = 1",
        "INSERT INTO commands (tenant_id, id, name, actor_id, payload_hash, answer, at) VALUES ($tenant, $command, 'pharmacy.issue-stock', $actor, $hash, $answer, $now)",
        """
        UPDATE stock_balances SET on_hand = on_hand - 1, updated_at = $now
        WHERE tenant_id = $tenant AND lot_id = $lot AND location_id = $store AND on_hand - reserved >= 1
        """,
        """
        INSERT INTO stock_movements (tenant_id, id, posting_id, line, kind, direction, presentation_id, lot_id, location_id, quantity, change, scale, unit_cost,
            currency, occurred, recorded, actor_id, reason, document, has_target, to_department, to_patient, to_encounter, serial, transfer_id, reverses_id,
            returns_id)
        VALUES ($tenant, $movement, $posting, 1, 'issue', 'out', $presentation, $lot, $store, 1, -1, 0, 1000000, 'USD', $now, $now, $actor, NULL, NULL, 0, NULL,
            NULL, NULL, NULL, NULL, NULL, NULL)
        """,
        """
        SELECT NOT EXISTS (
            SELECT 1 FROM stock_counts c WHERE c.tenant_id = $tenant AND c.lot_id = $lot AND c.location_id = $store
                AND (c.occurred > $now OR (c.occurred = $now AND c.recorded > (
                    SELECT o.recorded FROM stock_movements o WHERE o.tenant_id = $tenant AND o.id = NULL))))
            AND coalesce((
            SELECT max(later) FROM (
                SELECT sum(m.change) OVER (ORDER BY m.occurred DESC, m.recorded DESC, m.sequence DESC) AS later
                FROM stock_movements m WHERE m.tenant_id = $tenant AND m.lot_id = $lot AND m.location_id = $store AND m.occurred >= $now
                    AND (m.occurred > $now OR m.recorded > $now))), 0)
            <= (SELECT b.on_hand FROM stock_balances b WHERE b.tenant_id = $tenant AND b.lot_id = $lot AND b.location_id = $store)
        """,
        """
        INSERT INTO audit_log (tenant_id, id, site_id, at, actor_id, source, command_id, command_name, action, subject_kind, subject_id, outcome, codes, note, request_hash, response_hash, source_refs, position)
        VALUES ($tenant, $audit, $site, $now, $actor, 'bench', $command, 'pharmacy.issue-stock', 'stock.issued', 'pharmacy.posting', $posting, 'accepted', '[]', '1 lots', $hash, $hash, $references,
            1 + coalesce((SELECT max(position) FROM audit_log WHERE tenant_id = $tenant), 0))
        """,
    ];
}
