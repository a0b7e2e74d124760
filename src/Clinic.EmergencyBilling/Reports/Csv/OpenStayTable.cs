namespace Clinic.EmergencyBilling.Reports.Csv;

/// <summary>The table of open stays.</summary>
internal static class OpenStayTable
{
    public static Column<OpenStayRow>[] Columns { get; } =
    [
        new("stay", "estancia", (r, _, _) => r.Stay.ToString()),
        new("encounter", "visita", (r, _, _) => r.Encounter.ToString()),
        new("status", "estado", (r, s, _) => s.Word<Stays.StayStatus>(r.Status)),
        new("care", "atención", (r, s, _) => s.Word<Stays.ClinicalStatus>(r.Clinical)),
        new("acuity", "gravedad", (r, _, _) => r.Acuity is { } acuity ? (int)acuity : null),
        new("department", "departamento", (r, _, _) => r.Department?.ToString()),
        new("payer", "pagador", (r, _, _) => r.Payer),
        new("registered", "registro", (r, _, zone) => Cells.Local(r.Registered, zone)),
        new("started", "inicio", (r, _, zone) => Cells.Local(r.Started, zone)),
        new("hours_since_arrival", "horas_desde_llegada", (r, _, _) => Cells.Hours(r.SinceArrival)),
        new("paused_since", "en_pausa_desde", (r, _, zone) => Cells.Local(r.PausedSince, zone)),
        new("pause", "pausa", (r, s, _) => s.Word(r.Pause)),
        new("running_hours", "horas_en_curso", (r, _, _) => Cells.Hours(r.Running)),
        new("billed_hours", "horas_facturadas", (r, _, _) => Cells.Hours(r.Billed)),
        new("currency", "moneda", (r, _, _) => r.Currency?.Code),
        new("total", "total", (r, _, _) => r.Total),
        new("patient_owes", "debe_paciente", (r, _, _) => r.ByPatient),
        new("unpriced", "sin_precio", (r, _, _) => r.Unpriced),
    ];
}
