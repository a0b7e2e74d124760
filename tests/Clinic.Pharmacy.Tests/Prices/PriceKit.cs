using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Prices;

/// <summary>A product, lists and taxes with good defaults, so that a test shows only what matters.</summary>
internal static class PriceKit
{
    public static readonly LocalDate Today = new(2026, 3, 10);
    public static readonly SiteId Site = Hospital.Id<SiteId>(1);
    public static readonly Instant At = Instant.FromUtc(2026, 3, 10, 15, 0);

    /// <summary>Tablets in blisters of 10 and boxes of 10 blisters.</summary>
    public static Presentation Tablets(int scale = 0) => Presentation.Restore(new(
        Hospital.Id<PresentationId>(1), Hospital.Id<MedicationId>(1), "AMX500", "Amoxicilina 500 mg", UnitCode.Tablet, scale,
        [new PackLevel("blister", 10), new PackLevel("box", 10)], [], true, null, null, false, 1));

    public static PriceEntry Entry(decimal amount, PricePer? per = null, decimal? floor = null, string tax = "IVA15") =>
        new(Hospital.Id<PresentationId>(1), per ?? PricePer.BaseUnit, PriceRule.Fixed(amount), tax, floor);

    public static PriceEntry Entry(PriceRule rule, PricePer? per = null, decimal? floor = null) =>
        new(Hospital.Id<PresentationId>(1), per ?? PricePer.BaseUnit, rule, "IVA15", floor);

    public static PriceListSnapshot State(params PriceEntry[] entries) => new(
        Hospital.Id<PriceListId>(1), "PUB", "Público", Site, PriceSegment.Patient, Currency.Usd, false, MidpointRounding.AwayFromZero, Today, null, Today,
        entries, false, Hospital.Id<PersonId>(1), null, "apertura", At, 1);

    public static PriceList List(params PriceEntry[] entries) => PriceList.Restore(State(entries));

    public static TaxGroup Tax(decimal percent = 15, string code = "IVA15", bool exempt = false) => TaxGroup.Restore(new(
        Hospital.Id<TaxGroupId>(1), code, "IVA", exempt, [new(new(2024, 4, 1), percent, Hospital.Id<PersonId>(1), At, "ley")], 1));

    public static SpecialPrice Special(
        decimal? off = null, decimal? amount = null, PricePer? per = null, PatientId? patient = null, int id = 1, LocalDate? until = null, Currency? currency = null) =>
        SpecialPrice.Restore(new(
            Hospital.Id<SpecialPriceId>(id), Site, Hospital.Id<PresentationId>(1), PriceSegment.Patient, patient, currency ?? Currency.Usd,
            amount is null ? null : per ?? PricePer.BaseUnit, amount, off, Today, until ?? Today.PlusDays(30), Hospital.Id<PersonId>(1), Hospital.Id<PersonId>(3), "campaña", At, null, 1));

    public static PricesInForce InForce(PriceList list, SpecialPrice? special = null, TaxGroup? tax = null) =>
        new(Site, Today, [list], special is null ? [] : [special], [tax ?? Tax()]);

    public static CostPart Part(int lot, decimal quantity, decimal cost, int scale = 0, Currency? currency = null) =>
        new(Hospital.Id<LotId>(lot), StockQuantity.Of(quantity, scale), new(cost, currency ?? Currency.Usd));

    public static PriceQuote Quote(PricesInForce prices, decimal quantity, params CostPart[] lots) =>
        PriceQuoter.Quote(new(Tablets(), new(quantity, UnitCode.Tablet), PriceSegment.Patient, Currency.Usd, Lots: lots.Length == 0 ? null : lots), prices);

    public static PharmacyException Refused(Action act, params string[] codes)
    {
        var e = Assert.Throws<PharmacyException>(act);
        Assert.Equal(codes.Order(StringComparer.Ordinal), e.Failures.Select(f => f.Code).Order(StringComparer.Ordinal));
        return e;
    }

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
