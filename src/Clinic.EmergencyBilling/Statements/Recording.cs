using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>Between the figures of a rating and the statement that is kept; nothing is lost on the way back.</summary>
internal static class Recording
{
    public static ChargeStatement Of(Statement figures, StatementKind kind)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new()
        {
            Kind = kind,
            AsOf = figures.To,
            From = figures.From,
            To = figures.To,
            Presence = figures.Presence,
            Running = figures.Running,
            Billed = figures.Billed,
            Currency = figures.Total.Currency,
            Lines = [.. figures.Lines.Select(Line)],
            Subtotal = figures.Subtotal.Amount,
            Tax = figures.Tax.Amount,
            Total = figures.Total.Amount,
            Cash = figures.Cash?.Amount,
            TaxMode = figures.Lead.Terms.TaxMode,
            Taxes = [.. figures.Taxes.Select(t => new ChargeTax(t.Tax.Code, t.Tax.Category, t.Tax.Percent, t.Base.Amount, t.Amount.Amount))],
            Payers = [.. figures.Payers.Select(p => new ChargePayer(p.Payer, p.Total.Amount, p.ByPayer.Amount, p.ByPatient.Amount))],
            Tariffs = [.. figures.Lines.Select(l => l.Version).Prepend(figures.Lead).DistinctBy(v => v.ContentHash).Select(Source)],
            Zone = figures.Zone,
            TzdbVersion = figures.TzdbVersion,
            Calendar = figures.Calendar,
            Engine = Statement.Engine,
            Fingerprint = figures.Fingerprint(),
        };
    }

    /// <summary>The figures again, for explaining and checking; versions are found by what priced each line.</summary>
    public static Statement Figures(ChargeStatement kept, IReadOnlyDictionary<string, TariffVersion> versions)
    {
        var currency = kept.Currency;
        return new()
        {
            From = kept.From,
            To = kept.To,
            Presence = kept.Presence,
            Running = kept.Running,
            Billed = kept.Billed,
            Lines = [.. kept.Lines.Select(l => Line(l, currency, versions[l.TariffHash]))],
            Subtotal = new(kept.Subtotal, currency),
            Tax = new(kept.Tax, currency),
            Total = new(kept.Total, currency),
            Patient = new(kept.Payers.Sum(p => p.ByPatient), currency),
            Cash = kept.Cash is { } cash ? new(cash, currency) : null,
            Taxes = [.. kept.Taxes.Select(t => new TaxTotal(new(t.Code, t.Category, t.Percent), new(t.Base, currency), new(t.Amount, currency)))],
            Payers = [.. kept.Payers.Select(p => new PayerTotal(p.Payer, new(p.Total, currency), new(p.ByPayer, currency), new(p.ByPatient, currency)))],
            Lead = versions[kept.Tariffs[0].ContentHash],
            Zone = kept.Zone,
            TzdbVersion = kept.TzdbVersion,
            Calendar = kept.Calendar,
        };
    }

    private static PricedBy Source(TariffVersion v) => new(v.Tariff, v.TariffName, v.Number, v.ContentHash, v.EffectiveFrom);

    private static ChargeLine Line(StatementLine line, int index) => new()
    {
        Number = index + 1,
        Kind = line.Kind,
        Code = line.Code,
        Name = line.Name,
        From = line.From,
        To = line.To,
        Date = line.Date,
        Band = line.Band,
        Billed = line.Billed,
        Quantity = Math.Round(line.Quantity, 4),
        Unit = line.Unit,
        Count = line.Count,
        UnitPrice = line.Kind >= LineKind.Cap ? Math.Round(line.UnitPrice, 8) : line.UnitPrice,
        ExactAmount = Math.Round(line.ExactAmount, 8),
        ExactTimes3600 = line.Weighted,
        Amount = line.Amount.Amount,
        TaxCode = line.TaxCode,
        Tax = line.Tax.Amount,
        Payer = line.Payer,
        PayerShare = line.PayerShare.Amount,
        TariffHash = line.TariffHash,
    };

    private static StatementLine Line(ChargeLine line, Currency currency, TariffVersion version) => new()
    {
        Kind = line.Kind,
        Source = new(line.Code, line.Name, line.TaxCode, version),
        FromSecond = line.From.ToUnixTimeSeconds(),
        ToSecond = line.To.ToUnixTimeSeconds(),
        Date = line.Date,
        Band = line.Band,
        Seconds = (long)line.Billed.TotalSeconds,
        Unit = line.Unit,
        Count = line.Count,
        Price = line.Kind >= LineKind.Cap && line.Unit != LineUnit.Percent ? 0m : line.UnitPrice,
        Weighted = line.ExactTimes3600,
        AmountUnits = MinorUnits.Of(line.Amount, currency.Digits),
        TaxUnits = MinorUnits.Of(line.Tax, currency.Digits),
        Payer = line.Payer,
        ShareUnits = MinorUnits.Of(line.PayerShare, currency.Digits),
    };
}
