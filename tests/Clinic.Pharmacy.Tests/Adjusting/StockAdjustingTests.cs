using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Adjusting;

public sealed class StockAdjustingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waste_takes_stock_away_with_kind_reason_and_cost()
    {
        var h = new Hospital();
        var lot = await h.LotAsync(await h.PresentationAsync(), 100, unitCost: 0.25m);

        var answer = await h.Adjusting.WasteAsync(h.As(h.Nurse), Waste(h, lot, 2, "box") with { Kind = WasteKind.Expired, Quantity = new(2, new UnitCode("blister")), Document = "ACTA-1" }, Ct);

        Assert.Equal((20m, new Money(5m, Currency.Usd)), (answer.Quantity.Value, answer.Value));
        var movement = (await h.LedgerAsync())[^1];
        Assert.Equal((MovementKind.Waste, MovementDirection.Out, "expired: box", "ACTA-1"), (movement.Kind, movement.Direction, movement.Reason, movement.Document));
        Assert.Equal(80, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Adjustments_go_both_ways()
    {
        var h = new Hospital();
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);

        await h.Adjusting.AdjustAsync(h.As(h.Supervisor), Adjust(h, lot, MovementDirection.In, 5), Ct);
        await h.Adjusting.AdjustAsync(h.As(), Adjust(h, lot, MovementDirection.Out, 3), Ct);

        Assert.Equal(12, await h.OnHandAsync(lot));
        Assert.Equal((await h.LyingAsync(lot)).OnHand.Value, (await h.LedgerAsync()).Sum(m => m.Change.Value));
    }

    [Fact]
    public async Task More_than_there_is_or_was_is_refused()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var early = h.Clock.Now + Duration.FromMinutes(1);
        h.Clock.AdvanceMinutes(10);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 6), Ct);
        h.Clock.AdvanceMinutes(10);
        await h.Adjusting.AdjustAsync(h.As(), Adjust(h, lot, MovementDirection.In, 20), Ct);

        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 25), Ct), PharmacyRules.StockShort);
        var e = await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 5) with { Occurred = early }, Ct), PharmacyRules.BelowZeroLater);
        Assert.Equal("-1", e.Failures[0].Facts["found"]);
        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 1) with { Occurred = early - Duration.FromHours(1) }, Ct), PharmacyRules.BelowZeroLater);
        await h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 4) with { Occurred = early }, Ct);
        Assert.Equal(20, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Bad_waste_and_adjustments_change_nothing()
    {
        var h = new Hospital();
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);

        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 0), Ct), PharmacyRules.QuantityNotPositive);
        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 0.5m), Ct), PharmacyRules.QuantityTooFine);
        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 1) with { Quantity = new(1, UnitCode.Millilitre) }, Ct), PharmacyRules.UnitUnknown);
        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 1) with { Reason = "" }, Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 1) with { Reason = new string('x', 161) }, Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, Hospital.Id<LotId>(9), 1), Ct), PharmacyRules.LotUnknown);
        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 1) with { Location = h.Ward }, Ct), PharmacyRules.LotElsewhere);
        await Refused.WithAsync(() => h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 1) with { Location = h.Transit }, Ct), PharmacyRules.LocationKindWrong);
        await Refused.WithAsync(() => h.Adjusting.AdjustAsync(h.As(), Adjust(h, lot, (MovementDirection)7, 1), Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Adjusting.AdjustAsync(h.As(h.Nurse), Adjust(h, lot, MovementDirection.In, 1), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => h.Adjusting.AdjustAsync(h.As(), Adjust(h, lot, MovementDirection.In, 1_000_000_000_000m), Ct), PharmacyRules.QuantityTooLarge);
        await Refused.WithAsync(() => h.Adjusting.AdjustAsync(h.As(), Adjust(h, lot, MovementDirection.In, 1) with { Occurred = h.Clock.Now + Duration.FromHours(1) }, Ct), PharmacyRules.TimeInFuture);
        Assert.Equal(10, await h.OnHandAsync(lot));
        Assert.Single(await h.LedgerAsync());
    }

    private static WasteStock Waste(Hospital h, LotId lot, decimal quantity, string reason = "roto") =>
        new() { Lot = lot, Location = h.Store, Quantity = new(quantity, UnitCode.Tablet), Kind = WasteKind.Broken, Reason = reason };

    private static AdjustStock Adjust(Hospital h, LotId lot, MovementDirection direction, decimal quantity) =>
        new() { Lot = lot, Location = h.Store, Direction = direction, Quantity = new(quantity, UnitCode.Tablet), Reason = "ajuste" };
}
