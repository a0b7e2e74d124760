using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Explaining;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Printing;

/// <summary>Words, amounts and times of a printed bill; the culture of the process plays no part.</summary>
/// <remarks>Amounts have a decimal point in both languages, as in the sentences that explain them.</remarks>
internal sealed class BillWords(string language, DateTimeZone zone, Currency currency)
{
    public string Language { get; } = string.Equals(language, "es", StringComparison.OrdinalIgnoreCase) ? "es" : "en";

    private bool IsSpanish => Language == "es";

    public string Say(string spanish, string english) => IsSpanish ? spanish : english;

    public string Amount(decimal amount) => amount.ToString(string.Create(CultureInfo.InvariantCulture, $"F{currency.Digits}"), CultureInfo.InvariantCulture);

    public string Total(decimal amount) => $"{Amount(amount)} {currency.Code}";

    public static string Number(decimal number) => number.ToString("0.########", CultureInfo.InvariantCulture);

    public string Date(LocalDate date) => date.ToString(IsSpanish ? "dd/MM/uuuu" : "uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Date and time on the wall clock; with the offset where the stay saw the clock change.</summary>
    public string At(Instant instant, bool withOffset = false) => $"{Date(instant.InZone(zone).Date)} {Clock(instant, withOffset)}";

    public string Clock(Instant instant, bool withOffset = false) =>
        Words.Clock(instant.InZone(zone).TimeOfDay) + (withOffset ? $" ({zone.GetUtcOffset(instant).ToString("m", CultureInfo.InvariantCulture)})" : "");

    public bool ClockChanged(Instant from, Instant to) => zone.GetUtcOffset(from) != zone.GetUtcOffset(to);

    public static string Length(Duration length) => Words.Length(length);

    /// <summary>The quantity; caps and limits have none.</summary>
    public static string Quantity(ChargeLine line) => line switch
    {
        { Unit: LineUnit.Hour } => $"{Number(line.Quantity)} h",
        { Unit: LineUnit.Percent } or { Kind: >= LineKind.Cap } => "",
        _ => Number(line.Quantity),
    };

    public static string Quantity(OtherCharge charge) => $"{Number(charge.Quantity)} {charge.Unit.Trim('{', '}')}";

    /// <summary>The price of one unit; caps and limits have none.</summary>
    public string Price(ChargeLine line) => line switch
    {
        { Unit: LineUnit.Percent } => $"{Number(line.UnitPrice)} %",
        { Kind: >= LineKind.Cap } => "",
        _ => decimal.Round(line.UnitPrice, currency.Digits) == line.UnitPrice ? Amount(line.UnitPrice) : Number(line.UnitPrice),
    };

    public string Name(ChargeLine line) => line switch
    {
        { Name.Length: > 0 } => line.Name,
        { Kind: LineKind.Cap, Code: "CAP-DAY" } => Say("Tope del día", "Cap of the day"),
        { Kind: LineKind.Cap, Code: "CAP-ROLLING" } => Say("Tope del lapso", "Cap of the period"),
        { Kind: LineKind.Cap } => Say("Tope de la estancia", "Cap of the stay"),
        { Kind: LineKind.MinimumCharge } => Say("Hasta el cobro mínimo", "Up to the least charge"),
        { Kind: LineKind.MaximumCharge } => Say("Sobre el cobro máximo", "Over the greatest charge"),
        _ => line.Code,
    };

    public string Debtor(string? payer) => payer ?? Say("Paciente", "Patient");

    public string Stop(StayStop stop) => stop.Why switch
    {
        StayEventKind.CarvedOut => Say("Tiempo excluido", "Time taken out"),
        StayEventKind.Reopened => Say("Entre cierre y reapertura", "Between close and reopening"),
        _ => stop.Pause switch
        {
            PauseKind.Procedure => Say("Pausa: procedimiento", "Pause: procedure"),
            PauseKind.Transport => Say("Pausa: transporte", "Pause: transport"),
            PauseKind.Administrative => Say("Pausa: administrativa", "Pause: administrative"),
            PauseKind.OnLeave => Say("Pausa: permiso", "Pause: on leave"),
            _ => Say("Pausa: otro motivo", "Pause: other reason"),
        },
    };

    public string Act(StayEventKind kind) => kind switch
    {
        StayEventKind.Closed => Say("Cierre", "Closed"),
        StayEventKind.Abandoned => Say("Abandono", "Left"),
        StayEventKind.TimeCorrected => Say("Corrección de hora", "Time corrected"),
        StayEventKind.CarvedOut => Say("Tiempo excluido", "Time taken out"),
        _ => Say("Reapertura", "Reopened"),
    };

    public string Status(StayStatus status) => status switch
    {
        StayStatus.Registered => Say("registrada", "registered"),
        StayStatus.Running => Say("en curso", "running"),
        StayStatus.Paused => Say("en pausa", "paused"),
        StayStatus.Closed => Say("cerrada", "closed"),
        StayStatus.Invoiced => Say("facturada", "invoiced"),
        StayStatus.Settled => Say("pagada", "paid"),
        StayStatus.Credited => Say("acreditada", "credited"),
        StayStatus.NotBillable => Say("no facturable", "not billable"),
        StayStatus.Cancelled => Say("anulada", "cancelled"),
        _ => Say("registrada por error", "entered in error"),
    };

    public string Status(StayInvoiceStatus status) => status switch
    {
        StayInvoiceStatus.Accepted => Say("aceptada", "accepted"),
        StayInvoiceStatus.Rejected => Say("rechazada", "rejected"),
        StayInvoiceStatus.Void => Say("anulada", "void"),
        StayInvoiceStatus.Credited => Say("acreditada", "credited"),
        _ => Say("pendiente", "pending"),
    };

    public string Kind(StayInvoiceKind kind) => kind == StayInvoiceKind.Invoice ? Say("Factura", "Invoice") : Say("Nota de crédito", "Credit note");

    public string Kind(StatementKind kind) => kind switch
    {
        StatementKind.Preview => Say("Vista previa", "Preview"),
        StatementKind.Credit => Say("Nota que anula", "Credit"),
        _ => Say("Cuenta", "Bill"),
    };
}
