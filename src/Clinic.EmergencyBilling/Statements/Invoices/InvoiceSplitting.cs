using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Divides a bill into one invoice for each who owes something; the parts of each line sum to the line.</summary>
internal static class InvoiceSplitting
{
    public static IReadOnlyList<StayInvoice> Of(
        EmergencyStay stay, RecordedStatement bill, IReadOnlyList<OtherCharge> others, OtherChargesGoTo goTo, IIdGenerator ids, Instant now)
    {
        var byDebtor = new SortedDictionary<string, List<StayInvoiceLine>>(StringComparer.Ordinal) { [""] = [] };
        var s = bill.Statement;
        foreach (var line in s.Lines)
        {
            var (tax, gross) = (line.Tax, s.TaxMode == TaxMode.Exclusive ? line.Amount + line.Tax : line.Amount);
            if (gross == 0m && tax == 0m) continue;
            var paid = line.Payer is null ? 0m : line.PayerShare;
            // The tax goes with the amount; what rounding leaves goes to the patient with the rest.
            var paidTax = gross == 0m ? 0m : Math.Round(tax * paid / gross, s.Currency.Digits, MidpointRounding.AwayFromZero);
            Add(line.Payer ?? "", line, paid - paidTax, paidTax);
            Add("", line, gross - paid - (tax - paidTax), tax - paidTax);
        }

        foreach (var o in others)
        {
            Lines(goTo == OtherChargesGoTo.Payer ? stay.Payer ?? "" : "").Add(new(o.Source, o.Reference, o.Code, o.Description, o.Quantity, o.Unit, o.Net, o.TaxCode, o.Tax));
        }

        return
        [
            .. byDebtor.Where(d => d.Value.Count > 0).Select(d => StayInvoice.Restore(new(
                ids.Next<StayInvoiceId>(), StayInvoiceKind.Invoice, stay.Id, stay.Encounter, stay.Site, stay.Patient, bill.Revision, d.Key.Length == 0 ? null : d.Key,
                s.Currency, d.Value, null, now, StayInvoiceStatus.Pending, null, null, null, null, 0, now, 1))),
        ];

        List<StayInvoiceLine> Lines(string debtor)
        {
            if (!byDebtor.TryGetValue(debtor, out var lines)) byDebtor.Add(debtor, lines = []);
            return lines;
        }

        void Add(string debtor, ChargeLine line, decimal net, decimal tax)
        {
            if (net == 0m && tax == 0m) return;
            Lines(debtor).Add(new(
                StayInvoiceLine.OfStay, line.Number.ToString(CultureInfo.InvariantCulture), line.Code, line.Name, line.Quantity, UnitOf(line.Unit), net, line.TaxCode, tax));
        }
    }

    private static string UnitOf(LineUnit unit) => unit switch
    {
        LineUnit.Hour => "h",
        LineUnit.Percent => "%",
        _ => "1",
    };
}
