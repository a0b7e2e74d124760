using Clinic.Abstractions;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Reports;

/// <summary>What reports say of stays that were closed, corrected, invoiced and credited.</summary>
public class StayReportTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);

    private static StayReports Reports(Reception world) => world.Get<StayReports>();

    private static async Task<ChargeRow> RowAsync(Reception world) =>
        Assert.Single((await Reports(world).ChargesAsync(world.As(Role.Auditor), Today, Today, PageRequest.First, Ct)).Page.Items);

    [Fact]
    public async Task A_charge_says_hours_tariff_money_documents_and_who_closed_corrected_and_approved()
    {
        var world = await OpenAsync();
        world.Book = Prices.Book(Prices.Terms(Prices.Hourly(60m, tax: "IVA15")) with { Taxes = [Prices.Iva], Split = new(5m, 80m, null) });
        var stay = (await world.Desk.RegisterAsync(world.As(), new() { Patient = world.Patient, Payer = "IESS" }, Ct)).Stay;
        await world.Desk.StartAsync(world.As(), new() { Stay = stay }, Ct);
        world.Clock.AdvanceMinutes(20);
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Transport }, Ct);
        world.Clock.AdvanceMinutes(10);
        await world.Desk.CloseAsync(world.As(Role.Cashier), new() { Stay = stay, Disposition = Disposition.Admitted, Source = StaySource.Voice }, Ct);
        var start = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.Started).Id;
        await world.Corrections.CorrectAsync(world.As(), new() { Stay = stay, Event = start, At = AStay.At(5), Reason = "mal anotada", Approver = world.Approver() }, Ct);
        await world.Get<StatementDesk>().InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await world.Get<StayInvoicing>().RunDueAsync(world.Tenant, 10, Ct);

        var row = await RowAsync(world);
        Assert.Equal((stay, StayStatus.Invoiced, "IESS", Disposition.Admitted, StaySource.Voice), (row.Stay, row.Status, row.Payer, row.Disposition!.Value, row.Source!.Value));
        Assert.Equal((AStay.At(5), AStay.At(30), Duration.FromMinutes(25), Duration.FromMinutes(15), Duration.FromMinutes(15)), (row.Started, row.Ended, row.Presence, row.Running!.Value, row.Billed!.Value));
        Assert.Equal((15m, 2.25m, 17.25m, 0m, 17.25m), (row.Subtotal, row.Tax, row.Total, row.Credited, row.Net));
        Assert.Equal((2, StatementKind.Final), (row.Revision!.Value, row.Kind!.Value));
        Assert.Equal(new ChargePayer("IESS", 17.25m, 9.80m, 7.45m), row.Payers.Single());
        Assert.Equal(world.PersonOf(Role.Cashier), row.ClosedBy);
        Assert.Equal([world.PersonOf(Role.Reception)], row.CorrectedBy);
        Assert.Equal([world.PersonOf(Role.Supervisor)], row.ApprovedBy);
        Assert.Equal((world.Book.Find("IESS", null, null, AStay.Nine)!.ContentHash, 1), (row.Tariffs.Single().ContentHash, row.Tariffs[0].Number));
        Assert.Equal(["001-002-000000001", "001-002-000000002"], row.Invoices.Select(i => i.Number!).Order());
        Assert.Equal(17.25m, row.Invoices.Sum(i => i.Total));

        await world.Get<StatementDesk>().CreditAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "error" }, Ct);
        row = await RowAsync(world);
        Assert.Equal((17.25m, -17.25m, 0m, StatementKind.Credit), (row.Total, row.Credited, row.Net, row.Kind!.Value));
        var sums = await Reports(world).ChargeSumsAsync(world.As(Role.Cashier), Today, Today, Ct);
        Assert.Equal((1, 0, 0m, 17.25m), (sums.Stays, sums.Unbilled, sums.Currencies.Single().Net, sums.Currencies[0].Total));
        Assert.Empty(sums.Payers);
    }

    [Fact]
    public async Task A_day_is_the_site_s_own_and_a_stay_without_a_bill_is_listed_without_amounts()
    {
        var world = await OpenAsync();
        var book = world.Book;
        var stay = await world.RunningAsync();
        // 23:59:59 at the site is the next day elsewhere.
        world.Clock.Now = Prices.Local(23, 59, 59);
        world.Book = TariffBook.Of([]);
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        world.Book = book;

        var row = await RowAsync(world);
        Assert.Equal((null, null, 0m, Duration.FromSeconds(53_999)), (row.Currency, row.Revision, row.Net, row.Presence));
        Assert.Empty((await Reports(world).ChargesAsync(world.As(Role.Auditor), Today.PlusDays(1), Today.PlusDays(9), PageRequest.First, Ct)).Page.Items);
        Assert.Equal((1, 1), await CountAsync(Today));
        Assert.Equal((0, 0), await CountAsync(Today.PlusDays(1)));

        async Task<(int, int)> CountAsync(LocalDate day)
        {
            var sums = await Reports(world).ChargeSumsAsync(world.As(Role.Auditor), day, day, Ct);
            return (sums.Stays, sums.Unbilled);
        }
    }

    [Fact]
    public async Task Open_stays_show_the_bill_so_far_and_one_without_a_price_hides_no_other()
    {
        var world = await OpenAsync();
        world.Book = TariffBook.Of([Prices.Published(Prices.Terms(Prices.Hourly(60m)), key: new("IESS", null, null))]);
        var priced = (await world.Desk.RegisterAsync(world.As(), new() { Patient = world.Patient, Payer = "IESS" }, Ct)).Stay;
        await world.Desk.StartAsync(world.As(), new() { Stay = priced }, Ct);
        var other = (await world.Desk.RegisterAsync(world.As(), new() { Patient = await world.PatientAsync(), Payer = "IESS" }, Ct)).Stay;
        await world.Desk.StartAsync(world.As(), new() { Stay = other }, Ct);
        world.Clock.AdvanceMinutes(30);
        await world.Desk.PauseAsync(world.As(), new() { Stay = priced, Kind = PauseKind.OnLeave }, Ct);
        world.Clock.AdvanceMinutes(10);
        await world.Desk.ChangePayerAsync(world.As(), new() { Stay = other, Payer = "MSP" }, Ct);
        world.Clock.AdvanceMinutes(1);

        var report = await Reports(world).OpenAsync(world.As(Role.Supervisor), PageRequest.First, cancellationToken: Ct);

        Assert.Equal(world.Clock.Now, report.AsOf);
        Assert.Equal([other, priced], report.Page.Items.Select(r => r.Stay));
        var (unpriced, row) = (report.Page.Items[0], report.Page.Items[1]);
        Assert.Equal((null, EmergencyBillingRules.NoTariffInForce), (unpriced.Total, unpriced.Unpriced));
        Assert.Equal((30m, Duration.FromMinutes(30), Duration.FromMinutes(41), PauseKind.OnLeave, AStay.At(30)), (row.Total!.Value, row.Running!.Value, row.SinceArrival, row.Pause!.Value, row.PausedSince!.Value));
        Assert.Equal(Currency.Usd, row.Currency);
    }

    [Fact]
    public async Task Changes_show_before_and_after_in_time_and_money_who_and_why()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        var close = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.Closed).Id;
        world.Clock.AdvanceMinutes(1);
        var first = await world.Corrections.CorrectAsync(world.As(), new() { Stay = stay, Event = close, At = AStay.At(45), Reason = "salió antes", Approver = world.Approver() }, Ct);
        world.Clock.AdvanceMinutes(1);
        await world.Corrections.CorrectAsync(world.As(), new() { Stay = stay, Event = first.Event, At = AStay.At(45), Reason = "igual", Approver = world.Approver() }, Ct);
        world.Clock.AdvanceMinutes(1);
        await world.Corrections.CarveOutAsync(world.As(), new() { Stay = stay, At = AStay.At(10), Until = AStay.At(25), Reason = "equipo", Approver = world.Approver() }, Ct);
        world.Clock.AdvanceMinutes(1);
        await world.Corrections.ReopenAsync(world.As(Role.Supervisor), new() { Stay = stay, Gap = GapMode.NotBillable, Reason = "volvió" }, Ct);

        var rows = (await Reports(world).ChangesAsync(world.As(Role.Auditor), Today, Today, new() { Stay = stay }, PageRequest.First, Ct)).Page.Items;

        Assert.Equal([StayEventKind.TimeCorrected, StayEventKind.TimeCorrected, StayEventKind.CarvedOut, StayEventKind.Reopened], rows.Select(r => r.Time!.Kind));
        Assert.Equal((StayEventKind.Closed, new LocalDateTime(2026, 3, 10, 10, 0), new LocalDateTime(2026, 3, 10, 9, 45)), (rows[0].Time!.Corrected!.Value, rows[0].Time!.Before!.Local, rows[0].Time!.After.Local));
        Assert.Equal(("salió antes", world.PersonOf(Role.Reception), world.PersonOf(Role.Supervisor)), (rows[0].Reason, rows[0].By, rows[0].Approver!.Value));
        Assert.Equal(new ChangedMoney(Currency.Usd, 60m, 1, 45m, 2), rows[0].Time!.Money);
        Assert.Equal(new ChangedMoney(Currency.Usd, 45m, 2, 45m, 2), rows[1].Time!.Money);
        Assert.Equal(StayEventKind.Closed, rows[1].Time!.Corrected);
        Assert.Null(rows[2].Time!.Before);
        Assert.Equal((new LocalDateTime(2026, 3, 10, 9, 25), new ChangedMoney(Currency.Usd, 45m, 2, 30m, 3)), (rows[2].Time!.After.UntilLocal!.Value, rows[2].Time!.Money));
        Assert.Equal((AStay.At(45), GapMode.NotBillable, null), (rows[3].Time!.Before!.At, rows[3].Time!.Gap!.Value, rows[3].Approver));
        Assert.Empty((await Reports(world).ChangesAsync(world.As(Role.Auditor), Today.PlusDays(1), null, new(), PageRequest.First, Ct)).Page.Items);
        Assert.Empty((await Reports(world).ChangesAsync(world.As(Role.Auditor), null, Today.PlusDays(-1), new(), PageRequest.First, Ct)).Page.Items);
    }

    [Fact]
    public async Task Changes_of_prices_show_every_value_before_and_after()
    {
        var world = await OpenAsync(storedTariffs: true);
        var desk = world.Get<TariffDesk>();
        var created = await desk.CreateAsync(world.As(Role.Supervisor), new("Público", TariffKey.Base, "apertura"), Ct);
        async Task PublishAsync(decimal price, long version, int number, int? replaces)
        {
            await desk.DraftAsync(world.As(Role.Supervisor), new(created.Tariff, version, Prices.Terms(Prices.Hourly(price)), AStay.At(number), $"v{number}", Replaces: replaces), Ct);
            await desk.PublishAsync(world.As(Role.Administrator), new(created.Tariff, version + 1, number, $"conforme {number}"), Ct);
        }

        await PublishAsync(60m, 1, 1, null);
        await PublishAsync(75.5m, 3, 2, null);
        await PublishAsync(70m, 5, 3, 2);

        var rows = (await Reports(world).ChangesAsync(world.As(Role.Auditor), null, null, new() { Tariff = created.Tariff }, PageRequest.First, Ct)).Page.Items;

        Assert.Equal(
            [TariffChangeKind.Created, TariffChangeKind.Drafted, TariffChangeKind.Published, TariffChangeKind.Drafted, TariffChangeKind.Published, TariffChangeKind.Drafted, TariffChangeKind.Corrected],
            rows.Select(r => r.Price!.Kind));
        Assert.Empty(rows[0].Price!.Differences);
        Assert.Contains(rows[2].Price!.Differences, d => d is { Path: "components[HOUR].perHour", Before: null, After: "60" });
        Assert.Equal(new TermsDifference("components[HOUR].perHour", "60", "75.5"), Assert.Single(rows[4].Price!.Differences));
        Assert.Equal((1, 2, "conforme 2", world.PersonOf(Role.Administrator), world.PersonOf(Role.Supervisor)), (rows[4].Price!.ComparedWith!.Value, rows[4].Price!.Number!.Value, rows[4].Reason, rows[4].By, rows[4].Price!.Author!.Value));
        Assert.Equal(new TermsDifference("components[HOUR].perHour", "75.5", "70"), Assert.Single(rows[6].Price!.Differences));
        Assert.Equal(4, (await Reports(world).ChangesAsync(world.As(Role.Auditor), null, null, new() { Person = world.PersonOf(Role.Supervisor) }, PageRequest.First, Ct)).Page.Items.Count);
    }

    [Fact]
    public async Task Who_may_not_read_and_periods_that_are_none_are_refused()
    {
        var world = await OpenAsync();
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Cashier or Role.Supervisor or Role.Auditor or Role.Administrator)))
        {
            var x = world.As(role);
            foreach (var read in (Func<Task>[])
            [
                () => Reports(world).ChargesAsync(x, Today, Today, PageRequest.First, Ct), () => Reports(world).ChargeSumsAsync(x, Today, Today, Ct),
                () => Reports(world).OpenAsync(x, PageRequest.First, cancellationToken: Ct), () => Reports(world).ChangesAsync(x, null, null, new(), PageRequest.First, Ct),
            ])
                Assert.Equal(EmergencyBillingRules.RoleMissing, (await Assert.ThrowsAsync<EmergencyBillingException>(read)).Code);
        }

        foreach (var (from, through) in ((LocalDate, LocalDate)[])[(Today, Today.PlusDays(-1)), (Today, Today.PlusDays(StayReportPeriod.MostDays)), (Today, LocalDate.MaxIsoValue)])
        {
            Assert.Equal(EmergencyBillingRules.ReportPeriodInvalid, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Reports(world).ChargesAsync(world.As(Role.Auditor), from, through, PageRequest.First, Ct))).Code);
            Assert.Equal(EmergencyBillingRules.ReportPeriodInvalid, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Reports(world).ChangesAsync(world.As(Role.Auditor), from, through, new(), PageRequest.First, Ct))).Code);
        }

        Assert.NotNull(await Reports(world).ChargesAsync(world.As(Role.Auditor), Today, Today.PlusDays(StayReportPeriod.MostDays - 1), PageRequest.First, Ct));
    }

    [Theory]
    [InlineData("America/Santiago", 2024, 9, 8, 23)]
    [InlineData("Europe/Madrid", 2026, 10, 25, 25)]
    [InlineData("Europe/Madrid", 2026, 3, 29, 23)]
    [InlineData("Pacific/Apia", 2011, 12, 31, 24)]
    public void Days_that_begin_late_or_are_longer_are_whole(string zone, int year, int month, int day, int hours)
    {
        var date = new LocalDate(year, month, day);
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var period = StayReportPeriod.Of(date, date, tz);

        Assert.Equal(Duration.FromHours(hours), period.End - period.Start);
        Assert.Equal(period.End, StayReportPeriod.Of(date.PlusDays(1), date.PlusDays(1), tz).Start);
    }
}
