using Clinic.EmergencyBilling.Statements.Invoices;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>What of the charges of a visit no invoice says yet. Pure; nothing is charged twice.</summary>
internal static class ChargesLeft
{
    /// <summary>New charges whole, changed ones by their difference, vanished ones negated; what is invoiced as it stands is left out.</summary>
    /// <param name="charges">Everything that is charged to the visit.</param>
    /// <param name="invoices">The documents of the visit; only those that charge and stand count.</param>
    public static IReadOnlyList<OtherCharge> Of(IReadOnlyList<OtherCharge> charges, IEnumerable<StayInvoice> invoices)
    {
        ArgumentNullException.ThrowIfNull(charges);
        var said = Said(invoices.Where(i => i.IsCharge));
        var left = new List<OtherCharge>();
        foreach (var charge in charges)
        {
            if (!said.Remove((charge.Source, charge.Reference), out var before)) left.Add(charge);
            else if (charge.Quantity != before.Quantity) left.Add(Difference(charge, before));
        }

        left.AddRange(said.Values.Where(v => v.Quantity != 0m).Select(Negation));
        return left;
    }

    /// <summary>What documents say of other domains, one per charge; what they take back again is left out.</summary>
    /// <param name="invoices">The documents.</param>
    /// <param name="known">Charges as they are told now, which know when each was delivered; the documents do not.</param>
    public static IReadOnlyList<OtherCharge> On(IEnumerable<StayInvoice> invoices, IReadOnlyList<OtherCharge> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var times = known.ToDictionary(c => (c.Source, c.Reference), c => c.At);
        return [.. Said(invoices).Where(v => v.Value.Quantity != 0m || v.Value.Total != 0m).Select(v => v.Value with { At = times.GetValueOrDefault(v.Key, v.Value.At) })];
    }

    private static Dictionary<(string Source, string Reference), OtherCharge> Said(IEnumerable<StayInvoice> invoices)
    {
        var said = new Dictionary<(string, string), OtherCharge>();
        foreach (var invoice in invoices.Select(i => i.ToSnapshot()))
        {
            foreach (var line in invoice.Lines.Where(l => l.Source != StayInvoiceLine.OfStay))
            {
                var key = (line.Source, line.Reference);
                said[key] = said.TryGetValue(key, out var before)
                    ? before with { Quantity = before.Quantity + line.Quantity, Net = before.Net + line.Net, Tax = before.Tax + line.Tax }
                    : Charge(invoice, line);
            }
        }

        return said;
    }

    private static OtherCharge Charge(StayInvoiceSnapshot invoice, StayInvoiceLine line) => new()
    {
        Source = line.Source,
        Reference = line.Reference,
        At = invoice.Requested,
        Code = line.Code,
        Description = line.Description,
        Quantity = line.Quantity,
        Unit = line.Unit,
        Currency = invoice.Currency,
        Net = line.Net,
        TaxCode = line.TaxCode,
        Tax = line.Tax,
    };

    // What came back is taken off at the price that was invoiced; what was added costs what it costs.
    private static OtherCharge Difference(OtherCharge charge, OtherCharge before)
    {
        var change = charge.Quantity - before.Quantity;
        if (change < 0m)
            return before with { At = charge.At, Quantity = change, Net = Part(before.Net, change, before), Tax = Part(before.Tax, change, before) };
        return charge.Unpriced is not null
            ? charge with { Quantity = change }
            : charge with { Quantity = change, Net = Part(charge.Net, change, charge), Tax = Part(charge.Tax, change, charge) };
    }

    private static OtherCharge Negation(OtherCharge before) => before with { Quantity = -before.Quantity, Net = -before.Net, Tax = -before.Tax };

    private static decimal Part(decimal amount, decimal quantity, OtherCharge of) =>
        Math.Round(amount * quantity / of.Quantity, of.Currency.Digits, MidpointRounding.AwayFromZero);
}
