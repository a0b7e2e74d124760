using Clinic.Canonical;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The canonical bytes of a version: what it is for, from when on, and every price.</summary>
internal static class TariffContent
{
    public static string HashOf(TariffSnapshot tariff, TariffVersionSnapshot version)
    {
        var to = new CanonicalBytes();
        to.Text("tariff/1").Text(tariff.Currency.Code).Text(tariff.Key.Payer).Text(tariff.Key.ServiceLine).Number((int?)tariff.Key.Acuity);
        to.Moment(version.EffectiveFrom);
        Write(to, version.Terms);
        return to.Hash();
    }

    private static void Write(CanonicalBytes to, TariffTerms terms)
    {
        var metering = terms.Metering;
        to.Word(terms.MidStay).Word(terms.Acuity).Word(terms.Stacking).Word(terms.Money).Word(terms.Midpoint).Word(terms.TaxMode);
        to.Amount(terms.MinCharge).Amount(terms.MaxCharge);
        to.Length(metering.Resolution).Length(metering.SegmentRounding?.Size).Length(metering.SegmentRounding?.Threshold);
        to.Word(metering.Grace.Mode).Length(metering.Grace.Limit).Word(metering.Grace.Boundary).Length(metering.MinimumDuration);
        to.Length(metering.Block.Size).Length(metering.Block.Threshold).Word(metering.Scope).Word(metering.Attribution);
        to.Each(terms.Components, c => Write(to, c));
        to.Each(terms.Surcharges, s => Write(to.Text(s.Code).Text(s.Name).Word(s.Kind).Amount(s.Value).Number(s.Priority).Word(s.Trigger), s.Restriction));
        to.Each(terms.Caps, c => to.Amount(c.Amount).Word(c.Window).Length(c.Length).Word(c.Basis).Word(c.Stage));
        to.Each(terms.Taxes, t => to.Text(t.Code).Word(t.Category).Amount(t.Percent));
        to.Each(terms.Discounts, d => Write(to.Text(d.Code).Text(d.Name).Word(d.Kind).Amount(d.Value).Each(d.Payers, p => to.Text(p)), d.Restriction));
        to.Amount(terms.CashStep);
        to.Amount(terms.Split?.Copay).Amount(terms.Split?.PayerPercent).Amount(terms.Split?.PayerLimit);
    }

    private static void Write(CanonicalBytes to, PriceComponent component)
    {
        to.Text(component.GetType().Name).Text(component.Code).Text(component.Name).Text(component.TaxCode);
        Write(to, component.Restriction);
        _ = component switch
        {
            FlatPrice p => to.Amount(p.Price).Word(p.Per),
            LinearPrice p => to.Amount(p.PerHour),
            FirstBlockPrice p => to.Length(p.Size).Amount(p.Price).Length(p.AddSize).Amount(p.AddPrice).Length(p.AddThreshold),
            GraduatedPrice p => to.Each(p.Tiers, t => to.Length(t.UpTo).Amount(t.PerHour)),
            VolumePrice p => to.Word(p.Boundary).Each(p.Tiers, t => to.Length(t.UpTo).Amount(t.PerHour)),
            SubstitutionPrice p => to.Word(p.Boundary).Each(p.Steps, s => to.Length(s.UpTo).Amount(s.Price)),
            ThresholdUnitsPrice p => to.Length(p.QualifiesAt).Length(p.Covers).Amount(p.FirstPrice).Length(p.Block).Length(p.Threshold).Amount(p.AddPrice).Text(p.AddCode),
            _ => throw new InvalidOperationException($"No canonical form of {component.GetType().Name}."),
        };
    }

    private static void Write(CanonicalBytes to, Restriction restriction)
    {
        to.Each(restriction.Bands, b => to.Number(b.From.TickOfDay).Number(b.To.TickOfDay));
        to.Number((int)restriction.Days).Word(restriction.Holidays).Word(restriction.DayBasis).Date(restriction.FromDate).Date(restriction.ThroughDate);
        to.Length(restriction.MinElapsed).Length(restriction.MaxElapsed).Each(restriction.Acuities, a => to.Number((int)a));
    }
}
