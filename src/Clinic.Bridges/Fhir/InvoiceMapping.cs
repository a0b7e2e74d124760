using System.Globalization;
using System.Text.Json.Nodes;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>An invoice or credit note of a stay as Invoice.</summary>
public static class InvoiceMapping
{
    /// <summary>The resource.</summary>
    /// <param name="account">The stay with its bills.</param>
    /// <param name="invoice">A document of it.</param>
    /// <param name="options">How things are named.</param>
    public static JsonObject Of(StayAccount account, StayInvoice invoice, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(options);
        var i = invoice.ToSnapshot();
        var zone = DateTimeZoneProviders.Tzdb[account.Stay.Zone];
        var bill = BillOf(account, i.Revision);
        return Object(
            ("resourceType", "Invoice"),
            ("id", i.Id.ToString()),
            ("identifier", List(
                i.Number is { } number ? Object(("system", options.Extension("invoice-number")), ("value", Text(number))) : null,
                i.Authorisation is { } authorisation ? Object(("system", options.Extension("invoice-authorisation")), ("value", Text(authorisation))) : null)),
            ("status", StayStatuses.Invoice(i.Status, i.Kind, account.Stay.Status)),
            ("type", Concept(Coding(options.Extension("invoice-kind"), i.Kind == StayInvoiceKind.CreditNote ? "credit-note" : "invoice"))),
            ("subject", Reference("Patient", i.Patient.Value)),
            ("recipient", i.Payer is { } payer
                ? Object(("identifier", Object(("system", options.Extension("payer")), ("value", Text(payer)))))
                : Reference("Patient", i.Patient.Value)),
            ("date", At(i.Answered ?? i.Requested, zone)),
            ("lineItem", List(i.Lines.Select((l, at) => Item(account, bill, i, l, at + 1, options)))),
            ("totalNet", Money(i.Lines.Sum(l => l.Net), i.Currency)),
            ("totalGross", Money(invoice.Total, i.Currency)));
    }

    // A credit note speaks of the lines of the bill that it takes back.
    private static RecordedStatement? BillOf(StayAccount account, int revision)
    {
        var found = account.Revisions.FirstOrDefault(r => r.Revision == revision);
        return found?.Reverses is { } reversed ? account.Revisions.FirstOrDefault(r => r.Revision == reversed) : found;
    }

    private static JsonObject Item(StayAccount account, RecordedStatement? bill, StayInvoiceSnapshot i, StayInvoiceLine line, int sequence, FhirOptions options)
    {
        var charged = line.Source == "stay" && int.TryParse(line.Reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? bill?.Statement.Lines.FirstOrDefault(l => l.Number == number)
            : null;
        return Object(
            ("sequence", sequence),
            ("chargeItemReference", charged is null ? null : Reference("ChargeItem", ChargeItemMapping.IdOf(account.Stay.Id, bill!.Revision, charged.Number))),
            ("chargeItemCodeableConcept", charged is null ? Concept(Coding(options.Extension("charge-code"), line.Code, line.Description), line.Description) : null),
            ("priceComponent", List(
                Object(("type", TypeOf(charged)), ("code", Concept(Coding(options.Extension("charge-code"), line.Code))), ("amount", Money(line.Net, i.Currency))),
                Object(("type", "tax"), ("code", Concept(Coding(options.Extension("tax-code"), line.TaxCode))), ("amount", Money(line.Tax, i.Currency))))));
    }

    // What lowers a bill is a discount, also on the note that takes it back.
    private static string TypeOf(ChargeLine? line) => line switch
    {
        null => "base",
        { Amount: < 0m } => "discount",
        { Kind: LineKind.Surcharge or LineKind.MinimumCharge } => "surcharge",
        _ => "base",
    };
}
