using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Receiving;

public sealed class StockReceivingTests
{
    private const string Gtin1 = "07861234500017";

    private static readonly UnitCode Box = new("box");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scan_says_product_lot_and_expiration()
    {
        var h = new Hospital();
        var p = await Scanned(h);

        var answer = await h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Paid = new(1, Box), Scan = Scan("17270600", "10LOT-A", "21S1") }), Ct);

        var lot = Assert.Single(answer.Lines);
        Assert.Equal((p.Id, "LOT-A", 100m), (lot.Presentation, lot.Number.Text, lot.Quantity.Value));
        Assert.Equal(ExpirationDate.EndOf(new YearMonth(2027, 6)), lot.Expiration);
        var stored = (await h.LyingAsync(lot.Lot)).Lot.ToSnapshot();
        Assert.Equal("270600", stored.Expiration!.Value.Raw);
        Assert.Equal(Gtin.Parse(Gtin1), stored.Gtin);
        Assert.Equal("S1", Assert.Single(await h.LedgerAsync()).Serial);
    }

    [Fact]
    public async Task What_is_typed_must_agree_with_the_scan()
    {
        var h = new Hospital();
        await Scanned(h);
        var line = Line(5) with { Scan = Scan("17270630", "10A"), LotNumber = new LotNumber("B"), Expiration = new ExpirationDate(new(2027, 7, 1)) };

        var e = await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, line), Ct), PharmacyRules.LineContradictsScan, PharmacyRules.LineContradictsScan);

        Assert.Equal(["lotNumber", "expiration"], e.Failures.Select(f => f.Facts["field"]));
        await h.Receiving.ReceiveAsync(h.As(), Of(h, line with { LotNumber = new LotNumber("A"), Expiration = new ExpirationDate(new(2027, 6, 30)) }), Ct);
    }

    [Fact]
    public async Task A_scan_without_expiration_never_blanks_a_known_one()
    {
        var h = new Hospital();
        var p = await Scanned(h, requiresExpiry: false);
        await h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Scan = Scan("17270630", "10A") }), Ct);

        var answer = await h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Scan = Scan("10A") }), Ct);

        Assert.Equal(new LocalDate(2027, 6, 30), answer.Lines[0].Expiration!.Value.Date);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Scan = Scan("17270701", "10A") }), Ct), PharmacyRules.ExpiryConflict);
        var other = await h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Scan = Scan("10B") }), Ct);
        Assert.Null(other.Lines[0].Expiration);
        Assert.Equal(p.Id, other.Lines[0].Presentation);
    }

    [Fact]
    public async Task Lines_of_one_delivery_agree_on_the_expiration_of_a_number()
    {
        var h = new Hospital();
        var p = await Scanned(h, requiresExpiry: false);
        var dated = Line(5) with { Presentation = p.Id, LotNumber = new LotNumber("A"), Expiration = new ExpirationDate(new(2027, 6, 30)) };

        await Refused.WithAsync(
            () => h.Receiving.ReceiveAsync(h.As(), Of(h, dated, dated with { Expiration = new ExpirationDate(new(2027, 7, 1)) }), Ct), PharmacyRules.ExpiryConflict);
        var answer = await h.Receiving.ReceiveAsync(h.As(), Of(h, dated with { Expiration = null }, dated), Ct);

        Assert.All(answer.Lines, l => Assert.Equal(new LocalDate(2027, 6, 30), l.Expiration!.Value.Date));
    }

    [Fact]
    public async Task Unknown_numbers_and_wrong_check_digits_are_named()
    {
        var h = new Hospital();
        await Scanned(h);

        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Scan = "(01)07861234500024(17)270630(10)A" }), Ct), PharmacyRules.GtinUnknown);
        var e = await Assert.ThrowsAsync<PharmacyException>(() => h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Scan = "(01)07861234500019(17)270630(10)A" }), Ct));
        Assert.Equal("18", e.Failures[0].Facts["position"]);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5)), Ct), PharmacyRules.PresentationUnknown);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Scan = "(17)270630(10)A" }), Ct), PharmacyRules.PresentationUnknown);
    }

    [Fact]
    public async Task A_scan_of_another_product_is_refused_even_where_none_is_registered()
    {
        var h = new Hospital();
        await Scanned(h);
        var bare = await h.PresentationAsync("BARE");
        var mine = await h.PresentationAsync("MINE", gtins: [new(Gtin.Parse("07861234500024"))]);
        var line = Line(5) with { Scan = Scan("17270630", "10A") };

        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, line with { Presentation = bare.Id }), Ct), PharmacyRules.GtinMismatch);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, line with { Presentation = mine.Id }), Ct), PharmacyRules.GtinMismatch);
        await h.Receiving.ReceiveAsync(h.As(), Of(h, line with { Presentation = bare.Id, Scan = "(01)07861234500031(17)270630(10)A" }), Ct);
    }

    [Fact]
    public async Task A_recalled_number_comes_in_recalled_and_only_where_nothing_is_picked()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10, "R");
        await h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("R"), "alerta"), Ct);

        await Refused.WithAsync(() => h.LotAsync(p, 10, "R"), PharmacyRules.LotNotApproved);
        var lot = await h.LotAsync(p, 10, "R", at: h.Quarantine);

        Assert.Equal(LotStatus.Recalled, (await h.LyingAsync(lot, h.Quarantine)).Lot.Status);
    }

    [Fact]
    public async Task Expired_goods_come_in_only_where_nothing_is_picked()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();

        await Refused.WithAsync(() => h.LotAsync(p, 10, expires: new(2026, 3, 9)), PharmacyRules.LotExpired);
        await h.LotAsync(p, 10, expires: new(2026, 3, 10));
        await h.LotAsync(p, 10, "OLD", expires: new(2026, 3, 9), at: h.Quarantine);
    }

    [Fact]
    public async Task A_cost_far_from_the_last_one_must_be_confirmed()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 100, "A", unitCost: 1m);
        var line = Line(100, 201m) with { Presentation = p.Id, LotNumber = new LotNumber("B"), Expiration = new ExpirationDate(new(2027, 1, 1)), ConfirmCost = false };

        var e = await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, line), Ct), PharmacyRules.CostFarFromLast);
        await h.Receiving.ReceiveAsync(h.As(), Of(h, line with { ConfirmCost = true }), Ct);

        Assert.Equal(("2.01 USD", "1.00 USD"), (e.Failures[0].Facts["asked"], e.Failures[0].Facts["last"]));
    }

    [Fact]
    public async Task Free_goods_spread_the_cost_and_the_rounding_is_kept()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var line = Line(1_000, 8_820m) with { Presentation = p.Id, LotNumber = new LotNumber("A"), Expiration = new ExpirationDate(new(2027, 1, 1)), Free = new(10, UnitCode.Tablet) };

        var answer = await h.Receiving.ReceiveAsync(h.As(), Of(h, line), Ct);

        Assert.Equal((1_010m, 8.73267327m), (answer.Lines[0].Quantity.Value, answer.Lines[0].UnitCost.Amount));
        Assert.Equal(8_820m, answer.Lines[0].UnitCost.ValueOf(answer.Lines[0].Quantity).Amount + answer.Lines[0].Rounding.Amount);
        var receipt = await h.Get<IReceiptStore>().FindAsync(h.Tenant, answer.Receipt, Ct);
        Assert.Equal((1_000m, 10m), (receipt!.Lines[0].Paid.Value, receipt.Lines[0].Free.Value));
    }

    [Fact]
    public async Task Bad_lines_are_told_apart()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var good = Line(5) with { Presentation = p.Id, LotNumber = new LotNumber("A"), Expiration = new ExpirationDate(new(2027, 1, 1)) };

        Task Wrong(string code, ReceiveLine line) => Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, line), Ct), code);
        await Wrong(PharmacyRules.LotNumberMissing, good with { LotNumber = null });
        await Wrong(PharmacyRules.ExpiryMissing, good with { Expiration = null });
        await Wrong(PharmacyRules.CostCurrencyWrong, good with { Price = new(5, Currency.Eur) });
        await Wrong(PharmacyRules.FieldInvalid, good with { Price = new(5.001m, Currency.Usd) });
        await Wrong(PharmacyRules.FieldInvalid, good with { Price = new(-5m, Currency.Usd) });
        await Wrong(PharmacyRules.FieldInvalid, good with { Price = new(decimal.MaxValue, Currency.Usd) });
        await Wrong(PharmacyRules.UnitUnknown, good with { Paid = new(1, new UnitCode("crate")) });
        await Wrong(PharmacyRules.QuantityTooFine, good with { Paid = new(1.5m, UnitCode.Tablet) });
        await Wrong(PharmacyRules.QuantityNotPositive, good with { Paid = new(0, UnitCode.Tablet) });
        await Wrong(PharmacyRules.QuantityNotPositive, good with { Free = new(-1, UnitCode.Tablet) });
        await Wrong(PharmacyRules.QuantityTooLarge, good with { Paid = new(1_000_000_000_001m, UnitCode.Tablet) });
        await Wrong(PharmacyRules.QuantityTooLarge, good with { Paid = new(1_000_000_000_000m, UnitCode.Tablet), Free = new(1, UnitCode.Tablet) });
        await Wrong(PharmacyRules.PresentationUnknown, good with { Presentation = Hospital.Id<PresentationId>(99) });
        await Wrong(PharmacyRules.PresentationUnknown, good with { Presentation = default(PresentationId) });
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h), Ct), PharmacyRules.NothingAsked);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, good) with { Location = h.Transit }, Ct), PharmacyRules.LocationKindWrong);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, good) with { Location = Hospital.Id<LocationId>(99) }, Ct), PharmacyRules.LocationUnknown);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, good) with { Supplier = "a\u0000b" }, Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, good) with { Supplier = new string('x', 1_000_000) }, Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, good) with { Received = h.Clock.Now + Duration.FromHours(1) }, Ct), PharmacyRules.TimeInFuture);
        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, good) with { Received = Instant.MinValue }, Ct), PharmacyRules.FieldInvalid);
        Assert.Empty(await h.LedgerAsync());
    }

    [Fact]
    public async Task A_price_that_no_unit_cost_can_hold_is_refused()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync("FINE", scale: 6, unit: UnitCode.Millilitre, levels: []);
        var line = new ReceiveLine
        {
            Presentation = p.Id,
            LotNumber = new LotNumber("A"),
            Expiration = new ExpirationDate(new(2027, 1, 1)),
            Paid = new(0.000001m, UnitCode.Millilitre),
            Price = new(1_000_000m, Currency.Usd),
        };

        await Refused.WithAsync(() => h.Receiving.ReceiveAsync(h.As(), Of(h, line), Ct), PharmacyRules.FieldInvalid);
    }

    [Fact]
    public async Task A_clock_that_is_a_little_ahead_is_forgiven()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();

        var lot = await h.LotAsync(p, 5, received: h.Clock.Now + Duration.FromSeconds(30));

        Assert.Equal(h.Clock.Now, (await h.LyingAsync(lot)).Lot.Received);
    }

    [Fact]
    public async Task Retired_presentations_are_bought_no_more_but_still_leave()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 5);
        var version = (await h.Get<IPresentationStore>().FindAsync(h.Tenant, p.Id, Ct))!.Version;
        await h.Get<PresentationCatalogue>().RetireAsync(h.As(), new(p.Id, version), Ct);

        await Refused.WithAsync(() => h.LotAsync(p, 5), PharmacyRules.Retired);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 5), Ct);
    }

    [Fact]
    public async Task Lots_are_listed_by_expiration_and_say_whether_they_are_expired()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync(requiresExpiry: false);
        await h.Receiving.ReceiveAsync(h.As(), Of(h, Line(5) with { Presentation = p.Id, LotNumber = new LotNumber("NONE") }), Ct);
        await h.LotAsync(p, 5, "LATE", new(2027, 1, 1));
        await h.LotAsync(p, 5, "TODAY", new(2026, 3, 10));
        h.Clock.Advance(Duration.FromDays(1));

        var lots = await h.Inquiries.LotsAsync(h.Tenant, new LotQuery(), new PageRequest(), Ct);

        Assert.Equal([("TODAY", true), ("LATE", false), ("NONE", false)], lots.Items.Select(l => (l.Lot.Number.Text, l.IsExpired)));
        Assert.Equal("LATE", Assert.Single((await h.Inquiries.LotsAsync(h.Tenant, new LotQuery(Number: new LotNumber("LATE")), new PageRequest(), Ct)).Items).Lot.Number.Text);
        Assert.Single((await h.Inquiries.LotsAsync(h.Tenant, new LotQuery(ExpiresBefore: new(2026, 3, 11)), new PageRequest(), Ct)).Items);
    }

    private static Task<Presentation> Scanned(Hospital h, bool requiresExpiry = true) =>
        h.PresentationAsync(gtins: [new(Gtin.Parse(Gtin1), "box")], requiresExpiry: requiresExpiry);

    private static string Scan(params string[] elements) => $"]d201{Gtin1}{string.Join('\u001d', elements)}";

    private static ReceiveLine Line(decimal paid, decimal price = 5m) =>
        new() { Paid = new(paid, UnitCode.Tablet), Price = new(price, Currency.Usd), ConfirmCost = true };

    private static ReceiveStock Of(Hospital h, params ReceiveLine[] lines) => new() { Location = h.Store, Supplier = "Distribuidora", Lines = lines };
}
