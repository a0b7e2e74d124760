using Clinic.Dispensing.Dispensations;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Stages the header row of a dispensation.</summary>
internal static class DispensationWrites
{
    private const string Insert = """
        INSERT INTO dispensations (tenant_id, id, site_id, from_location_id, pharmacy_id, department_id, area, patient_id, encounter_id, urgency,
            refills_allowed, refill_of, refill_no, requested_at, requested_by, status, accountability, is_authorised, prescription, valid_until,
            authorise_by, use_by, pending_returns, validity_due, hold_due, authorisation_due, use_due, confirmation_due, ticket_due, detail, version,
            created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29,
            ?30, ?31, ?32, ?32)
        """;

    private const string Update = """
        UPDATE dispensations SET status = ?3, accountability = ?4, is_authorised = ?5, prescription = ?6, valid_until = ?7, authorise_by = ?8, use_by = ?9,
            pending_returns = ?10, validity_due = ?11, hold_due = ?12, authorisation_due = ?13, use_due = ?14, confirmation_due = ?15, ticket_due = ?16,
            detail = ?17, version = ?18, updated_at = ?19
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?18 - 1
        """;

    private const string UpdateDetail =
        "UPDATE dispensations SET detail = ?3, version = ?4, updated_at = ?5 WHERE tenant_id = ?1 AND id = ?2 AND version = ?4 - 1";

    public static void Add(TursoUnit unit, Dispensation dispensation)
    {
        var s = dispensation.ToSnapshot();
        unit.Add(
            Insert, Guard.OneRow(dispensation.Fact),
            [
                unit.Tenant, s.Id.Value, s.Site.Value, s.From.Value, s.Pharmacy.Value, s.Target.Department?.Value, SqlValue.Of(s.Target.Area),
                s.Target.Patient?.Value, s.Target.Encounter?.Value, SqlValue.Of(s.Urgency), s.Refills.Allowed, s.Refills.Of?.Value, s.Refills.Number,
                s.Requested.At, s.Requested.By.Value, .. Of(DispensationState.Of(s)), DetailJson.Of(DispensationDetail.Of(s)), s.Version, unit.Now,
            ]);
    }

    /// <summary>Stages the change; the version is the guard.</summary>
    public static void Save(TursoUnit unit, Dispensation before, Dispensation after)
    {
        var (old, s) = (before.ToSnapshot(), after.ToSnapshot());
        var state = DispensationState.Of(s);
        var detail = DetailJson.Of(DispensationDetail.Of(s));
        if (state == DispensationState.Of(old))
            unit.Add(UpdateDetail, Guard.OneRow(after.Fact), unit.Tenant, s.Id.Value, detail, s.Version, unit.Now);
        else
            unit.Add(Update, Guard.OneRow(after.Fact), [unit.Tenant, s.Id.Value, .. Of(state), detail, s.Version, unit.Now]);
    }

    /// <exception cref="ArgumentException">It is not the next version of the same request; what never changes is not written.</exception>
    public static void CheckSuccession(Dispensation before, Dispensation after)
    {
        if (after.Id != before.Id || after.Version != before.Version + 1)
            throw new ArgumentException($"Version {after.Version} of {after.Id} does not follow version {before.Version} of {before.Id}.", nameof(after));
        if (!Fixed(before).Equals(Fixed(after)))
            throw new ArgumentException($"Site, places, recipient, urgency, refills and requester of {after.Id} never change.", nameof(after));
    }

    private static object Fixed(Dispensation d) => (d.Site, d.From, d.Pharmacy, d.Target, d.Urgency, d.Refills, d.Requested);

    private static SqlValue[] Of(DispensationState s) =>
    [
        SqlValue.Of(s.Status), SqlValue.Of(s.Accountability), s.IsAuthorised, s.Prescription, s.ValidUntil, s.AuthoriseBy, s.UseBy, s.PendingReturns,
        s.ValidityDue, s.HoldDue, s.AuthorisationDue, s.UseDue, s.ConfirmationDue, s.TicketDue,
    ];
}
