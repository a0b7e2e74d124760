using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using Clinic.Testing.Histories;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Reports;

/// <summary>Reports about stock: figures, days, rights.</summary>
public sealed class StockReportsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_figure_of_a_random_history_equals_its_recomputation() =>
        Prop.ForAll(HistorySteps.UpTo(30), steps =>
        {
            var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
            var services = new ServiceCollection();
            services.AddSingleton<IClock>(clock);
            services.AddClinicPharmacy().WithReports().UseInMemory();
            using var provider = services.BuildServiceProvider();
            var world = new HistoryWorld(provider, clock, new TenantId(new Guid("00000000-0000-7000-8000-0000000000aa")));
            new HistoryRunner(world).RunAsync(steps, Ct).GetAwaiter().GetResult();
            ReportLaws.CheckAsync(world, Ct).GetAwaiter().GetResult();
        }).Holds(maxTest: 40);

    [Fact]
    public async Task Days_begin_and_end_in_the_zone_of_the_site()
    {
        // 23:50 on the 10th in Guayaquil is already the 11th in UTC.
        var h = new Hospital(now: Instant.FromUtc(2026, 3, 11, 4, 50));
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 100, unitCost: 0.5m);
        await h.Get<StockIssuing>().IssueAsync(h.As(), new IssueStock { From = h.Store, Lines = [new(p.Id, new Quantity(10, p.BaseUnit))] }, Ct);

        async Task<decimal> Used(LocalDate day) =>
            (await h.Get<StockReports>().CostOfGoodsAsync(h.Tenant, h.Pharmacist, h.Site.Id, day, day, Ct)).Flows.Single().Used.Amount;

        Assert.Equal(5m, await Used(new(2026, 3, 10)));
        h.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(0m, await Used(new(2026, 3, 11)));
        Assert.Equal(45m, (await h.Get<StockReports>().StockValueAsync(h.Tenant, h.Pharmacist, h.Site.Id, new(2026, 3, 10), Ct)).Totals.Single().Amount.Amount);
        Assert.Equal(0m, (await h.Get<StockReports>().StockValueAsync(h.Tenant, h.Pharmacist, h.Site.Id, new(2026, 3, 9), Ct)).Totals.Single().Amount.Amount);
        Assert.Equal(lot, Assert.Single((await h.Get<StockReports>().StockValueAsync(h.Tenant, h.Pharmacist, h.Site.Id, null, Ct)).Rows).Lot);
    }

    [Fact]
    public async Task Costs_are_for_those_who_may_see_them_and_the_rest_for_the_pharmacys_people()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var today = h.Site.DateOf(h.Clock.Now);
        var reports = h.Get<StockReports>();

        foreach (var call in new Func<Actor, Task>[]
        {
            a => reports.KardexAsync(h.Tenant, a, h.Site.Id, p.Code, today, today, PageRequest.First, Ct),
            a => reports.StockValueAsync(h.Tenant, a, h.Site.Id, null, Ct),
            a => reports.CostOfGoodsAsync(h.Tenant, a, h.Site.Id, today, today, Ct),
            a => h.Get<SalesReports>().MarginsAsync(h.Tenant, a, h.Site.Id, today, today, MarginBy.Product, Ct),
        })
        {
            await call(h.Auditor);
            await call(h.Supervisor);
            await Refused.WithAsync(() => call(h.Auxiliary), PharmacyRules.RoleMissing);
        }

        Assert.Null((await reports.KpisAsync(h.Tenant, h.Auxiliary, h.Site.Id, today, today, Ct)).Rows.Single().Flows);
        Assert.NotNull((await reports.KpisAsync(h.Tenant, h.Pharmacist, h.Site.Id, today, today, Ct)).Rows.Single().Flows);
        await Refused.WithAsync(() => reports.KpisAsync(h.Tenant, h.Nurse, h.Site.Id, today, today, Ct), PharmacyRules.RoleMissing);
    }

    [Fact]
    public async Task Days_that_cannot_be_and_marks_that_name_nothing_are_refused()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var today = h.Site.DateOf(h.Clock.Now);
        var reports = h.Get<StockReports>();

        await Refused.WithAsync(() => reports.CostOfGoodsAsync(h.Tenant, h.Pharmacist, h.Site.Id, today, today.PlusDays(-1), Ct), PharmacyRules.ReportPeriodInvalid);
        await Refused.WithAsync(() => reports.KpisAsync(h.Tenant, h.Pharmacist, h.Site.Id, today, today.PlusDays(ReportPeriod.MostDays), Ct), PharmacyRules.ReportPeriodInvalid);
        await Refused.WithAsync(() => reports.StockValueAsync(h.Tenant, h.Pharmacist, h.Site.Id, today.PlusDays(1), Ct), PharmacyRules.ReportInFuture);
        await Refused.WithAsync(() => reports.KardexAsync(h.Tenant, h.Pharmacist, h.Site.Id, "nothing", today, today, PageRequest.First, Ct), PharmacyRules.PresentationUnknown);
        foreach (var mark in new[] { "", "1", "1.2.x", "-1.0.0", "999999999999999999.0.0", "1.2.3.4" })
        {
            Assert.False(LedgerPoint.TryParse(mark, out _));
            await Refused.WithAsync(() => reports.KardexAsync(h.Tenant, h.Pharmacist, h.Site.Id, p.Code, today, today, new PageRequest(5, mark), Ct), PharmacyRules.ReportMarkInvalid);
        }
    }

    [Fact]
    public void Days_without_stock_do_not_count_in_the_consumption()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Guayaquil"];
        var period = ReportPeriod.Of(new(2026, 3, 1), new(2026, 3, 10), zone);
        QuarterFlow At(int day, int hour, long change, long used) =>
            new(default, new LocalDate(2026, 3, day).At(new LocalTime(hour, 15)).InZoneStrictly(zone).ToInstant(), new(change, 0), new(used, 0));

        // Out on the 3rd, back on the 7th in the evening: the 4th, 5th and 6th were without stock.
        var rate = ConsumptionRate.Of(period, new(30, 0), [At(1, 8, -10, 10), At(3, 23, -20, 20), At(7, 20, 100, 0), At(10, 0, -12, 12)]);

        Assert.Equal((42m, 10, 3, 6m), (rate.Used, rate.Days, rate.DaysOut, rate.PerDay));
        Assert.Equal(new(0, 10, 10), ConsumptionRate.Of(period, new(0, 0), []));
        Assert.Equal(new(0, 10, 0), ConsumptionRate.Of(period, new(1, 0), []));
        Assert.Equal(0, new ConsumptionRate(-5, 10, 0).PerDay);
    }

    [Fact]
    public void A_suggestion_fills_what_is_missing_and_rounds_up()
    {
        var product = new ReportProduct(default, "A", "A", UnitCode.Tablet);

        Assert.Equal(new StockQuantity(64, 0), PurchaseSuggestion.For(product, new(60, 0), new(100, 30, 0), 37)?.Suggested);
        Assert.Null(PurchaseSuggestion.For(product, new(124, 0), new(100, 30, 0), 37));
        Assert.Null(PurchaseSuggestion.For(product, new(0, 0), new(0, 30, 0), 37));
        Assert.Equal(new StockQuantity(34, 2), PurchaseSuggestion.For(product, new(0, 2), new(10, 30, 0), 1)?.Suggested);
    }

    [Fact]
    public void Defaults_and_bounds_of_the_options_are_pinned()
    {
        Assert.Equal((30, 7), (new ReportOptions().CoverDays, new ReportOptions().DeliveryDays));
        var services = new ServiceCollection();
        services.AddClinicPharmacy().WithReports(o => o.CoverDays = 0).UseInMemory();
        Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => services.BuildServiceProvider().GetRequiredService<StockReports>());
    }
}
