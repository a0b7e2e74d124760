namespace Clinic.EmergencyBilling.Statements;

/// <summary>The exact negation of a statement.</summary>
internal static class Crediting
{
    public static ChargeStatement Of(ChargeStatement bill, NodaTime.Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(bill);
        if (bill.Kind != StatementKind.Final) throw new ArgumentException($"Only a final statement is credited; this is {bill.Kind}.", nameof(bill));
        return bill with
        {
            Kind = StatementKind.Credit,
            AsOf = asOf,
            Lines = [.. bill.Lines.Select(l => l with
            {
                Count = -l.Count,
                Quantity = -l.Quantity,
                ExactAmount = -l.ExactAmount,
                ExactTimes3600 = -l.ExactTimes3600,
                Amount = -l.Amount,
                Tax = -l.Tax,
                PayerShare = -l.PayerShare,
                Reverses = l.Number,
            })],
            Subtotal = -bill.Subtotal,
            Tax = -bill.Tax,
            Total = -bill.Total,
            Cash = -bill.Cash,
            Taxes = [.. bill.Taxes.Select(t => t with { Base = -t.Base, Amount = -t.Amount })],
            Payers = [.. bill.Payers.Select(p => new ChargePayer(p.Payer, -p.Total, -p.ByPayer, -p.ByPatient))],
        };
    }
}
