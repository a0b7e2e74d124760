using Clinic.Canonical;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>The canonical bytes of a statement's figures.</summary>
internal static class StatementContent
{
    public static string HashOf(Statement statement)
    {
        var to = new CanonicalBytes();
        to.Text("statement/2").Text(Statement.Engine).Text(statement.Zone).Text(statement.TzdbVersion).Text(statement.Calendar).Text(statement.Lead.ContentHash);
        to.Moment(statement.From).Moment(statement.To).Length(statement.Presence).Length(statement.Running).Length(statement.Billed);
        to.Text(statement.Total.Currency.Code).Amount(statement.Subtotal.Amount).Amount(statement.Tax.Amount).Amount(statement.Total.Amount);
        to.Amount(statement.Patient.Amount).Amount(statement.Cash?.Amount);
        to.Each(statement.Lines, line => Write(to, line));
        to.Each(statement.Taxes, t => to.Text(t.Tax.Code).Amount(t.Tax.Percent).Amount(t.Base.Amount).Amount(t.Amount.Amount));
        to.Each(statement.Payers, p => to.Text(p.Payer).Amount(p.Total.Amount).Amount(p.ByPayer.Amount).Amount(p.ByPatient.Amount));
        return to.Hash();
    }

    private static void Write(CanonicalBytes to, StatementLine line)
    {
        to.Word(line.Kind).Text(line.Code).Text(line.Name).Number(line.FromSecond).Number(line.ToSecond).Date(line.Date);
        to.Number(line.Band?.From.TickOfDay).Number(line.Band?.To.TickOfDay).Length(line.Billed).Word(line.Unit).Number(line.Count).Amount(line.UnitPrice);
        to.Amount(line.Weighted).Amount(line.Amount.Amount).Text(line.TaxCode).Amount(line.Tax.Amount).Text(line.Payer).Amount(line.PayerShare.Amount).Text(line.TariffHash);
    }
}
