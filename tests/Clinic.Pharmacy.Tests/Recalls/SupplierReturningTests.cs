using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.SupplierReturns;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Recalls;

public sealed class SupplierReturningTests
{
    private readonly Hospital h = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SupplierReturning Returns => h.Get<SupplierReturning>();

    [Fact]
    public async Task Recalled_and_expired_goods_leave_with_lot_and_cost_and_are_credited()
    {
        var p = await h.PresentationAsync();
        var recalled = await h.LotAsync(p, 100, "L1", unitCost: 2m);
        var expired = await h.LotAsync(p, 50, "L2", expires: new LocalDate(2026, 3, 20), unitCost: 1m);
        await h.Get<RecallCampaigns>().OpenAsync(h.As(), new OpenRecall { Scope = RecallScope.OfNumber(p.Id, new LotNumber("L1")), Urgency = RecallUrgency.ClassI, Reason = "partículas" }, Ct);
        h.Clock.Advance(Duration.FromDays(30));

        var drafted = await DraftAsync(new(recalled, h.Store, new Quantity(100, UnitCode.Tablet)), new(expired, h.Store, new Quantity(20, UnitCode.Tablet)));
        await Refused.WithAsync(() => ShipAsync(drafted.Return, 1), PharmacyRules.SupplierReturnTransitionRefused);
        await Returns.ApproveAsync(h.As(), new ApproveSupplierReturn(drafted.Return, 1), Ct);
        var shipped = await ShipAsync(drafted.Return, 2);
        await Refused.WithAsync(() => Returns.CreditAsync(h.As(), new CreditSupplierReturn(drafted.Return, 3, "NC-1", new Money(200, Currency.Eur)), Ct), PharmacyRules.CostCurrencyWrong);
        var credited = await Returns.CreditAsync(h.As(), new CreditSupplierReturn(drafted.Return, 3, "NC-1", new Money(200, Currency.Usd)), Ct);

        Assert.Equal((new Money(220, Currency.Usd), new Money(-20, Currency.Usd)), (credited.Cost, credited.Difference!.Value));
        Assert.Equal((0m, 30m), (await h.OnHandAsync(recalled), await h.OnHandAsync(expired)));
        Assert.All((await h.LedgerAsync()).Where(m => m.Posting == shipped.Posting), m => Assert.Equal((MovementKind.SupplierReturn, MovementDirection.Out), (m.Kind, m.Direction)));
        Assert.Empty(await h.Inquiries.VerifyAsync(h.Tenant, Ct));
        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new ReverseStock(shipped.Posting!.Value, "error"), Ct), PharmacyRules.OwnedElsewhere);
        await Refused.WithAsync(() => Returns.CancelAsync(h.As(), new CancelSupplierReturn(drafted.Return, 4, "ya no"), Ct), PharmacyRules.SupplierReturnTransitionRefused);
    }

    [Fact]
    public async Task What_cannot_go_back_is_refused_and_every_reason_is_named()
    {
        var lot = await h.LotAsync(await h.PresentationAsync(), 10, "L1");
        var unknown = Hospital.Id<SupplierReturnId>(77);

        await Refused.WithAsync(
            () => Returns.DraftAsync(h.As(), Draft(new ReturnedGoods(lot, h.Store, new Quantity(11, UnitCode.Tablet))) with { Supplier = "Otra" }, Ct), PharmacyRules.SupplierReturnWrongSupplier, PharmacyRules.StockShort);
        await Refused.WithAsync(() => Returns.DraftAsync(h.As(h.Auxiliary), Draft(new ReturnedGoods(lot, h.Store, new Quantity(1, UnitCode.Tablet))), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => Returns.DraftAsync(h.As(), Draft(), Ct), PharmacyRules.NothingAsked);
        await Refused.WithAsync(() => ShipAsync(unknown, 1), PharmacyRules.SupplierReturnUnknown);
        var drafted = await DraftAsync(new ReturnedGoods(lot, h.Store, new Quantity(10, UnitCode.Tablet)));
        await Returns.ApproveAsync(h.As(), new ApproveSupplierReturn(drafted.Return, 1), Ct);
        await h.Issuing.IssueAsync(h.As(), h.Issue((await h.Get<Clinic.Pharmacy.Presentations.IPresentationStore>().FindByCodeAsync(h.Tenant, "AMX500", Ct))!, 1), Ct);
        await Refused.WithAsync(() => ShipAsync(drafted.Return, 2), PharmacyRules.StockShort);
        Assert.Equal(SupplierReturnStatus.Cancelled, (await Returns.CancelAsync(h.As(), new CancelSupplierReturn(drafted.Return, 2, "faltan"), Ct)).Status);
    }

    private static DraftSupplierReturn Draft(params ReturnedGoods[] goods) => new() { Supplier = "Distribuidora", Reason = SupplierReturnReason.Recall, Goods = goods };

    private Task<SupplierReturnAnswer> DraftAsync(params ReturnedGoods[] goods) => Returns.DraftAsync(h.As(), Draft(goods), Ct);

    private Task<SupplierReturnAnswer> ShipAsync(SupplierReturnId id, long version) => Returns.ShipAsync(h.As(), new ShipSupplierReturn(id, version), Ct);
}
