using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;
using Clinic.Storage.Turso.Pharmacy.Prices;

namespace Clinic.Storage.Turso.Pharmacy.Sales;

/// <summary>Reads sales and their lists from rows.</summary>
internal static class SaleRows
{
    /// <summary>The columns that <see cref="Head"/> expects, of the table under the name s.</summary>
    public const string Columns =
        "s.id, s.site_id, s.location_id, s.cashier_id, s.segment, s.currency, s.buyer, s.patient_id, s.department_id, s.begun, s.status, s.line_count, s.last_line, " +
        "s.net, s.discount, s.tax, s.rounding, s.credited, s.completed, s.shift_id, s.invoice_id, s.cancelled, s.reason, s.version";

    /// <summary>How many columns the head has.</summary>
    public const int HeadColumns = 24;

    /// <summary>One line as a JSON array, of the table under the name x.</summary>
    public const string LineArray =
        "json_array(x.number, x.presentation_id, x.code, x.description, x.quantity, x.unit, x.scale, x.steps, x.controlled, x.price, x.prescription, x.reservation_id, x.posting_id, x.lots)";

    /// <summary>One payment as a JSON array, of the table under the name x.</summary>
    public const string PaymentArray =
        "json_array(x.number, x.kind, x.amount, x.is_refund, x.given, x.reference, x.department_id, x.shift_id, x.at, x.by_id, x.return_number)";

    /// <summary>One return as a JSON array, of the table under the name x.</summary>
    public const string ReturnArray =
        "json_array(x.number, x.at, x.by_id, x.shift_id, x.reason, x.lines, x.rounding, x.total, x.credit_note_id)";

    public static SaleHead Head(Row r, Guid tenant, BuyerField buyers)
    {
        var currency = Currency.Of(r.Text(5));
        var id = r.Id<SaleId>(0);
        return new()
        {
            Id = id,
            Site = r.Id<SiteId>(1),
            Location = r.Id<LocationId>(2),
            Cashier = r.Id<PersonId>(3),
            Segment = Segments.Read(r.Text(4)),
            Buyer = buyers.Open(tenant, id.Value, r.Text(6)),
            Patient = r.IdOrNull<PatientId>(7),
            Department = r.IdOrNull<DepartmentId>(8),
            Begun = r.Instant(9),
            Status = r.Enum<SaleStatus>(10),
            LineCount = r.Int(11),
            LastLine = r.Int(12),
            Net = new(r.Decimal(13), currency),
            Discount = new(r.Decimal(14), currency),
            Tax = new(r.Decimal(15), currency),
            Rounding = new(r.Decimal(16), currency),
            Credited = new(r.Decimal(17), currency),
            Completed = r.InstantOrNull(18),
            Shift = r.IdOrNull<ShiftId>(19),
            Invoice = r.IdOrNull<InvoiceId>(20),
            Cancelled = r.InstantOrNull(21),
            Reason = r.TextOrNull(22),
            Version = r.Long(23),
        };
    }

    public static SaleLine Line(JsonElement x) => new(
        x.Int(0), x.Id<PresentationId>(1), x.Text(2), x.Text(3), new Quantity(Decimal(x.Text(4)), new UnitCode(x.Text(5))),
        new StockQuantity(x.Long(7), x.Int(6)), x.Enum<ControlledClass>(8), Json<LinePrice>(x.Text(9)),
        x.TextOrNull(10) is { } paper ? Json<PrescriptionReference>(paper) : null, x.IdOrNull<ReservationId>(11), x.IdOrNull<PostingId>(12),
        Json<IReadOnlyList<SalePart>>(x.Text(13)));

    public static SalePayment Payment(JsonElement x, Currency currency) => new(
        x.Int(0), x.Enum<PaymentKind>(1), new(Decimal(x.Text(2)), currency), x.Bool(3), x.TextOrNull(4) is { } given ? new Money(Decimal(given), currency) : null,
        x.TextOrNull(5), x.IdOrNull<DepartmentId>(6), x.Id<ShiftId>(7), x.Instant(8), x.Id<PersonId>(9), (int?)x.LongOrNull(10));

    public static SaleReturn Return(JsonElement x, Currency currency) => new(
        x.Int(0), x.Instant(1), x.Id<PersonId>(2), x.Id<ShiftId>(3), x.Text(4), Json<IReadOnlyList<SaleReturnLine>>(x.Text(5)), new(Decimal(x.Text(6)), currency),
        new(Decimal(x.Text(7)), currency), x.IdOrNull<InvoiceId>(8));

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, ClinicJson.Options);

    public static T Json<T>(string json) => JsonSerializer.Deserialize<T>(json, ClinicJson.Options)!;

    public static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
}
